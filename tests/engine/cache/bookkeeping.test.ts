/**
 * A model-based random test: the engine's bookkeeping always matches the cells of the KV cache, and
 * every answer is the same as a fresh engine's. Requests come in random orders, with several
 * answers to one prompt, prompts as tokens, prompts that are only read or whose tokens are scored,
 * cancellations, aborted steps, growth with and without memory, lost
 * contexts, evictions and snapshots. The model is that of tests/fixtures/fake-native.ts.
 */
import { afterAll, beforeAll, expect, test } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Random, seededRandom } from "../../../scripts/random.ts";
import { AnechatError } from "../../../src/base/errors.ts";
import { Engine } from "../../../src/engine/core/engine.ts";
import type { LoadOptions } from "../../../src/engine/load.ts";
import { Signals } from "../../../src/llama/signals.ts";
import type { ChatEvent, FinishReason, PromptInput } from "../../../src/protocol/chat.ts";
import { FakeNative, memories, nextToken, pieces } from "../../fixtures/fake-native.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "anechat-bookkeeping-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const fingerprint = "the same";

/** Maximum tokens of one conversation. */
const limit = 1500;

type Answer = {
  prompt: string;
  maxTokens: number;
  isScored: boolean;
  /** The prompt's tokens, with what the model expects at their places. */
  scored: Extract<ChatEvent, { type: "promptToken" }>[];
  text: string;
  end: FinishReason | undefined;
};

/** The answer of a fresh engine with enough room. */
function expected(prompt: string, maxTokens: number): { text: string; end: FinishReason } {
  let text = "";
  for (let written = 0; written < maxTokens; written += 1) {
    const token = nextToken(prompt + text);
    if (token === 0) return { text, end: "stop" };
    text += pieces[token];
  }
  return { text, end: "length" };
}

/** One engine and the random requests and faults that it gets. */
class World {
  readonly native: FakeNative;
  readonly engine: Engine;
  readonly #random: Random;
  readonly #signals = new Signals();
  readonly #answers = new Map<number, Answer>();
  readonly #snapshot: string;
  /** Earlier prompts, some with their answers. Later prompts begin like them. */
  readonly #texts: string[] = [""];
  /** Nothing is cancelled, aborted or refused, so that the computed tokens are known exactly. */
  readonly #isCalm: boolean;
  #fitting = limit;
  /**
   * Tokens computed according to the answers' usage; undefined after an answer with finish
   * "context".
   */
  #counted: number | undefined = 0;
  #toSubmit = 0;
  #lastRequest = 0;
  #wake: (() => void) | undefined;
  #broken: unknown;

  constructor(seed: number) {
    this.#random = seededRandom(seed);
    const random = this.#random;
    this.#isCalm = random.below(3) === 0;
    const memory = memories[random.below(memories.length)] as (typeof memories)[number];
    this.native = new FakeNative({ memory });
    this.#snapshot = join(folder, `${seed}.kv`);
    const checkpointBytes = [0, 3000, 20_000, Number.POSITIVE_INFINITY][random.below(4)] as number;
    const options: LoadOptions = {
      path: "model",
      gpuLayers: 0,
      threads: 1,
      sequences: 1 + random.below(4),
      promptCacheBytes: [0, 1000, 4000, 20_000][random.below(4)] as number,
      ...(random.below(3) === 0
        ? { contextSize: 300 + random.below(600) }
        : { initialContext: 100 + random.below(500) }),
    };
    this.engine = new Engine(
      this.native.functions,
      options,
      this.#signals,
      {
        now: () => 0,
        randomSeed: () => 1,
        fittingTokens: () => this.#fitting,
        freeMemory: () => checkpointBytes * 8,
        pause: async () => this.#between(),
      },
      {
        event: (requestId, event) => this.#receive(requestId, event),
        failed: (requestId, error) => this.#fail(requestId, error),
        computed: () => {},
      },
    );
  }

  /** Submits some requests and waits until all are answered. */
  async order(): Promise<void> {
    this.#toSubmit = 1 + this.#random.below(4);
    this.#submit();
    while (this.#toSubmit > 0 || this.#open().length > 0) {
      if (this.#open().length === 0) this.#submit();
      else await new Promise<void>((resolve) => this.#wakeWith(resolve));
      if (this.#broken !== undefined) throw this.#broken;
    }
    if (this.#isCalm) expect(this.native.computed).toBe(this.#counted ?? this.native.computed);
  }

  #wakeWith(resolve: () => void): void {
    this.#wake = resolve;
    if (this.#open().length === 0 || this.#broken !== undefined) resolve();
  }

  #open(): [number, Answer][] {
    return [...this.#answers].filter(([, { end }]) => end === undefined);
  }

  /** Runs between two steps. */
  #between(): void {
    try {
      this.#check();
      if (this.#toSubmit > 0 && this.#random.below(4) === 0) this.#submit();
      if (!this.#isCalm) this.#disturb();
      this.#check();
    } catch (error) {
      this.#broken ??= error;
    }
    this.#wake?.();
  }

  #check(): void {
    for (const { id, tokens, cachedTokens } of this.engine.sequences) {
      expect(this.native.cachedTokens(id)).toEqual(tokens.slice(0, cachedTokens));
    }
    expect(this.engine.usedCells).toBe(this.native.used);
  }

  #submit(): void {
    const random = this.#random;
    this.#toSubmit -= 1;
    const prompt = this.#prompt();
    this.#texts.push(prompt);
    // Usually one answer, sometimes several at the same time.
    for (let count = random.below(5) === 0 ? 3 : 1; count > 0; count -= 1) {
      const requestId = ++this.#lastRequest;
      const maxTokens = random.below(8) === 0 ? 0 : 1 + random.below(12);
      const isScored = random.below(6) === 0;
      this.#answers.set(requestId, { prompt, maxTokens, isScored, scored: [], text: "", end: undefined });
      // Other tokens than the tokenizer's.
      const letters = [...prompt].map((letter) => pieces.indexOf(letter));
      const input: PromptInput =
        random.below(5) === 0 ? { kind: "tokens", tokens: letters } : { kind: "text", text: prompt };
      try {
        const sampling = { temperature: 0 };
        const scoring = isScored ? { promptLogprobs: true, logprobs: 1 } : {};
        this.engine.submit(requestId, input, { maxTokens, sampling, ...scoring });
      } catch (error) {
        this.#fail(requestId, error);
      }
    }
  }

  /** Usually begins like an earlier text. */
  #prompt(): string {
    const random = this.#random;
    const begun = this.#texts[random.below(this.#texts.length)] as string;
    const kept = random.below(3) === 0 ? begun.slice(0, random.below(begun.length + 1)) : begun;
    const length = [1, 5, 40, 120][random.below(4)] as number;
    return kept + randomText(random, 1 + random.below(length));
  }

  #disturb(): void {
    const random = this.#random;
    switch (random.below(65)) {
      case 0:
      case 1: {
        const open = this.#open();
        const [requestId] = open[random.below(open.length)] ?? [];
        if (requestId !== undefined) this.engine.cancel(requestId);
        break;
      }
      case 2:
        this.native.stopNextDecode(random.below(20));
        break;
      case 3:
        this.#fitting = [0, 100, limit][random.below(3)] as number;
        break;
      case 4:
        this.native.largestContext = [Number.POSITIVE_INFINITY, this.native.size, 2 * this.native.size][
          random.below(3)
        ] as number;
        break;
      case 5:
        // Both the larger and the old context may be refused.
        this.native.refusals = random.below(4);
        break;
      case 6:
        this.native.refusedStates = random.below(3);
        break;
      case 7:
        if (random.below(8) === 0) this.engine.snapshots.save(this.#snapshot, fingerprint, 1e9);
        break;
      case 8:
        if (random.below(4) === 0) this.engine.snapshots.restore(this.#snapshot, fingerprint);
        break;
    }
  }

  #receive(requestId: number, event: ChatEvent): void {
    const answer = this.#answers.get(requestId) as Answer;
    if (event.type === "text") answer.text += event.text;
    if (event.type === "promptToken") answer.scored.push(event);
    if (event.type !== "done") return;
    answer.end = event.finish;
    this.#answers.delete(requestId);
    this.#texts.push(answer.prompt + answer.text);
    if (this.#texts.length > 30) this.#texts.splice(1, 15);
    const right = expected(answer.prompt, answer.maxTokens);
    const { promptTokens, cachedTokens, completionTokens } = event.usage;
    // The last token of a truncated answer is never computed.
    if (event.finish === "context") this.#counted = undefined;
    if (this.#counted !== undefined)
      this.#counted +=
        promptTokens -
        cachedTokens +
        completionTokens -
        (event.finish === "stop" || answer.maxTokens === 0 ? 0 : 1);
    try {
      expect(right.text.startsWith(answer.text)).toBe(true);
      if (event.finish !== "cancelled" && event.finish !== "context") {
        expect<Pick<Answer, "text" | "end">>({ text: answer.text, end: event.finish }).toEqual(right);
        if (answer.isScored) checkScored(answer, promptTokens);
      }
      if (answer.isScored) expect(cachedTokens).toBe(0);
      expect(cachedTokens).toBeLessThan(Math.max(1, promptTokens));
    } catch (error) {
      this.#broken ??= error;
    }
  }

  #fail(requestId: number, error: unknown): void {
    this.#answers.delete(requestId);
    const isExpected =
      error instanceof AnechatError &&
      (error.code === "inputTooLong" || (error.code === "notEnoughMemory" && this.native.refused > 0));
    if (!isExpected) this.#broken ??= error;
  }
}

/** Each token of the prompt was scored once, by the model's logits after those before it. */
function checkScored({ prompt, scored }: Answer, promptTokens: number): void {
  expect(scored.map(({ token }) => pieces[token]).join("")).toBe(prompt);
  expect(scored.length).toBe(promptTokens);
  expect(scored[0]).toMatchObject({ likeliest: [] });
  let before = pieces[scored[0]?.token ?? 0] ?? "";
  for (const { token, chosen, likeliest } of scored.slice(1)) {
    const expectedToken = nextToken(before);
    expect(likeliest[0]?.token).toBe(expectedToken);
    // The fake model's logits are 1 for one token, and 0 for the others.
    const logit = token === expectedToken ? 1 : 0;
    expect(chosen?.logprob).toBeCloseTo(logit - Math.log(pieces.length - 1 + Math.E), 5);
    before += pieces[token];
  }
}

function randomText(random: Random, length: number): string {
  let text = "";
  while (text.length < length) text += pieces[1 + random.below(pieces.length - 1)];
  return text;
}

const engines = 500;
const ordersOfEach = 40;

test(`${engines * ordersOfEach} random orders keep the bookkeeping right, and every answer, too`, async () => {
  let orders = 0;
  for (let seed = 1; seed <= engines; seed += 1) {
    const world = new World(seed);
    try {
      for (let order = 0; order < ordersOfEach; order += 1) {
        await world.order();
        orders += 1;
      }
    } catch (error) {
      throw new Error(`engine ${seed} fails in its order ${orders % ordersOfEach}`, { cause: error });
    } finally {
      world.engine[Symbol.dispose]();
    }
  }
  expect(orders).toBe(engines * ordersOfEach);
});
