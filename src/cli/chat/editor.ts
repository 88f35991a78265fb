/** The user's editor, for text of several lines. */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AnechatError, messageOf } from "../../base/errors.ts";
import type { Environment } from "../../base/paths.ts";
import { typedPaths } from "../../chat/typed-paths.ts";

/** $VISUAL or $EDITOR, which may have quotes and arguments; undefined if there is none. */
export function editorOf(env: Environment): string | undefined {
  return env.VISUAL || env.EDITOR || undefined;
}

/** Editors that every user gets out of again, and the one that POSIX promises. */
const commonEditors = process.platform === "win32" ? ["notepad"] : ["nano", "vi"];

/**
 * The editor that a key opens: the user's, else a common one.
 * @throws AnechatError `usage` if there is none
 */
export function anyEditor(env: Environment): string {
  const path = env.PATH ?? "";
  const editor = editorOf(env) ?? commonEditors.find((name) => Bun.which(name, { PATH: path }) !== null);
  if (editor !== undefined) return editor;
  throw new AnechatError("usage", "There is no editor: set EDITOR to the name of one");
}

export type EditedText = {
  text: string;
  /** A signal ended the editor: the text is what was saved until then. */
  wasKilled: boolean;
};

/**
 * Waits until the editor ends.
 * @param editor a command, whose program and arguments may be quoted
 * @throws AnechatError `usage` if it fails
 */
export async function editText(editor: string, text: string): Promise<EditedText> {
  let folder: string | undefined;
  try {
    folder = mkdtempSync(join(tmpdir(), "anechat-"));
    const path = join(folder, "message.md");
    writeFileSync(path, text, { mode: 0o600 });
    const [program = "", ...args] = typedPaths(editor, isFile);
    const settings = terminalSettings();
    const running = Bun.spawn([program, ...args, path], { stdio: ["inherit", "inherit", "inherit"] });
    const code = await running.exited;
    // An editor that failed may have left the terminal without echo and line breaks.
    if (code !== 0) restoreSettings(settings);
    const edited = readFileSync(path, "utf8").replace(/\n$/, "");
    const isSaved = code > firstSignalStatus && edited !== text;
    if (code !== 0 && !isSaved) throw new Error(`it ended with status ${code}`);
    return { text: edited, wasKilled: code !== 0 };
  } catch (cause) {
    const reason = messageOf(cause);
    throw new AnechatError("usage", `The editor "${editor}" didn't work: ${reason}`, {
      hint: "Set EDITOR to another editor, or leave it empty to edit on the input line.",
      cause,
    });
  } finally {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  }
}

/** A status above is that of a program that a signal has ended, also in a shell (POSIX, "sh"). */
const firstSignalStatus = 128;

/** The settings of the terminal's driver, as stty prints them; undefined where there is no stty. */
function terminalSettings(): string | undefined {
  if (process.platform === "win32" || Bun.which("stty") === null) return undefined;
  const { success, stdout } = Bun.spawnSync(["stty", "-g"], { stdio: ["inherit", "pipe", "ignore"] });
  return success ? stdout.toString().trim() : undefined;
}

function restoreSettings(settings: string | undefined): void {
  if (settings !== undefined) Bun.spawnSync(["stty", settings], { stdio: ["inherit", "ignore", "ignore"] });
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
