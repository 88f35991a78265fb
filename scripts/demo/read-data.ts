/**
 * Reads the text that the demo model learns from and is examined with: lists
 * (.txt), tables (.tsv) and conversations (.jsonl). data/README.md and
 * evaluation/README.md say what each file holds. This file knows formats only.
 *
 * In all of them empty lines and lines that begin with # are skipped. Every
 * error names the file and the line.
 */
import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { type ZodType, z } from "zod";
import { messageOf } from "../../src/base/errors.ts";
import { projectFolder } from "../process.ts";

/** The path of a file in data/. */
export function dataFile(name: string): string {
  return join(import.meta.dir, "data", name);
}

/** Reads when the value is first needed, and once. */
export function once<Value>(read: () => Value): () => Value {
  let kept: { value: Value } | undefined;
  return () => {
    kept ??= { value: read() };
    return kept.value;
  };
}

/** One entry a line, at least one. */
export function readList(path: string): string[] {
  const lines = linesOf(path);
  if (lines.length === 0) throw new Error(`${nameOf(path)} has no entries`);
  return parseLines(path, lines, (line) => {
    if (line.includes("\t")) throw new Error("a list must not contain tabs");
    return trimmed(line);
  });
}

type Layout<Column extends string> = {
  /** As the first line of the file names them. */
  columns: readonly Column[];
  /** May be empty. At the end of a line they may be left out together with their tab. */
  optional?: readonly Column[];
  /** No two rows may have the same here. */
  unique?: Column;
};

/**
 * Cells separated by single tabs, below a line with the names of the columns.
 *
 * @param toRow makes a row of the cells; what it throws is reported with file and line
 */
export function readTable<Column extends string, Row>(
  path: string,
  { columns, optional = [], unique }: Layout<Column>,
  toRow: (cells: Record<Column, string>) => Row,
): Row[] {
  const [header, ...lines] = linesOf(path);
  const title = columns.join("<TAB>");
  if (header === undefined) throw new Error(`${nameOf(path)} is empty: its first line must be ${title}`);
  parseLines(path, [header], (line) => {
    if (line !== columns.join("\t")) throw new Error(`the columns must be ${title}`);
  });
  const seen = new Set<string>();
  return parseLines(path, lines, (line) => {
    const cells = line.split("\t");
    if (cells.length > columns.length) {
      throw new Error(`${cells.length} columns instead of ${columns.length} (${title})`);
    }
    const entries = columns.map((column, index): [Column, string] => {
      const cell = trimmed(cells[index] ?? "");
      if (cell === "" && !optional.includes(column)) throw new Error(`${column} is empty (${title})`);
      return [column, cell];
    });
    const row = Object.fromEntries(entries) as Record<Column, string>;
    if (unique !== undefined) {
      if (seen.has(row[unique])) throw new Error(`the ${unique} "${row[unique]}" appears twice`);
      seen.add(row[unique]);
    }
    return toRow(row);
  });
}

/**
 * A table of wordings by topic, in the order of the file. An unknown topic is an
 * error, and so is a topic without wordings.
 */
export function readWordings<Topic extends string>(
  path: string,
  topics: readonly Topic[],
): Record<Topic, string[]> {
  const wordings = readSomeWordings(path, topics);
  const missing = topics.find((topic) => wordings[topic].length === 0);
  if (missing !== undefined) throw new Error(`${nameOf(path)} has no line with the topic "${missing}"`);
  return wordings;
}

/** The same, where topics may be without wordings. */
export function readSomeWordings<Topic extends string>(
  path: string,
  topics: readonly Topic[],
): Record<Topic, string[]> {
  const wordings = new Map<string, string[]>(topics.map((topic) => [topic, []]));
  readTable(path, { columns: ["topic", "wording"] }, ({ topic, wording }) => {
    const known = wordings.get(topic);
    if (known === undefined) throw new Error(`the topic "${topic}" doesn't exist`);
    known.push(wording);
  });
  return Object.fromEntries(wordings) as Record<Topic, string[]>;
}

/** One JSON value a line, checked by a schema. */
export function readJsonLines<Value>(path: string, schema: ZodType<Value>): Value[] {
  return parseLines(path, linesOf(path), (line) => {
    const result = schema.safeParse(JSON.parse(line));
    if (!result.success) throw new Error(z.prettifyError(result.error));
    return result.data;
  });
}

type Line = { number: number; text: string };

function linesOf(path: string): Line[] {
  return readFileSync(path, "utf8")
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .map((text, index) => ({ number: index + 1, text }))
    .filter(({ text }) => text.trim() !== "" && !text.startsWith("#"));
}

function parseLines<Value>(path: string, lines: readonly Line[], parse: (text: string) => Value): Value[] {
  return lines.map(({ number, text }) => {
    try {
      return parse(text);
    } catch (error) {
      throw new Error(`${nameOf(path)}:${number}: ${messageOf(error)}`, { cause: error });
    }
  });
}

/** A space at an end is invisible in an editor, but would get into the training text. */
function trimmed(text: string): string {
  if (text !== text.trim()) throw new Error(`"${text}" begins or ends with a space`);
  return text;
}

function nameOf(path: string): string {
  const name = relative(projectFolder, path);
  return name.startsWith("..") ? path : name;
}
