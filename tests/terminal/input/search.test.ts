/** Ctrl+R finds earlier inputs. */
import { describe, expect, test } from "bun:test";
import { createColors } from "../../../src/terminal/colors.ts";
import { initialState } from "../../../src/terminal/input/state.ts";
import { view } from "../../../src/terminal/input/view.ts";
import { play } from "../../fixtures/input.ts";

const history = ["an apple", "a pear", "an apple pie", "An Apple", "a pear"];
const search = (...keys: string[]) => play(keys, initialState(history));

describe("the search", () => {
  test.each([
    [["ctrl+r", '"pp"'], "An A|pple"],
    [["ctrl+r", '"apple"', "ctrl+r"], "an |apple pie"],
    [["ctrl+r", '"apple"', "ctrl+r", "ctrl+r"], "an |apple"],
    [["ctrl+r", '"apple"', "ctrl+r", "ctrl+r", "ctrl+r"], "an |apple"],
    [["ctrl+r", '"apple"', "ctrl+r", "ctrl+r", "ctrl+s"], "an |apple pie"],
    [["ctrl+r", '"Apple"', "ctrl+r"], "An |Apple"],
    [["ctrl+r", '"pie"', "backspace", "backspace"], "a |pear"],
    [["ctrl+r", '"pea"', "ctrl+r"], "a |pear"],
    [["ctrl+r", '"zzz"'], "|"],
  ])("%j shows %s", (keys, shown) => {
    expect(search(...keys).shown).toBe(shown);
  });

  test("Enter submits what it shows", () => {
    expect(search("ctrl+r", '"pie"', "enter").effect).toEqual({ type: "submit", text: "an apple pie" });
  });

  test("Escape and the arrows keep it in the line", () => {
    expect(search("ctrl+r", '"pie"', "escape", '"x"').shown).toBe("an apple x|pie");
    expect(search("ctrl+r", '"pie"', "left", '"x"').shown).toBe("an applex| pie");
    expect(search("ctrl+r", '"pie"', "end", '"!"').shown).toBe("an apple pie!|");
  });

  test("Ctrl+G and Ctrl+C bring the draft back", () => {
    expect(search('"draft"', "left", "ctrl+r", '"pie"', "ctrl+g").shown).toBe("draf|t");
    expect(search('"draft"', "ctrl+r", '"pie"', "ctrl+c").shown).toBe("draft|");
    expect(search('"draft"', "ctrl+r", '"pie"', "ctrl+g", "up").shown).toBe("a pear|");
  });

  test("goes on after Ctrl+Z and fg", () => {
    const step = search("ctrl+r", '"pie"', "resume");
    expect(step.effect).toEqual({ type: "redraw" });
    expect(play(['"s"', "backspace", "ctrl+g"], step.state).shown).toBe("|");
    expect(play(["ctrl+x", "resume", "ctrl+e"]).effect).toEqual({ type: "open-editor" });
  });

  test("what is found is marked, and the words are shown with the cursor behind them", () => {
    const colors = createColors({ TERM: "xterm", NO_COLOR: "1" }, { isTTY: true });
    const options = { prompt: "prompt -> ", columns: 40, height: 10, colors };
    expect(view(search("ctrl+r", '"pie"').state, options)).toEqual({
      rows: ["prompt -> an apple \x1b[7mpie\x1b[27m", "search -> pie"],
      cursor: { row: 1, column: 13 },
    });
    const below = (...keys: string[]) => view(search("ctrl+r", ...keys).state, options).rows[1];
    expect(below('"pies"')).toBe("search -> pies  (nothing found)");
    expect(below('"pie"', "ctrl+r")).toBe("search -> pie  (nothing older)");
    expect(below('"pie"', "ctrl+r", "ctrl+s")).toBe("search -> pie  (nothing newer)");
    expect(below('"apple"', "ctrl+r", "ctrl+r", "ctrl+r", "ctrl+s")).toBe("search -> apple");
  });

  describe("the mark", () => {
    const colors = createColors({ TERM: "xterm" }, { isTTY: true });
    const rows = (entry: string, query: string, columns = 40): string[] => {
      const { state } = play(["ctrl+r", `"${query}"`], initialState([entry]));
      const frame = view(state, { prompt: "prompt -> ", columns, height: 10, colors });
      return frame.rows.slice(0, -1).map((row) => row.replaceAll(/\x1b\[(36|39)m/g, ""));
    };

    test.each([
      ["one\nmore", "m", ["prompt -> one", "       -> <m>ore"]],
      ["a prompt\nb", "p", ["prompt -> a prom<p>t", "       -> b"]],
      ["x\ny -> z", "-> z", ["prompt -> x", "       -> y <-> z>"]],
      ["3\n36", "3", ["prompt -> 3", "       -> <3>6"]],
      ["a\tb\x1bc", "b\x1bc", ["prompt -> a    <b␛c>"]],
    ])("in %j of %j is on the text alone", (entry, query, expected) => {
      const marked = (row: string): string => row.replaceAll("\x1b[7m", "<").replaceAll("\x1b[27m", ">");
      expect(rows(entry, query).map(marked)).toEqual(expected);
    });

    test("continues in the next row", () => {
      expect(rows("abcdef", "bcde", 13)).toEqual(["prompt -> a\x1b[7mbc\x1b[27m", "\x1b[7mde\x1b[27mf"]);
    });
  });
});
