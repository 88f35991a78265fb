/** The input line is whole on the screen after any keys and any changes of the window's size. */
import { expect, test } from "bun:test";
import { createColors } from "../../../src/terminal/colors.ts";
import { History } from "../../../src/terminal/history.ts";
import { LineEditor } from "../../../src/terminal/input/line-editor.ts";
import { reduce } from "../../../src/terminal/input/reducer.ts";
import { initialState } from "../../../src/terminal/input/state.ts";
import { view } from "../../../src/terminal/input/view.ts";
import { context, keyOf } from "../../fixtures/input.ts";
import { randomFrom } from "../../fixtures/random.ts";
import { Screen } from "../../fixtures/screen.ts";

const colors = createColors({ NO_COLOR: "1" }, {});
const prompt = "prompt -> ";
const commands = ["/clear", "/help", "/history", "/status"];
const typed = ['"word "', '"漢字 "', '"👩‍👩‍👧"', '"a longer text of several words "', '"/h"'];
const pressed = [
  "enter",
  "left",
  "up",
  "down",
  "home",
  "ctrl+w",
  "ctrl+r",
  "tab",
  "ctrl+j",
  "escape",
  "ctrl+_",
];

test.each([true, false])("reflowCursorLine %p", async (reflowCursorLine) => {
  const random = randomFrom(17);
  const one = <T>(choices: readonly T[]): T => choices[random(choices.length)]!;
  for (let round = 0; round < 150; round += 1) {
    const history = History.inMemory();
    for (const text of ["old one", "two\nlines of an old text"]) history.add(text);
    const screen = new Screen(40, 12, { reflowCursorLine });
    screen.write("above\n".repeat(random(14)));
    let state = initialState(history.entries);
    let steps = 0;
    const checked = (): void => {
      const { columns, rows: height } = screen;
      const { rows, cursor } = view(state, { prompt, columns, height: height - 1, colors });
      const shown = screen.lines.slice(-rows.findLastIndex((row) => row.trimEnd() !== "") - 1);
      expect(shown).toEqual(rows.map((row) => row.trimEnd()).slice(0, shown.length));
      expect(screen.cursor.column).toBe(cursor.column);
    };
    const keys = {
      hasBuffered: false,
      buffered: [],
      onBuffered: () => ({ [Symbol.dispose]() {} }),
      next: async () => {
        checked();
        if (random(3) === 0) {
          screen.resize(2 + random(60), 3 + random(14));
          checked();
        }
        steps += 1;
        if (steps > 25) return { type: "end" } as const;
        const within = { ...context(commands, screen.columns), prompt };
        const chosen = keyOf(one(random(2) === 0 ? typed : pressed));
        // A key that ends the reading is replaced by one without effect.
        const ends = reduce(state, chosen, within).effect !== undefined;
        const key = ends ? keyOf("f1") : chosen;
        state = reduce(state, key, within).state;
        return key;
      },
    };
    const editor = new LineEditor({
      keys,
      output: screen,
      colors,
      history,
      complete: context(commands).complete,
      prompt,
    });
    await editor.read();
  }
});
