import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AnechatError } from "../../src/base/errors.ts";
import { BatchFile, type BatchLine } from "../../src/batch/batch-file.ts";
import { answerAll } from "../../src/batch/parallel.ts";
import type { ChatEvent, ChatOptions, Message } from "../../src/protocol/chat.ts";

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "anechat-batch-"));
  path = join(folder, "out.jsonl");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const prompts = ["a", "b", "c", "d"];
const line = (index: number): BatchLine => ({ index, prompt: prompts[index]!, text: `answer ${index}` });
const written = (): number[] =>
  readFileSync(path, "utf8")
    .trimEnd()
    .split("\n")
    .filter(Boolean)
    .map((text) => JSON.parse(text).index);

describe("a batch's file", () => {
  test("has the answers in the order of the prompts, in whatever order they finish", () => {
    using file = new BatchFile(path, prompts);
    file.add(line(2));
    expect(written()).toEqual([]);
    file.add(line(0));
    expect(written()).toEqual([0]);
    for (const index of [3, 1]) file.add(line(index));
    file.complete();
    expect(written()).toEqual([0, 1, 2, 3]);
    expect(existsSync(`${path}.part`)).toBe(false);
  });

  test("loses no answer when the program is killed, even with an incomplete line", () => {
    {
      using file = new BatchFile(path, prompts);
      for (const index of [0, 3, 2]) file.add(line(index));
    }
    appendFileSync(path, '{"index":1,"prom');
    using file = new BatchFile(path, prompts);
    expect(prompts.map((_, index) => file.has(index))).toEqual([true, false, true, true]);
    file.add(line(1));
    file.complete();
    expect(written()).toEqual([0, 1, 2, 3]);
  });

  test("with answers to other prompts is refused", () => {
    {
      using file = new BatchFile(path, prompts);
      file.add(line(0));
    }
    const other = `${path}, line 1: this answers another prompt`;
    expect(() => new BatchFile(path, ["x", ...prompts])).toThrow(other);
    expect(() => new BatchFile(path, [])).toThrow(other);
    for (const text of ["not JSON", "null", "[]", '"text"']) {
      appendFileSync(path, `${text}\n`);
      expect(() => new BatchFile(path, prompts)).toThrow(`${path}, line 2: this is not an answer of --batch`);
      truncateSync(path, statSync(path).size - Buffer.byteLength(`${text}\n`));
    }
  });

  test.each(["my only sentence", "first\nsecond without a line break"])(
    "is never cut from another file: %j",
    (text) => {
      writeFileSync(path, text);
      expect(() => new BatchFile(path, prompts)).toThrow("line 1: this is not an answer of --batch");
      expect(readFileSync(path, "utf8")).toBe(text);
    },
  );

  test("that can't be written is an error", () => {
    expect(() => new BatchFile(join(folder, "none", "out.jsonl"), prompts)).toThrow(
      "can't be written: its folder doesn't exist",
    );
  });
});

/** Answers when finish() is called. */
class SlowBackend {
  readonly requests: string[] = [];
  readonly #waiting = new Map<string, () => void>();

  finish(content: string): void {
    this.#waiting.get(content)?.();
  }

  async *chat(messages: readonly Message[], { signal }: ChatOptions = {}): AsyncGenerator<ChatEvent, void> {
    const content = messages[0]?.content ?? "";
    this.requests.push(content);
    if (content === "fails") throw new AnechatError("inputTooLong", "too long");
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#waiting.set(content, resolve);
    signal?.addEventListener("abort", () => resolve());
    await promise;
    yield { type: "text", text: ` ${content}! ` };
    yield {
      type: "done",
      finish: signal?.aborted ? "cancelled" : "stop",
      usage: {
        promptTokens: 1,
        cachedTokens: 0,
        completionTokens: 1,
        contextUsed: 1,
        contextSize: 1,
        contextLimit: 1,
      },
      timings: { promptMs: 0, firstTokenMs: 0, generationMs: 0, totalMs: 0 },
    };
  }
}

const questions = (...contents: string[]): Message[][] =>
  contents.map((content) => [{ role: "user", content }]);

describe("many questions", () => {
  test("are asked in parallel, up to a limit, and the next when one is answered", async () => {
    const backend = new SlowBackend();
    const answers = answerAll(backend, questions("a", "b", "c"), { parallel: 2, options: {} });
    const first = answers.next();
    await Promise.resolve();
    expect(backend.requests).toEqual(["a", "b"]);
    backend.finish("b");
    expect((await first).value).toMatchObject({ index: 1, text: "b!" });
    const second = answers.next();
    await Promise.resolve();
    expect(backend.requests).toEqual(["a", "b", "c"]);
    backend.finish("a");
    backend.finish("c");
    expect((await second).value).toMatchObject({ index: 0 });
    expect((await answers.next()).value).toMatchObject({ index: 2 });
    expect((await answers.next()).done).toBe(true);
  });

  test("that fail don't delay the others", async () => {
    const backend = new SlowBackend();
    const answers = answerAll(backend, questions("fails", "b"), { parallel: 1, options: {} });
    expect((await answers.next()).value).toMatchObject({ index: 0, result: { code: "inputTooLong" } });
    const next = answers.next();
    await Promise.resolve();
    backend.finish("b");
    expect((await next).value).toMatchObject({ index: 1, text: "b!" });
  });

  test("end when they are stopped, without partial answers", async () => {
    const backend = new SlowBackend();
    const stopping = new AbortController();
    const options = { signal: stopping.signal };
    const all = Array.fromAsync(answerAll(backend, questions("a", "b", "c"), { parallel: 2, options }));
    await Promise.resolve();
    stopping.abort();
    expect(await all).toEqual([]);
    expect(backend.requests).toEqual(["a", "b"]);
  });
});
