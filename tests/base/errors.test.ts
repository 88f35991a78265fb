/** Exit codes: what a program that ended tells another. */
import { expect, test } from "bun:test";
import { AnechatError, errorCodeOf, exitCodes, toAnechatError, writeFailure } from "../../src/base/errors.ts";

test("each exit code means its error again, and what none reports is unexpected", () => {
  for (const [code, exitCode] of Object.entries(exitCodes)) {
    expect<string>(errorCodeOf(exitCode)).toBe(code === "ok" ? "unexpected" : code);
  }
  for (const exitCode of [null, 99, 143]) expect(errorCodeOf(exitCode)).toBe("unexpected");
});

const system = (code: string): Error => Object.assign(new Error(`${code}: it says so, mkdir '/x'`), { code });

test.each([
  ["ENOSPC", "diskFull"],
  ["EDQUOT", "diskFull"],
  ["EFBIG", "diskFull"],
  ["EROFS", "noAccess"],
  ["EACCES", "noAccess"],
  ["EPERM", "noAccess"],
  ["ENOTEMPTY", "unexpected"],
])("%s is %s, wherever it is thrown", (code, kind) => {
  const error = toAnechatError(system(code));
  expect(error).toMatchObject({ code: kind, message: `${code}: it says so, mkdir '/x'` });
  expect(error.hint?.includes("bug")).toBe(kind === "unexpected");
  const failure = writeFailure("/x", system(code));
  expect(failure.code).toBe(kind === "diskFull" ? "diskFull" : "noAccess");
});

test("an error that is one already stays what it is", () => {
  const error = new AnechatError("usage", "No.");
  expect(toAnechatError(error)).toBe(error);
});
