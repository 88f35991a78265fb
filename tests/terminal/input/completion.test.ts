/** Completion: Tab, and the lists that open by themselves. */
import { describe, expect, test } from "bun:test";
import { createColors } from "../../../src/terminal/colors.ts";
import { type InputContext, initialState } from "../../../src/terminal/input/state.ts";
import { view } from "../../../src/terminal/input/view.ts";
import { context, play } from "../../fixtures/input.ts";

describe("Tab", () => {
  test("inserts what is certain, and then selects in turn", () => {
    expect(play(['"/h"', "tab"]).shown).toBe("/h|");
    expect(play(['"/s"', "tab"]).shown).toBe("/status |");
    expect(play(['"/his"', "tab"]).state.completion).toBeUndefined();
    expect(play(['"/h"', "tab", "tab"]).shown).toBe("/help|");
    expect(play(['"/h"', "tab", "tab", "tab"]).shown).toBe("/history|");
    expect(play(['"/h"', "tab", "tab", "tab", "tab"]).shown).toBe("/h|");
    expect(play(['"/h"', "tab", "shift+tab"]).shown).toBe("/history|");
  });

  test("text that nothing completes stays, and typing goes on after a list", () => {
    expect(play(['"h"', "tab"]).shown).toBe("h|");
    expect(play(['"/zzz"', "tab"]).shown).toBe("/zzz|");
    expect(play(['"/h"', "tab", '"e"']).shown).toBe("/he|");
    expect(play(['"/h"', "tab", "escape"]).state.completion).toBeUndefined();
  });

  test("Enter keeps the selected one without submitting", () => {
    const step = play(['"/h"', "tab", "tab", "enter"]);
    expect(step.shown).toBe("/help |");
    expect(step.effect).toBeUndefined();
    expect(play(['"/h"', "enter"]).effect).toEqual({ type: "submit", text: "/h" });
  });
});

test("moving into a word opens no list, and in vi's normal mode none opens at all", () => {
  expect(labels(['"see @a"', "escape", "left"])).toBeUndefined();
  expect(labels(['"see @a b"', "left", "left"])).toBeUndefined();
  const vi = initialState([], { vi: true });
  const normal = play(['"see @a"', "escape"], vi, mentions).state;
  expect(normal.vi?.mode).toBe("normal");
  expect(normal.completion).toBeUndefined();
  expect(play(['"h"', '"x"'], normal, mentions).state.completion).toBeUndefined();
});

describe("what is certain", () => {
  test.each([
    [["@a👍.txt", "@a👎.txt"], "@a|"],
    [["@👩‍👩‍👧", "@👩‍👩‍👦"], "@|"],
    [["@e.txt", "@e\u0301.txt"], "@|"],
    [["@cafe\u0301 1", "@cafe\u0301 2"], "@cafe\u0301 |"],
    [['@"my notes.txt"', '@"my nothing"'], '@"my not|'],
    [["/root/a.gguf", "/root/b.gguf"], "@|"],
  ])("of %j is %s: whole characters that go on with what is typed", (values, shown) => {
    const complete = () => ({ from: 0, candidates: values.map((value) => ({ value, label: value })) });
    expect(play(['"@"', "tab"], initialState([]), { ...context(), complete }).shown).toBe(shown);
  });

  test("goes on with a word that is typed without its quotes", () => {
    const candidates = ['"my notes.txt"', '"my nothing"'].map((value) => ({ value, label: value }));
    const complete = () => ({ from: 1, candidates });
    expect(play(['"@my\\ n"', "tab"], initialState([]), { ...context(), complete }).shown).toBe('@"my not|');
  });
});

/** Files after "@", as the chat completes them. */
const files = ["a1.txt", "a2.txt", "folder/"];
const mentions: InputContext = {
  ...context(),
  complete: (text, cursor) => {
    const typed = /@(\S*)$/.exec(text.slice(0, cursor))?.[1] ?? "\0";
    return {
      from: cursor - typed.length,
      candidates: files
        .filter((file) => file.startsWith(typed))
        .map((file) => ({ value: file, label: file, isFinal: !file.endsWith("/") })),
    };
  },
};
const labels = (keys: readonly string[]) =>
  play(keys, initialState([]), mentions).state.completion?.candidates.map(({ label }) => label);
const shown = (keys: readonly string[]) => play(keys, initialState([]), mentions).shown;

describe("the list after @", () => {
  test("opens by itself, narrows, and closes when nothing is left", () => {
    expect(labels(['"see @"'])).toEqual(files);
    expect(labels(['"see @a"'])).toEqual(["a1.txt", "a2.txt"]);
    expect(labels(['"see @a"', '"x"'])).toBeUndefined();
    expect(labels(['"me@a"'])).toBeUndefined();
    expect(labels(['"see @a1.txt"'])).toBeUndefined();
  });

  test("is chosen from by arrows and Enter, in the middle of a text, too", () => {
    expect(shown(['"see @"', "down", "enter", '"now"'])).toBe("see @a1.txt now|");
    expect(shown(['"see @"', "up", "enter"])).toBe("see @folder/|");
    expect(
      shown([
        '"see  please"',
        ..."please".split("").map(() => "left"),
        "left",
        '"@a"',
        "down",
        "down",
        "enter",
      ]),
    ).toBe("see @a2.txt| please");
  });

  test("Escape closes it until another word begins", () => {
    expect(labels(['"see @"', "escape", '"a"'])).toBeUndefined();
    expect(labels(['"see @"', "escape", '"a and @"'])).toEqual(files);
  });

  test("nothing chosen: Enter submits", () => {
    expect(play(['"see @a"', "enter"], initialState([]), mentions).effect).toEqual({
      type: "submit",
      text: "see @a",
    });
  });

  test("is below the line, which isn't repeated", () => {
    const colors = createColors({}, {});
    const { state } = play(['"one"', "ctrl+j", '"see @a"', "tab"], initialState([]), mentions);
    expect(view(state, { prompt: "-> ", columns: 40, height: 20, colors }).rows).toEqual([
      "-> one",
      "-> see @a",
      "a1.txt  a2.txt",
    ]);
  });

  test("hints are beside the labels where there is room, and a long list says how much more there is", () => {
    const colors = createColors({}, {});
    const within: InputContext = {
      ...context(),
      complete: () => ({
        from: 0,
        candidates: Array.from({ length: 20 }, (_, index) => ({
          value: `/c${index}`,
          label: `/c${index}`,
          hint: "what it does",
        })),
      }),
    };
    const rows = (keys: readonly string[], columns: number) =>
      view(play(keys, initialState([]), within).state, { prompt: "-> ", columns, height: 20, colors }).rows;
    expect(rows(['"/"'], 40)).toEqual([
      "-> /",
      ...["/c0 ", "/c1 ", "/c2 ", "/c3 ", "/c4 "].map((label) => `${label}  what it does`),
      "… 15 more rows",
    ]);
    expect(rows(['"/"'], 10)[1]).toBe("/c0");
    expect(rows(['"/"', ...Array.from({ length: 9 }, () => "down")], 40)).toContain("/c8   what it does");
  });
});
