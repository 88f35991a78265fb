/** Writes an answer as Ollama's objects, one a line: parts of it, and a last one with the totals. */
import { type Answers, type Choice, truncatedField } from "../answer/choices.ts";
import type { StreamEvent } from "../answer/event-stream.ts";
import { chatLogprob } from "../openai/logprobs.ts";
import { doneFields, type OllamaToolCall, type Times, ToolCallCollector } from "./answer.ts";

/** A part of an answer, or the whole of it. */
export type Part = { text?: string; thinking?: string; calls?: readonly OllamaToolCall[] };

export type AnswerShape = {
  /** The client's name for the model. */
  model: string;
  /** When the request arrived and got its model. */
  times: Times;
  /** Milliseconds since 1970. */
  now(): number;
  /** The fields of a part: chat and generate name them differently. */
  part(part: Part): object;
  /** Fields of the last object only. @param text the whole answer */
  last?(text: string): object;
};

export async function* lines(answers: Answers, shape: AnswerShape): AsyncGenerator<StreamEvent, void> {
  const calls = new ToolCallCollector();
  let text = "";
  /** Of tokens whose text has not been sent yet. */
  let logprobs: object[] = [];
  const line = (part: Part, more: object = { done: false }): StreamEvent => {
    const fields = { ...headOf(shape), ...shape.part(part), ...logprobsField(logprobs), ...more };
    logprobs = [];
    return { data: JSON.stringify(fields) };
  };
  for await (const { event } of answers.events) {
    if (event.type === "token") logprobs.push(chatLogprob(event));
    else if (event.type === "text") {
      text += event.text;
      yield line({ text: event.text });
    } else if (event.type === "reasoning") yield line({ thinking: event.text });
    else if (event.type === "toolCall" || event.type === "done") {
      const complete = event.type === "toolCall" ? calls.add(event) : calls.end();
      if (complete !== undefined) yield line({ calls: [complete] });
      if (event.type === "done")
        yield line(
          {},
          { ...doneFields(event, shape.times), ...truncatedField(answers), ...shape.last?.(text) },
        );
    }
  }
}

/** The same in one object. */
export function whole(
  { text, reasoning, toolCalls, tokens, done }: Choice,
  answers: Answers,
  shape: AnswerShape,
): object {
  const collector = new ToolCallCollector();
  const calls = [
    ...toolCalls.map((call, index) => collector.add({ type: "toolCall", index, ...call })),
    collector.end(),
  ].filter((call) => call !== undefined);
  return {
    ...headOf(shape),
    ...shape.part({ text, ...(reasoning === "" ? {} : { thinking: reasoning }), calls }),
    ...logprobsField(tokens.map(chatLogprob)),
    ...doneFields(done, shape.times),
    ...truncatedField(answers),
    ...shape.last?.(text),
  };
}

function headOf({ model, now }: AnswerShape): object {
  return { model, created_at: new Date(now()).toISOString() };
}

function logprobsField(logprobs: readonly object[]): object {
  return logprobs.length === 0 ? {} : { logprobs };
}
