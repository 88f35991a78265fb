import { expect, test } from "bun:test";
import { bold, type Span } from "../../../src/terminal/markdown/style.ts";
import { wrap } from "../../../src/terminal/markdown/wrap.ts";
import { rendered } from "../../fixtures/markdown.ts";

const wrapped = (spans: string | readonly Span[], columns: number): string[] =>
  wrap(typeof spans === "string" ? [{ text: spans, style: 0 }] : spans, columns).map((row) =>
    row.map((span) => span.text).join(""),
  );

test("text wraps at words, and spaces at a row's end are dropped", () => {
  expect(wrapped("one two  three   ", 8)).toEqual(["one two", "three"]);
  expect(wrapped("  indented text", 12)).toEqual(["  indented", "text"]);
  expect(wrapped("a\n\nb", 5)).toEqual(["a", "", "b"]);
});

test("a word stays together, also if its parts differ in style", () => {
  const spans = [
    { text: "some half", style: 0 },
    { text: "bold", style: bold },
    { text: ", word", style: 0 },
  ];
  expect(wrapped(spans, 10)).toEqual(["some", "halfbold,", "word"]);
});

test("a word that is longer than a row is cut at the edge", () => {
  expect(wrapped("a bcdefghij k", 4)).toEqual(["a", "bcde", "fghi", "j k"]);
  expect(wrapped("👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧", 5)).toEqual(["👩‍👩‍👧👩‍👩‍👧", "👩‍👩‍👧"]);
});

test("an address is never cut: the terminal wraps it, so that it can be copied", () => {
  const address = `https://example.org/${"long/".repeat(10)}`;
  expect(rendered(`See (${address}) there`, 20)).toEqual(["See", `(<u>${address}</u>)`, "there"]);
});

test("CJK text wraps at its characters, without punctuation at a row's beginning", () => {
  expect(wrapped("漢字漢字，漢字。English漢字", 8)).toEqual(["漢字漢", "字，漢", "字。", "English", "漢字"]);
  expect(wrapped("文「漢字」文", 4)).toEqual(["文", "「漢", "字」", "文"]);
});
