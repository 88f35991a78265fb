import { expect, test } from "bun:test";
import { isDumb, keyboardModes, reflowOf } from "../../src/terminal/capabilities.ts";

test.each([
  [{ TERM: "dumb" }, "linux", true],
  [{ TERM: "dumb", INSIDE_EMACS: "29.1,comint" }, "darwin", true],
  [{ TERM: "dumb" }, "win32", true],
  [{ TERM: "emacs" }, "linux", true],
  [{ TERM: "" }, "linux", true],
  [{}, "linux", true],
  // The Windows console has no TERM, but control sequences.
  [{}, "win32", false],
  [{ TERM: "xterm-256color" }, "linux", false],
  [{ TERM: "eterm-color", INSIDE_EMACS: "29.1,term:0.96" }, "linux", false],
] as const)("%j on %s: is it dumb? %p", (env, platform, dumb) => {
  expect(isDumb(env, platform)).toBe(dumb);
});

test.each([
  [{ TERM: "xterm-256color" }, undefined],
  [{ TERM: "xterm-kitty" }, "wraps"],
  [{ TERM: "xterm-256color", VTE_VERSION: "7600" }, "wraps"],
  [{ TERM: "xterm-256color", TERM_PROGRAM: "vscode" }, "cuts"],
  [{ TERM: "xterm-256color", XTERM_VERSION: "XTerm(390)" }, "cuts"],
  [{ TERM: "linux" }, "cuts"],
  [{ TERM: "screen-256color" }, "cuts"],
  [{ TERM: "screen-256color", TMUX: "/run/tmux/default,1,0" }, "wraps"],
  [{ TERM: "xterm-256color", TERM_PROGRAM: "vscode", TMUX: "/run/tmux/default,1,0" }, "wraps"],
] as const)("%j in a narrower window: %p", (env, reflow) => {
  expect(reflowOf(env)).toBe(reflow);
});

const kitty = /\x1b\[>\d+u/;
const modifyOtherKeys = /\x1b\[>4;1m/;

test.each([
  [{ TERM: "xterm-256color" }, true],
  [{ TERM: "tmux-256color", TERM_PROGRAM: "tmux" }, true],
  // These misread the sequences.
  [{ TERM: "linux" }, false],
  [{ TERM: "kmscon" }, false],
  [{ TERM: "xterm-256color", TERM_PROGRAM: "Apple_Terminal" }, false],
  [{ TERM: "xterm-256color", TERMINAL_EMULATOR: "JetBrains-JediTerm" }, false],
] as const)("%j is asked for extended keys: %p", (env, isAsked) => {
  const { on, off } = keyboardModes(env);
  expect([kitty.test(on), modifyOtherKeys.test(on)]).toEqual([isAsked, isAsked]);
  expect([off.includes("\x1b[<u"), off.includes("\x1b[>4m")]).toEqual([isAsked, isAsked]);
});

test("each mode that is switched on is switched off", () => {
  const { on, off } = keyboardModes({ TERM: "xterm-256color" });
  const switches = (text: string, letter: string): string[] =>
    [...text.matchAll(/\x1b\[\?(\d+)([hl])/g)].flatMap(([, mode = "", last]) =>
      last === letter ? [mode] : [],
    );
  expect(switches(on, "h")).toEqual(["2004", "1004"]);
  expect(switches(off, "l").toSorted()).toEqual(["1004", "2004"]);
  expect(off).not.toMatch(/h/);
});
