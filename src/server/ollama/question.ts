/** Translates the messages and tools of /api/chat for the engine. */
import { z } from "zod";
import type { Message, ToolCall, ToolUse } from "../../protocol/chat.ts";
import { ApiError } from "../api-error.ts";
import type { Exchange } from "../exchange.ts";
import { optional, otherThan } from "../request/fields.ts";
import { joinThoughts, thoughtMessage, thoughtRole } from "../request/thoughts.ts";
import { toolName, toolOf, toolUse } from "../request/tools.ts";
import { images } from "./schema.ts";

const call = z.object({
  id: optional(z.string()),
  type: optional(z.string()),
  function: z.object({
    index: optional(z.int()),
    name: z.string(),
    arguments: optional(z.union([z.record(z.string(), z.unknown()), z.string()])),
  }),
});

export const message = z.object({
  role: z.enum(["system", "developer", "user", "assistant", "tool", thoughtRole]),
  content: optional(z.string()),
  thinking: optional(z.string()),
  images,
  tool_calls: optional(z.array(call)),
  tool_name: optional(z.string()),
  tool_call_id: optional(z.string()),
  /** tool_name in older clients. */
  name: optional(z.string()),
});

const functionTool = z.object({
  type: optional(z.literal("function")),
  function: z.object({
    name: toolName,
    description: optional(z.string()),
    parameters: optional(z.record(z.string(), z.unknown())),
  }),
});

export const tool = z.union([functionTool, otherThan("function")]);

type OllamaMessage = z.output<typeof message>;

/** @throws ApiError `invalid` for images of a person */
export function messagesOf(messages: readonly OllamaMessage[], ignored: Exchange["ignored"]): Message[] {
  /** Calls that have no result yet, in their order. */
  let open: ToolCall[] = [];
  const translated = messages.map(({ role, content = "", ...more }, index): Message => {
    checkImages(role, more.images, `messages[${index}].images`, ignored);
    if (role === "tool") {
      const result = resultOf(more, open);
      open = open.filter(({ id }) => id !== result.toolCallId);
      return { role, content, ...result };
    }
    if (role === thoughtRole) return thoughtMessage(content);
    if (role !== "assistant") return { role: role === "developer" ? "system" : role, content };
    const toolCalls = (more.tool_calls ?? []).map(
      ({ id, function: { name, arguments: given } }, position) => ({
        // Ollama's calls may have no ids, and templates need one for each.
        id: id ?? `call_${index}_${position}`,
        name,
        arguments: typeof given === "string" ? given : JSON.stringify(given ?? {}),
      }),
    );
    open.push(...toolCalls);
    return {
      role,
      content,
      ...(more.thinking ? { reasoning: more.thinking } : {}),
      ...(toolCalls.length === 0 ? {} : { toolCalls }),
    };
  });
  return joinThoughts(translated, (index) => messages[index]?.role === thoughtRole);
}

/** A result names its call by id, or its tool by name, or neither: then the oldest call is meant. */
function resultOf(
  { tool_call_id: id, tool_name: toolName, name = toolName }: OllamaMessageFields,
  open: readonly ToolCall[],
): { toolCallId: string; toolName: string } {
  const answered =
    open.find((one) => one.id === id) ??
    open.find((one) => one.name === name) ??
    (name ? undefined : open[0]);
  return { toolCallId: answered?.id ?? id ?? "call", toolName: answered?.name ?? name ?? "tool" };
}

type OllamaMessageFields = Omit<OllamaMessage, "role" | "content">;

/** @throws ApiError `invalid`; a tool's images and those of old answers are left out and named */
export function checkImages(
  role: OllamaMessage["role"],
  given: readonly string[] | undefined,
  path: string,
  ignored: Exchange["ignored"],
): void {
  if (given === undefined || given.length === 0) return;
  if (role === "user" || role === "system" || role === "developer") {
    throw new ApiError("invalid", `${path}: this model can't see images`, { path });
  }
  ignored.leaveOut(path);
}

export function toolUseOf(
  tools: readonly z.output<typeof tool>[] | undefined,
  ignored: Exchange["ignored"],
): ToolUse | undefined {
  const functions = (tools ?? []).flatMap((one) => {
    if (!("function" in one) || typeof one.function !== "object") {
      ignored.leaveOut(`tools[] of type ${one.type}`);
      return [];
    }
    return [toolOf((one as z.output<typeof functionTool>).function)];
  });
  return toolUse(functions, "auto", undefined, { parallel: true, path: "tool_choice.name" });
}
