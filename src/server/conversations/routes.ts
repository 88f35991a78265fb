/** The conversation API: stored chats. Each client sees those that were made with its key. */
import type { z } from "zod";
import { chatToJson } from "../../chat/chat-file.ts";
import type { ConversationEvent } from "../../chat/conversation.ts";
import type { Message } from "../../protocol/chat.ts";
import { answer, counted, type Done } from "../answer/choices.ts";
import type { EventSource, StreamEvent } from "../answer/event-stream.ts";
import { withModel } from "../answer/with-model.ts";
import { ApiError } from "../api-error.ts";
import { describeModel } from "../describe-model.ts";
import { type Exchange, keepAliveOf, post, type Route, type Service } from "../exchange.ts";
import { health } from "../system.ts";
import type { ClientConversations } from "./conversations.ts";
import {
  chatRequest,
  generateOptions,
  generateRequest,
  loadRequest,
  newRequest,
  switchRequest,
} from "./schema.ts";

type Outcome = { text: string; reasoning: string; truncated: number; done: Done };

async function chat(request: z.output<typeof chatRequest>, exchange: Exchange): Promise<Response> {
  const { pool } = exchange.service;
  const { conversation_id: conversationId, system_prompt: system } = request;
  if (conversationId !== undefined && system !== undefined) {
    throw new ApiError("invalid", "system_prompt: only a new conversation can have it", {
      path: "system_prompt",
    });
  }
  const conversations = exchange.service.conversations.of(exchange.key);
  const known = conversationId === undefined ? undefined : await conversations.load(conversationId);
  const name =
    request.model ??
    (known && exchange.service.conversations.modelOf(known, pool.names)) ??
    defaultModel(exchange.service);
  return withModel({ ...request, model: name }, exchange, async (lease) => {
    const number = conversationId ?? (await conversations.begin(system, undefined));
    const options = { ...generateOptions(request), signal: exchange.signal };
    const asked = conversations.ask(number, request.message, lease.model, lease.name, options);
    const counting = counted(asked, exchange);
    const events = conversationId === undefined ? orDiscarded(counting, number, conversations) : counting;
    return respond(events, { conversation_id: number, model: lease.name }, request.stream === true);
  });
}

/** A new conversation without an answer is removed: its client doesn't know its number. */
async function* orDiscarded(
  events: AsyncIterable<ConversationEvent>,
  number: number,
  conversations: ClientConversations,
): AsyncGenerator<ConversationEvent, void> {
  try {
    yield* events;
  } catch (error) {
    await conversations.discardUnanswered(number);
    throw error;
  }
}

async function generate(request: z.output<typeof generateRequest>, exchange: Exchange): Promise<Response> {
  const { prompt, system_prompt: system, raw } = request;
  if (raw && system !== undefined) {
    throw new ApiError("invalid", "system_prompt: it cannot be combined with raw", {
      path: "system_prompt",
    });
  }
  const model = request.model ?? defaultModel(exchange.service);
  return withModel({ ...request, model }, exchange, async (lease) => {
    const messages: Message[] = [
      ...(system === undefined ? [] : [{ role: "system" as const, content: system }]),
      { role: "user", content: prompt },
    ];
    const input = raw ? ({ kind: "text", text: prompt } as const) : ({ kind: "messages", messages } as const);
    const question = { input, options: generateOptions(request), choices: 1, truncate: false };
    const answers = await answer(lease.model, question, exchange);
    const events = (async function* () {
      for await (const { event } of answers.events) yield event;
    })();
    return respond(events, { model: lease.name }, request.stream === true);
  });
}

/** @param isStream without it, the complete answer is one JSON object */
async function respond(
  events: AsyncIterable<ConversationEvent>,
  head: object,
  isStream: boolean,
): Promise<Response | EventSource> {
  if (isStream) return { events: streamEvents(events, head) };
  const { text, reasoning, ...outcome } = await collect(events);
  return Response.json({ ...head, text, reasoning: reasoning === "" ? null : reasoning, ...endOf(outcome) });
}

async function collect(events: AsyncIterable<ConversationEvent>): Promise<Outcome> {
  const outcome = { text: "", reasoning: "", truncated: 0 };
  for await (const event of events) {
    if (event.type === "text") outcome.text += event.text;
    else if (event.type === "reasoning") outcome.reasoning += event.text;
    else if (event.type === "dropped") outcome.truncated = event.messages.length;
    else if (event.type === "done") return { ...outcome, text: outcome.text.trim(), done: event };
  }
  throw new Error("the answer ended without a result");
}

async function* streamEvents(
  events: AsyncIterable<ConversationEvent>,
  head: object,
): AsyncGenerator<StreamEvent, void> {
  let truncated = 0;
  let hasBegun = false;
  for await (const event of events) {
    if (event.type === "queued" || event.type === "progress") continue;
    if (event.type === "dropped") {
      truncated = event.messages.length;
      continue;
    }
    if (!hasBegun) yield { event: "start", data: JSON.stringify(head) };
    hasBegun = true;
    if (event.type === "text" || event.type === "reasoning") {
      yield { event: event.type, data: JSON.stringify({ text: event.text }) };
    } else if (event.type === "done") {
      yield { event: "done", data: JSON.stringify(endOf({ done: event, truncated })) };
    }
  }
}

/** How the answer ended. `truncated`: how many of the oldest messages were left out. */
function endOf({ done, truncated }: Pick<Outcome, "done" | "truncated">): object {
  const { promptTokens, cachedTokens, completionTokens, contextUsed, contextLimit } = done.usage;
  return {
    finish_reason: done.finish,
    truncated,
    usage: {
      prompt_tokens: promptTokens,
      cached_tokens: cachedTokens,
      completion_tokens: completionTokens,
      context_used: contextUsed,
      context_limit: contextLimit,
    },
    timings: {
      prompt_ms: done.timings.promptMs,
      first_token_ms: done.timings.firstTokenMs,
      generation_ms: done.timings.generationMs,
      total_ms: done.timings.totalMs,
    },
  };
}

function defaultModel({ conversations, pool }: Service): string | undefined {
  return conversations.defaultModel ?? pool.names[0];
}

/** @throws ApiError `notFound` */
function required(name: string, { pool }: Service): string {
  if (pool.has(name)) return name;
  throw new ApiError("notFound", `There is no model ${JSON.stringify(name)} here`, { path: "model" });
}

function describe(name: string | undefined, { pool }: Service): object {
  if (name === undefined || !pool.has(name)) return { model: name ?? null, loaded: false };
  const { facts, contextLength, ...common } = describeModel(name, pool);
  const opened = pool.opened(name);
  return {
    model: name,
    ...common,
    context_limit: contextLength,
    trained_context: facts.trainedContext,
    created: facts.created,
    ...(opened === undefined ? {} : { context_size: opened.info.contextSize, memory: opened.memory }),
  };
}

export const conversationRoutes: readonly Route[] = [
  post("/api/v1/chat", "own", "Sends a message in a stored conversation", chatRequest, chat),
  post("/api/v1/chat/new", "own", "Starts a conversation", newRequest, async (request, { service, key }) => {
    const model = request.model === undefined ? defaultModel(service) : required(request.model, service);
    const number = await service.conversations.of(key).begin(request.system_prompt, model);
    return Response.json({ conversation_id: number, model: model ?? null });
  }),
  {
    method: "GET",
    path: "/api/v1/chat/models",
    dialect: "own",
    summary: "The available models",
    handle: ({ service }) =>
      Response.json({
        default: defaultModel(service) ?? null,
        models: service.pool.names.map((name) => describe(name, service)),
      }),
  },
  post(
    "/api/v1/chat/switch-model",
    "own",
    "Changes which model answers from now on",
    switchRequest,
    async ({ model, conversation_id: number }, { service, key }) => {
      required(model, service);
      if (number === undefined) service.conversations.defaultModel = model;
      else await service.conversations.of(key).choose(number, model);
      return Response.json({ model, conversation_id: number ?? null });
    },
  ),
  {
    method: "GET",
    path: "/api/v1/chat/conversation/{id}",
    dialect: "own",
    summary: "All messages of a conversation",
    params: { id: { type: "integer", minimum: 1, maximum: 1e15 - 1 } },
    handle: async ({ service, params, key }) => {
      const number = /^\d{1,15}$/.test(params.id ?? "") ? Number(params.id) : Number.NaN;
      if (Number.isNaN(number)) throw new ApiError("invalid", "id: it must be a number", { path: "id" });
      const chat = await service.conversations.of(key).load(number);
      const model = service.conversations.modelOf(chat, service.pool.names) ?? null;
      return Response.json({ conversation_id: number, model, ...JSON.parse(chatToJson(chat)) });
    },
  },
  post("/api/v1/generate", "own", "Answers one prompt, and stores nothing", generateRequest, generate),
  { ...health, path: "/api/v1/health" },
  {
    method: "GET",
    path: "/api/v1/model-info",
    dialect: "own",
    summary: "What is known about a model",
    query: { model: "The name of the model; without it, the default model" },
    handle: ({ service, query }) => {
      const name = query.get("model") ?? undefined;
      return Response.json(
        describe(name === undefined ? defaultModel(service) : required(name, service), service),
      );
    },
  },
  post(
    "/api/v1/load-model",
    "own",
    "Loads a model, so that its first answer is quick",
    loadRequest,
    async (request, { service }) => {
      using lease = await service.pool.lease(request.model, keepAliveOf(request.keep_alive));
      return Response.json(describe(lease.name, service));
    },
  ),
];
