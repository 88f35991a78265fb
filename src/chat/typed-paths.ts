/**
 * Reads paths as people type and paste them: quoted, with escaped spaces, as file:// addresses, and
 * several in one line, which is how terminals insert files that are dropped on them.
 */
import { fileURLToPath } from "node:url";

type Word = {
  path: string;
  /** Length of `path` without punctuation at its end that was neither quoted nor escaped. */
  bareLength: number;
  /** Index after the word. */
  end: number;
};

/**
 * The paths of a line: words in the way of a shell. An unpaired quote is a part of its path.
 * @param isFile tells a path with spaces from several paths
 */
export function typedPaths(line: string, isFile: (path: string) => boolean): string[] {
  const whole = line.trim();
  if (whole === "") return [];
  if (isFile(whole)) return [whole];
  const paths: string[] = [];
  for (let at = 0; at < whole.length; ) {
    if (/\s/.test(whole[at] ?? "")) {
      at += 1;
      continue;
    }
    const { path, end } = wordAt(whole, at);
    paths.push(fromAddress(path));
    at = end;
  }
  return paths;
}

/** The path of a line with only one, which may contain spaces without quotes. */
export function typedPath(line: string): string {
  const whole = line.trim();
  const [path = "", ...others] = typedPaths(whole, () => false);
  return others.length === 0 ? path : whole;
}

/** The paths after at signs in a message: @notes.txt, @"my notes.txt", @my\ notes.txt. */
export function mentionedPaths(text: string): string[] {
  const paths = Array.from(text.matchAll(/(?<=^|\s)@(?=\S)/g), ({ index }) => {
    const { path, bareLength } = wordAt(text, index + 1);
    return path.slice(0, bareLength);
  });
  return [...new Set(paths)].filter(Boolean);
}

/** A word that begins here and is not empty. */
function wordAt(text: string, start: number): Word {
  let path = "";
  let bareLength = 0;
  let at = start;
  while (at < text.length && !/\s/.test(text[at] as string)) {
    const character = text[at] as string;
    const close = character === '"' || character === "'" ? text.indexOf(character, at + 1) : -1;
    const quoted = close === -1 ? undefined : text.slice(at + 1, close);
    if (quoted !== undefined && !quoted.includes("\n")) {
      path += quoted;
      bareLength = path.length;
      at = close + 1;
    } else if (/^\\[^\w\n.]/.test(text.slice(at, at + 2))) {
      // A backslash before a letter or a dot separates the folders of a path of Windows.
      path += text[at + 1];
      bareLength = path.length;
      at += 2;
    } else {
      path += character;
      if (!/[.,;:!?)]/.test(character)) bareLength = path.length;
      at += 1;
    }
  }
  return { path, bareLength, end: at };
}

/** A file:// address as a path; anything else, and an address of another machine, stays. */
function fromAddress(path: string): string {
  if (!path.startsWith("file://")) return path;
  try {
    return fileURLToPath(path);
  } catch {
    return path;
  }
}
