/** LocalEngine with a real Worker: whatever happens to the model, every call ends. */
import { describe, expect, test } from "bun:test";
import { toAnechatError } from "../../../src/base/errors.ts";
import { LocalEngine } from "../../../src/engine/client/local-engine.ts";
import { memoryFacts } from "../../../src/engine/memory/estimate.ts";
import { libraryFolder } from "../../../src/llama/libraries.ts";
import { readModelHeader } from "../../../src/models/header.ts";
import type { ChatEvent, ChatOptions } from "../../../src/protocol/chat.ts";
import { testModel } from "../../fixtures/models.ts";
import { user } from "../../fixtures/native.ts";

/** Continues until it is stopped. */
const endless: ChatOptions = {
  sampling: { temperature: 0, grammar: 'root ::= "la " root' },
  maxTokens: Number.POSITIVE_INFINITY,
};

async function load(engine: LocalEngine, signal?: AbortSignal): Promise<void> {
  const path = await testModel("bpe", { contextLength: 65_536 });
  const options = { path, threads: 1, sequences: 2 };
  await engine.load(options, memoryFacts(readModelHeader(path).header), signal);
}

async function started(): Promise<LocalEngine> {
  const engine = new LocalEngine();
  await engine.start(libraryFolder(undefined));
  await load(engine);
  return engine;
}

/** Starts an answer and waits for its first words. */
async function writing(engine: LocalEngine, options: ChatOptions = endless) {
  const words = Promise.withResolvers<void>();
  const read = async (): Promise<ChatEvent | undefined> => {
    let last: ChatEvent | undefined;
    for await (const event of engine.chat([user("Sing!")], options)) {
      last = event;
      if (event.type === "text") words.resolve();
    }
    return last;
  };
  const end = read().catch((error: unknown) => toAnechatError(error).code);
  await words.promise;
  return { end };
}

describe("a running answer", () => {
  test("ends as interrupted when the model is unloaded, or the engine is freed", async () => {
    await using engine = await started();
    const answers = [await writing(engine), await writing(engine)];
    await engine.unload();
    for (const { end } of answers) expect(await end).toBe("interrupted");
    await load(engine);
    const { end } = await writing(engine);
    await engine[Symbol.asyncDispose]();
    expect(await end).toBe("interrupted");
  });

  test("ends as interrupted when another model is loaded, and that model answers", async () => {
    await using engine = await started();
    const before = await writing(engine);
    await load(engine);
    expect(await before.end).toBe("interrupted");
    const stopping = new AbortController();
    const after = await writing(engine, { ...endless, signal: stopping.signal });
    stopping.abort();
    expect(await after.end).toMatchObject({ type: "done", finish: "cancelled" });
  });

  test("ends as interrupted when it is stopped while the engine is busy with other requests", async () => {
    await using engine = await started();
    const stopping = new AbortController();
    const { end } = await writing(engine, { ...endless, signal: stopping.signal });
    // These can't be stopped, and together they take some seconds.
    const long = user("zq xv kj qz vx jk ".repeat(25_000));
    const counting = Promise.all(Array.from({ length: 40 }, () => engine.countTokens([long])));
    stopping.abort();
    expect(await Promise.race([end, counting])).toBe("interrupted");
    // The engine still answers later requests.
    await counting;
    expect(await engine.countTokens([user("Hello")])).toBeGreaterThan(0);
  });
});

test("the engine's other replies pass the threads, and errors keep their fields", async () => {
  await using engine = await started();
  const tokens = await engine.tokenize("Hello, you!", { addSpecial: true, parseSpecial: true });
  expect(await engine.detokenize(tokens)).toBe("Hello, you!");
  expect(Buffer.concat(await engine.pieces(tokens)).toString()).toBe("Hello, you!");
  expect(await engine.renderPrompt({ kind: "tokens", tokens })).toBe("Hello, you!");
  expect(await engine.embed(tokens)).toEqual(await engine.embed("Hello, you!"));
  expect((await engine.slots()).map(({ id, isProcessing }) => ({ id, isProcessing }))).toEqual([
    { id: 0, isProcessing: false },
    { id: 1, isProcessing: false },
  ]);
  const refused = engine.detokenize([1e6]).catch(toAnechatError);
  expect(await refused).toMatchObject({ code: "usage", field: "tokens" });
  const notRanked = engine.rerank("a", "b").catch(toAnechatError);
  expect(await notRanked).toMatchObject({
    code: "usage",
    message: expect.stringContaining("not a reranker"),
  });
  const read: string[] = [];
  for await (const event of engine.generate(
    { kind: "tokens", tokens },
    { maxTokens: 0, promptLogprobs: true },
  ))
    read.push(event.type);
  expect(read).toEqual(["queued", ...tokens.map(() => "promptToken"), "progress", "done"]);
});

test("other requests fail as interrupted when the model is unloaded", async () => {
  await using engine = await started();
  const counting = engine.countTokens([user("Hello")]).catch((error: unknown) => toAnechatError(error).code);
  await engine.unload();
  expect(await counting).toBe("interrupted");
});

test("stopped loading is interrupted, and the next model can be loaded", async () => {
  await using engine = new LocalEngine();
  await engine.start(libraryFolder(undefined));
  const stopped = load(engine, AbortSignal.abort()).catch((error: unknown) => toAnechatError(error).code);
  expect(await stopped).toBe("interrupted");
  await load(engine);
  expect(await engine.countTokens([user("Hello")])).toBeGreaterThan(0);
});
