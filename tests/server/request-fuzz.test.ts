/** Whatever JSON is sent, it is a question or a fault with its place: nothing else may come of it. */
import { expect, test } from "bun:test";
import type { z } from "zod";
import { seededRandom } from "../../scripts/random.ts";
import { messagesOf, questionOf as messagesQuestion } from "../../src/server/anthropic/question.ts";
import type { CountRequest, MessagesRequest } from "../../src/server/anthropic/schema.ts";
import { ApiError } from "../../src/server/api-error.ts";
import type { ChatRequest } from "../../src/server/openai/chat-schema.ts";
import { questionOf as chatQuestion } from "../../src/server/openai/question.ts";
import { questionOf as responsesQuestion } from "../../src/server/openai/responses-question.ts";
import type { ResponsesRequest } from "../../src/server/openai/responses-schema.ts";
import { check } from "../../src/server/read-body.ts";
import { routes } from "../../src/server/routes.ts";
import { damaged, type Json, sampleRequests } from "../fixtures/requests.ts";

const samples = sampleRequests("m");

/** What is made of a request that was taken, as far as no model is needed for it. */
const translations: Record<string, (request: unknown) => unknown> = {
  "/v1/chat/completions": (request) => chatQuestion(request as ChatRequest),
  "/v1/responses": (request) => responsesQuestion(request as ResponsesRequest),
  "/v1/messages": (request) => messagesQuestion(request as MessagesRequest),
  "/v1/messages/count_tokens": (request) => messagesOf(request as CountRequest),
};

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
