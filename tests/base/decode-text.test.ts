/** Text that a user gives is decoded as it was written, or refused; never guessed. */
import { expect, test } from "bun:test";
import { decodeText, NotTextError } from "../../src/base/decode-text.ts";

const text = "añ 🌍\r\nZeile 2";
const bytes = (...parts: (string | number[] | Buffer)[]): Uint8Array =>
  Buffer.concat(parts.map((part) => Buffer.from(part as Buffer)));
const bigEndian = Buffer.from(text, "utf16le").swap16();

test.each([
  ["UTF-8", bytes(text)],
  ["UTF-8 with a byte order mark", bytes([0xef, 0xbb, 0xbf], text)],
  ["UTF-16LE, as PowerShell writes it", bytes([0xff, 0xfe], Buffer.from(text, "utf16le"))],
  ["UTF-16BE", bytes([0xfe, 0xff], bigEndian)],
])("%s is read", (_, written) => {
  expect(decodeText(written)).toBe(text);
});

test("nothing is an empty text", () => {
  expect(decodeText(new Uint8Array(0))).toBe("");
});

test.each([
  ["Latin-1", bytes("caf", [0xe9]), "is not text in UTF-8"],
  ["a program", bytes([0x7f], "ELF", [2, 1, 1, 0, 0]), "is not text"],
  ["UTF-16 without a byte order mark", Buffer.from("Hi", "utf16le"), "is not text"],
  ["half a character of UTF-16", bytes([0xff, 0xfe, 0x3d, 0xd8]), "is not text in UTF-16"],
])("%s is refused", (_, written, message) => {
  expect(() => decodeText(written)).toThrow(new NotTextError(message));
});
