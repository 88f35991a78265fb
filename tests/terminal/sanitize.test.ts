import { expect, test } from "bun:test";
import { escapeJson, SanitizerStream, sanitize, sanitizeLine } from "../../src/terminal/sanitize.ts";

const unsafe = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/;

test("control characters become visible", () => {
  expect(sanitize("a\x1b[31mb\x07\x00\x7f")).toBe("a␛[31mb␇␀␡");
  expect(sanitize("\x9b31m\x85")).toBe("<U+009B>31m<U+0085>");
});

test("bidi overrides, line separators, tags and the byte order mark become visible", () => {
  expect(sanitize("\u202Eabc\u2066\u2029\uFEFF\u{E0041}")).toBe(
    "<U+202E>abc<U+2066><U+2029><U+FEFF><U+E0041>",
  );
});

test("escaped JSON has the same value", () => {
  const value = {
    "k\u009b": "a\x1b]0;\x07\x7f\u009b\u202e\u{E0041}\ufeff שלום 👩‍👩‍👧",
    list: ["\n\t\r", "é"],
  };
  for (const json of [JSON.stringify(value), JSON.stringify(value, undefined, 2)]) {
    expect(escapeJson(json)).not.toMatch(unsafe);
    expect(JSON.parse(escapeJson(json))).toEqual(value);
  }
  expect(escapeJson('"שלום é 👩‍👩‍👧"')).toBe('"שלום é 👩‍👩‍👧"');
});

test("ordinary text of any script is unchanged", () => {
  for (const text of ["a\tb\nc", "שלום\u200f!", "نیم\u200cفاصله", "👩‍👩‍👧 é 漢字 🇩🇪", "\u00a0\u202f"]) {
    expect(sanitize(text)).toBe(text);
  }
});

test("carriage returns can't hide the text before them", () => {
  expect(sanitize("hidden\rshown\r\nnext")).toBe("hidden\nshown\nnext");
});

test("broken surrogate pairs become the replacement character", () => {
  expect(sanitize("a\ud800b\udc00")).toBe("a\uFFFDb\uFFFD");
});

test("a line contains no line breaks", () => {
  expect(sanitizeLine("a\r\nb\tc\x1b")).toBe("a␍␊b␉c␛");
});

test("the result doesn't depend on how a stream is cut", () => {
  const text = "a\r\nb\rc\u{E0001}😀\x1b[2J\r";
  for (let cut = 0; cut <= text.length; cut += 1) {
    const stream = new SanitizerStream();
    const pieces = stream.push(text.slice(0, cut)) + stream.push(text.slice(cut)) + stream.end();
    expect(pieces).toBe(sanitize(text));
  }
});

test("no control character passes unchanged", () => {
  let all = "";
  for (let code = 0; code < 0x3000; code += 1) all += String.fromCharCode(code);
  expect(unsafe.test(sanitize(all))).toBe(false);
});
