import { beforeAll, describe, expect, test } from "bun:test";
import { Batch, Context, ThreadPool } from "../../src/llama/context.ts";
import { Model } from "../../src/llama/model.ts";
import { Signals } from "../../src/llama/signals.ts";
import { testModel } from "../fixtures/models.ts";
import { native } from "../fixtures/native.ts";

let path: string;
beforeAll(async () => {
  path = await testModel("bpe");
});

/** A context and its model. Everything is freed with the stack. */
function open(
  stack: DisposableStack,
  sequences: number,
  contextSize = 1024,
): { model: Model; context: Context } {
  const signals = new Signals();
  const model = stack.use(Model.load(native(), path, {}, signals));
  const threads = stack.use(new ThreadPool(native(), 1));
  const options = { contextSize, batchSize: 512, microBatchSize: 512, sequences };
  return { model, context: stack.use(new Context(native(), model, options, threads, signals)) };
}

/** Decodes prompts as sequences 0, 1, … in one batch. @returns copies of the last logits of each */
function decodeTogether(context: Context, prompts: readonly (readonly number[])[]): Float32Array[] {
  const batch = new Batch(512);
  const outputs = prompts.map((tokens, sequence) => {
    let output = -1;
    for (const [position, token] of tokens.entries()) {
      output = batch.add(token, position, sequence, position === tokens.length - 1);
    }
    return output;
  });
  expect(context.decode(batch)).toBe("ok");
  return outputs.map((output) => context.logits(output).slice());
}

/** The largest difference, relative to the largest logit. */
function largestDifference(a: Float32Array, b: Float32Array): number {
  const largest = a.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return a.reduce((most, value, i) => Math.max(most, Math.abs(value - (b[i] as number))), 0) / largest;
}

/** The KV cache is F16, which rounds by 2^-11. Another order of computing may differ by that. */
const rounding = 2e-3;

describe("a sequence's logits", () => {
  for (const sequences of [1, 2, 8]) {
    test(`in a batch of ${sequences} equal those of the sequence alone, within rounding`, () => {
      using stack = new DisposableStack();
      const { model, context } = open(stack, sequences);
      const prompts = Array.from({ length: sequences }, (_, i) =>
        model.vocabulary.tokenize(`${"So it goes. ".repeat(i + 1)}Sequence ${i} says`, true, true),
      );
      const together = decodeTogether(context, prompts);
      for (const [i, tokens] of prompts.entries()) {
        using own = new DisposableStack();
        const [alone] = decodeTogether(open(own, 1).context, [tokens]);
        expect(largestDifference(together[i] as Float32Array, alone as Float32Array)).toBeLessThan(rounding);
      }
    });
  }

  test("are the same after its snapshot is restored into a larger context", () => {
    using stack = new DisposableStack();
    const small = open(stack, 1, 512).context;
    const { model, context: large } = open(stack, 1, 2048);
    const tokens = model.vocabulary.tokenize("The state of a conversation can be carried over", true, true);
    const next = model.vocabulary.tokenize(" whole", false, false);
    decodeTogether(small, [tokens]);
    large.restore(0, small.snapshot(0));
    expect(large.lastPosition(0)).toBe(tokens.length - 1);

    const [token] = next as [number];
    const logits = [small, large].map((context) => {
      const batch = new Batch(1);
      batch.add(token, tokens.length, 0, true);
      context.decode(batch);
      return context.logits(0).slice();
    }) as [Float32Array, Float32Array];
    expect(largestDifference(...logits)).toBeLessThan(rounding);
  });
});

test('a decode in a full context returns "full" and changes nothing', () => {
  using stack = new DisposableStack();
  const { context } = open(stack, 1, 256);
  const batch = new Batch(512);
  for (let position = 0; position < context.size; position += 1) batch.add(65, position, 0, false);
  expect(context.decode(batch)).toBe("ok");
  batch.clear();
  batch.add(65, context.size, 0, true);
  expect(context.decode(batch)).toBe("full");
  expect(context.lastPosition(0)).toBe(context.size - 1);
});

test("a batch that is too large is an error, not the end of the process", () => {
  using stack = new DisposableStack();
  const { context } = open(stack, 1, 256);
  const batch = new Batch(512);
  for (let position = 0; position <= context.size; position += 1) batch.add(65, position, 0, false);
  expect(() => context.decode(batch)).toThrow("larger than the context");
});

test("another thread's signals abort a decode", () => {
  using stack = new DisposableStack();
  const signals = new Signals();
  const model = stack.use(Model.load(native(), path, {}, signals));
  const threads = stack.use(new ThreadPool(native(), 1));
  const options = { contextSize: 512, batchSize: 512, microBatchSize: 512, sequences: 1 };
  const context = stack.use(new Context(native(), model, options, threads, signals));
  new Signals(signals.buffer).aborted = true;
  const batch = new Batch(16);
  batch.add(65, 0, 0, true);
  expect(context.decode(batch)).toBe("aborted");
  signals.aborted = false;
  context.truncate(0, 0);
  expect(context.decode(batch)).toBe("ok");
});

test("loading can be stopped", () => {
  const signals = new Signals();
  signals.aborted = true;
  expect(() => Model.load(native(), path, {}, signals)).toThrow("Loading was stopped");
});
