import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AnechatError } from "../../../src/base/errors.ts";
import { anyEditor, editText } from "../../../src/cli/chat/editor.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "anechat editor-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function program(name: string, script: string): string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

const edited = async (editor: string, text: string) => (await editText(editor, text)).text;

describe.skipIf(process.platform === "win32")("the editor", () => {
  test("is $VISUAL, then $EDITOR, then a common one on PATH", () => {
    program("vi", "");
    const env = { PATH: folder };
    expect(anyEditor({ ...env, VISUAL: "a", EDITOR: "b" })).toBe("a");
    expect(anyEditor({ ...env, VISUAL: "", EDITOR: "b" })).toBe("b");
    expect(anyEditor(env)).toBe("vi");
    program("nano", "");
    expect(anyEditor(env)).toBe("nano");
    expect(() => anyEditor({ PATH: "" })).toThrow("There is no editor: set EDITOR to the name of one");
  });

  test("may have a path with spaces, quotes and arguments", async () => {
    const path = program("ed it.sh", 'for last; do :; done; printf "%s" "$#,$1" > "$last"');
    expect(await edited(path, "draft")).toMatch(/^1,.*message\.md$/);
    expect(await edited(`"${path}" --wait 'two words'`, "draft")).toBe("3,--wait");
  });

  test("gets the draft, and gives the text without the line break at its end", async () => {
    const path = program("append", 'printf " and more\\n" >> "$1"');
    expect(await edited(`"${path}"`, "draft")).toBe("draft and more");
    expect(await edited(`"${path}"`, "line\n")).toBe("line\n and more");
  });

  test.each(["exit 3", 'rm "$1"'])("that fails (%s) is an error with advice", async (script) => {
    const path = program("broken", script);
    const failure = await editText(`"${path}"`, "draft").catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(AnechatError);
    expect((failure as AnechatError).message).toContain("broken");
    expect((failure as AnechatError).message).not.toMatch(/\bE[A-Z]{3,}\b/);
    expect((failure as AnechatError).hint).toContain("EDITOR");
  });

  test("that isn't there is an error without codes of the system", async () => {
    const failure = await editText("no-such-editor", "draft").catch((error: unknown) => error);
    expect((failure as AnechatError).message).toContain('"no-such-editor"');
    expect((failure as AnechatError).message).not.toMatch(/\bE[A-Z]{3,}\b/);
  });
});
