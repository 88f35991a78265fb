/** /copy: the terminal, and the first tool that works. The tools are scripts on PATH. */
import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { copyToClipboard } from "../../../src/cli/chat/clipboard.ts";
import { copySequence } from "../../../src/terminal/output.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "anechat-clipboard-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** @param script writes to `$out` */
function tool(name: string, script: string): void {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\nout='${join(folder, `${name}.txt`)}'\n${script}\n`);
  chmodSync(path, 0o755);
}

const copied = (name: string): string => readFileSync(join(folder, `${name}.txt`), "utf8");

async function copy(text: string, isTTY = true, term = "xterm"): Promise<{ note: string; written: string }> {
  const written: string[] = [];
  const output = { isTTY, write: (part: string) => written.push(part) };
  const note = await copyToClipboard(text, output, { PATH: folder, TERM: term });
  return { note, written: written.join("") };
}

describe.skipIf(process.platform === "win32")("/copy", () => {
  test("without a tool depends on the terminal", async () => {
    expect(await copy("héllo")).toEqual({
      note: "copied, if the terminal allows it (OSC 52).",
      written: copySequence("héllo"),
    });
  });

  test("uses the first tool that succeeds, besides the terminal", async () => {
    tool("wl-copy", "exit 1");
    tool("xclip", '/bin/cat > "$out"; echo "$@" >> "$out"');
    tool("xsel", '/bin/cat > "$out"');
    const { note, written } = await copy("héllo\n");
    expect(note).toBe("copied by xclip.");
    expect(copied("xclip")).toBe("héllo\n-selection clipboard\n");
    expect(existsSync(join(folder, "xsel.txt"))).toBe(false);
    expect(written).toBe(copySequence("héllo\n"));
  });

  test("does not wait for a tool that ignores the request to end", async () => {
    tool("wl-copy", "trap '' TERM; while :; do /bin/sleep 1; done");
    expect((await copy("x")).note).toBe("copied, if the terminal allows it (OSC 52).");
  });

  test("gives clip.exe UTF-16, as it needs for letters beyond ASCII", async () => {
    tool("clip.exe", '/bin/cat > "$out"');
    expect((await copy("é")).note).toBe("copied by clip.exe.");
    expect(readFileSync(join(folder, "clip.exe.txt")).toString("utf16le")).toBe("\uFEFFé");
  });

  test("writes no control sequence to a dumb terminal or a pipe", async () => {
    const note = "not copied: install wl-copy, xclip or xsel.";
    expect(await copy("x", true, "dumb")).toEqual({ note, written: "" });
    expect(await copy("x", false)).toEqual({ note, written: "" });
  });
});
