import { expect, test } from "bun:test";
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fingerprintFiles } from "../../scripts/fingerprint.ts";

test("a folder's fingerprint depends only on the names and contents of the files in it", () => {
  const folder = mkdtempSync(join(tmpdir(), "anechat-test-"));
  try {
    const [inner, file] = [join(folder, "inner"), join(folder, "inner", "file")];
    mkdirSync(inner);
    writeFileSync(file, "one");
    const first = fingerprintFiles(folder);
    writeFileSync(file, "two");
    const second = fingerprintFiles(folder);
    renameSync(file, join(inner, "renamed"));
    const third = fingerprintFiles(folder);
    expect(new Set([first, second, third]).size).toBe(3);

    renameSync(join(inner, "renamed"), file);
    writeFileSync(file, "one");
    expect(fingerprintFiles(folder)).toBe(first);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
