/**
 * Reads a file of prompts: JSON with one value per line (a text, or an object with prompt or
 * messages), or plain text with one prompt per line.
 */
import { z } from "zod";
import { AnechatError, messageOf } from "../base/errors.ts";
import type { Message } from "../protocol/chat.ts";

const messageShape = z.object({ role: z.enum(["system", "user", "assistant"]), content: z.string() });

/** The fields of an object; other kinds of files add their own. */
export const promptShape = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  prompt: z.string().optional(),
  system: z.string().optional(),
  messages: z.array(messageShape).min(1).optional(),
});

export type Prompt<Extra = unknown> = Extra & {
  /** The id in the line, or the line's number, from 1. */
  id: string;
  messages: Message[];
  /** The line as it is in the file. */
  line: string;
};

/**
 * @param name of the file, for errors
 * @param shape of an object
 * @throws AnechatError `usage` with the line's number
 */
export function parsePrompts<Shape extends typeof promptShape>(
  text: string,
  name: string,
  shape: Shape,
): Prompt<z.infer<Shape>>[] {
  const lines = text.replace(/^\ufeff/, "").split(/\r?\n/);
  const isJson =
    /\.(jsonl|ndjson|json)$/i.test(name) || /^\s*[{"]/.test(lines.find((line) => line.trim() !== "") ?? "");
  const prompts = lines.flatMap((line, index) => {
    if (line.trim() === "") return [];
    const where = `${name}, line ${index + 1}`;
    const value: unknown = isJson ? parseLine(line, where) : line;
    const parsed = shape.safeParse(typeof value === "string" ? { prompt: value } : value);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      throw wrong(where, `${issue?.path.join(".") ?? ""}: ${issue?.message ?? ""}`);
    }
    const { id = index + 1 } = parsed.data;
    const fields = parsed.data as z.infer<Shape>;
    return [{ ...fields, id: String(id), messages: messagesOf(parsed.data, where), line }];
  });
  if (prompts.length === 0) throw new AnechatError("usage", `${name} holds no prompts`);
  return prompts;
}

/** Puts the system prompt first, unless the messages begin with one. */
export function withSystemPrompt(messages: readonly Message[], systemPrompt: string | undefined): Message[] {
  if (!systemPrompt || messages[0]?.role === "system") return [...messages];
  return [{ role: "system", content: systemPrompt }, ...messages];
}

function messagesOf({ prompt, system, messages }: z.infer<typeof promptShape>, where: string): Message[] {
  if ((prompt === undefined) === (messages === undefined))
    throw wrong(where, "it needs either prompt or messages");
  const conversation: Message[] = messages ?? [{ role: "user", content: prompt ?? "" }];
  return withSystemPrompt(conversation, system);
}

function parseLine(line: string, where: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw wrong(where, messageOf(error));
  }
}

function wrong(where: string, what: string): AnechatError {
  return new AnechatError("usage", `${where}: ${what}`, {
    hint:
      'A line is a text in quotes, {"prompt": "…"} ' + 'or {"messages": [{"role": "user", "content": "…"}]}.',
  });
}
