/** Bytes in memory as a source of a file header, for tests of parsers. */
import type { ByteSource } from "../../src/formats/source.ts";

export function memorySource(name: string, bytes: Uint8Array): ByteSource {
  return {
    name,
    size: bytes.length,
    read(target, position) {
      const part = bytes.subarray(position, position + target.length);
      target.set(part);
      return part.length;
    },
  };
}
