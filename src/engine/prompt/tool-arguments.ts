/**
 * The arguments of tool calls in a conversation's history. Templates need a JSON object, but
 * clients send "" for a call without arguments, JSON that a token limit cut, or anything else that
 * a model wrote.
 */

/** The key of arguments that can't be read as an object. */
const textKey = "arguments";

/**
 * JSON text of an object:
 * - an object as it is, without needless escapes such as `\u003c`, which could hide a control token
 * - "" and null: an object without members
 * - JSON that was cut: closed, with null for a value that is missing
 * - anything else: an object with the text as its only member
 */
export function objectArguments(text: string): string {
  if (text.trim() === "" || text.trim() === "null") return "{}";
  if (isObject(text)) return withoutNeedlessEscapes(text);
  const closed = closedObject(text);
  return closed === undefined ? JSON.stringify({ [textKey]: text }) : withoutNeedlessEscapes(closed);
}

function isObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

/** @returns undefined if the text isn't the beginning of a JSON object */
function closedObject(text: string): string | undefined {
  const { closing, string } = openParts(text);
  const head = string === "none" ? text : `${string === "escape" ? withoutCutEscape(text) : text}"`;
  const literal = /(?<![a-z])[a-z]{1,4}$/.exec(head)?.[0] ?? " ";
  const rest = ["true", "false", "null"].find((word) => word.startsWith(literal))?.slice(literal.length);
  const heads = [
    head,
    `${head}:null`,
    `${head}null`,
    `${head}0`,
    `${head}${rest}`,
    head.replace(/,\s*$/, ""),
  ];
  return heads.map((one) => one + closing).find(isObject);
}

type OpenParts = {
  /** The brackets that are missing at the end. */
  closing: string;
  /** Whether the text ends inside a string, or even inside an escape of it. */
  string: "none" | "text" | "escape";
};

function openParts(text: string): OpenParts {
  const open: string[] = [];
  let string: OpenParts["string"] = "none";
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (string === "none") {
      if (character === '"') string = "text";
      else if (character === "{") open.push("}");
      else if (character === "[") open.push("]");
      else if (character === "}" || character === "]") open.pop();
    } else if (character === '"') {
      string = "none";
    } else if (character === "\\") {
      at += text[at + 1] === "u" ? 5 : 1;
      if (at >= text.length) string = "escape";
    }
  }
  return { closing: open.reverse().join(""), string };
}

function withoutCutEscape(text: string): string {
  return text.replace(/\\(?:u[0-9a-fA-F]{0,3})?$/, "");
}

/**
 * Replaces escapes of characters that JSON allows as they are. The value stays the same. A template
 * prints the value, so a control token must not hide behind an escape.
 */
function withoutNeedlessEscapes(json: string): string {
  return json.replace(
    /\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)/gs,
    (escaped) => {
      const character = JSON.parse(`"${escaped}"`) as string;
      return character.isWellFormed() && JSON.stringify(character) === `"${character}"` ? character : escaped;
    },
  );
}
