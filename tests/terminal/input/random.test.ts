/** Random keys: the input line equals a simple model, and never breaks. */
import { describe, expect, test } from "bun:test";
import { createColors } from "../../../src/terminal/colors.ts";
import { reduce } from "../../../src/terminal/input/reducer.ts";
import { type InputState, initialState } from "../../../src/terminal/input/state.ts";
import { view } from "../../../src/terminal/input/view.ts";
import type { Key } from "../../../src/terminal/keys.ts";
import { context, keyOf } from "../../fixtures/input.ts";
import { randomFrom } from "../../fixtures/random.ts";

const letters = ["a", "b", " ", "漢", "é", "e\u0301", "👩‍👩‍👧", "🇩🇪", "/", "@", '"', "\\", "."];
const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });
const graphemesOf = (text: string): string[] => Array.from(segmenter.segment(text), ({ segment }) => segment);

/** A list of characters with a cursor: the simplest line that can be edited. */
class Model {
  text = "";
  cursor = 0;
  get #before(): string[] {
    return graphemesOf(this.text.slice(0, this.cursor));
  }
  press(key: string): void {
    const line = this.text;
    const last = this.#before.at(-1) ?? "";
    const next = graphemesOf(line.slice(this.cursor))[0] ?? "";
    if (key === "left") this.cursor -= last.length;
    else if (key === "right") this.cursor += next.length;
    else if (key === "home") this.cursor = 0;
    else if (key === "end") this.cursor = line.length;
    else if (key === "backspace") {
      this.text = line.slice(0, this.cursor - last.length) + line.slice(this.cursor);
      this.cursor -= last.length;
    } else if (key === "delete") {
      this.text = line.slice(0, this.cursor) + line.slice(this.cursor + next.length);
    } else if (key === "ctrl+k") this.text = line.slice(0, this.cursor);
    else if (key === "ctrl+u") {
      this.text = line.slice(this.cursor);
      this.cursor = 0;
    } else {
      const typed = key.slice(1, -1);
      this.text = line.slice(0, this.cursor) + typed + line.slice(this.cursor);
      this.cursor += typed.length;
    }
  }
}

const simpleKeys = ["left", "right", "home", "end", "backspace", "delete", "ctrl+k", "ctrl+u"];
const allKeys = [
  ...simpleKeys,
  ..."enter ctrl+j alt+enter up down alt+up alt+down ctrl+p ctrl+n ctrl+r ctrl+s ctrl+g ctrl+c".split(" "),
  ..."ctrl+d ctrl+w ctrl+y ctrl+t ctrl+_ alt+_ ctrl+x ctrl+e ctrl+l escape tab shift+tab alt+b alt+d".split(
    " ",
  ),
];

describe.each([1, 2, 3, 4, 5, 6])("random keys (%i)", (seed) => {
  test("a line equals the model", () => {
    const random = randomFrom(seed);
    const model = new Model();
    let state = initialState([]);
    for (let count = 0; count < 400; count += 1) {
      const letter = letters[random(letters.length)]!;
      const key = random(2) === 0 ? simpleKeys[random(simpleKeys.length)]! : `"${letter}"`;
      // A flag or a family could be joined with its neighbour: the model types whole words.
      state = reduce(state, keyOf(key), context([])).state;
      model.press(key);
      expect(state.editor).toEqual({ text: model.text, cursor: model.cursor });
    }
  });

  test.each([false, true])("nothing breaks it (vi: %p)", (vi) => {
    const random = randomFrom(seed + 100);
    const colors = createColors({ TERM: "xterm" }, { isTTY: true });
    const viLetters = Array.from("hlwbeWBE0^$fFtT;,iaIAoOxXrsSDCYdcypPuUjkGg.~/123\"'(").map((one) => one);
    const alphabet = vi ? [...letters, ...viLetters] : letters;
    let state = initialState(["one", "two\nlines", "漢字 three"], { vi });
    for (let count = 0; count < 1500; count += 1) {
      const columns = 1 + random(40);
      const pressed = allKeys[random(allKeys.length)]!;
      const key: Key =
        random(3) === 0
          ? { type: "press", name: vi && random(2) === 0 ? "escape" : pressed }
          : { type: random(20) === 0 ? "paste" : "text", text: alphabet[random(alphabet.length)]! };
      const step = reduce(state, key, { ...context(["/help", "/history", "a b"]), columns });
      state = step.state;
      expectSound(state);
      const height = 1 + random(12);
      const frame = view(state, { prompt: "prompt -> ", columns, height, colors });
      expect(frame.rows.length).toBeLessThanOrEqual(height);
      expect(frame.cursor.row).toBeLessThan(frame.rows.length);
      expect(frame.cursor.column).toBeLessThan(columns);
      for (const row of frame.rows) {
        // Only a character wider than the window stands out.

        expect(Bun.stringWidth(row)).toBeLessThanOrEqual(Math.max(columns, 2));
      }
      if (step.effect?.type === "submit") state = initialState(["one", step.effect.text], { vi });
    }
  });

  test("undo to the beginning restores the initial text, and redo the last one", () => {
    const random = randomFrom(seed + 200);
    const keys = simpleKeys.concat("ctrl+w", "ctrl+y", "ctrl+t", "alt+d", "ctrl+j");
    let state = initialState([], { text: "the initial text" });
    for (let count = 0; count < 150; count += 1) {
      const letter = letters[random(3)]!;
      const key = random(2) === 0 ? keys[random(keys.length)]! : `"${letter}"`;
      state = reduce(state, keyOf(key), context([])).state;
    }
    const { text } = state.editor;
    const repeat = (name: string): void => {
      for (let count = 0; count < 200; count += 1) state = reduce(state, keyOf(name), context([])).state;
    };
    repeat("ctrl+_");
    expect(state.editor.text).toBe("the initial text");
    repeat("alt+_");
    expect(state.editor.text).toBe(text);
  });
});

function expectSound({ editor: { text, cursor }, historyIndex, history }: InputState): void {
  expect(cursor).toBeGreaterThanOrEqual(0);
  expect(cursor).toBeLessThanOrEqual(text.length);
  // Never inside a surrogate pair.
  expect(/[\uD800-\uDBFF]$/.test(text.slice(0, cursor))).toBe(false);
  expect(historyIndex).toBeLessThanOrEqual(history.length);
}

test("a key in a draft of a megabyte takes a few milliseconds", () => {
  const text = "some pasted text, and more of it\n".repeat(32_000);
  const colors = createColors({}, {});
  let state = reduce(initialState([]), { type: "paste", text }, context()).state;
  const keys = ['"x"', "up", "up", "left", "backspace", '"y"', "ctrl+_", "end"];
  const start = performance.now();
  for (let round = 0; round < 10; round += 1) {
    for (const key of keys) {
      state = reduce(state, keyOf(key), { ...context(), columns: 80 }).state;
      view(state, { prompt: "prompt -> ", columns: 80, height: 24, colors });
    }
  }
  // A bound that only a quadratic line misses: the bench measures the time itself.
  expect((performance.now() - start) / 80).toBeLessThan(100);
});
