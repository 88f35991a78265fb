/**
 * Reads a chat from a file of JSON: one of chat-file.ts, or a list of messages with role and content, as
 * other programs have it.
 */
import { z } from "zod";
import { AnechatError } from "../base/errors.ts";
import { isWorkspaceAddress } from "../kaito/address.ts";
import { isAddress } from "../remote/endpoint.ts";
import { chatFileVersion, type PortableChat } from "./chat-file.ts";
import { titleOf } from "./store/chat-store.ts";
import type { Entry } from "./transcript.ts";

const time = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));

/** Infinity, where nobody told the context's size, is null in JSON. */
const contextTokens = z
  .number()
  .nullable()
  .transform((tokens) => tokens ?? Number.POSITIVE_INFINITY);

/** What would open the model again. Nobody's file decides to which endpoint or cluster a chat's words are sent. */
const source = z.string().transform((text) => (isAddress(text) || isWorkspaceAddress(text) ? "" : text));

const factsShape = z.object({
  model: z.object({ name: z.string(), hash: z.string(), source }),
  sampling: z.record(z.string(), z.unknown()),
  finish: z.enum(["stop", "length", "context", "cancelled"]),
  usage: z.object({
    promptTokens: z.number(),
    cachedTokens: z.number(),
    completionTokens: z.number(),
    contextUsed: z.number(),
    contextSize: contextTokens,
    contextLimit: contextTokens,
    isEstimated: z.boolean().optional(),
  }),
  timings: z.object({
    promptMs: z.number(),
    firstTokenMs: z.number(),
    generationMs: z.number(),
    totalMs: z.number(),
  }),
});

const messageShape = z.object({
  role: z.enum(["system", "user", "assistant", "summary"]),
  content: z.string(),
  id: z.string().min(1).optional(),
  parent: z.string().nullish(),
  created: time.optional(),
  reasoning: z.string().optional(),
  keptFrom: z.string().optional(),
  facts: factsShape.optional(),
  asked: z.object({ name: z.string(), source }).optional(),
});

const fileShape = z.object({
  version: z.number().optional(),
  title: z.string().optional(),
  created: time.optional(),
  updated: time.optional(),
  head: z.string().nullish(),
  messages: z.array(messageShape),
});

type Message = z.infer<typeof messageShape>;

/**
 * @param name the file's, for the error
 * @param now milliseconds since 1970, for what has no time
 * @throws AnechatError `usage` for what is no chat
 */
export function parseChatFile(text: string, name: string, now: number): PortableChat {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new AnechatError("usage", `${name} is no JSON: ${reason}`, {
      hint: "A chat is read from JSON, as /save chat.json and --save-to write it; markdown is for people.",
      cause,
    });
  }
  const parsed = fileShape.safeParse(Array.isArray(value) ? { messages: value } : value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new AnechatError(
      "usage",
      `${name} is no chat: ${issue?.path.join(".") ?? ""}: ${issue?.message ?? ""}`,
      {
        hint: 'It has to be what /save writes, or {"messages": [{"role": "user", "content": "…"}, …]}.',
      },
    );
  }
  const file = parsed.data;
  if ((file.version ?? 0) > chatFileVersion) {
    throw new AnechatError("usage", `${name} was written by a newer anechat (version ${file.version})`);
  }
  const entries = linked(file.messages, name, file.created ?? now);
  if (entries.length === 0) throw new AnechatError("usage", `${name} holds no messages`);
  if (file.head && !entries.some(({ id }) => id === file.head)) {
    throw new AnechatError("usage", `${name} is no chat: its head is a message that isn't there`);
  }
  return {
    title: file.title ?? titleOf(entries),
    created: file.created ?? entries[0]?.created ?? now,
    updated: file.updated ?? entries.at(-1)?.created ?? now,
    head: file.head ?? entries.at(-1)?.id,
    entries,
  };
}

/** Messages without ids follow one another. */
function linked(messages: readonly Message[], name: string, now: number): Entry[] {
  const entries: Entry[] = [];
  const ids = new Set<string>();
  for (const { id = Bun.randomUUIDv7(), parent, created = now, ...said } of messages) {
    const before = parent === undefined ? entries.at(-1)?.id : (parent ?? undefined);
    if (ids.has(id) || (before !== undefined && !ids.has(before))) {
      throw new AnechatError(
        "usage",
        `${name} is no chat: a message comes twice, or follows one that isn't there`,
      );
    }
    ids.add(id);
    entries.push({ ...(said as Entry), id, parent: before, created });
  }
  return entries;
}
