/** Exit codes and system errors map to error codes. */
import { expect, test } from "bun:test";
import { AnechatError, errorCodeOf, exitCodes, toAnechatError, writeFailure } from "../../src/base/errors.ts";

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
  expect(error).toMatchObject({ code: kind, message: `${code}: refused, mkdir '/x'` });
  expect(error.hint?.includes("bug")).toBe(kind === "unexpected");
  const failure = writeFailure("/x", system(code));
  expect(failure.code).toBe(kind === "diskFull" ? "diskFull" : "noAccess");
});

test("an AnechatError stays the same object", () => {
  const error = new AnechatError("usage", "No.");
  expect(toAnechatError(error)).toBe(error);
});
