/** The input line: what keys do, how it looks, and how it reads. */
import { describe, expect, test } from "bun:test";
import { createColors } from "../../../src/terminal/colors.ts";
import { History } from "../../../src/terminal/history.ts";
import { LineEditor } from "../../../src/terminal/input/line-editor.ts";
import { reduce } from "../../../src/terminal/input/reducer.ts";
import { type Completions, initialState, type Step } from "../../../src/terminal/input/state.ts";
import { view } from "../../../src/terminal/input/view.ts";
import type { EndOfInput } from "../../../src/terminal/key-source.ts";
import { type Key, KeyParser } from "../../../src/terminal/keys.ts";
import { context, play } from "../../fixtures/input.ts";
import { Screen } from "../../fixtures/screen.ts";

const colors = createColors({ NO_COLOR: "1" }, {});
const commands = ["/clear", "/help", "/history", "/status"];
const complete = (text: string, cursor: number): Completions => ({
  from: 0,
  candidates: commands
    .filter((command) => command.startsWith(text.slice(0, cursor)))
    .map((value) => ({ value, label: value })),
});

describe("editing", () => {
  test.each([
    [['"abc"'], "abc|"],
    [['"abc"', "left", '"x"'], "abx|c"],
    [['"abc"', "home", "delete"], "|bc"],
    [['"abc"', "ctrl+a", "ctrl+f", "ctrl+d"], "a|c"],
    [['"abc"', "backspace"], "ab|"],
    [['"a👩‍👩‍👧e\u0301"', "left", "backspace"], "a|e\u0301"],
    [['"한국🇩🇪"', "backspace", "left", "left"], "|한국"],
    [['"one two  "', "ctrl+w"], "one |"],
    [['"one/two"', "ctrl+w"], "|"],
    [['"one/two"', "alt+backspace"], "one/|"],
    [['"one two three"', "alt+b", "alt+b"], "one |two three"],
    [['"one two"', "home", "ctrl+right"], "one| two"],
    [['"one two"', "home", "alt+d"], "| two"],
    [['"one two"', "ctrl+left", "ctrl+k"], "one |"],
    [['"one two"', "ctrl+left", "ctrl+u"], "|two"],
    [['"one two"', "ctrl+left", "ctrl+k", "home", "ctrl+y"], "two|one "],
    [['"ab"', "ctrl+t"], "ba|"],
    [['"abc"', "home", "right", "ctrl+t"], "ba|c"],
    [['"a"', "ctrl+t"], "a|"],
    [['"ab"', "f1", "insert", "alt+x"], "ab|"],
    [["left", "backspace", "ctrl+w", "ctrl+k", "delete", "down", "up", "ctrl+y"], "|"],
  ])("%j gives %s", (keys, shown) => {
    expect(play(keys).shown).toBe(shown);
  });
});

describe("several lines", () => {
  test.each([
    [['"a"', "alt+enter", '"b"'], "a\nb|"],
    [['"a"', "shift+enter", '"b"'], "a\nb|"],
    [['"a\\"', "enter", '"b"'], "a\nb|"],
    [['"a\\\\"', "enter"], "a\\\\|"],
    [['"a\nbc"', "home"], "a\n|bc"],
    [['"ab\nc"', "up", "end"], "ab|\nc"],
    [['"abc\nd\nefg"', "up"], "abc\nd|\nefg"],
    [['"漢字\nabc"', "up"], "漢|字\nabc"],
    [['"ab\ncd"', "up", "home", "down"], "ab\n|cd"],
    [['"ab\ncd"', "home", "backspace"], "ab|cd"],
    [['"ab\ncd"', "ctrl+u", "ctrl+u"], "ab\n|"],
  ])("%j gives %j", (keys, shown) => {
    expect(play(keys).shown).toBe(shown);
  });

  test("only a single backslash at the end starts another line", () => {
    expect(play(['"a\\"', "enter"]).effect).toBeUndefined();
    expect(play(['"a\\"', "left", "enter"]).effect).toEqual({ type: "submit", text: "a\\" });
    expect(play(['"a\\\\"', "enter"]).effect).toEqual({ type: "submit", text: "a\\\\" });
  });
});

describe("effects", () => {
  test.each([
    [["enter"], { type: "submit", text: "" }],
    [['"hi"', "left", "enter"], { type: "submit", text: "hi" }],
    [["ctrl+d"], { type: "eof" }],
    [['"x"', "ctrl+d"], undefined],
    [['"x"', "ctrl+c"], { type: "cleared", text: "x" }],
    [["ctrl+c"], undefined],
    [["ctrl+c", "ctrl+c"], { type: "eof" }],
    [["ctrl+c", '"x"', "backspace", "ctrl+c"], undefined],
    [['"x"', "ctrl+c", "ctrl+c"], undefined],
    [["ctrl+c", "left", "ctrl+c"], undefined],
    [["ctrl+c", "f1", "ctrl+c"], undefined],
    [["escape", "up", "escape"], undefined],
    [["escape"], undefined],
    [["escape", "escape"], { type: "edit-last" }],
    [["escape", '"x"', "escape"], undefined],
    [["ctrl+g"], { type: "open-editor" }],
    [['"x"', "ctrl+x", "ctrl+e"], { type: "open-editor" }],
    [["ctrl+x", "ctrl+q", "ctrl+d"], { type: "eof" }],
    [["ctrl+l"], { type: "clear-screen" }],
  ] as const)("%j", (keys, effect) => {
    expect(play(keys).effect).toEqual(effect as Step["effect"]);
  });
});

describe("history", () => {
  const state = initialState(["one", "two\nlines", "three"]);

  test.each([
    [["up"], "three|"],
    [["up", "up"], "two\nlines|"],
    [["up", "up", "up"], "two|\nlines"],
    [["up", "up", "up", "up"], "one|"],
    [["up", "up", "up", "up", "up"], "one|"],
    [['"draft"', "up", "down"], "draft|"],
    [['"draft"', "ctrl+p", "ctrl+p", "ctrl+n", "ctrl+n", "ctrl+n"], "draft|"],
    [["up", '"!"'], "three!|"],
    [['"a\nb"', "up", "up", "down"], "a\nb|"],
    [["up", '"!"', "up", "up", "down", "down"], "three!|"],
    [["up", '"!"', "up", "up", "up", '"?"', "down", "down", "down", "down", "down"], "|"],
    [['"gone"', "ctrl+c", '"new"', "up"], "gone|"],
    [['"gone"', "ctrl+c", '"new"', "up", "down"], "new|"],
  ])("%j gives %j", (keys, shown) => {
    expect(play(keys, state).shown).toBe(shown);
  });
});

describe("view", () => {
  const frame = (keys: readonly string[], columns: number, height = 20) =>
    view(play(keys).state, { prompt: "prompt -> ", columns, height, colors });

  test("the prompt, the text, the cursor behind it", () => {
    expect(frame(['"hi"'], 40)).toEqual({ rows: ["prompt -> hi"], cursor: { row: 0, column: 12 } });
  });

  test("further lines are aligned below the first", () => {
    expect(frame(['"a\nb"', "left"], 40)).toEqual({
      rows: ["prompt -> a", "       -> b"],
      cursor: { row: 1, column: 10 },
    });
  });

  test("a full row puts the cursor on the next", () => {
    expect(frame(['"abcd"'], 14)).toEqual({ rows: ["prompt -> abcd", ""], cursor: { row: 1, column: 0 } });
    expect(frame(['"漢字"'], 14)).toEqual({ rows: ["prompt -> 漢字", ""], cursor: { row: 1, column: 0 } });
  });

  test("wide characters don't straddle the edge", () => {
    expect(frame(['"漢字漢"'], 13)).toEqual({
      rows: ["prompt -> 漢", "字漢"],
      cursor: { row: 1, column: 4 },
    });
  });

  test("control characters are visible, have their shown width, and stay in the text", () => {
    const keys = ['"a\x1b]0;x\x07b\u009bc"'];
    expect(frame(keys, 40)).toEqual({
      rows: ["prompt -> a␛]0;x␇b<U+009B>c"],
      cursor: { row: 0, column: 27 },
    });
    expect(frame(keys, 14).rows).toEqual(["prompt -> a␛]0", ";x␇b<U+009B>c", ""].slice(0, 2));
    expect(play(keys).shown).toBe("a\x1b]0;x\x07b\u009bc|");
  });

  test("control characters in candidates are shown visibly", () => {
    const within = context(["@d/a\x1b[2J.txt", "@d/b\u202e.txt"]);
    const { state } = reduce(initialState([], { text: "@d/" }), { type: "press", name: "tab" }, within);
    const { rows } = view(state, { prompt: "> ", columns: 40, height: 20, colors });
    expect(rows.join("\n")).toContain("@d/a␛[2J.txt  @d/b<U+202E>.txt");
  });

  test("a window narrower than the prompt wraps it too", () => {
    expect(frame(['"ab"'], 4)).toEqual({ rows: ["prom", "pt -", "> ab", ""], cursor: { row: 3, column: 0 } });
    expect(frame(['"漢"'], 1).rows).toHaveLength(12);
  });

  test("the part of a tall input around the cursor is shown", () => {
    const keys = [`"${Array.from({ length: 50 }, (_, line) => `line ${line}`).join("\n")}"`];
    const bottom = frame(keys, 40, 5);
    expect(bottom.rows).toHaveLength(5);
    expect(bottom.rows.at(-1)).toBe("       -> line 49");
    const top = frame([...keys, "ctrl+home"], 40, 5);
    expect(top.rows[0]).toBe("prompt -> line 0");
    expect(top.cursor).toEqual({ row: 0, column: 10 });
  });

  test("candidates are below, each complete, in several rows", () => {
    expect(frame(['"/h"'], 40).rows).toEqual(["prompt -> /h", "/help  /history"]);
    expect(frame(['"/h"'], 12).rows.slice(-2)).toEqual(["/help", "/history"]);
  });

  test("a pasted megabyte has rows in any window, and all of them when it is submitted", () => {
    const narrow = { prompt: "prompt -> ", columns: 1, colors };
    const { state } = play([`"${"x".repeat(1_000_000)}"`]);
    expect(view(state, { ...narrow, height: 5 }).rows).toHaveLength(5);
    const lines = play([`"${"x\n".repeat(500_000)}"`]).state;
    const all = { ...narrow, columns: 80, height: Number.POSITIVE_INFINITY };
    expect(view(lines, all).rows).toHaveLength(500_001);
  });

  test("a pasted megabyte is laid out without delay", () => {
    const { state } = play([`"${"some pasted text\n".repeat(60_000)}"`]);
    for (let key = 0; key < 50; key += 1) {
      expect(view(state, { prompt: "prompt -> ", columns: 80, height: 20, colors }).rows).toHaveLength(20);
    }
  });
});

/** Keys from bytes, one read after another; then the terminal is closed. */
function keysOf(...reads: string[]) {
  const parser = new KeyParser();
  const keys: (Key | EndOfInput)[] = reads.flatMap((read) => parser.push(new TextEncoder().encode(read)));
  keys.push(...parser.flush());
  return {
    hasBuffered: false,
    buffered: [],
    onBuffered: () => ({ [Symbol.dispose]() {} }),
    next: () => Promise.resolve(keys.shift() ?? ({ type: "end" } as const)),
  };
}

describe("LineEditor", () => {
  type Options = ConstructorParameters<typeof LineEditor>[0];
  const editorOn = (screen: Screen, reads: readonly string[], options: Partial<Options> = {}) =>
    new LineEditor({
      keys: keysOf(...reads),
      output: screen,
      colors,
      history: History.inMemory(),
      complete,
      ...options,
    });
  const ask = (screen: Screen, ...reads: string[]) => editorOn(screen, reads).read();

  test("the input stays on the screen, and the cursor is below it", async () => {
    const screen = new Screen(40, 10);
    expect(await ask(screen, "hexllo", "\x1b[D\x1b[D\x1b[D\x7f", "\r")).toEqual({
      type: "line",
      text: "hello",
    });
    expect(screen.lines).toEqual(["prompt -> hello"]);
    expect(screen.cursor).toEqual({ row: 1, column: 0 });
    expect(screen.listenerCount).toBe(0);
  });

  test("pasted lines don't submit, also with a line break at their end", async () => {
    const screen = new Screen(40, 10);
    const result = await ask(screen, "a\x1b[200~1\r2\r\n3\r\x1b[201~4\r");
    expect(result).toEqual({ type: "line", text: "a1\n2\n3\n4" });
    expect(screen.lines).toEqual(["prompt -> a1", "       -> 2", "       -> 3", "       -> 4"]);
  });

  test('""" opens and closes a block', async () => {
    const screen = new Screen(40, 10);
    const result = await ask(screen, '"""one\r', "two\r", '"""\r');
    expect(result).toEqual({ type: "line", text: "one\ntwo" });
    expect(screen.lines).toEqual(['prompt -> """one', "       -> two", '       -> """']);
  });

  test("a tall text is shown in part while it is edited, and completely at the end", async () => {
    const screen = new Screen(30, 6);
    const lines = Array.from({ length: 20 }, (_, line) => `${line} ${"漢字".repeat(9)}`);
    const ups = "\x1b[1;3A".repeat(6);
    const result = await ask(screen, `\x1b[200~${lines.join("\n")}\x1b[201~`, `${ups}\x1b[F!`, "\r");
    expect(result.type).toBe("line");
    expect(screen.lines.join("").replaceAll(/(prompt| {7}) ?-> /g, "")).toBe(
      lines.map((line, index) => (index === 16 ? `${line}!` : line)).join(""),
    );
  });

  test("every frame equals a fresh painting of its state", async () => {
    const keys = [
      "hello 漢字 world",
      "\x1b[A",
      "\x1b[A",
      "x",
      "\x1b[B",
      "\x1b[B",
      "\x1b\r",
      "\x15\x15\x15",
      "\x12",
      "on",
      "\x07",
      "\x15",
      "/h",
      "\t",
      "\t",
      "\x1f",
      "\x0c",
      "y",
    ];
    const history = History.inMemory();
    for (const text of ["old one", "two\nlines"]) history.add(text);
    for (let count = 1; count <= keys.length; count += 1) {
      const screen = new Screen(16, 8);
      await editorOn(screen, keys.slice(0, count), { history }).read();
      const fresh = new Screen(16, 8);
      const parser = new KeyParser();
      const within = { complete, prompt: "prompt -> ", columns: 16 };
      let state = initialState(["old one", "two\nlines"]);
      for (const key of keys.slice(0, count)) {
        const pressed = [...parser.push(new TextEncoder().encode(key)), ...parser.flush()];
        for (const one of pressed) state = reduce(state, one, within).state;
      }
      const { rows } = view(
        { ...state, completion: undefined, search: undefined },
        { prompt: "prompt -> ", columns: 16, height: 99, colors },
      );
      fresh.write(rows.join("\n"));
      expect(screen.lines).toEqual(fresh.lines);
    }
  });

  test("Ctrl+C clears the line and Up brings it back; pressed twice on an empty line it leaves", async () => {
    const screen = new Screen();
    const history = History.inMemory();
    const cleared = await editorOn(screen, ["abc\x03", "\x1b[A", "d\r"], { history }).read();
    expect(cleared).toEqual({ type: "line", text: "abcd" });
    expect(screen.lines).toEqual(["prompt -> abcd"]);
    expect(history.entries).toEqual(["abc"]);
    expect(await ask(new Screen(), "\x03", "a\r")).toEqual({ type: "line", text: "a" });
    expect(await ask(new Screen(), "\x03", "\x03")).toEqual({ type: "eof" });
  });

  test("the first Ctrl+C on an empty line says what the second does", () => {
    const { state } = reduce(initialState([]), { type: "press", name: "ctrl+c" }, context());
    const { rows, cursor } = view(state, { prompt: "> ", columns: 40, height: 20, colors });
    expect(rows).toEqual(["> ", "Press Ctrl+C again to leave"]);
    expect(cursor).toEqual({ row: 0, column: 2 });
  });

  test("Ctrl+D and a closed terminal", async () => {
    expect(await ask(new Screen(), "\x04")).toEqual({ type: "eof" });
    expect(await ask(new Screen(), "abc")).toEqual({ type: "eof" });
  });

  test("Ctrl+L moves the prompt to the top of a cleared screen", async () => {
    const screen = new Screen(40, 10);
    screen.write("before\n");
    await ask(screen, "ab", "\x0c", "c\r");
    expect(screen.lines).toEqual(["prompt -> abc"]);
  });

  test("the text of the editor comes back into the line", async () => {
    const screen = new Screen(40, 10);
    const openEditor = async (text: string) => `${text}, edited\nin two lines`;
    const result = await editorOn(screen, ["draft\x07", "!\r"], { openEditor }).read();
    expect(result).toEqual({ type: "line", text: "draft, edited\nin two lines!" });
    expect(screen.lines).toEqual(["prompt -> draft, edited", "       -> in two lines!"]);
  });

  test("an editor that fails is reported below the line, whose text stays", async () => {
    const screen = new Screen(30, 10);
    let shown: string[] = [];
    const keys = keysOf("draft\x07");
    const watching = {
      ...keys,
      next: () => {
        shown = screen.lines;
        return keys.next();
      },
    };
    const openEditor = () => Promise.reject(new Error("The editor of this user is not there"));
    await editorOn(screen, [], { keys: watching, openEditor }).read();
    expect(shown).toEqual(["prompt -> draft", "The editor of this user is not", " there"]);
  });

  test("a wider window is painted again", async () => {
    const screen = new Screen(14, 10);
    const keys = keysOf("abcdefgh");
    let asked = 0;
    const resizing = {
      ...keys,
      next: () => {
        asked += 1;
        if (asked === 2) screen.resize(40, 10);
        return keys.next();
      },
    };
    await editorOn(screen, [], { keys: resizing }).read();
    expect(screen.lines).toEqual(["prompt -> abcdefgh"]);
  });

  test.each([
    [40, 23, false],
    [40, 23, true],
    [40, 11, false],
    [23, 60, true],
    [60, 59, false],
  ])("a wrapped draft stays whole from %d to %d columns", async (before, after, reflowCursorLine) => {
    for (const rowsAbove of [0, 8]) {
      const screen = new Screen(before, 20, { reflowCursorLine });
      screen.write("above\n".repeat(rowsAbove));
      const draft = Array.from({ length: 30 }, (_, word) => `w${word}漢`).join(" ");
      const keys = keysOf(draft);
      let shown: string[] = [];
      let asked = 0;
      const resizing = {
        ...keys,
        next: () => {
          asked += 1;
          if (asked === 2) screen.resize(after, 20);
          else if (asked === 3) shown = screen.lines;
          return asked === 2 ? Promise.resolve({ type: "press", name: "f1" } as const) : keys.next();
        },
      };
      await editorOn(screen, [], { keys: resizing }).read();
      const start = shown.findLastIndex((row) => row.startsWith("prompt -> ".slice(0, after)));
      // Rows are read without the spaces at their ends.
      const letters = (text: string): string => text.replaceAll(" ", "");
      expect(letters(shown.slice(start).join(""))).toBe(letters(`prompt -> ${draft}`));
      expect(shown.filter((row) => row === "above")).toHaveLength(rowsAbove);
    }
  });

  test("rows and lists below go away, and the cursor is where the next letter goes", async () => {
    const screen = new Screen(30, 10);
    const cursors: unknown[] = [];
    const keys = keysOf("/h", "\t", "e", "\x15", "word ".repeat(12), "\x15");
    const watching = {
      ...keys,
      next: () => {
        cursors.push({ ...screen.cursor });
        return keys.next();
      },
    };
    await editorOn(screen, [], { keys: watching }).read();
    expect(cursors.map((cursor) => (cursor as { column: number }).column)).toEqual([
      10, 12, 12, 13, 10, 10, 10,
    ]);
  });
});

describe("what is typed ahead", () => {
  const ahead = (...reads: string[]) => {
    const parser = new KeyParser();
    const buffered: Key[] = [];
    const listeners: (() => void)[] = [];
    const keys = {
      ...keysOf(),
      buffered,
      onBuffered: (listener: () => void) => {
        listeners.push(listener);
        return { [Symbol.dispose]() {} };
      },
    };
    const editor = new LineEditor({
      keys,
      output: new Screen(40, 10),
      colors,
      history: History.inMemory(),
      complete,
    });
    for (const read of reads) buffered.push(...parser.push(new TextEncoder().encode(read)));
    return { editor, buffered, parser, frame: () => editor.typedAhead.frame(40, 10) };
  };

  test("nothing typed has no rows", () => {
    expect(ahead().frame().rows).toEqual([]);
    expect(ahead("x", "\x7f").frame().rows).toEqual([]);
  });

  test("is shown as the next prompt will show it", () => {
    expect(ahead("hello", "\x1b[D").frame()).toEqual({
      rows: ["prompt -> hello"],
      cursor: { row: 0, column: 14 },
    });
  });

  test("submitted lines are shown above the draft", () => {
    expect(ahead("one\r", "two\r", "th").frame()).toEqual({
      rows: ["prompt -> one", "prompt -> two", "prompt -> th"],
      cursor: { row: 2, column: 12 },
    });
  });

  test("keys are reduced once, and again only when a prompt has taken some", () => {
    const { frame, buffered, parser } = ahead("ab");
    frame();
    buffered.push(...parser.push(new TextEncoder().encode("c")));
    expect(frame().rows).toEqual(["prompt -> abc"]);
    buffered.splice(0, 1);
    expect(frame().rows).toEqual(["prompt -> c"]);
  });
});
