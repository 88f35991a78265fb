/**
 * The items of an answer, each as the events that build it. The names and the fields of the events
 * are OpenAI's: https://platform.openai.com/docs/api-reference/responses-streaming
 */
import { newId } from "../../exchange.ts";
import { encodeReasoning } from "./reasoning.ts";
import { type ClientCall, customInput } from "./tools.ts";

/** An event without its number and its place. */
export type ItemEvent = { type: string } & Record<string, unknown>;

export type OutputItem = { id: string; type: string } & Record<string, unknown>;

type Status = "in_progress" | "completed" | "incomplete";

/** An item while it is written. */
export type OpenItem = {
  readonly id: string;
  /** The item before it has content. */
  readonly begun: OutputItem;
  /** Events after the item was added. */
  opening(): ItemEvent[];
  /** @param logprobs of the tokens of this text */
  delta(text: string, logprobs: readonly object[]): ItemEvent[];
  /** @param status of the whole item: "incomplete" if the answer was cut */
  closing(status: Status): { events: ItemEvent[]; item: OutputItem };
};

export function messageItem(): OpenItem {
  const id = newId("msg_");
  let text = "";
  const logprobs: object[] = [];
  const part = () => ({ type: "output_text", text, annotations: [], logprobs });
  const item = (status: Status, content: object[]) => ({
    id,
    type: "message",
    role: "assistant",
    status,
    content,
  });
  return {
    id,
    begun: item("in_progress", []),
    opening: () => [
      { type: "response.content_part.added", content_index: 0, part: { ...part(), logprobs: [] } },
    ],
    delta: (more, itsLogprobs) => {
      text += more;
      logprobs.push(...itsLogprobs);
      return [{ type: "response.output_text.delta", content_index: 0, delta: more, logprobs: itsLogprobs }];
    },
    closing: (status) => ({
      events: [
        { type: "response.output_text.done", content_index: 0, text, logprobs },
        { type: "response.content_part.done", content_index: 0, part: part() },
      ],
      item: item(status, [part()]),
    }),
  };
}

export type ReasoningForm = {
  /**
   * The reasoning is the item's summary, because the client asked for one and may show nothing else.
   */
  asSummary: boolean;
  /** `encrypted_content` is added. */
  encoded: boolean;
};

export function reasoningItem({ asSummary, encoded }: ReasoningForm): OpenItem {
  const id = newId("rs_");
  let text = "";
  const part = () => ({ type: asSummary ? "summary_text" : "reasoning_text", text });
  const place = asSummary ? { summary_index: 0 } : { content_index: 0 };
  const names = asSummary
    ? { part: "response.reasoning_summary_part", text: "response.reasoning_summary_text" }
    : { part: "response.content_part", text: "response.reasoning_text" };
  return {
    id,
    begun: { id, type: "reasoning", summary: [] },
    opening: () => [{ type: `${names.part}.added`, ...place, part: part() }],
    delta: (more) => {
      text += more;
      return [{ type: `${names.text}.delta`, ...place, delta: more }];
    },
    closing: () => ({
      events: [
        { type: `${names.text}.done`, ...place, text },
        { type: `${names.part}.done`, ...place, part: part() },
      ],
      item: {
        id,
        type: "reasoning",
        summary: asSummary ? [part()] : [],
        ...(asSummary ? {} : { content: [part()] }),
        ...(encoded ? { encrypted_content: encodeReasoning(text) } : {}),
      },
    }),
  };
}

export function callItem(call: ClientCall): OpenItem {
  return call.type === "custom" ? customCall(call) : functionCall(call);
}

function functionCall({ name, namespace }: ClientCall): OpenItem {
  const id = newId("fc_");
  const callId = newId("call_");
  let json = "";
  const item = (status: Status) => ({
    id,
    type: "function_call",
    call_id: callId,
    name,
    ...(namespace === undefined ? {} : { namespace }),
    arguments: json,
    status,
  });
  const delta = (more: string): ItemEvent[] => {
    json += more;
    return more === "" ? [] : [{ type: "response.function_call_arguments.delta", delta: more }];
  };
  return {
    id,
    begun: item("in_progress"),
    opening: () => [],
    delta,
    closing: (status) => {
      // Clients parse the arguments of a complete call, also of a tool without parameters.
      const rest = status === "completed" && json === "" ? delta("{}") : [];
      const done = { type: "response.function_call_arguments.done", name, arguments: json };
      return { events: [...rest, done], item: item(status) };
    },
  };
}

/** Its input is complete only at the end, when the function's arguments can be parsed. */
function customCall({ name, namespace }: ClientCall): OpenItem {
  const id = newId("ctc_");
  const callId = newId("call_");
  let json = "";
  const item = (status: Status, input: string) => ({
    id,
    type: "custom_tool_call",
    call_id: callId,
    name,
    ...(namespace === undefined ? {} : { namespace }),
    input,
    status,
  });
  return {
    id,
    begun: item("in_progress", ""),
    opening: () => [],
    delta: (more) => {
      json += more;
      return [];
    },
    closing: (status) => {
      const input = customInput(json);
      return {
        events: [
          { type: "response.custom_tool_call_input.delta", delta: input },
          { type: "response.custom_tool_call_input.done", input },
        ],
        item: item(status, input),
      };
    },
  };
}
