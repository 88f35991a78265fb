/** Exit codes and system errors map to error codes. */
import { expect, test } from "bun:test";
import { existsSync, mkdtempSync, readFileSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { constants, tmpdir } from "node:os";
import { join } from "node:path";
import {
  AnechatError,
  errorCodeOf,
  exitCodes,
  messageOf,
  toAnechatError,
  writeFailure,
} from "../../src/base/errors.ts";

test("each exit code maps back to its error, and unknown exit codes are unexpected", () => {
  for (const [code, exitCode] of Object.entries(exitCodes)) {
    expect<string>(errorCodeOf(exitCode)).toBe(code === "ok" ? "unexpected" : code);
  }
  for (const exitCode of [null, 99, 143]) expect(errorCodeOf(exitCode)).toBe("unexpected");
});

const system = (code: string): Error => Object.assign(new Error(`${code}: refused, mkdir '/x'`), { code });

test.each([
  ["ENOSPC", "diskFull"],
  ["EDQUOT", "diskFull"],
  ["EFBIG", "diskFull"],
  ["EROFS", "noAccess"],
  ["EACCES", "noAccess"],
  ["EPERM", "noAccess"],
  ["ENOTEMPTY", "unexpected"],
])("%s becomes %s, wherever it is thrown", (code, kind) => {
  const error = toAnechatError(system(code));
  expect<string>(error.code).toBe(kind);
  expect(error.message).not.toContain(code);
  expect(error.hint?.includes("bug")).toBe(kind === "unexpected");
  const failure = writeFailure("/x", system(code));
  expect(failure.code).toBe(kind === "diskFull" ? "diskFull" : "noAccess");
});

test("no message has the code of a system error, known or not", () => {
  for (const code of [...Object.keys(constants.errno), "ENOTFOUND", "EAI_AGAIN", "EUNHEARDOF"]) {
    for (const message of [code, `${code}: it went wrong, open '/x'`, `${code} /x`]) {
      const error = Object.assign(new Error(message), { code });
      for (const text of [
        messageOf(error),
        writeFailure("/x", error).message,
        toAnechatError(error).message,
      ]) {
        expect(text).not.toMatch(/\bE[A-Z]{3,}\b/);
        expect(text.trim()).not.toBe("");
      }
    }
  }
});

test("a message that only looks like a code stays", () => {
  for (const message of ["EOF in the header", "ECMAScript has no such escape", "Expected a number", "E"]) {
    expect(messageOf(new Error(message))).toBe(message);
  }
  expect(messageOf(new Error("ENOENT: no such file or directory, uv_os_homedir"))).toBe(
    "there is no such file or folder",
  );
});

test("a real error names its path in words", () => {
  const folder = mkdtempSync(join(tmpdir(), "anechat-errors-"));
  const failure = (work: () => unknown): string => {
    try {
      work();
    } catch (error) {
      return messageOf(error);
    }
    return "it did not fail";
  };
  const missing = join(folder, "none");
  expect(failure(() => readFileSync(missing))).toBe(`there is no such file or folder: ${missing}`);
  writeFileSync(join(folder, "a"), "");
  expect(failure(() => rmdirSync(folder))).toBe(`the folder is not empty: ${folder}`);
  rmSync(folder, { recursive: true });
  expect(existsSync(folder)).toBe(false);
});

test("an AnechatError stays the same object", () => {
  const error = new AnechatError("usage", "No.");
  expect(toAnechatError(error)).toBe(error);
});
