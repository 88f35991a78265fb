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
  ["\n", "ctrl+j"],
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
  ["\x1bO", "alt+o"],
  ["\x1f", "ctrl+_"],
  ["\x1c", "ctrl+\\"],
  // Kitty's protocol, with and without the fields that weren't asked for.
  ["\x1b[27u", "escape"],
  ["\x1b[27;1u", "escape"],
  ["\x1b[106;5u", "ctrl+j"],
  ["\x1b[122;5u", "ctrl+z"],
  ["\x1b[92;5u", "ctrl+\\"],
  ["\x1b[13;6u", "ctrl+shift+enter"],
  ["\x1b[122;6u", "ctrl+shift+z"],
  ["\x1b[98;3u", "alt+b"],
  ["\x1b[98;4u", "alt+b"],
  ["\x1b[44:60;4u", "alt+<"],
  ["\x1b[9;2u", "shift+tab"],
  ["\x1b[118;9u", "super+v"],
  ["\x1b[47;5u", "ctrl+_"],
  ["\x1b[45:95;6u", "ctrl+_"],
  ["\x1b[109;5u", "enter"],
  ["\x1b[91;5u", "escape"],
  // Ctrl+C and Alt+F where the layout is Cyrillic.
  ["\x1b[1089::99;5u", "ctrl+c"],
  ["\x1b[1072::102;3u", "alt+f"],
  // Caps lock is 64, num lock 128.
  ["\x1b[99;69u", "ctrl+c"],
  ["\x1b[13;130u", "shift+enter"],
  ["\x1b[1;129A", "up"],
  // A press, a repeat, a text.
  ["\x1b[27;1:1u", "escape"],
  ["\x1b[1;5:2C", "ctrl+right"],
  ["\x1b[99:67:99;5:1;3u", "ctrl+c"],
  // The keypad.
  ["\x1b[57414u", "enter"],
  ["\x1b[57414;2u", "shift+enter"],
  ["\x1b[57417u", "left"],
  ["\x1b[57420;5u", "ctrl+down"],
  ["\x1b[57421u", "pageup"],
  ["\x1b[57424u", "end"],
  ["\x1b[57426u", "delete"],
  ["\x1b[57400;5u", "ctrl+1"],
])("%j is %s", (bytes, name) => {
  expect(parse(bytes)).toEqual([press(name)]);
});

test("unknown sequences, releases, modifiers alone and C1 controls type nothing", () => {
  expect(parse("\x1b[?62;c\x1b[?1u\x1b[13;1:3u\x1b[99;5:3u\x1b[200;1;1M\x9b\x00")).toEqual([]);
  // Caps lock, the left Shift, F13, a media key.
  expect(parse("\x1b[57358u\x1b[57441;2u\x1b[57376u\x1b[57428u")).toEqual([]);
});

test("the keypad's digits and signs are text", () => {
  expect(parse("\x1b[57399u\x1b[57408;129u\x1b[57409u\x1b[57413u")).toEqual(
    ["0", "9", ".", "+"].map((text) => ({ type: "text", text })),
  );
});

test("a line feed is Enter in what was typed before raw mode began, except inside a paste", () => {
  const parser = new KeyParser();
  expect(parser.push(encode("a\n\x1b[200~x\ny\x1b[201~\n"), { lineFeedIsEnter: true })).toEqual([
    { type: "text", text: "a" },
    press("enter"),
    { type: "paste", text: "x\ny" },
    press("enter"),
  ]);
  expect(parser.push(encode("\n"))).toEqual([press("ctrl+j")]);
});

test("focus reports are no keys", () => {
  const parser = new KeyParser();
  expect(parser.focused).toBeUndefined();
  expect(parser.push(encode("a\x1b[Ob"))).toEqual([
    { type: "text", text: "a" },
    { type: "text", text: "b" },
  ]);
  expect(parser.focused).toBe(false);
  parser.push(encode("\x1b[I"));
  expect(parser.focused).toBe(true);
});

test("Escape pressed twice is two keys, also in one read", () => {
  expect(parse("\x1b\x1b")).toEqual([press("escape"), press("escape")]);
  expect(parse("\x1b\x1b[")).toEqual([press("escape"), press("alt+[")]);
});

test("an answer of the terminal to another program types nothing and presses no key", () => {
  const answers = ["\x1b]11;rgb:1e1e/1e1e/1e1e\x07", "\x1b]4;1;rgb:0/0/0\x1b\\", "\x1bP>|XTerm(390)\x1b\\"];
  expect(parse(`a${answers.join("b")}c`)).toEqual([..."abbc"].map((text) => ({ type: "text", text })));
});

test("Alt+] and Alt+P are keys, also before text", () => {
  expect(parse("\x1b]")).toEqual([press("alt+]")]);
  expect(parse("\x1bP")).toEqual([press("alt+p")]);
  expect(parse("\x1b]1 a")).toEqual([press("alt+]"), { type: "text", text: "1 a" }]);
  expect(parse("\x1b]1\r")).toEqual([press("alt+]"), { type: "text", text: "1" }, press("enter")]);
  expect(parse("\x1b]1\x1b")).toEqual([press("alt+]"), { type: "text", text: "1" }, press("escape")]);
});

test.each([
  ["\x1bk", [press("escape"), { type: "text", text: "k" }]],
  ["\x1bAé", [press("escape"), { type: "text", text: "Aé" }]],
  ["\x1bO", [press("escape"), { type: "text", text: "O" }]],
  ["\x1bP", [press("escape"), { type: "text", text: "P" }]],
  ["\x1b\r", [press("alt+enter")]],
  ["\x1b\x7f", [press("alt+backspace")]],
  ["\x1b[A", [press("up")]],
] as const)("for vi's users %j are two keys if it is Escape and a character", (text, keys) => {
  const parser = new KeyParser();
  parser.escapesAlone = true;
  expect([...parser.push(encode(text)), ...parser.flush()]).toEqual([...keys]);
});

test("a sequence that stops in the middle waits for its end, however late it comes", () => {
  const parser = new KeyParser();
  expect(parser.push(encode("\x1b[1;5"))).toEqual([]);
  expect(parser.holdsEscape).toBe(false);
  expect(parser.flush()).toEqual([]);
  expect(parser.push(encode("Cx"))).toEqual([press("ctrl+right"), { type: "text", text: "x" }]);
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

test("line ends of a paste are line breaks, also where the terminal reports them as keys", () => {
  const pasted = "one\x1b[106;5utwo\x1b[13;1uthree\x1b[13ufour\rfive";
  expect(parse(`\x1b[200~${pasted}\x1b[201~`)).toEqual([
    { type: "paste", text: "one\ntwo\nthree\nfour\nfive" },
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

/** A reproducible source of numbers from 0 to below `below`. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return (state >> 8) % below;
  };
}

/** Parses bytes in reads of random lengths. */
function parseInPieces(bytes: Uint8Array, random: (below: number) => number): Key[] {
  const parser = new KeyParser();
  const keys: Key[] = [];
  for (let at = 0; at < bytes.length; ) {
    const length = 1 + random(4);
    keys.push(...parser.push(bytes.subarray(at, at + length)));
    at += length;
  }
  return [...keys, ...parser.flush()];
}

function parseBytes(bytes: Uint8Array): Key[] {
  const parser = new KeyParser();
  return [...parser.push(bytes), ...parser.flush()];
}

test("however the bytes of keys are cut, the keys are the same", () => {
  const pieces = ["a", "é漢", "👩‍👩‍👧", "\x1b[A", "\x1b[1;5C", "\x1bOH", "\x1b\r", "\x1bb", "\r", "\x03"];
  pieces.push("\x1b[27;5;13~", "\x1b[200~p\r\n\x1b[20\x1b[201~", "\x1b[13;2u", "\x7f", "\x1b\x1b[D", "\x9b");
  pieces.push("\x1b[?1;2c", "\x1b[99:67;5:1;99u", "\x1b[57414u", "\x1b[I", "\x1b[O", "\x1bO😀");
  pieces.push("\x1b]11;rgb:0/0\x07", "\x1bP1$r0\x1b\\", "\x1b]", "\x1bP", "\x1b]1");
  const random = randomFrom(42);
  for (let round = 0; round < 300; round += 1) {
    let text = "";
    for (let count = random(20); count >= 0; count -= 1) text += pieces[random(pieces.length)]!;
    expect(joined(parseInPieces(encode(text), random))).toEqual(joined(parse(text)));
  }
});

test("however random bytes are cut, the keys are the same, and none types a control character", () => {
  const random = randomFrom(7);
  // Bytes of sequences come more often than others.
  const frequent = encode("\x1b\x1b[[O]P\\\x070159;:?<~uIAZ \r\n~\x1b[200~\x1b[201~");
  for (let round = 0; round < 3000; round += 1) {
    const bytes = new Uint8Array(random(80)).map(() =>
      random(4) === 0 ? random(256) : frequent[random(frequent.length)]!,
    );
    const keys = parseBytes(bytes);
    expect(joined(parseInPieces(bytes, random))).toEqual(joined(keys));
    for (const key of keys) {
      if (key.type === "text") expect(key.text).not.toMatch(/[\x00-\x1f\x7f-\x9f]/);
      if (key.type === "press")
        expect(key.name).toMatch(/^(super\+|ctrl\+|alt\+|shift\+)*([a-z]{2,}\d?|f\d|.)$/u);
    }
  }
});
