/** vi's keys on the input line. */
import { describe, expect, test } from "bun:test";
import { reduce } from "../../../src/terminal/input/reducer.ts";
import { type InputState, initialState } from "../../../src/terminal/input/state.ts";
import { context, play } from "../../fixtures/input.ts";

const vi = (text: string, history: readonly string[] = []): InputState =>
  initialState(history, { text, vi: true });

/** Plays normal mode's letters after Escape; "<name>" is a key. */
function normal(text: string, typed: string, history: readonly string[] = []) {
  const keys = Array.from(
    typed.matchAll(/<([^>]+)>|([^<]+)/gs),
    ([, name, letters]) => name ?? `"${letters}"`,
  );
  return play(["escape", ...keys], vi(text, history), context());
}

describe("normal mode", () => {
  test.each([
    // Motions.
    ["one two", "", "one tw|o"],
    ["one two", "0", "|one two"],
    ["one two", "b", "one |two"],
    ["one two", "0w", "one |two"],
    ["one two", "0e", "on|e two"],
    ["one-two x", "0W", "one-two |x"],
    ["one-two x", "0w", "one|-two x"],
    ["  one", "0^", "  |one"],
    ["a(b)c", "0f)", "a(b|)c"],
    ["abcabc", "0tc", "a|bcabc"],
    ["abcabc", "0fc;", "abcab|c"],
    ["abcabc", "Fah,", "abc|abc"],
    ["one two three", "02w", "one two |three"],
    ["a\nbc", "gg", "|a\nbc"],
    ["a\nbc", "ggG", "a\nb|c"],
    ["ab\ncd", "k", "a|b\ncd"],
    // Deleting and changing.
    ["one two", "x", "one t|w"],
    ["one two", "0x", "|ne two"],
    ["one two", "0dw", "|two"],
    ["one two three", "02dw", "|three"],
    ["one two three", "0d2w", "|three"],
    ["one two", "bD", "one| "],
    ["one two", "dd", "|"],
    ["  one\ntwo", "dd", "  |one"],
    ["a\nb\nc", "kdj", "|a"],
    ["a\nb\nc", "dk", "|a"],
    ["a\nb\nc", "dj", "a\nb\n|c"],
    ["a\nb\nc", "kdG", "|a"],
    ["a\nb\nc", "kdgg", "|c"],
    ["a\nb\nc", "kcjnew", "a\nnew|"],
    ["one\ntwo", "0db", "|\ntwo"],
    ["one two\nthree", "k0wdw", "one| \nthree"],
    ["a\nb\nc", "kdd", "a\n|c"],
    ["a\nb\nc", "dd", "a\n|b"],
    ["one two", "0cwsix<escape>", "si|x two"],
    ["one two", "0Cnew", "new|"],
    ["a\nb\nc", "kccnew", "a\nnew|\nc"],
    ["one two three", "bbciwsix", "one six| three"],
    ["one two three", "bbdaw", "one |three"],
    ['say "hi there" now', '0di"', 'say "|" now'],
    ["f(a, (b))", "0fbda(", "f(a, |)"],
    ["f(a, b)", "0faci(x", "f(x|)"],
    ["abc", "0rx", "|xbc"],
    ["abc", "03rx", "xx|x"],
    ["aBc", "0~~", "Ab|c"],
    ["abc", "0sxy", "xy|bc"],
    ["abc", "0dtc", "|c"],
    ["abc", "0dfc", "|"],
    // Yanking and putting.
    ["one two", "0ywP", "one| one two"],
    ["ab", "0xp", "b|a"],
    ["a\nb", "kyyp", "a\n|a\nb"],
    ["one two", "yyp", "one two\n|one two"],
    ["one two", "yy", "one tw|o"],
    ["a\nbc", "ygg", "|a\nbc"],
    ["a", "yy2p", "a\n|a\na"],
    ["one ", "0yw2P", "one one| one "],
    ["ab", "0x3p", "baa|a"],
    ["a\nb", "ddP", "|b\na"],
    // Undo, redo, repeat.
    ["one two", "0dwu", "|one two"],
    ["one two three", "0dw.", "|three"],
    ["one two", "0dwu<ctrl+r>", "|two"],
    ["a b c", "0cwx<escape>w.", "x |x c"],
    ["abc", "0x..", "|"],
    // Inserting.
    ["bc", "Ia", "a|bc"],
    ["ab", "Ac", "abc|"],
    ["ac", "0ab", "ab|c"],
    ["a", "ob", "a\nb|"],
    ["b", "Oa", "a|\nb"],
    ["ab", "0i12<escape>x", "1|ab"],
    // What is no command does nothing.
    ["abc", "0dz", "|abc"],
    ["abc", "0fz", "|abc"],
    ["", "xdwpu", "|"],
  ])("%j, then %s: %j", (text, typed, shown) => {
    expect(normal(text, typed).shown).toBe(shown);
  });

  test("j and k go to the history at the first and the last row", () => {
    expect(normal("draft", "k", ["old"]).shown).toBe("ol|d");
    expect(normal("draft", "kj", ["old"]).shown).toBe("draf|t");
  });

  test("Enter submits, Ctrl+C clears, Escape Escape on an empty line edits the last question", () => {
    expect(normal("abc", "<enter>").effect).toEqual({ type: "submit", text: "abc" });
    expect(normal("abc", "<ctrl+c>").effect).toEqual({ type: "cleared", text: "abc" });
    expect(play(["escape", "escape"], vi("")).effect).toEqual({ type: "edit-last" });
  });

  test("/ searches the history", () => {
    expect(normal("", "/app<escape>", ["an apple"]).shown).toBe("an |apple");
  });

  test("a paste is text, not commands", () => {
    const { state } = play(["escape"], vi("ab"));
    expect(reduce(state, { type: "paste", text: "xx" }, context()).state.editor.text).toBe("axxb");
  });
});

test("insert mode has the usual keys", () => {
  expect(play(['"abc"', "ctrl+a", '"x"', "ctrl+k"], vi("")).shown).toBe("x|");
});
