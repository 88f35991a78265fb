/** The user's editor, for text of several lines. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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

/**
 * Waits until the editor ends.
 * @returns the edited text
 * @throws AnechatError `usage` if it fails
 */
export async function editText(editor: string, text: string): Promise<string> {
  let folder: string | undefined;
  try {
    folder = mkdtempSync(join(tmpdir(), "anechat-"));
    const path = join(folder, "message.md");
    writeFileSync(path, text, { mode: 0o600 });
    const [program = "", ...args] = typedPaths(editor, existsSync);
    const running = Bun.spawn([program, ...args, path], { stdio: ["inherit", "inherit", "inherit"] });
    const code = await running.exited;
    if (code !== 0) throw new Error(`it ended with status ${code}`);
    return readFileSync(path, "utf8").replace(/\n$/, "");
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
