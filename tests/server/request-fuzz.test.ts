/** Whatever JSON is sent, it is a question or a fault with its place: nothing else may come of it. */
import { expect, test } from "bun:test";
import type { z } from "zod";
import { type Random, seededRandom } from "../../scripts/random.ts";
import { messagesOf, questionOf as messagesQuestion } from "../../src/server/anthropic/question.ts";
import type { CountRequest, MessagesRequest } from "../../src/server/anthropic/schema.ts";
import { ApiError } from "../../src/server/api-error.ts";
import type { ChatRequest } from "../../src/server/openai/chat-schema.ts";
import { questionOf as chatQuestion } from "../../src/server/openai/question.ts";
import { questionOf as responsesQuestion } from "../../src/server/openai/responses-question.ts";
import type { ResponsesRequest } from "../../src/server/openai/responses-schema.ts";
import { check } from "../../src/server/read-body.ts";
import { routes } from "../../src/server/routes.ts";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const schema: Json = { type: "object", properties: { city: { type: "string" } } };
const sampling: Json = { temperature: 0.5, top_p: 0.9, top_k: 3, keep_alive: "5m", stream: true };
const own: Json = { ...sampling, stop: ["a"], seed: 7, json_schema: schema, model: "m" };

/** Requests with something of everything in them. */
const samples: Record<string, Json> = {
  "/v1/chat/completions": {
    ...sampling,
    model: "m",
    messages: [
      { role: "system", content: "Be kind." },
      { role: "user", content: [{ type: "text", text: "Hi" }], name: "Ann" },
      {
        role: "assistant",
        content: null,
        reasoning_content: "Hm.",
        tool_calls: [{ id: "c1", type: "function", function: { name: "look", arguments: "{}" } }],
      },
      { role: "tool", tool_call_id: "c1", content: "Rain" },
    ],
    tools: [{ type: "function", function: { name: "look", description: "Looks", parameters: schema } }],
    tool_choice: { type: "function", function: { name: "look" } },
    response_format: { type: "json_schema", json_schema: { name: "n", schema } },
    stop: ["a", "b"],
    logit_bias: { "1": 2 },
    logprobs: true,
    top_logprobs: 3,
    n: 2,
    max_tokens: 5,
  },
  "/v1/completions": { ...sampling, prompt: ["Once"], logprobs: 2, echo: true, stop: "a", n: 2 },
  "/v1/responses": {
    model: "m",
    instructions: "Be kind.",
    input: [
      { role: "user", content: [{ type: "input_text", text: "Hi" }] },
      { type: "reasoning", summary: [], content: [{ type: "reasoning_text", text: "Hm." }] },
      { type: "message", role: "assistant", content: [{ type: "output_text", text: "Yes?" }] },
      { type: "function_call", call_id: "c1", name: "look", arguments: "{}" },
      { type: "function_call_output", call_id: "c1", output: [{ type: "input_text", text: "Rain" }] },
    ],
    tools: [{ type: "function", name: "look", parameters: schema }],
    tool_choice: { type: "function", name: "look" },
    text: { format: { type: "json_schema", name: "n", schema } },
    reasoning: { effort: "low" },
    truncation: "auto",
    metadata: { a: "b" },
  },
  "/v1/embeddings": { model: "m", input: ["one", "two"], encoding_format: "base64", dimensions: 3 },
  "/v1/messages": {
    ...sampling,
    model: "m",
    max_tokens: 5,
    system: [{ type: "text", text: "Be kind.", cache_control: { type: "ephemeral" } }],
    messages: [
      { role: "user", content: "Hi" },
      {
        role: "assistant",
        content: [
          { type: "thinking", thinking: "Hm.", signature: "" },
          { type: "tool_use", id: "c1", name: "look", input: { city: "Lima" } },
        ],
      },
      {
        role: "user",
        content: [
          {
            type: "tool_result",
            tool_use_id: "c1",
            content: [{ type: "text", text: "Rain" }],
            is_error: true,
          },
          { type: "text", text: "Well?" },
        ],
      },
    ],
    tools: [{ name: "look", input_schema: schema }],
    tool_choice: { type: "tool", name: "look", disable_parallel_tool_use: true },
    thinking: { type: "enabled", budget_tokens: 9 },
    stop_sequences: ["a"],
  },
  "/v1/messages/count_tokens": {
    model: "m",
    messages: [{ role: "user", content: [{ type: "text", text: "Hi" }] }],
    tools: [{ name: "look", input_schema: schema }],
    tool_choice: { type: "any" },
  },
  "/api/v1/chat": { ...own, message: "Hi", conversation_id: 3 },
  "/api/v1/chat/new": { system_prompt: "Be kind.", model: "m" },
  "/api/v1/chat/switch-model": { model: "m", conversation_id: 3 },
  "/api/v1/generate": { ...own, prompt: "Hi", system_prompt: "Be kind.", raw: false },
  "/api/v1/load-model": { model: "m", keep_alive: -1 },
};

/** What is made of a request that was taken, as far as no model is needed for it. */
const translations: Record<string, (request: unknown) => unknown> = {
  "/v1/chat/completions": (request) => chatQuestion(request as ChatRequest),
  "/v1/responses": (request) => responsesQuestion(request as ResponsesRequest),
  "/v1/messages": (request) => messagesQuestion(request as MessagesRequest),
  "/v1/messages/count_tokens": (request) => messagesOf(request as CountRequest),
};

const strange: readonly Json[] = [
  ...[null, true, false, 0, -1, 0.5, 1e308, 2 ** 53, "", "\u0000", "\ud800", "<|end|>", "tool", "c1"],
  ...[[], {}, [[]], [null], { type: "text" }, { type: "nothing" }, { role: "user" }, "x".repeat(300)],
];
/** Words without points and brackets: a path of them can be read again. */
const fields = [
  "content",
  "type",
  "role",
  "text",
  "__proto__",
  "constructor",
  "toString",
  "x-y",
  "model",
  "n",
];

/** One place in it is something else, gone, twice there, or new. */
function damaged(json: Json, random: Random): Json {
  const places: { holder: Json[] | { [key: string]: Json }; key: string | number }[] = [];
  const copy: { body: Json } = structuredClone({ body: json });
  const collect = (value: Json): void => {
    if (typeof value !== "object" || value === null) return;
    for (const key of Array.isArray(value) ? value.keys() : Object.keys(value)) {
      places.push({ holder: value, key });
      collect((value as { [key: string | number]: Json })[key] as Json);
    }
  };
  collect(copy);
  const { holder, key } = places[random.below(places.length)]!;
  const other = strange[random.below(strange.length)]!;
  if (Array.isArray(holder)) {
    const at = key as number;
    const replacing = [[], [other], [holder[at]!, holder[at]!], [holder[at]!, other]][random.below(4)]!;
    holder.splice(at, 1, ...replacing);
  } else if (holder !== copy && random.below(3) === 0) delete holder[key];
  else if (holder !== copy && random.below(2) === 0) {
    const name = fields[random.below(fields.length)]!;
    Object.defineProperty(holder, name, {
      value: other,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  } else (holder as { [key: string]: Json })[key] = other;
  return copy.body;
}

/** Whether all but the last step of a path is there: the last may be what is missing. */
function leadsSomewhere(path: string, body: Json): boolean {
  const steps = [...path.matchAll(/([^.[\]]+)|\[(\d+)\]/g)].map(([, name, index]) => name ?? Number(index));
  let at: unknown = body;
  for (const [index, step] of steps.entries()) {
    if (typeof at !== "object" || at === null) return false;
    if (Array.isArray(at) !== (typeof step === "number")) return false;
    if (!Object.hasOwn(at, step)) return index === steps.length - 1;
    at = (at as { [key: string | number]: unknown })[step];
  }
  return true;
}

/** @throws as check() and the translation */
function take(path: string, form: z.ZodType, body: unknown): void {
  const request = check(form, body);
  translations[path]?.(request);
}

const taking = routes.flatMap(({ path, body }) => (body === undefined ? [] : [{ path, body }]));

test("there is a sample of every request, and it is taken", () => {
  expect(taking.map(({ path }) => path).sort()).toEqual(Object.keys(samples).sort());
  for (const { path, body } of taking) take(path, body, samples[path]);
});

test.each(taking)("$path takes what is sent, or says where its fault is", ({ path, body: form }) => {
  const random = seededRandom(20_261_121);
  const outcomes = { taken: 0, refused: 0 };
  for (let round = 0; round < 3000; round += 1) {
    let body = samples[path] as Json;
    for (let count = 1 + random.below(3); count > 0; count -= 1) {
      if (typeof body === "object" && body !== null) body = damaged(body, random);
    }
    // As it would come through the network.
    body = JSON.parse(JSON.stringify(body)) as Json;
    try {
      take(path, form, body);
      outcomes.taken += 1;
    } catch (error) {
      const told = JSON.stringify(body).slice(0, 1000);
      if (!(error instanceof ApiError)) throw new Error(`another error for ${told}`, { cause: error });
      expect(error.kind).toBe("invalid");
      const { path: place, message } = error;
      if (place === undefined) expect(message).toStartWith("The body: ");
      else {
        expect(message).toStartWith(`${place}: `);
        if (!leadsSomewhere(place, body)) throw new Error(`${message} — but that is nowhere in ${told}`);
      }
      outcomes.refused += 1;
    }
  }
  // Both ways out are taken, or the damages are too weak or too strong to tell anything.
  expect(outcomes.taken).toBeGreaterThan(30);
  expect(outcomes.refused).toBeGreaterThan(300);
});
