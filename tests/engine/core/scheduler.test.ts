import { describe, expect, test } from "bun:test";
import type { Generation } from "../../../src/engine/core/generation.ts";
import { Scheduler, type StepLimits } from "../../../src/engine/core/scheduler.ts";
import { Sequence } from "../../../src/engine/core/sequence.ts";
import { Batch } from "../../../src/llama/context.ts";

const letters = {
  piece: (token: number) => Uint8Array.of(token),
  isControl: () => false,
};

/** A sequence that holds `held` of `tokens`; reading, writing or idle. */
function sequence(
  id: number,
  tokens: number[],
  cachedTokens: number,
  state: "idle" | "reading" | "writing",
): Sequence {
  const made = new Sequence(id);
  made.tokens = tokens;
  made.cachedTokens = cachedTokens;
  if (state !== "idle") {
    made.generation = { requestId: id, isReading: state === "reading" } as Generation;
  }
  return made;
}

const range = (length: number, from = 0) => Array.from({ length }, (_, i) => from + i);

describe("a step", () => {
  test("gives every writing sequence its token before prompts take the rest of the room", () => {
    const reading = sequence(0, range(100), 10, "reading");
    const writing = sequence(1, range(6), 5, "writing");
    const batch = new Batch(32);
    const shares = new Scheduler([reading, writing]).fill(batch, { besideAnswers: 512 });
    expect(shares.map(({ sequence: { id }, count, output }) => ({ id, count, output }))).toEqual([
      { id: 1, count: 1, output: 0 },
      { id: 0, count: 31, output: undefined },
    ]);
    expect(batch.length).toBe(32);
    expect([...batch.positions.subarray(0, 3)]).toEqual([5, 10, 11]);
  });

  test("leaves out an answer that rests, and lets it go on where no other is left", () => {
    const resting = sequence(0, range(6), 5, "writing");
    Object.assign(resting.generation as Generation, { restsUntil: 1000 });
    const writing = sequence(1, range(6), 5, "writing");
    const ids = (sequences: Sequence[], now: number) =>
      new Scheduler(sequences)
        .fill(new Batch(32), { besideAnswers: 512, now })
        .map(({ sequence: { id } }) => id);
    expect(ids([resting, writing], 999)).toEqual([1]);
    expect(ids([resting, writing], 1000)).toEqual([0, 1]);
    expect(ids([resting], 999)).toEqual([0]);
    // It doesn't rest for longer than a piece of a prompt takes.
    const reading = sequence(2, range(20), 0, "reading");
    const [piece] = new Scheduler([resting, reading]).fill(new Batch(32), { besideAnswers: 7, now: 999 });
    expect(piece).toMatchObject({ sequence: reading, count: 7 });
  });

  test("reads no more beside answers than they can wait for, and all it can without them", () => {
    const batch = new Batch(64);
    const first = sequence(0, range(20), 0, "reading");
    const second = sequence(1, range(40), 0, "reading");
    const writing = sequence(2, range(6), 5, "writing");
    const counts = (sequences: Sequence[], limits: Partial<StepLimits> = {}) =>
      new Scheduler(sequences)
        .fill(batch, { besideAnswers: 30, ...limits })
        .map(({ sequence: { id }, count }) => ({ id, count }));
    expect(counts([first, second, writing])).toEqual([
      { id: 2, count: 1 },
      { id: 0, count: 20 },
      { id: 1, count: 10 },
    ]);
    expect(counts([first, second])).toEqual([
      { id: 0, count: 20 },
      { id: 1, count: 40 },
    ]);
    expect(counts([first, second], { alone: 25 })).toEqual([
      { id: 0, count: 20 },
      { id: 1, count: 5 },
    ]);
  });

  test("asks for logits where a prompt is complete, and only there", () => {
    const batch = new Batch(32);
    const shares = new Scheduler([sequence(0, range(5), 0, "reading")]).fill(batch, { besideAnswers: 512 });
    expect(shares[0]?.output).toBe(4);
    expect([...batch.outputs.subarray(0, 5)]).toEqual([0, 0, 0, 0, 1]);
  });
});

describe("a request", () => {
  test("takes the place of the shortest of the conversations that begin like it", () => {
    const scheduler = new Scheduler([
      sequence(0, range(200), 200, "idle"),
      sequence(1, range(60), 60, "idle"),
      sequence(2, range(90), 90, "idle"),
    ]);
    const placement = scheduler.place([...range(40), 7], letters, true);
    expect(placement).toMatchObject({ prefix: { cached: 40 }, copyFrom: undefined });
    expect(placement?.sequence.id).toBe(1);
  });

  test("goes to the free sequence that begins like it", () => {
    const scheduler = new Scheduler([
      sequence(0, range(50), 50, "idle"),
      sequence(1, range(50, 100), 50, "idle"),
    ]);
    const placement = scheduler.place([...range(40, 100), 7], letters, true);
    expect(placement).toMatchObject({ prefix: { cached: 40, prompt: 40 } });
    expect(placement?.sequence.id).toBe(1);
  });

  test("shares the beginning of a busy one", () => {
    const scheduler = new Scheduler([sequence(0, range(60), 60, "writing"), sequence(1, [], 0, "idle")]);
    const placement = scheduler.place([...range(50), 99], letters, true);
    expect(placement?.sequence.id).toBe(1);
    expect(placement?.copyFrom?.id).toBe(0);
    expect(placement?.prefix.cached).toBe(50);
    expect(scheduler.place([...range(50), 99], letters, false)?.copyFrom).toBeUndefined();
  });

  test("leaves other conversations' caches alone while there is an empty sequence", () => {
    const scheduler = new Scheduler([sequence(0, range(50), 50, "idle"), sequence(1, [], 0, "idle")]);
    expect(scheduler.place([200, 201], letters, true)?.sequence.id).toBe(1);
  });

  test("doesn't cut another conversation that begins like it while there is an empty sequence", () => {
    const scheduler = new Scheduler([sequence(0, range(100), 100, "idle"), sequence(1, [], 0, "idle")]);
    const other = scheduler.place([...range(50), 200], letters, true);
    expect([other?.sequence.id, other?.copyFrom?.id, other?.prefix.cached]).toEqual([1, 0, 50]);
    // The same conversation goes on where it is, also with its last words changed.
    const same = scheduler.place([...range(90), 200], letters, true);
    expect([same?.sequence.id, same?.copyFrom]).toEqual([0, undefined]);
  });

  test("waits when every sequence is busy", () => {
    const scheduler = new Scheduler([sequence(0, range(5), 5, "writing")]);
    expect(scheduler.place([1], letters, true)).toBeUndefined();
  });
});
