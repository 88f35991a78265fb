/**
 * Colours code line by line, so that a new token needs no other line again. The scanner carries its
 * state (inside a comment, inside a string) from line to line.
 *
 * It knows comments, strings, numbers and keywords, and the lines of a diff. Unknown languages stay
 * plain. All colours are of the terminal's own palette.
 */
import type { Colors } from "../colors.ts";

type Language = {
  keywords: ReadonlySet<string>;
  lineComments: readonly string[];
  blockComment?: readonly [open: string, close: string];
  /** Longest first: `"""` before `"`. */
  strings: readonly { quote: string; multiline: boolean }[];
};

/** An open comment or string at the end of a line: the text that closes it, and its kind. */
export type CodeState = { until: string; kind: "comment" | "string" } | undefined;

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));
const quotes = (...list: string[]): Language["strings"] =>
  list.map((quote) => ({ quote, multiline: quote === "`" || quote.length === 3 }));

const cComments = { lineComments: ["//"], blockComment: ["/*", "*/"] } as const;
const hashComments = { lineComments: ["#"] } as const;

const javascript: Language = {
  ...cComments,
  keywords: words(
    "abstract any as async await boolean break case catch class const continue default delete do else enum export extends false finally for from function get if implements import in instanceof interface keyof let namespace never new null number object of package private protected public readonly return satisfies set static string super switch this throw true try type typeof undefined unknown using var void while yield",
  ),
  strings: quotes("`", '"', "'"),
};
const python: Language = {
  ...hashComments,
  keywords: words(
    "False None True and as assert async await break case class continue def del elif else except finally for from global if import in is lambda match nonlocal not or pass raise return self try while with yield",
  ),
  strings: quotes('"""', "'''", '"', "'"),
};
const shell: Language = {
  ...hashComments,
  keywords: words(
    "alias case cd declare do done echo elif else esac eval exec exit export fi for function if in local read return set shift source sudo then trap unset until while",
  ),
  strings: quotes('"', "'"),
};
const cFamily: Language = {
  ...cComments,
  keywords: words(
    "abstract auto bool boolean break byte case catch char class const constexpr continue default delete do double else enum explicit extends extern false final finally float for friend goto if implements import inline int interface internal long namespace new noexcept null nullptr operator override package private protected public return short signed sizeof static string struct super switch template this throw throws true try typedef typename union unsigned using var virtual void volatile while",
  ),
  strings: quotes('"', "'"),
};
const rust: Language = {
  ...cComments,
  keywords: words(
    "Err None Ok Self Some as async await bool break char const continue crate dyn else enum extern f32 f64 false fn for i32 i64 if impl in let loop match mod move mut pub ref return self static str struct super trait true type u8 u32 u64 unsafe use usize where while",
  ),
  // Without ': a lifetime ('a) is not a string.
  strings: quotes('"'),
};
const go: Language = {
  ...cComments,
  keywords: words(
    "any bool break byte case chan const continue default defer else error fallthrough false float64 for func go goto if import int int64 interface map nil package range return rune select string struct switch true type uint8 var",
  ),
  strings: quotes("`", '"', "'"),
};
const sql: Language = {
  lineComments: ["--"],
  blockComment: ["/*", "*/"],
  keywords: words(
    "add all alter and as asc between by case create cross default delete desc distinct drop else end exists foreign from full group having if in index inner insert into is join key left like limit not null on or order outer primary references returning right select set table then union unique update using values view when where with",
  ),
  strings: quotes("'", '"'),
};
const data: Language = {
  ...hashComments,
  keywords: words("true false null yes no"),
  strings: quotes('"', "'"),
};
const json: Language = { ...cComments, keywords: words("true false null"), strings: quotes('"') };

const languages: ReadonlyMap<string, Language> = new Map(
  (
    [
      ["js jsx ts tsx mjs cjs javascript typescript", javascript],
      ["py python python3", python],
      ["sh bash zsh shell console", shell],
      ["c h cpp c++ cc hpp cs csharp java kotlin kt swift php dart scala objc cuda", cFamily],
      ["rs rust", rust],
      ["go golang", go],
      ["sql sqlite postgresql mysql", sql],
      ["yaml yml toml ini dockerfile makefile ruby rb", data],
      ["json jsonc json5", json],
    ] as const
  ).flatMap(([names, language]) => names.split(" ").map((name) => [name, language] as const)),
);

const diffNames: ReadonlySet<string> = new Set(["diff", "patch"]);

const wordPattern = /[\p{L}_$][\p{L}\p{N}_$]*/uy;
const numberPattern = /0[xXbBoO][\da-fA-F_]+|\d[\d_]*(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

/**
 * @param before the state after the previous line; undefined for the first line
 * @returns the coloured line, and the state for the next line
 */
export function highlightLine(
  line: string,
  languageName: string,
  before: CodeState,
  colors: Colors,
): { text: string; state: CodeState } {
  if (diffNames.has(languageName.toLowerCase())) return { text: diffLine(line, colors), state: undefined };
  const language = languages.get(languageName.toLowerCase());
  if (language === undefined || !colors.isColorSupported) return { text: line, state: undefined };
  const paint = { comment: colors.dim, string: colors.green };
  let text = "";
  let at = 0;
  let state = before;
  let isMultiline = before !== undefined;
  while (at < line.length) {
    if (state !== undefined) {
      const end = endOfSpan(line, at, state);
      text += paint[state.kind](line.slice(at, end.at));
      at = end.at;
      if (end.closed || !isMultiline) state = undefined;
      continue;
    }
    if (language.lineComments.some((mark) => startsComment(line, at, mark))) {
      return { text: text + colors.dim(line.slice(at)), state: undefined };
    }
    const opened = openedSpan(line, at, language);
    if (opened !== undefined) {
      text += paint[opened.state.kind](line.slice(at, at + opened.length));
      at += opened.length;
      state = opened.state;
      isMultiline = opened.multiline;
      continue;
    }
    const token = match(wordPattern, line, at) ?? match(numberPattern, line, at) ?? line[at]!;
    if (/^\d/.test(token)) text += colors.yellow(token);
    else if (language.keywords.has(language === sql ? token.toLowerCase() : token))
      text += colors.magenta(token);
    else text += token;
    at += token.length;
  }
  return { text, state: isMultiline ? state : undefined };
}

function diffLine(line: string, colors: Colors): string {
  if (line === "") return line;
  if (line.startsWith("+")) return colors.green(line);
  if (line.startsWith("-")) return colors.red(line);
  return line.startsWith("@@") ? colors.cyan(line) : line;
}

function openedSpan(line: string, at: number, language: Language) {
  const [open, close] = language.blockComment ?? [];
  if (open !== undefined && close !== undefined && line.startsWith(open, at)) {
    return { length: open.length, multiline: true, state: { until: close, kind: "comment" as const } };
  }
  const string = language.strings.find(({ quote }) => line.startsWith(quote, at));
  if (string === undefined) return undefined;
  const { quote, multiline } = string;
  return { length: quote.length, multiline, state: { until: quote, kind: "string" as const } };
}

function endOfSpan(
  line: string,
  from: number,
  state: NonNullable<CodeState>,
): { at: number; closed: boolean } {
  for (let at = from; at < line.length; at += 1) {
    if (state.kind === "string" && line[at] === "\\") at += 1;
    else if (line.startsWith(state.until, at)) return { at: at + state.until.length, closed: true };
  }
  return { at: line.length, closed: false };
}

/** "#" starts a comment only at a word's beginning: not in `$#` or `a#b`. */
function startsComment(line: string, at: number, mark: string): boolean {
  return line.startsWith(mark, at) && (mark !== "#" || at === 0 || /\s/.test(line[at - 1]!));
}

function match(pattern: RegExp, line: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(line)?.[0];
}
