import { expect, test } from "bun:test";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkFreeSpace, freeBytes } from "../../src/hub/disk.ts";

test("free space is checked where the folder will be, before it exists", () => {
  const folder = join(tmpdir(), "not", "made", "yet");
  expect(freeBytes(folder)).toBeGreaterThan(0);
  expect(() => checkFreeSpace(folder, 1)).not.toThrow();
});

test("a download that doesn't fit is refused with both numbers", () => {
  expect(() => checkFreeSpace(tmpdir(), 1e18)).toThrow(
    expect.objectContaining({
      code: "diskFull",
      message: expect.stringMatching(/^The download needs 1000000 TB, but only .* are free/),
    }),
  );
});

test("a disk is never filled to its last byte", () => {
  const free = freeBytes(tmpdir()) ?? 0;
  expect(() => checkFreeSpace(tmpdir(), free)).toThrow("are free");
});
