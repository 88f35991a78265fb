/** Many clients at the same time, which must not affect each other. */
import { describe, expect, test } from "bun:test";
import { Sandbox } from "../fixtures/executable.ts";
import { endless, long, longAnswer, question, textOf } from "../fixtures/questions.ts";
import { TestServer } from "../fixtures/server.ts";
import { SlowClient } from "../fixtures/slow-client.ts";
import { longPrompt } from "../fixtures/slow-models.ts";

describe("many clients", () => {
  test("each gets its whole answer, and one too many gets 503 with Retry-After", async () => {
    using home = new Sandbox();
    await using server = await TestServer.start(home, ["demo"], {
      args: ["--parallel", "2", "--queue", "3"],
    });
    const running = Array.from({ length: 5 }, () => server.post("/v1/chat/completions", long));
    const begun = await Promise.all(running.slice(0, 2));
    const refused = await server.post("/v1/chat/completions", question);
    expect(refused.status).toBe(503);
    expect(Number(refused.headers.get("Retry-After"))).toBeGreaterThan(0);
    for (const answer of [...begun, ...(await Promise.all(running.slice(2)))]) {
      expect(textOf(await answer.text())).toBe(longAnswer);
    }
    expect((await server.post("/v1/chat/completions", question)).status).toBe(200);
  });

  test("two hundred disconnects leak nothing and don't affect other answers", async () => {
    using home = new Sandbox();
    await using server = await TestServer.start(home, ["demo"], {
      args: ["--parallel", "8", "--queue", "300"],
    });
    const disconnect = async (): Promise<void> => {
      const leaving = new AbortController();
      const response = await server.fetch("/v1/chat/completions", {
        method: "POST",
        body: JSON.stringify(endless),
        signal: leaving.signal,
        keepalive: false,
      });
      await response.body?.getReader().read();
      leaving.abort();
    };
    await disconnect();
    const before = { handles: server.handles, memory: await server.residentMemory() };
    const healthy = Promise.all(
      Array.from({ length: 4 }, async () =>
        (await server.post("/v1/chat/completions", long, { keepalive: false })).text(),
      ),
    );
    await Promise.all(Array.from({ length: 200 }, disconnect));
    for (const text of await healthy) expect(textOf(text)).toBe(longAnswer);
    await server.until(({ running }) => running === 0 && server.handles <= before.handles + 1);
    expect((await server.residentMemory()) - before.memory).toBeLessThan(100e6);
    const last = await server.post("/v1/chat/completions", question);
    expect(await last.text()).toContain("Lima");
  }, 120_000);
});

test("a long prompt is read in chunks, and another answer continues between them", async () => {
  using home = new Sandbox();
  await using server = await TestServer.start(home, [await home.model("bpe", { contextLength: 16_384 })], {
    args: ["--parallel", "2"],
  });
  const leaving = new AbortController();
  const answer = await server.post("/v1/chat/completions", endless, { signal: leaving.signal });
  let words = 0;
  const read = async (): Promise<void> => {
    const decoder = new TextDecoder();
    for await (const bytes of answer.body ?? []) {
      words += decoder.decode(bytes, { stream: true }).split("\n\n").length - 1;
    }
  };
  // The abort below is an error here.
  const reading = read().catch(() => {});
  const prompt = [{ role: "user", content: longPrompt }];
  const answered = server.post("/v1/chat/completions", { messages: prompt, max_tokens: 1 });
  await server.until(({ running }) => running === 2);
  const before = words;
  const { usage } = (await (await answered).json()) as { usage: { prompt_tokens: number } };
  const between = words - before;
  // A chunk has at most 512 tokens, and each step also writes a word. The last words may not have
  // arrived yet.
  expect(between).toBeGreaterThan(usage.prompt_tokens / 512 - 4);
  expect((await server.health()).running).toBe(1);
  leaving.abort();
  await reading;
  await server.until(({ running }) => running === 0);
}, 120_000);

describe("a client that doesn't read its answer", () => {
  const words = Array.from({ length: 60 }, () => "word");
  const schema = { type: "array", items: { const: "word" }, minItems: words.length, maxItems: words.length };
  /** The events before the first word are larger than any socket's buffers. */
  const large = {
    input: "Tell me a story.",
    text: { format: { type: "json_schema", name: "words", schema } },
    metadata: { large: "x".repeat(6e6) },
    stream: true,
  };
  const slots = 3;
  const options = { args: ["--parallel", String(slots), "--queue", "0"] };
  const ask = (server: TestServer, number: number): Promise<Response[]> =>
    Promise.all(Array.from({ length: number }, () => server.post("/v1/chat/completions", long)));
  const isWhole = async (answer: Response): Promise<boolean> => textOf(await answer.text()) === longAnswer;

  test("uses one slot, and gets its whole answer when it reads again", async () => {
    using home = new Sandbox();
    await using server = await TestServer.start(home, ["demo"], options);
    using slow = await SlowClient.start(server, "/v1/responses", large);
    for (const answer of await ask(server, slots - 1)) expect(await isWhole(answer)).toBe(true);
    // The other answers are done. This one waits for its reader.
    await server.until(({ running }) => running === 1);
    const events = (await slow.rest())
      .split("\n")
      .filter((line) => line.startsWith("data: "))
      .map((line) => JSON.parse(line.slice(6)) as { type: string; delta?: string });
    expect(events.at(-1)?.type).toBe("response.completed");
    expect(JSON.parse(events.map(({ delta }) => delta ?? "").join(""))).toEqual(words);
    await server.until(({ running }) => running === 0);
  });

  test("keeps its slot until it disconnects", async () => {
    using home = new Sandbox();
    await using server = await TestServer.start(home, ["demo"], options);
    {
      using all = new DisposableStack();
      for (let slot = 0; slot < slots; slot += 1) {
        all.use(await SlowClient.start(server, "/v1/responses", large));
      }
      expect((await server.post("/v1/chat/completions", question)).status).toBe(503);
    }
    await server.until(({ running }) => running === 0);
    for (const answer of await ask(server, slots)) expect(await isWhole(answer)).toBe(true);
  });
});
