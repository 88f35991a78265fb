/**
 * Reads the wire format of Protocol Buffers: a sequence of numbered fields. Knows no message
 * types. https://protobuf.dev/programming-guides/encoding/
 */
import { broken } from "./json.ts";

export type Field =
  | { number: number; kind: "integer"; value: number }
  /** 4 or 8 bytes. */
  | { number: number; kind: "fixed"; bytes: Uint8Array }
  /** A string or another message. */
  | { number: number; kind: "bytes"; bytes: Uint8Array };

/**
 * The fields of a message in the order of the file.
 * @param what name of the message for errors
 * @throws AnechatError badModel
 */
export function* protobufFields(message: Uint8Array, what: string): Generator<Field> {
  let at = 0;
  const fail = (): never => broken(`${what} is damaged.`);

  /** Exact up to 2^53. No length in a file is larger, and the integers that we read are small. */
  const varint = (): number => {
    let value = 0;
    for (let index = 0; index < 10; index++) {
      const byte = message[at++];
      if (byte === undefined) return fail();
      value += (byte & 0x7f) * 2 ** (7 * index);
      if (byte < 0x80) return value;
    }
    return fail();
  };

  const take = (length: number): Uint8Array => {
    if (length > message.length - at) fail();
    at += length;
    return message.subarray(at - length, at);
  };

  while (at < message.length) {
    const tag = varint();
    const number = Math.floor(tag / 8);
    if (number === 0 || number >= 2 ** 29) fail();
    switch (tag % 8) {
      case 0:
        yield { number, kind: "integer", value: varint() };
        break;
      case 1:
        yield { number, kind: "fixed", bytes: take(8) };
        break;
      case 2:
        yield { number, kind: "bytes", bytes: take(varint()) };
        break;
      case 5:
        yield { number, kind: "fixed", bytes: take(4) };
        break;
      default:
        // 3 and 4 are groups, which were deprecated long before SentencePiece.
        fail();
    }
  }
}
