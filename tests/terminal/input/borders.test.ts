/** The cursor stands between what users see as characters, whatever is typed or removed there. */
import { describe, expect, test } from "bun:test";
import { reduce } from "../../../src/terminal/input/reducer.ts";
import { initialState } from "../../../src/terminal/input/state.ts";
import { context, keyOf, play } from "../../fixtures/input.ts";
import { randomFrom } from "../../fixtures/random.ts";

describe("characters that join", () => {
  test.each([
    [['"🇪 🇩"', "left", "backspace", '"🇫"'], "🇪🇩🇫|"],
    [['"\u0301x"', "home", '"e"'], "e\u0301|x"],
    [['"🇪x"', "home", '"🇩"'], "🇩🇪|x"],
    [['"🇩 🇪"', "left", "backspace"], "🇩🇪|"],
    [['"a\n\u0301b"', "up", "delete"], "a\u0301|b"],
    [['"a👩 👩"', "left", "left", '"\u200d"', "delete"], "a👩\u200d👩|"],
  ])("%j gives %s: the cursor is never inside one", (keys, shown) => {
    const { text, cursor } = play(keys).state.editor;
    const borders = Array.from(
      new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(text),
      ({ index }) => index,
    );
    expect([...borders, text.length]).toContain(cursor);
    expect(text).toBe(shown.replace("|", ""));
  });

  test.each([1, 2, 3])("random text that joins (%i)", (seed) => {
    const random = randomFrom(seed);
    const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });
    const letters = [
      "a",
      " ",
      "\u0301",
      "e\u0301",
      "🇩",
      "🇪",
      "\u200d",
      "👩",
      "👩‍👩‍👧",
      "ᄒ",
      "ᅡ",
      "한",
      "\u0600",
      "/",
    ];
    const keys = "left right home end up down backspace delete alt+b alt+f ctrl+w alt+d ctrl+k ctrl+y ctrl+t";
    const names = [...keys.split(" "), "ctrl+j", "ctrl+_"];
    let state = initialState([]);
    for (let count = 0; count < 600; count += 1) {
      const key = random(2) === 0 ? names[random(names.length)]! : `"${letters[random(letters.length)]}"`;
      state = reduce(state, keyOf(key), context([], 20)).state;
      const { text, cursor } = state.editor;
      const borders = Array.from(segmenter.segment(text), ({ index }) => index);
      expect([...borders, text.length]).toContain(cursor);
    }
  });
});

describe("words", () => {
  test.each([
    ["ctrl+w", ""],
    ["alt+backspace", ""],
    ["alt+b", "x"],
  ])("%s is quick after a word of a megabyte", (key, kept) => {
    const word = "x".repeat(1_000_000);
    const { state } = play([`"${word} y"`, key, key, '"!"']);
    expect(state.editor.text.replaceAll("x", "")).toBe(kept === "" ? "!" : "! y");
  });

  test("a letter of two code units is one of a word", () => {
    expect(play(['"a 𝒳𝒴 "', "alt+b"]).shown).toBe("a |𝒳𝒴 ");
    expect(play(['"a 𝒳𝒴 "', "ctrl+w"]).shown).toBe("a |");
  });
});

describe("Up and Down", () => {
  test("keep the column over several shorter lines", () => {
    expect(play(['"123456\na\n\nb\n123456"', "left", "up", "up", "up", "up"]).shown).toBe(
      "12345|6\na\n\nb\n123456",
    );
    const back = ["left", "up", "up", "up", "up", "down", "down", "down", "down"];
    expect(play(['"123456\na\n\nb\n123456"', ...back]).shown).toBe("123456\na\n\nb\n12345|6");
  });

  test("aim for a new column after another key", () => {
    expect(play(['"123456\na\n123456"', "up", "home", "down"]).shown).toBe("123456\na\n|123456");
    expect(play(['"123456\na\n123456"', "up", '"b"', "up"]).shown).toBe("12|3456\nab\n123456");
  });

  test("keep it in vi's normal mode, too", () => {
    const state = initialState([], { text: "123456\na\nb\n123456", vi: true });
    expect(play(["escape", '"kkk"'], state).shown).toBe("12345|6\na\nb\n123456");
  });
});
