/** Exit codes: what a program that ended tells another. */
import { expect, test } from "bun:test";
import { errorCodeOf, exitCodes } from "../../src/base/errors.ts";

test("each exit code means its error again, and what none reports is unexpected", () => {
  for (const [code, exitCode] of Object.entries(exitCodes)) {
    expect<string>(errorCodeOf(exitCode)).toBe(code === "ok" ? "unexpected" : code);
  }
  for (const exitCode of [null, 99, 143]) expect(errorCodeOf(exitCode)).toBe("unexpected");
});
