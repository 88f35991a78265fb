/** Text completions, as OpenAI's client and programs that score texts use them. */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import type OpenAI from "openai";
import { model, type Served, servedToOpenAi } from "../fixtures/openai-client.ts";
import type { TestServer } from "../fixtures/server.ts";

let served: Served;
let client: OpenAI;
let server: TestServer;
beforeAll(async () => {
  served = await servedToOpenAi();
  ({ client, server } = served);
});
afterAll(() => served[Symbol.asyncDispose]());

const prompt = "The capital of Peru is";
const greedy = { model, temperature: 0 } as const;

type Logprobs = {
  tokens: string[];
  token_logprobs: (number | null)[];
  top_logprobs: (Record<string, number> | null)[];
  text_offset: number[];
};
type Whole = {
  choices: { index: number; text: string; finish_reason: string; logprobs: Logprobs | null }[];
  usage: { prompt_tokens: number; completion_tokens: number };
};

async function completed(fields: object): Promise<Whole> {
  const reply = await server.post("/v1/completions", { ...greedy, ...fields });
  expect(reply.status).toBe(200);
  return (await reply.json()) as Whole;
}

/** Each token is where `text_offset` says, and together they are the text. */
function expectAligned(text: string, { tokens, text_offset: offsets }: Logprobs): void {
  expect(tokens.join("")).toBe(text);
  expect(
    tokens.map((token, index) => text.slice(offsets[index], (offsets[index] ?? 0) + token.length)),
  ).toEqual(tokens);
}

describe("a completion", () => {
  test("continues a text, whole and as chunks", async () => {
    const whole = await client.completions.create({ ...greedy, prompt, max_tokens: 4 });
    expect(whole.choices[0]?.text).toContain("Lima");
    const stream = await client.completions.create({ ...greedy, prompt, max_tokens: 4, stream: true });
    let streamed = "";
    for await (const chunk of stream) streamed += chunk.choices[0]?.text ?? "";
    expect(streamed).toBe(whole.choices[0]?.text as string);
  });

  test("of several prompts has n choices for each, in the order of the prompts", async () => {
    const { choices, usage } = await completed({ prompt: [prompt, "I am"], n: 2, max_tokens: 3, echo: true });
    expect(choices.map(({ index }) => index)).toEqual([0, 1, 2, 3]);
    expect(choices.map(({ text }) => text.slice(0, 4))).toEqual(["The ", "The ", "I am", "I am"]);
    const [one, other] = [await completed({ prompt, max_tokens: 1 }), await completed({ prompt: "I am" })];
    expect(usage.prompt_tokens).toBe(one.usage.prompt_tokens + other.usage.prompt_tokens);
    expect(usage.completion_tokens).toBe(12);
  });

  test("of several prompts is streamed with the index of each choice", async () => {
    const texts = ["", ""];
    const finished: number[] = [];
    const stream = await client.completions.create({
      ...greedy,
      prompt: [prompt, "I am"],
      max_tokens: 3,
      echo: true,
      stream: true,
    });
    for await (const { choices } of stream) {
      for (const { index, text, finish_reason: finish } of choices) {
        texts[index] += text;
        if (finish !== null) finished.push(index);
      }
    }
    expect(texts.map((text) => text.slice(0, 4))).toEqual(["The ", "I am"]);
    expect(finished.sort()).toEqual([0, 1]);
  });

  test("may begin with tokens, in one list or several, with texts between them", async () => {
    const same = await completed({ prompt: [1, 5, 7], max_tokens: 3 });
    const { choices } = await completed({ prompt: [[1, 5, 7], "I am", [1, "I am"]], max_tokens: 3 });
    expect(choices.map(({ text }) => text)).toEqual([
      same.choices[0]?.text as string,
      expect.any(String),
      expect.any(String),
    ]);
    expect(same.usage.prompt_tokens).toBe(3);
  });

  test("with max_tokens 0 only reads the prompt", async () => {
    const { choices, usage } = await completed({ prompt, max_tokens: 0, echo: true });
    expect(choices[0]).toMatchObject({ text: prompt, finish_reason: "length" });
    expect(usage.completion_tokens).toBe(0);
  });

  test("with best_of returns some of the answers that it has counted", async () => {
    // So that no answer ends before the limit.
    const grammar = "root ::= [a-z]{60}";
    const best = await completed({ prompt, grammar, temperature: 1, max_tokens: 4, n: 2, best_of: 4 });
    expect(best.choices.map(({ index, logprobs }) => [index, logprobs])).toEqual([
      [0, null],
      [1, null],
    ]);
    expect(best.usage.completion_tokens).toBe(16);
  });

  test("follows a grammar, a schema or a choice", async () => {
    const text = async (fields: object) => (await completed({ prompt, ...fields })).choices[0]?.text;
    expect(await text({ guided_choice: ['Li"ma', "Ro\\me"] })).toBeOneOf(['Li"ma', "Ro\\me"]);
    expect(await text({ grammar: 'root ::= "x" "y"' })).toBe("xy");
    const schema = {
      type: "object",
      properties: { a: { const: 1 } },
      required: ["a"],
      additionalProperties: false,
    };
    expect(JSON.parse((await text({ structured_outputs: { json: schema }, max_tokens: 40 })) ?? "")).toEqual({
      a: 1,
    });
  });
});

describe("logprobs of a completion", () => {
  test("cover the echoed prompt, whose first token has none", async () => {
    const { choices } = await completed({ prompt, max_tokens: 1, echo: true, logprobs: 1 });
    const { text, logprobs } = choices[0] as { text: string; logprobs: Logprobs };
    expectAligned(text, logprobs);
    expect(text.length).toBeGreaterThan(prompt.length);
    expect(logprobs.token_logprobs[0]).toBeNull();
    expect(logprobs.top_logprobs[0]).toBeNull();
    // How lm-evaluation-harness finds out whether the model would have written the text.
    const isGreedy = logprobs.token_logprobs.map((value, index) => {
      const top = logprobs.top_logprobs[index];
      return top !== null && value === Math.max(...Object.values(top ?? {}));
    });
    expect(isGreedy.at(-1)).toBe(true);
    expect(isGreedy).toContain(false);
  });

  test("are the same for a text and for its tokens", async () => {
    const scored = { max_tokens: 0, echo: true, logprobs: 2 };
    const parts = await completed({ ...scored, prompt: [[5, prompt]] });
    const whole = await completed({ ...scored, prompt: [5, prompt] });
    expect(whole.choices[0]?.logprobs).toEqual(parts.choices[0]?.logprobs as Logprobs);
    expectAligned(whole.choices[0]?.text ?? "", whole.choices[0]?.logprobs as Logprobs);
  });

  test("are streamed with the text that they belong to", async () => {
    const fields = { prompt, max_tokens: 3, echo: true, logprobs: 1 };
    const whole = await completed(fields);
    const stream = await client.completions.create({ ...greedy, ...fields, stream: true });
    const tokens: string[] = [];
    const offsets: number[] = [];
    for await (const { choices } of stream) {
      const [choice] = choices;
      tokens.push(...(choice?.logprobs?.tokens ?? []));
      offsets.push(...(choice?.logprobs?.text_offset ?? []));
    }
    expect({ tokens, offsets }).toEqual({
      tokens: whole.choices[0]?.logprobs?.tokens as string[],
      offsets: whole.choices[0]?.logprobs?.text_offset as number[],
    });
  });
});

test("what can't be done is refused with the field's name", async () => {
  const wrong = [
    [{ prompt: [1, 99_999_999] }, "prompt"],
    [{ prompt: ["a", [99_999_999]] }, "prompt[1]"],
    [{ prompt: "" }, "prompt"],
    [{ prompt: ["a", "word ".repeat(3000)] }, "prompt[1]"],
    [{ prompt, suffix: "." }, "suffix"],
    [{ prompt, n: 2, best_of: 1 }, "best_of"],
    [{ prompt, best_of: 2, stream: true }, "best_of"],
    [{ prompt: Array.from({ length: 2000 }, () => "a"), n: 2 }, "prompt"],
    [{ prompt, structured_outputs: { regex: "a+" } }, "structured_outputs.regex"],
    [{ prompt, grammar: 'root ::= "a"', guided_choice: ["b"] }, "guided_choice"],
  ] as const;
  for (const [fields, param] of wrong) {
    const reply = await server.post("/v1/completions", { ...greedy, ...fields });
    const { error } = (await reply.json()) as { error: { param: string } };
    expect([reply.status, error.param]).toEqual([400, param]);
  }
});
