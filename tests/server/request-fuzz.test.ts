/** Any JSON either becomes a question or is refused with the path of the fault. */
import { expect, test } from "bun:test";
import type { z } from "zod";
import { seededRandom } from "../../scripts/random.ts";
import { questionOf as messagesQuestion, promptOf } from "../../src/server/anthropic/question.ts";
import type { CountRequest, MessagesRequest } from "../../src/server/anthropic/schema.ts";
import { ApiError } from "../../src/server/api-error.ts";
import type { ChatRequest } from "../../src/server/openai/chat-schema.ts";
import { questionOf as chatQuestion } from "../../src/server/openai/question.ts";
import { contextOf } from "../../src/server/openai/responses/context.ts";
import {
  refuseImpossible,
  questionOf as responsesQuestion,
} from "../../src/server/openai/responses/question.ts";
import type { ResponsesRequest } from "../../src/server/openai/responses/schema.ts";
import type { ClientResponses } from "../../src/server/openai/responses/store.ts";
import { check } from "../../src/server/request/check.ts";
import { IgnoredFields } from "../../src/server/request/ignored-fields.ts";
import { routes } from "../../src/server/routes.ts";
import { damaged, type Json, sampleRequests } from "../fixtures/requests.ts";

const samples = sampleRequests("m");

const none = (): IgnoredFields => new IgnoredFields(false);

/** The translations of valid requests that need no model. */
const translations: Record<string, (request: unknown) => unknown> = {
  "/v1/chat/completions": (request) => chatQuestion(request as ChatRequest),
  "/v1/responses": (request) => responsesTranslation(request as ResponsesRequest),
  "/v1/responses/input_tokens": (request) => responsesTranslation(request as ResponsesRequest),
  "/v1/chat/completions/input_tokens": (request) => chatQuestion(request as ChatRequest),
  "/v1/messages": (request) => messagesQuestion(request as MessagesRequest, none()),
  "/v1/messages/count_tokens": (request) => promptOf(request as CountRequest, none()),
};

/** Whether the path exists in the body. Its last step may be missing. */
function exists(path: string, body: Json): boolean {
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

/** Nothing is stored. */
const responses: ClientResponses = {
  load: async () => undefined,
  item: async () => undefined,
  keep: () => expect.unreachable(),
  remove: async () => false,
};

async function responsesTranslation(request: ResponsesRequest): Promise<void> {
  refuseImpossible(request);
  const { items } = await contextOf(request, responses);
  responsesQuestion(request, items, new IgnoredFields(false));
}

/** @throws as check() and the translation */
async function take(path: string, form: z.ZodType, body: unknown): Promise<void> {
  const request = check(form, body);
  await translations[path]?.(request);
}

const routesWithBody = routes.flatMap(({ path, body }) => (body === undefined ? [] : [{ path, body }]));

test("there is a sample of every request, and it is accepted", async () => {
  expect(routesWithBody.map(({ path }) => path).sort()).toEqual(Object.keys(samples).sort());
  for (const { path, body } of routesWithBody) await take(path, body, samples[path]);
});

test.each(routesWithBody)(
  "$path accepts any JSON, or names the fault's path",
  async ({ path, body: form }) => {
    const random = seededRandom(20_261_121);
    const outcomes = { accepted: 0, refused: 0 };
    for (let round = 0; round < 3000; round += 1) {
      let body = samples[path] as Json;
      for (let count = 1 + random.below(3); count > 0; count -= 1) {
        if (typeof body === "object" && body !== null) body = damaged(body, random);
      }
      // As a server would receive it.
      body = JSON.parse(JSON.stringify(body)) as Json;
      try {
        await take(path, form, body);
        outcomes.accepted += 1;
      } catch (error) {
        const excerpt = JSON.stringify(body).slice(0, 1000);
        if (!(error instanceof ApiError)) throw new Error(`another error for ${excerpt}`, { cause: error });
        // Something that isn't stored, in requests that name what is.
        if (!path.startsWith("/v1/responses")) expect(error.kind).toBe("invalid");
        else expect(["invalid", "notFound"]).toContain(error.kind);
        const { path: fault, message } = error;
        if (fault === undefined) expect(message).toStartWith("The body: ");
        else {
          expect(message).toStartWith(`${fault}: `);
          if (!exists(fault, body)) throw new Error(`${message} — but that path is not in ${excerpt}`);
        }
        outcomes.refused += 1;
      }
    }
    // Both outcomes must occur, or the damage is too weak or too strong for this test.
    expect(outcomes.accepted).toBeGreaterThan(30);
    expect(outcomes.refused).toBeGreaterThan(300);
  },
);
