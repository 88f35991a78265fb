/** A wait ends by itself, or at once when it is to be ended. */
import { expect, test } from "bun:test";
import { pause, untilAborted } from "../../src/base/pause.ts";

test("ends by itself", async () => {
  await pause(1, undefined);
  await pause(1, new AbortController().signal);
});

test("ends at once, with the reason, when it is to be ended", async () => {
  const ending = new AbortController();
  const waiting = pause(1e9, ending.signal);
  ending.abort(new Error("enough"));
  expect(await waiting.catch((error: unknown) => error)).toEqual(new Error("enough"));
  expect(await pause(1e9, ending.signal).catch((error: unknown) => error)).toEqual(new Error("enough"));
});

test("work that nothing can stop is waited for until the signal is aborted", async () => {
  const ending = new AbortController();
  expect(await untilAborted(Promise.resolve("done"), ending.signal)).toBe("done");
  const waiting = untilAborted(new Promise(() => {}), ending.signal);
  ending.abort(new Error("enough"));
  expect(await waiting.catch((error: unknown) => error)).toEqual(new Error("enough"));
});
