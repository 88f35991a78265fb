/** Undo and redo of the input line. */
import { describe, expect, test } from "bun:test";
import { reduce } from "../../../src/terminal/input/reducer.ts";
import { initialState } from "../../../src/terminal/input/state.ts";
import { context, keyOf, play } from "../../fixtures/input.ts";

describe("undo", () => {
  test.each([
    [['"one"', '" "', '"t"', '"w"', '"o"', "ctrl+_"], "one |"],
    [['"one"', '" "', '"two"', "ctrl+_", "ctrl+_"], "one|"],
    [['"one two"', "ctrl+u", "ctrl+_"], "one two|"],
    [['"one two"', "ctrl+w", '"x"', "ctrl+x", "ctrl+u"], "one |"],
    [['"abc"', "backspace", "backspace", "ctrl+_"], "abc|"],
    [['"abc"', "left", '"x"', "ctrl+_"], "ab|c"],
    [['"a"', "ctrl+_", "ctrl+_"], "|"],
  ])("%j gives %s", (keys, shown) => {
    expect(play(keys).shown).toBe(shown);
  });

  test.each([
    [['"one two"', "ctrl+w", "ctrl+_", "alt+_"], "one |"],
    [['"one two"', "ctrl+w", "ctrl+_", "ctrl+x", "ctrl+r"], "one |"],
    [['"one two"', "ctrl+w", "ctrl+_", '"!"', "alt+_"], "one two!|"],
  ])("redo: %j gives %s", (keys, shown) => {
    expect(play(keys).shown).toBe(shown);
  });

  test.each([
    [['"draft"', "ctrl+u", "up", "down", "ctrl+_"], "draft|"],
    [['"draft"', "up", '"!"', "down", "up", "ctrl+_"], "old|"],
    [['"draft"', "ctrl+u", "ctrl+_", "up", "down", "alt+_"], "|"],
    [['"draft"', "ctrl+r", '"old"', "ctrl+g", "ctrl+_"], "|"],
    [['"a"', "up", "down", '"b"', "ctrl+_"], "a|"],
  ])("goes back in each entry, also after another one was looked at: %j gives %s", (keys, shown) => {
    expect(play(keys, initialState(["old"])).shown).toBe(shown);
  });

  test("in vi's normal mode takes back one command", () => {
    const state = initialState([], { text: "abcd", vi: true });
    expect(play(["escape", '"0"', '"x"', '"x"', '"u"'], state).shown).toBe("|bcd");
    expect(play(["escape", '"0xxu"'], state).shown).toBe("|bcd");
    expect(play(["escape", '"0xxuu"'], state).shown).toBe("|abcd");
  });

  test.each([
    [['"bcwnew words"', "escape", '"u"'], "one |two"],
    [['"cwnew words"', "backspace", "ctrl+w", "escape", '"u"'], "one two"],
    [['"ox y"', "enter", "escape", '"u"'], "one two"],
    [['"A a b"', "escape", '"A c d"', "escape", '"u"'], "one two a b"],
    [['"A a b"', "escape", '"A c d"', "escape", '"uu"'], "one two"],
    [['"bcwnew"', "escape", '"u"', "ctrl+r"], "one new"],
  ])("with vi's keys %j takes back a command with its words: %s", (keys, shown) => {
    const state = initialState([], { text: "one two", vi: true });
    const step = play(["escape", ...keys], state);
    const { text } = step.state.editor;
    expect(shown.includes("|") ? step.shown : text).toBe(shown);
  });

  test("remembers a bounded amount of text, and always the last step", () => {
    const pasted = "some pasted text\n".repeat(60_000);
    let state = reduce(initialState([]), { type: "paste", text: pasted }, context()).state;
    for (let count = 0; count < 100; count += 1) {
      for (const key of ['"hello"', "home", '"x"', "end"]) state = reduce(state, keyOf(key), context()).state;
    }
    const units = state.undo.past.reduce((sum, { text }) => sum + text.length, 0);
    expect(units).toBeLessThanOrEqual(16_000_000);
    const huge = reduce(initialState([]), { type: "paste", text: "x".repeat(17_000_000) }, context()).state;
    const steps = play(["ctrl+k", "left", "backspace", "ctrl+_"], huge);
    expect(steps.state.editor.text).toBe(huge.editor.text);
  });
});
