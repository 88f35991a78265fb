/**
 * Reads a file of prompts: JSON with one value per line (a text, or an object with prompt or
 * messages), a JSON array of such values, or plain text with one prompt per line.
 */
import { z } from "zod";
import { AnechatError, reasonOf } from "../base/errors.ts";
import { nearestWord } from "../base/suggest.ts";
import type { Message } from "../protocol/chat.ts";
import { splitJsonArray } from "./json-array.ts";

const messageShape = z.object({ role: z.enum(["system", "user", "assistant"]), content: z.string() });

/** The fields of an object; other kinds of files add their own. */
export const promptShape = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  prompt: z.string().optional(),
  system: z.string().optional(),
  messages: z.array(messageShape).min(1).optional(),
});

export type Prompt<Extra = unknown> = Extra & {
  /** The id in the line, or the line's number, from 1. */
  id: string;
  messages: Message[];
  /** The line as it is in the file. */
  line: string;
  /** The file's name and the line's number, for errors. */
  where: string;
};

/**
 * @param name of the file, for errors
 * @param shape of an object
 * @throws AnechatError `usage` with the file's name, the line's number and what is wrong there
 */
export function parsePrompts<Shape extends typeof promptShape>(
  text: string,
  name: string,
  shape: Shape,
): Prompt<z.infer<Shape>>[] {
  const { values, isJson } = valuesIn(text.replace(/^\ufeff/, ""), name);
  const prompts = values.map(({ text: line, number, id: ownId }) => {
    const where = `${name}, line ${number}`;
    if (line.includes("\0")) throw wrong(where, "it holds a NUL character; prompts are text in UTF-8");
    const value: unknown = isJson ? parseLine(line, where) : line;
    const parsed = shape.safeParse(typeof value === "string" ? { prompt: value } : value);
    if (!parsed.success) throw wrong(where, faultOf(parsed.error.issues[0]));
    const { id = ownId } = parsed.data;
    const fields = parsed.data as z.infer<Shape>;
    refuseMisspelt(value, Object.keys(shape.shape), where);
    return { ...fields, id: String(id), messages: messagesOf(parsed.data, where), line, where };
  });
  if (prompts.length === 0) throw new AnechatError("usage", `${name} holds no prompts`);
  return prompts;
}

/** What precedes the messages of a prompt. */
export type Opening = { systemPrompt?: string; examples?: readonly Message[] };

/** Puts the system prompt first, unless the messages begin with one, and examples after it. */
export function withOpening(
  messages: readonly Message[],
  { systemPrompt, examples = [] }: Opening,
): Message[] {
  const [first, ...rest] = messages;
  if (first?.role === "system") return [first, ...examples, ...rest];
  const system: Message[] = systemPrompt ? [{ role: "system", content: systemPrompt }] : [];
  return [...system, ...examples, ...messages];
}

/** A value as it is written, the line where it begins, and the id of a value that has none. */
type Value = { text: string; number: number; id: number };

function valuesIn(text: string, name: string): { values: Value[]; isJson: boolean } {
  const isArray = /\.json$/i.test(name) && /^\s*\[/.test(text);
  if (isArray) {
    const elements = splitJsonArray(text);
    if (!Array.isArray(elements)) throw wrong(`${name}, line ${elements.line}`, elements.fault);
    const values = elements.map(({ text: value, line }, index) => ({
      text: value,
      number: line,
      id: index + 1,
    }));
    return { values, isJson: true };
  }
  const values = text
    .split(/\r?\n/)
    .map((line, index) => ({ text: line, number: index + 1, id: index + 1 }))
    .filter((line) => line.text.trim() !== "");
  const isJson = /\.(jsonl|ndjson|json)$/i.test(name) || /^\s*[{"]/.test(values[0]?.text ?? "");
  return { values, isJson };
}

/**
 * Other fields are allowed. But a misspelt one, such as a check, would be ignored without a word.
 * @param known the fields that an object may have
 */
function refuseMisspelt(value: unknown, known: readonly string[], where: string): void {
  if (typeof value !== "object" || value === null) return;
  for (const key of Object.keys(value).filter((one) => !known.includes(one))) {
    const nearest = nearestWord(key, known);
    // Too many short names are near to "id".
    if (nearest === undefined || nearest === "id") continue;
    throw wrong(where, `"${key}" may be misspelt: did you mean "${nearest}"?`);
  }
}

function messagesOf({ prompt, system, messages }: z.infer<typeof promptShape>, where: string): Message[] {
  if (prompt !== undefined && messages !== undefined) throw wrong(where, "it has both prompt and messages");
  if (prompt === undefined && messages === undefined)
    throw wrong(where, "it needs either prompt or messages");
  const conversation: Message[] = messages ?? [{ role: "user", content: prompt ?? "" }];
  return withOpening(conversation, system === undefined ? {} : { systemPrompt: system });
}

function parseLine(line: string, where: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw wrong(where, `it is not valid JSON (${reasonOf(error)})`);
  }
}

function faultOf(issue: z.core.$ZodIssue | undefined): string {
  if (issue === undefined || issue.path.length === 0) return "it is neither a text nor an object";
  if (issue.code === "too_small") return `"${issue.path.join(".")}" is wrong: it is empty`;
  const reason = issue.message.replace(/^Invalid \w+: /, "");
  return `"${issue.path.join(".")}" is wrong: ${reason}`;
}

function wrong(where: string, what: string): AnechatError {
  return new AnechatError("usage", `${where}: ${what}`, {
    hint:
      'A line is a text in quotes, {"prompt": "…"} ' + 'or {"messages": [{"role": "user", "content": "…"}]}.',
  });
}
