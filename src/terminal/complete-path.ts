/** Completes paths of files for Tab, as typed: with quotes, with escaped spaces, or plain. */
import { type Dirent, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { expandHome } from "../base/paths.ts";
import type { Candidate } from "./input/state.ts";

/** More are not shown; typing narrows the list. */
const maxCandidates = 200;

type Entry = { name: string; kind: "file" | "folder" | "link" };

/** The folder that was read last: a list that narrows reads it once. */
export class PathCompleter {
  #read: { folder: string; entries: readonly Entry[]; at: number } | undefined;
  readonly #now: () => number;

  /** @param now milliseconds of a monotonic clock */
  constructor(now: () => number = performance.now.bind(performance)) {
    this.#now = now;
  }

  /**
   * Paths that begin with the typed text; folders end with a slash, also `..` and `~`. Hidden files
   * need the dot. A path with spaces is inserted in quotes.
   */
  complete(typed: string): Candidate[] {
    const path = unquoted(typed);
    const slash = path.lastIndexOf("/") + 1;
    const [folder, start] = [path.slice(0, slash), path.slice(slash)];
    const read = expandHome(folder) || ".";
    const isShort = start === ".." || path === "~";
    const short = isShort ? [{ value: quoted(`${path}/`, true), label: `${start}/`, isFinal: false }] : [];
    const found = beginning(this.#entries(read), start).map(({ name, kind }) => {
      const isFolder = kind === "link" ? isFolderAt(join(read, name)) : kind === "folder";
      const label = isFolder ? `${name}/` : name;
      return { value: quoted(folder + label, isFolder), label, isFinal: !isFolder };
    });
    return [...short, ...found];
  }

  #entries(folder: string): readonly Entry[] {
    const now = this.#now();
    if (this.#read?.folder !== folder || now - this.#read.at > staleMs) {
      this.#read = { folder, entries: entriesOf(folder), at: now };
    }
    return this.#read.entries;
  }
}

/** A list is typed faster than this; later, files may have come or gone. */
const staleMs = 3000;

function entriesOf(folder: string): Entry[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .map((entry) => ({ name: entry.name, kind: kindOf(entry) }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    // Not a folder, or not readable: there is nothing to offer.
    return [];
  }
}

function kindOf(entry: Dirent): Entry["kind"] {
  if (entry.isSymbolicLink()) return "link";
  return entry.isDirectory() ? "folder" : "file";
}

function isFolderAt(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    // A link to nothing, or to itself.
    return false;
  }
}

/**
 * The first entries whose names begin with this text.
 * @param entries sorted: a folder of 100,000 files is not searched from its beginning for each key
 */
function beginning(entries: readonly Entry[], start: string): Entry[] {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (entries[middle]!.name < start) low = middle + 1;
    else high = middle;
  }
  const found: Entry[] = [];
  for (let index = low; index < entries.length && found.length < maxCandidates; index += 1) {
    const entry = entries[index]!;
    if (!entry.name.startsWith(start)) break;
    if (start !== "" || !entry.name.startsWith(".")) found.push(entry);
  }
  return found;
}

/** The path of a word that may still be typed: its quote may be open. */
function unquoted(typed: string): string {
  const quote = typed[0];
  if (quote === '"' || quote === "'") return typed.slice(1).replace(new RegExp(`${quote}$`), "");
  return typed.replace(/\\([^\w\n.])/g, "$1");
}

/**
 * In quotes if it has a space, a quote, or punctuation at its end, which a message would take for its
 * own. A folder's are left open, since more follows.
 */
function quoted(path: string, isFolder: boolean): string {
  if (!/[\s"'\\]|[.,;:!?)]$/.test(path)) return path;
  if (path.includes('"') && path.includes("'")) return path.replace(/[\s"'\\]/g, "\\$&");
  const quote = path.includes('"') ? "'" : '"';
  return isFolder ? quote + path : quote + path + quote;
}
