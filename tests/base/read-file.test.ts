import { afterAll, describe, expect, test } from "bun:test";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readFailure, readText } from "../../src/base/read-file.ts";

const scratch = mkdtempSync(join(tmpdir(), "anechat-read-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

let made = 0;
const newPath = (): string => join(scratch, `file-${made++}`);

function file(text: string): string {
  const path = newPath();
  writeFileSync(path, text);
  return path;
}

function pipe(): string {
  const path = newPath();
  const { exitCode } = Bun.spawnSync(["mkfifo", path]);
  expect(exitCode).toBe(0);
  return path;
}

const fileOnly = { limit: 1000 };

describe("a file", () => {
  test("is read whole, up to the limit", () => {
    expect(readText(file("héllo\n"), fileOnly)).toBe("héllo\n");
    expect(readText(file(""), fileOnly)).toBe("");
    expect(readText(file("x".repeat(1000)), fileOnly)).toBe("x".repeat(1000));
  });

  test("over the limit is refused before a byte of it is read", () => {
    const path = file("");
    truncateSync(path, 2 ** 40);
    expect(() => readText(path, fileOnly)).toThrow("is too large (1.1 TB; the limit is 1.0 kB)");
  });

  test.skipIf(process.platform !== "linux")("with a reported size of 0 is read to its end", () => {
    expect(readText("/proc/self/status", { limit: 100_000 })).toContain("VmRSS");
  });

  test("that can't be read is an error in words", () => {
    expect(() => readText(join(scratch, "nowhere"), fileOnly)).toThrow("there is no such file");
    const secret = file("x");
    chmodSync(secret, 0);
    // Root may read everything.
    if (process.getuid?.() !== 0)
      expect(() => readText(secret, fileOnly)).toThrow("can't be read: permission denied");
    const loop = newPath();
    symlinkSync(loop, loop);
    expect(() => readText(loop, fileOnly)).toThrow("can't be read: its links lead in a circle");
  });

  test("has the caller's name for it in the message", () => {
    const folder = newPath();
    mkdirSync(folder);
    try {
      readText(folder, fileOnly);
      expect.unreachable();
    } catch (error) {
      expect(readFailure("--grammar: x", error, "usage", "Name a file.")).toMatchObject({
        code: "usage",
        message: "--grammar: x is a folder",
        hint: "Name a file.",
      });
    }
  });
});

describe("what is not a regular file is refused immediately", () => {
  test("a folder", () => {
    expect(() => readText(scratch, fileOnly)).toThrow("is a folder");
  });

  test.skipIf(process.platform === "win32")("a device without an end, also behind a link", () => {
    const link = newPath();
    symlinkSync("/dev/zero", link);
    for (const path of ["/dev/zero", link]) {
      expect(() => readText(path, fileOnly)).toThrow("is a device, not a file");
      expect(() => readText(path, { ...fileOnly, onSilence: () => {} })).toThrow("is a device, not a file");
    }
  });

  test.skipIf(process.platform === "win32")("but the null device is an empty file", () => {
    expect(readText("/dev/null", fileOnly)).toBe("");
  });

  test.skipIf(process.platform === "win32")("a pipe, with or without a writer", async () => {
    const path = pipe();
    expect(() => readText(path, fileOnly)).toThrow("is a pipe, not a file");
    const writer = Bun.spawn(["sh", "-c", 'echo hi > "$0"', path]);
    expect(() => readText(path, fileOnly)).toThrow("is a pipe, not a file");
    writer.kill("SIGKILL");
    await writer.exited;
  });
});

describe.skipIf(process.platform === "win32")("a pipe, where pipes are allowed", () => {
  const withPipes = { limit: 1000, onSilence: () => {} };

  test("is read to its end", async () => {
    const path = pipe();
    const writer = Bun.spawn(["sh", "-c", '{ echo one; echo two; } > "$0"', path]);
    expect(readText(path, withPipes)).toBe("one\ntwo\n");
    await writer.exited;
  });

  test("that is silent is waited for, which is announced once", async () => {
    const path = pipe();
    // The writer waits for a file, which the reader makes when it announces the wait.
    const sign = newPath();
    const script = '{ until [ -e "$1" ]; do sleep 0.01; done; echo late; } > "$0"';
    const writer = Bun.spawn(["sh", "-c", script, path, sign]);
    let announced = 0;
    const onSilence = (): void => {
      announced += 1;
      writeFileSync(sign, "");
    };
    expect(readText(path, { limit: 1000, onSilence })).toBe("late\n");
    expect(announced).toBe(1);
    await writer.exited;
  });

  test("without a writer is an error", () => {
    expect(() => readText(pipe(), withPipes)).toThrow("is a pipe that nothing writes to");
  });

  test("without an end is refused at the limit", async () => {
    const path = pipe();
    const writer = Bun.spawn(["sh", "-c", 'yes > "$0"', path], { stderr: "ignore" });
    expect(() => readText(path, withPipes)).toThrow("is too large (the limit is 1.0 kB)");
    await writer.exited;
  });
});
