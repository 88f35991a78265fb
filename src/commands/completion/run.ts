/** `anechat completion SHELL` prints a script; `anechat __complete` answers it. */
import { AnechatError, exitCodes } from "../../base/errors.ts";
import type { Io } from "../../cli/io.ts";
import type { Program } from "../../cli/program.ts";
import { sanitizeLine } from "../../terminal/sanitize.ts";
import { bashRows, parseBashLine } from "./bash-line.ts";
import { type Completions, complete } from "./complete.ts";
import { filesRow, type Shell, scripts, shells } from "./scripts.ts";
import { completionSources } from "./sources.ts";

/** @throws AnechatError `usage` for another shell */
export async function completion(shell: string, io: Io): Promise<number> {
  if (!isShell(shell)) {
    throw new AnechatError("usage", `There is no completion for "${shell}"`, {
      hint: `The shells are: ${shells.join(", ")}.`,
    });
  }
  io.stdout.write(scripts[shell]);
  return exitCodes.ok;
}

/**
 * @param args the shell; then, for bash, the line up to the cursor, $COMP_WORDBREAKS and
 *   $COMP_TYPE; for others, the words up to the cursor
 */
export async function answerShell(args: readonly string[], program: Program, io: Io): Promise<number> {
  const [shell, ...rest] = args;
  const sources = completionSources(program.settings, io);
  const answer = (words: readonly string[]): Completions => safe(complete(program.root, words, sources));
  if (shell === "bash") {
    const [text = "", wordBreaks = "", type = ""] = rest;
    const line = parseBashLine(text);
    print(bashRows(answer(line.words.slice(1)), line, { wordBreaks, type }), io);
  } else {
    const { candidates, files } = answer(rest);
    const rows = candidates.map(({ value, about }) => `${value}\t${about}`);
    print(files ? [...rows, filesRow] : rows, io);
  }
  return exitCodes.ok;
}

/** Without the candidates that a terminal can't show as they are. */
function safe({ candidates, files }: Completions): Completions {
  const shown = candidates.filter(({ value }) => sanitizeLine(value) === value);
  return { candidates: shown.map(({ value, about }) => ({ value, about: sanitizeLine(about) })), files };
}

function print(rows: readonly string[], io: Io): void {
  for (const row of rows) io.stdout.write(`${row}\n`);
}

function isShell(name: string): name is Shell {
  return shells.some((shell) => shell === name);
}
