/** What the window itself shows: its title, notifications, and whether it has links. */
import { describe, expect, test } from "bun:test";
import { supportsHyperlinks } from "../../src/terminal/hyperlinks.ts";
import { notifyDone } from "../../src/terminal/notify.ts";
import { WindowTitle } from "../../src/terminal/title.ts";

class Output {
  written = "";

  write(text: string): void {
    this.written += text;
  }
}

describe("the title", () => {
  function open() {
    const output = new Output();
    const listeners = new Set<() => void>();
    const events = {
      on: (_: "exit", listener: () => void) => listeners.add(listener),
      off: (_: "exit", listener: () => void) => listeners.delete(listener),
    };
    return { output, listeners, title: new WindowTitle(output, events) };
  }

  test("says model and chat, and the one before is restored", () => {
    const { output, listeners, title } = open();
    title.set("qwen3", undefined);
    title.set("qwen3", "Bread");
    title.set("qwen3", "Bread");
    title[Symbol.dispose]();
    expect(output.written).toBe("\x1b[22;2t\x1b]2;qwen3\x1b\\\x1b]2;qwen3 · Bread\x1b\\\x1b[23;2t");
    expect(listeners.size).toBe(0);
  });

  test("is restored when the process ends", () => {
    const { output, listeners } = open();
    for (const listener of listeners) listener();
    expect(output.written).toBe("\x1b[22;2t\x1b[23;2t");
  });

  test("can't contain control sequences, and is short", () => {
    const { output, title } = open();
    title.set("a\x07\x1b]52;c;x\x07\n\u202eb", "word ".repeat(100));
    const set = /^\x1b\[22;2t\x1b\]2;([^\x00-\x1f\x7f-\x9f\u202e]*)\x1b\\$/u.exec(output.written)?.[1];
    expect(set).toStartWith("a␇␛]52;c;x␇ <U+202E>b · word");
    expect(Bun.stringWidth(set!)).toBeLessThanOrEqual(80);
  });
});

describe("after long work", () => {
  const after = (milliseconds: number, isFocused: boolean | undefined, env = {}): string => {
    const output = new Output();
    notifyDone({ output, env, isFocused, milliseconds });
    return output.written;
  };

  test("a window in the background rings", () => {
    expect(after(31_000, false)).toBe("\x07");
    expect(after(29_000, false)).toBe("");
    expect(after(31_000, true)).toBe("");
  });

  test("a window that doesn't report its focus rings, too", () => {
    expect(after(31_000, undefined, { TERM: "xterm-kitty" })).toBe("\x07");
  });

  test.each([
    [{ TERM_PROGRAM: "iTerm.app" }, "\x1b]9;anechat: The answer is complete\x07"],
    [{ TERM: "xterm-kitty" }, "\x1b]99;;anechat: The answer is complete\x1b\\"],
    [{ TERM: "foot" }, "\x1b]777;notify;anechat;The answer is complete\x07"],
    [{ TERM: "xterm-kitty", TMUX: "/tmp/tmux" }, "\x07"],
  ])("with %j it is %j", (env, expected) => {
    expect(after(31_000, false, env)).toBe(expected);
  });
});

test.each([
  [{ TERM: "xterm-256color" }, false],
  [{ TERM: "xterm-kitty" }, true],
  [{ TERM: "dumb", WT_SESSION: "1" }, false],
  [{ VTE_VERSION: "5000" }, false],
  [{ VTE_VERSION: "7600" }, true],
  [{ TERM_PROGRAM: "iTerm.app", TERM_PROGRAM_VERSION: "3.0.9" }, false],
  [{ TERM_PROGRAM: "iTerm.app", TERM_PROGRAM_VERSION: "3.5.10" }, true],
  [{ TERM_PROGRAM: "WezTerm", TERM_PROGRAM_VERSION: "20240203-110809-5046fc22" }, true],
  [{ TERM_PROGRAM: "vscode", TERM_PROGRAM_VERSION: "1.104.0" }, true],
  [{ TERM_PROGRAM: "tmux", TERM_PROGRAM_VERSION: "3.3a", TMUX: "x", VTE_VERSION: "7600" }, false],
  [{ TERM_PROGRAM: "tmux", TERM_PROGRAM_VERSION: "3.5a", TMUX: "x" }, true],
  [{ TERM: "screen", STY: "x", KONSOLE_VERSION: "230804" }, false],
  [{ KONSOLE_VERSION: "230804", CI: "true" }, false],
  [{ NO_HYPERLINK: "1", TERM: "xterm-kitty" }, false],
  [{ FORCE_HYPERLINK: "1" }, true],
  [{ FORCE_HYPERLINK: "0", TERM: "xterm-kitty" }, false],
])("links with %j: %p", (env, expected) => {
  expect(supportsHyperlinks(env, { isTTY: true })).toBe(expected);
});

test("a pipe gets no links", () => {
  expect(supportsHyperlinks({ TERM: "xterm-kitty" }, {})).toBe(false);
});
