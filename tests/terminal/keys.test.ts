import { expect, test } from "bun:test";
import { type Key, KeyParser } from "../../src/terminal/keys.ts";

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

function parse(text: string): Key[] {
  const parser = new KeyParser();
  return [...parser.push(encode(text)), ...parser.flush()];
}

const press = (name: string): Key => ({ type: "press", name });

test.each([
  ["\r", "enter"],
  ["\n", "enter"],
  ["\t", "tab"],
  ["\x7f", "backspace"],
  ["\x08", "backspace"],
  ["\x01", "ctrl+a"],
  ["\x03", "ctrl+c"],
  ["\x1b", "escape"],
  ["\x1b\r", "alt+enter"],
  ["\x1b\n", "alt+enter"],
  ["\x1b[13;2u", "shift+enter"],
  ["\x1b[13;3u", "alt+enter"],
  ["\x1b[13;5u", "ctrl+enter"],
  ["\x1b[13;5:1u", "ctrl+enter"],
  ["\x1b[27;2;13~", "shift+enter"],
  ["\x1b[27;5;13~", "ctrl+enter"],
  ["\x1b[99;5u", "ctrl+c"],
  ["\x1bb", "alt+b"],
  ["\x1b\x7f", "alt+backspace"],
  ["\x1b[A", "up"],
  ["\x1bOA", "up"],
  ["\x1b[1;5C", "ctrl+right"],
  ["\x1b[1;3D", "alt+left"],
  ["\x1b\x1b[D", "alt+left"],
  ["\x1b[H", "home"],
  ["\x1b[1~", "home"],
  ["\x1bOF", "end"],
  ["\x1bOM", "enter"],
  ["\x1b[3~", "delete"],
  ["\x1b[3;5~", "ctrl+delete"],
  ["\x1b[Z", "shift+tab"],
  ["\x1b[", "alt+["],
])("%j is %s", (bytes, name) => {
  expect(parse(bytes)).toEqual([press(name)]);
});

test("unknown sequences, releases and C1 controls type nothing", () => {
  expect(parse("\x1b[?62;c\x1b[13;1:3u\x1b[200;1;1M\x9b\x00")).toEqual([]);
});

test("text is one key, and each control character is one", () => {
  expect(parse("añ漢\x7f👩‍👩‍👧\r")).toEqual([
    { type: "text", text: "añ漢" },
    press("backspace"),
    { type: "text", text: "👩‍👩‍👧" },
    press("enter"),
  ]);
});

test("a paste is one key: sanitized, with its line breaks and keys as text", () => {
  expect(parse("a\x1b[200~x\r\ny\r\x03\x1b[A\x1b[201~b")).toEqual([
    { type: "text", text: "a" },
    { type: "paste", text: "x\ny\n␃␛[A" },
    { type: "text", text: "b" },
  ]);
});

test("Escape and a paste in one read are two keys", () => {
  expect(parse("\x1b\x1b[200~p\x1b[201~")).toEqual([press("escape"), { type: "paste", text: "p" }]);
});

test("a megabyte is one paste, also in small reads", () => {
  const text = "line of text\n".repeat(80_000);
  const bytes = encode(`\x1b[200~${text}\x1b[201~`);
  const parser = new KeyParser();
  const keys: Key[] = [];
  for (let at = 0; at < bytes.length; at += 4096) keys.push(...parser.push(bytes.subarray(at, at + 4096)));
  expect(keys).toEqual([{ type: "paste", text }]);
});

/** Joins adjacent text, which depends on how the reads were cut. */
function joined(keys: readonly Key[]): Key[] {
  const result: Key[] = [];
  for (const key of keys) {
    const last = result.at(-1);
    if (key.type === "text" && last?.type === "text") {
      result[result.length - 1] = { type: "text", text: last.text + key.text };
    } else result.push(key);
  }
  return result;
}

test("however the bytes are cut, the keys are the same", () => {
  const pieces = [
    "a",
    "é漢",
    "👩‍👩‍👧",
    "\x1b[A",
    "\x1b[1;5C",
    "\x1bOH",
    "\x1b\r",
    "\x1bb",
    "\r",
    "\x03",
    "\x1b[27;5;13~",
  ];
  pieces.push("\x1b[200~p\r\n\x1b[20\x1b[201~", "\x1b[13;2u", "\x7f", "\x1b\x1b[D", "\x9b", "\x1b[?1;2c");
  let seed = 42;
  const random = (below: number): number => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed % below;
  };
  for (let round = 0; round < 300; round += 1) {
    let text = "";
    for (let count = random(20); count >= 0; count -= 1) text += pieces[random(pieces.length)]!;
    const bytes = encode(text);
    const parser = new KeyParser();
    const keys: Key[] = [];
    for (let at = 0; at < bytes.length; ) {
      const length = 1 + random(4);
      keys.push(...parser.push(bytes.subarray(at, at + length)));
      at += length;
    }
    keys.push(...parser.flush());
    expect(joined(keys)).toEqual(joined(parse(text)));
  }
});

test("random bytes neither throw nor type a control character", () => {
  let seed = 7;
  const parser = new KeyParser();
  for (let round = 0; round < 3000; round += 1) {
    const bytes = new Uint8Array(1 + (round % 7)).map(() => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      const byte = seed >> 8;
      return byte % 3 === 0 ? 0x1b : byte & 0xff;
    });
    for (const key of parser.push(bytes)) {
      if (key.type === "text") expect(key.text).not.toMatch(/[\x00-\x1f\x7f-\x9f]/);
    }
  }
});
