/** Nothing that was typed is lost: what is not sent is found in the history of the session. */
import { describe, expect, test } from "bun:test";
import { createColors } from "../../../src/terminal/colors.ts";
import { History } from "../../../src/terminal/history.ts";
import { LineEditor } from "../../../src/terminal/input/line-editor.ts";
import { type Key, KeyParser } from "../../../src/terminal/keys.ts";
import { randomFrom } from "../../fixtures/random.ts";
import { Screen } from "../../fixtures/screen.ts";

const up = "\x1b[A";
const down = "\x1b[B";
const ctrlC = "\x03";

/** A line editor whose keys wait to be read, as those that are typed while a model answers. */
function typedAhead(history: History) {
  const parser = new KeyParser();
  const buffered: Key[] = [];
  const keys = {
    buffered,
    onBuffered: () => ({ [Symbol.dispose]() {} }),
    get hasBuffered() {
      return buffered.length > 0;
    },
    next: () => Promise.resolve(buffered.shift() ?? ({ type: "end" } as const)),
  };
  const output = new Screen(400, 100);
  const colors = createColors({ NO_COLOR: "1" }, {});
  const editor = new LineEditor({
    keys,
    output,
    colors,
    history,
    complete: () => ({ from: 0, candidates: [] }),
  });
  return {
    type: (text: string) => void buffered.push(...parser.push(new TextEncoder().encode(text))),
    rows: () => editor.typedAhead.frame(400, 100).rows,
    /** The loop of a chat: an input that is sent joins the history. */
    async send(): Promise<string> {
      const input = await editor.read();
      if (input.type !== "line") throw new Error(`the input ended with ${input.type}`);
      history.add(input.text);
      return input.text;
    },
  };
}

const historyOf = (...entries: string[]): History => {
  const history = History.inMemory();
  for (const entry of entries) history.add(entry);
  return history;
};

describe("a draft", () => {
  test("comes back after another entry was sent", async () => {
    const history = historyOf("old");
    const { type, send } = typedAhead(history);
    type(`a long draft${up}\r`);
    expect(await send()).toBe("old");
    type(`${up}${up}\r`);
    expect(await send()).toBe("a long draft");
  });

  test("comes back after Ctrl+C on another entry", async () => {
    const { type, send } = typedAhead(historyOf("old"));
    type(`a long draft${up}, changed${ctrlC}${up}${up}\r`);
    expect(await send()).toBe("a long draft");
  });

  test("comes back with changed entries, the shown text first", async () => {
    const history = historyOf("one", "two");
    const { type, send } = typedAhead(history);
    type(`draft${up}!${up}?${ctrlC}new\r`);
    expect(await send()).toBe("new");
    expect(history.entries).toEqual(["one", "two", "two!", "draft", "one?", "new"]);
  });

  test("that was only looked past leaves nothing", async () => {
    const history = historyOf("one", "two");
    const { type, send } = typedAhead(history);
    type(`${up}${up}${down}\r`);
    expect(await send()).toBe("two");
    expect(history.entries).toEqual(["one", "two"]);
  });
});

describe("the stored history", () => {
  test("gets a text that Ctrl+C had removed, if it is sent after all", () => {
    const stored: string[] = [];
    const { history } = History.open({ load: () => ["old"], append: (text) => void stored.push(text) });
    history.remember("draft");
    expect(stored).toEqual([]);
    history.add("draft");
    history.add("draft");
    expect(stored).toEqual(["draft"]);
    expect(history.entries).toEqual(["old", "draft"]);
  });
});

describe("what is typed ahead", () => {
  test("is shown with the history that the next prompt has", async () => {
    const { type, rows, send } = typedAhead(historyOf("first"));
    expect(rows()).toEqual([]);
    type("second\r");
    expect(await send()).toBe("second");
    type(up);
    expect(rows()).toEqual(["prompt -> second"]);
    type(up);
    expect(rows()).toEqual(["prompt -> first"]);
  });

  test("is shown as the prompts will read it", async () => {
    const { type, rows, send } = typedAhead(historyOf("old"));
    type(`draft${up}\r${up}${up}!\r`);
    expect(rows()).toEqual(["prompt -> old", "prompt -> draft!", "prompt -> "]);
    expect(await send()).toBe("old");
    expect(await send()).toBe("draft!");
  });

  test.each([1, 2, 3, 4, 5, 6])("any keys are shown as the prompts will read them (%i)", async (seed) => {
    const random = randomFrom(seed);
    const pieces = [
      "a",
      "b ",
      "漢",
      up,
      up,
      down,
      "\r",
      "\x12",
      "a",
      "\x07",
      "\x15",
      "\x17",
      "\x19",
      ctrlC,
      "\x1f",
    ];
    for (let round = 0; round < 40; round += 1) {
      const { type, rows, send } = typedAhead(historyOf("a one", "b two"));
      let shown: readonly string[] = [];
      for (let count = 0; count < 25; count += 1) {
        type(`\x1b[1;3C${pieces[random(pieces.length)]!}`);
        // Looked at in between, as while an answer grows.
        if (random(3) === 0) shown = rows();
      }
      type("\x07\r");
      shown = rows().slice(0, -1);
      for (const row of shown) expect(`prompt -> ${await send()}`.trimEnd()).toBe(row.trimEnd());
    }
  });
});
