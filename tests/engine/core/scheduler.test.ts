import { describe, expect, test } from "bun:test";
import { sharedPrefix } from "../../../src/engine/cache/prefix.ts";
import type { Generation } from "../../../src/engine/core/generation.ts";
import { type Placement, Scheduler, type StepLimits } from "../../../src/engine/core/scheduler.ts";
import { Sequence } from "../../../src/engine/core/sequence.ts";
import { Batch } from "../../../src/llama/context.ts";

const letters = {
  piece: (token: number) => Uint8Array.of(token),
  isControl: () => false,
};

/** A sequence whose first `cachedTokens` are in the KV cache; prefilling, decoding or idle. */
function sequence(
  id: number,
  tokens: number[],
  cachedTokens: number,
  state: "idle" | "prefilling" | "decoding",
): Sequence {
  const made = new Sequence(id);
  made.tokens = tokens;
  made.cachedTokens = cachedTokens;
  if (state !== "idle") {
    made.generation = { requestId: id, isPrefilling: state === "prefilling" } as Generation;
  }
  return made;
}

function place(scheduler: Scheduler, prompt: readonly number[]): Placement | undefined {
  return scheduler.place(({ tokens, cachedTokens }) => {
    return sharedPrefix(tokens.slice(0, cachedTokens), prompt, letters);
  });
}

const range = (length: number, from = 0) => Array.from({ length }, (_, i) => from + i);

describe("a step", () => {
  test("has the next token of every answer first, then prompts up to the batch size", () => {
    const prefilling = sequence(0, range(100), 10, "prefilling");
    const decoding = sequence(1, range(6), 5, "decoding");
    const batch = new Batch(32);
    const scheduled = new Scheduler([prefilling, decoding]).fill(batch, { prefillWhileDecoding: 512 });
    expect(scheduled.map(({ sequence: { id }, count, output }) => ({ id, count, output }))).toEqual([
      { id: 1, count: 1, output: 0 },
      { id: 0, count: 31, output: undefined },
    ]);
    expect(batch.length).toBe(32);
    expect([...batch.positions.subarray(0, 3)]).toEqual([5, 10, 11]);
  });

  test("skips a paused answer, unless there is no other", () => {
    const paused = sequence(0, range(6), 5, "decoding");
    Object.assign(paused.generation as Generation, { pausedUntil: 1000 });
    const decoding = sequence(1, range(6), 5, "decoding");
    const ids = (sequences: Sequence[], now: number) =>
      new Scheduler(sequences)
        .fill(new Batch(32), { prefillWhileDecoding: 512, now })
        .map(({ sequence: { id } }) => id);
    expect(ids([paused, decoding], 999)).toEqual([1]);
    expect(ids([paused, decoding], 1000)).toEqual([0, 1]);
    expect(ids([paused], 999)).toEqual([0]);
    // Beside a paused answer, prompts have the limit for decoding.
    const prefilling = sequence(2, range(20), 0, "prefilling");
    const [chunk] = new Scheduler([paused, prefilling]).fill(new Batch(32), {
      prefillWhileDecoding: 7,
      now: 999,
    });
    expect(chunk).toMatchObject({ sequence: prefilling, count: 7 });
  });

  test("has only a limited number of prompt tokens beside answers, and a full batch without", () => {
    const batch = new Batch(64);
    const first = sequence(0, range(20), 0, "prefilling");
    const second = sequence(1, range(40), 0, "prefilling");
    const decoding = sequence(2, range(6), 5, "decoding");
    const counts = (sequences: Sequence[], limits: Partial<StepLimits> = {}) =>
      new Scheduler(sequences)
        .fill(batch, { prefillWhileDecoding: 30, ...limits })
        .map(({ sequence: { id }, count }) => ({ id, count }));
    expect(counts([first, second, decoding])).toEqual([
      { id: 2, count: 1 },
      { id: 0, count: 20 },
      { id: 1, count: 10 },
    ]);
    expect(counts([first, second])).toEqual([
      { id: 0, count: 20 },
      { id: 1, count: 40 },
    ]);
    expect(counts([first, second], { prefillAlone: 25 })).toEqual([
      { id: 0, count: 20 },
      { id: 1, count: 5 },
    ]);
  });

  test("computes logits only for the last token of a prompt", () => {
    const batch = new Batch(32);
    const scheduled = new Scheduler([sequence(0, range(5), 0, "prefilling")]).fill(batch, {
      prefillWhileDecoding: 512,
    });
    expect(scheduled[0]?.output).toBe(4);
    expect([...batch.outputs.subarray(0, 5)]).toEqual([0, 0, 0, 0, 1]);
  });

  /** A prompt whose tokens from `next` on are to be scored. */
  const scored = (id: number, tokens: number, cachedTokens: number, next = cachedTokens): Sequence => {
    const made = sequence(id, range(tokens), cachedTokens, "prefilling");
    Object.assign(made.generation as Generation, { nextScored: next });
    return made;
  };

  test("computes logits for each token that is scored, and leaves an output for each sequence", () => {
    const batch = new Batch(64);
    const decoding = sequence(0, range(6), 5, "decoding");
    const plain = sequence(1, range(8), 0, "prefilling");
    const limits = { prefillWhileDecoding: 512, outputs: 16 };
    const scheduled = new Scheduler([decoding, plain, scored(2, 100, 10), scored(3, 100, 0)]).fill(
      batch,
      limits,
    );
    expect(scheduled.map(({ sequence: { id }, start, count, output }) => [id, start, count, output])).toEqual(
      [
        [0, 0, 1, 0],
        [1, 1, 8, 8],
        // Its own output and the 12 spare ones.
        [2, 9, 13, undefined],
        [3, 22, 1, undefined],
      ],
    );
    expect(batch.outputCount).toBe(16);
    expect([...batch.outputs.subarray(9, 23)].every(Boolean)).toBe(true);
  });

  test("computes no logits again for tokens that were scored before they were lost", () => {
    const batch = new Batch(64);
    const [chunk] = new Scheduler([scored(0, 100, 0, 30)]).fill(batch, {
      prefillWhileDecoding: 512,
      outputs: 4,
    });
    expect(chunk).toMatchObject({ start: 0, count: 34, output: undefined });
    expect([...batch.outputs.subarray(0, 34)].findIndex(Boolean)).toBe(30);
    expect(batch.outputCount).toBe(4);
  });

  test("scores one token where there is no output but its own", () => {
    const batch = new Batch(64);
    const [chunk] = new Scheduler([scored(0, 100, 0)]).fill(batch, { prefillWhileDecoding: 512, outputs: 1 });
    expect(chunk?.count).toBe(1);
  });
});

test("a step ends where a checkpoint is planned", () => {
  const prefilling = sequence(0, range(100), 10, "prefilling");
  prefilling.plannedCheckpoints = [10, 17, 90];
  const fill = () => new Scheduler([prefilling]).fill(new Batch(32), { prefillWhileDecoding: 512 });
  expect(fill()[0]).toMatchObject({ count: 7, output: undefined });
  prefilling.cachedTokens = 90;
  expect(fill()[0]).toMatchObject({ count: 10, output: 9 });
});

describe("a request", () => {
  test("replaces the shortest of the conversations that share the same prefix", () => {
    const scheduler = new Scheduler([
      sequence(0, range(200), 200, "idle"),
      sequence(1, range(60), 60, "idle"),
      sequence(2, range(90), 90, "idle"),
    ]);
    const placement = place(scheduler, [...range(40), 7]);
    expect(placement).toMatchObject({ prefix: { cached: 40 }, copyFrom: undefined });
    expect(placement?.sequence.id).toBe(1);
  });

  test("gets the idle sequence that shares its prefix", () => {
    const scheduler = new Scheduler([
      sequence(0, range(50), 50, "idle"),
      sequence(1, range(50, 100), 50, "idle"),
    ]);
    const placement = place(scheduler, [...range(40, 100), 7]);
    expect(placement).toMatchObject({ prefix: { cached: 40, prompt: 40 } });
    expect(placement?.sequence.id).toBe(1);
  });

  test("shares the prefix of a busy sequence", () => {
    const scheduler = new Scheduler([sequence(0, range(60), 60, "decoding"), sequence(1, [], 0, "idle")]);
    const placement = place(scheduler, [...range(50), 99]);
    expect(placement?.sequence.id).toBe(1);
    expect(placement?.copyFrom?.id).toBe(0);
    expect(placement?.prefix.cached).toBe(50);
  });

  test("replaces no other conversation while there is an empty sequence", () => {
    const scheduler = new Scheduler([sequence(0, range(50), 50, "idle"), sequence(1, [], 0, "idle")]);
    expect(place(scheduler, [200, 201])?.sequence.id).toBe(1);
  });

  test("truncates no conversation that shares its prefix while there is an empty sequence", () => {
    const scheduler = new Scheduler([sequence(0, range(100), 100, "idle"), sequence(1, [], 0, "idle")]);
    const other = place(scheduler, [...range(50), 200]);
    expect([other?.sequence.id, other?.copyFrom?.id, other?.prefix.cached]).toEqual([1, 0, 50]);
    // The same conversation continues in its sequence, even if its last message was edited.
    const same = place(scheduler, [...range(90), 200]);
    expect([same?.sequence.id, same?.copyFrom]).toEqual([0, undefined]);
  });

  test("waits while all sequences are busy", () => {
    const scheduler = new Scheduler([sequence(0, range(5), 5, "decoding")]);
    expect(place(scheduler, [1])).toBeUndefined();
  });
});
