/**
 * Reads a chat from a JSON file: one that chat-file.ts wrote, or another program's list of messages
 * with role and content.
 */
import { z } from "zod";
import { AnechatError, reasonOf } from "../base/errors.ts";
import { isWorkspaceAddress } from "../kaito/address.ts";
import { isAddress } from "../remote/endpoint.ts";
import { chatFileVersion, type PortableChat } from "./chat-file.ts";
import { titleOf } from "./store/chat-store.ts";
import type { Entry } from "./transcript.ts";

const time = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));

/** An unknown context size is Infinity, which JSON writes as null. */
const contextTokens = z
  .number()
  .nullable()
  .transform((tokens) => tokens ?? Number.POSITIVE_INFINITY);

/** What opens the model again. A file must not decide which endpoint or cluster gets the chat. */
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
  typed: z.string().optional(),
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
 * @param name of the file, for errors
 * @param now milliseconds since 1970, for messages without a time
 * @throws AnechatError `usage` if it is not a chat
 */
export function parseChatFile(text: string, name: string, now: number): PortableChat {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    const reason = reasonOf(cause);
    throw new AnechatError("usage", `${name} is not JSON: ${reason}`, {
      hint: "Use a JSON file, as /save chat.json and --save-to write it. Markdown can't be loaded.",
      cause,
    });
  }
  const parsed = fileShape.safeParse(Array.isArray(value) ? { messages: value } : value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new AnechatError(
      "usage",
      `${name} is not a chat: ${issue?.path.join(".") ?? ""}: ${issue?.message ?? ""}`,
      {
        hint: 'Use a file of /save, or {"messages": [{"role": "user", "content": "…"}, …]}.',
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
    throw new AnechatError("usage", `${name} is not a chat: its head is a message that isn't there`);
  }
  return {
    title: file.title ?? titleOf(entries),
    created: file.created ?? entries[0]?.created ?? now,
    updated: file.updated ?? entries.at(-1)?.created ?? now,
    head: file.head ?? entries.at(-1)?.id,
    entries,
  };
}

/** A message without a parent follows the one before it. */
function linked(messages: readonly Message[], name: string, now: number): Entry[] {
  const entries: Entry[] = [];
  const ids = new Set<string>();
  for (const { id = Bun.randomUUIDv7(), parent, created = now, ...content } of messages) {
    const before = parent === undefined ? entries.at(-1)?.id : (parent ?? undefined);
    if (ids.has(id) || (before !== undefined && !ids.has(before))) {
      throw new AnechatError(
        "usage",
        `${name} is not a chat: a message comes twice, or follows one that isn't there`,
      );
    }
    ids.add(id);
    entries.push({ ...(content as Entry), id, parent: before, created });
  }
  return entries;
}
