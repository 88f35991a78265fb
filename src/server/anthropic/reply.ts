/** The answer to /v1/messages: what whole answers and streams share, and whole answers. */
import type { Usage } from "../../protocol/chat.ts";
import type { Choice, Done } from "../answer/choices.ts";
import { newId } from "../exchange.ts";
import { signatureOf } from "./signature.ts";

/** What the request says about its answer. */
export type ReplyOptions = {
  stops: readonly string[];
  /** The client sees the model's reasoning. */
  showsThinking: boolean;
  /** The prompt is only read. */
  isEmpty: boolean;
};

/** The first fields of an answer, whole or streamed. */
export function headOf(model: string) {
  return {
    id: newId("msg_"),
    type: "message",
    role: "assistant",
    model,
    container: null,
    context_management: null,
    diagnostics: null,
    stop_details: null,
  };
}

export function textBlock(text: string) {
  return { type: "text", text };
}

export function toolUseBlock(name: string, input: object) {
  return { type: "tool_use", id: newId("toolu_"), caller: { type: "direct" }, name, input };
}

export function thinkingBlock(thinking: string, signature: string) {
  return { type: "thinking", thinking, signature };
}

/** The content of a whole answer. One without a text or a call has an empty text. */
export function contentOf(
  { text, reasoning, toolCalls }: Choice,
  { showsThinking, isEmpty }: ReplyOptions,
): object[] {
  if (isEmpty) return [];
  const signature = signatureOf(reasoning, showsThinking);
  return [
    ...(reasoning === "" ? [] : [thinkingBlock(showsThinking ? reasoning : "", signature)]),
    ...(text === "" && toolCalls.length > 0 ? [] : [textBlock(text)]),
    ...toolCalls.map(({ name, arguments: json }) => toolUseBlock(name, inputOf(json))),
  ];
}

/** A truncated answer ends in incomplete JSON, which can only be passed on as a string. */
function inputOf(json: string): object {
  try {
    const input: unknown = JSON.parse(json);
    return typeof input === "object" && input !== null ? input : { value: input };
  } catch {
    return { _incomplete: json };
  }
}

export function stopOf({ finish, stoppedBy }: Done, stops: readonly string[], hasCalls: boolean) {
  if (finish === "length") return { stop_reason: "max_tokens", stop_sequence: null };
  if (finish === "context") return { stop_reason: "model_context_window_exceeded", stop_sequence: null };
  // The model's template may have stop strings, too; those are not reported.
  if (stoppedBy !== undefined && stops.includes(stoppedBy)) {
    return { stop_reason: "stop_sequence", stop_sequence: stoppedBy };
  }
  return { stop_reason: hasCalls ? "tool_use" : "end_turn", stop_sequence: null };
}

/** Anthropic counts cached tokens separately. */
export function usageOf({
  promptTokens,
  cachedTokens,
  completionTokens,
}: Pick<Usage, "promptTokens" | "cachedTokens" | "completionTokens">) {
  return {
    input_tokens: promptTokens - cachedTokens,
    cache_creation_input_tokens: 0,
    cache_read_input_tokens: cachedTokens,
    output_tokens: completionTokens,
    server_tool_use: null,
  };
}
