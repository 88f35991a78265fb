/** A wait ends after its time, or immediately when its signal is aborted. */
import { expect, test } from "bun:test";
import { pause, untilAborted } from "../../src/base/pause.ts";

test("a pause ends after its time", async () => {
  await pause(1, undefined);
  await pause(1, new AbortController().signal);
});

test("a pause ends immediately, with the signal's reason, when it is aborted", async () => {
  const ending = new AbortController();
  const waiting = pause(1e9, ending.signal);
  ending.abort(new Error("enough"));
  expect(await waiting.catch((error: unknown) => error)).toEqual(new Error("enough"));
  expect(await pause(1e9, ending.signal).catch((error: unknown) => error)).toEqual(new Error("enough"));
});

test("the wait for work that can't be cancelled ends when the signal is aborted", async () => {
  const ending = new AbortController();
  expect(await untilAborted(Promise.resolve("done"), ending.signal)).toBe("done");
  const waiting = untilAborted(new Promise(() => {}), ending.signal);
  ending.abort(new Error("enough"));
  expect(await waiting.catch((error: unknown) => error)).toEqual(new Error("enough"));
});
