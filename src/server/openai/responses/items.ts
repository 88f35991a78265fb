/**
 * The items of a request's input: messages, calls of tools with their outputs, reasoning. Items of
 * other types are accepted and left out of the prompt.
 */
import { z } from "zod";
import { content } from "../../request/content.ts";
import { advisory, optional, otherThan } from "../../request/fields.ts";

/** The fields of every item. */
const common = { id: optional(z.string()), status: advisory };

const message = z.object({
  ...common,
  type: optional(z.literal("message")),
  role: z.enum(["user", "assistant", "system", "developer"]),
  content,
  phase: advisory,
});

/** A client may have cut the arguments, or received them from an answer that was cut. */
const functionCall = z.object({
  ...common,
  type: z.literal("function_call"),
  call_id: z.string(),
  name: z.string(),
  namespace: optional(z.string()),
  arguments: optional(z.string()),
});

const functionOutput = z.object({
  ...common,
  type: z.literal("function_call_output"),
  call_id: z.string(),
  output: optional(content),
});

/** A call of a tool whose input is a text. */
const customCall = z.object({
  ...common,
  type: z.literal("custom_tool_call"),
  call_id: z.string(),
  name: z.string(),
  namespace: optional(z.string()),
  input: optional(z.string()),
});

const customOutput = z.object({
  ...common,
  type: z.literal("custom_tool_call_output"),
  call_id: z.string(),
  output: optional(content),
});

const localShellCall = z.object({
  ...common,
  type: z.literal("local_shell_call"),
  call_id: z.string(),
  action: z.record(z.string(), z.unknown()),
});

/** OpenAI's reference has the call's id in `id`, and Codex in `call_id`. */
const localShellOutput = z.object({
  ...common,
  type: z.literal("local_shell_call_output"),
  call_id: optional(z.string()),
  output: optional(content),
});

const reasoningPart = z.looseObject({ text: optional(z.string()) });

const reasoning = z.object({
  ...common,
  type: z.literal("reasoning"),
  summary: optional(z.array(reasoningPart)),
  content: optional(z.array(reasoningPart)),
  encrypted_content: optional(z.string()),
});

/** An item that the server has stored: of the input or the output of an earlier response. */
const reference = z.object({ type: z.literal("item_reference"), id: z.string() });

/** The type of a reference is optional, so an id alone is one. */
const bareReference = z
  .strictObject({ type: z.null().optional(), id: z.string() })
  .transform(({ id }): Reference => ({ type: "item_reference", id }));

const knownItem = z.discriminatedUnion("type", [
  message,
  functionCall,
  functionOutput,
  customCall,
  customOutput,
  localShellCall,
  localShellOutput,
  reasoning,
]);

const names = [
  "message",
  "function_call",
  "function_call_output",
  "custom_tool_call",
  "custom_tool_call_output",
  "local_shell_call",
  "local_shell_call_output",
  "reasoning",
] as const satisfies readonly KnownItem["type"][];

export const item = z.union([knownItem, otherThan(...names)]);

/** An item, or the id of a stored one. */
export const inputItem = z.union([
  z.discriminatedUnion("type", [...knownItem.options, reference]),
  otherThan(...names, "item_reference"),
  bareReference,
]);

export type KnownItem = z.output<typeof knownItem>;
export type OtherItem = { type: string } & Record<string, unknown>;
export type Item = KnownItem | OtherItem;
export type Reference = z.output<typeof reference>;

const nameSet: ReadonlySet<string> = new Set(names);

export function isKnown(one: Item): one is KnownItem {
  return one.type === undefined || nameSet.has(one.type);
}

export function isReference(one: Item | Reference): one is Reference {
  return one.type === "item_reference";
}
