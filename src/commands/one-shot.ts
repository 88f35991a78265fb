/**
 * One question, one answer, for scripts: stdout carries the answer and one line
 * break, or one JSON object; everything else goes to stderr.
 */
import { AnechatError } from "../base/errors.ts";
import { Conversation } from "../chat/conversation.ts";
import type { ChatEvent, FinishReason } from "../engine/protocol.ts";
import { type Flags, generateOptions } from "./flags.ts";
import type { Io } from "./io.ts";
import { openSession, type Session } from "./session.ts";

type Result = { text: string; reasoning: string; done: Extract<ChatEvent, { type: "done" }> };

/**
 * @param prompt what is asked, with anything piped in
 * @returns the exit code
 */
export async function oneShot(model: string, prompt: string, flags: Flags, io: Io): Promise<number> {
  const options = generateOptions(flags);
  using interrupt = io.onInterrupt();
  await using session = await openSession(model, flags, io, interrupt.signal);
  const { engine, info } = session;
  const chatOptions = { ...options, signal: interrupt.signal };
  const events = flags.raw
    ? engine.generate({ kind: "text", text: prompt }, chatOptions)
    : new Conversation(engine, { systemPrompt: flags.systemPrompt }).ask(prompt, chatOptions);

  const write = flags.json ? undefined : answerWriter(io);
  const result = await collect(events, write);
  const { finish } = result.done;
  if (flags.json) {
    io.stdout.write(`${JSON.stringify(toJson(result, session))}\n`);
  } else {
    io.stdout.write("\n");
    const note = cutNote(finish, result.done.usage.completionTokens, info.contextLimit);
    if (note !== undefined) io.note(note);
  }
  return interrupt.signal.aborted ? 130 : 0;
}

/** Streams an answer without the blank space some templates make models begin and end with. */
function answerWriter(io: Io): (text: string) => void {
  let started = false;
  let blank = "";
  return (text) => {
    const all = blank + text;
    const kept = started ? all.trimEnd() : all.trim();
    blank = started || kept !== "" ? all.slice(all.trimEnd().length) : "";
    if (kept === "") return;
    started = true;
    io.stdout.write(kept);
  };
}

async function collect(
  events: AsyncIterable<ChatEvent | { type: "dropped" }>,
  write: ((text: string) => void) | undefined,
): Promise<Result> {
  let text = "";
  let reasoning = "";
  for await (const event of events) {
    if (event.type === "text") {
      text += event.text;
      write?.(event.text);
    } else if (event.type === "reasoning") {
      reasoning += event.text;
    } else if (event.type === "done") {
      return { text: text.trim(), reasoning: reasoning.trim(), done: event };
    }
  }
  throw new AnechatError("generationFailed", "The answer ended without a result.");
}

function toJson({ text, reasoning, done }: Result, { name, info, quantization }: Session): unknown {
  return {
    text,
    reasoning: reasoning === "" ? null : reasoning,
    finishReason: done.finish,
    usage: done.usage,
    timings: done.timings,
    model: { name, quantization, parameters: info.parameters, device: info.device },
  };
}

/** An answer that was cut says so, and how to go on. */
export function cutNote(finish: FinishReason, tokens: number, limit: number): string | undefined {
  if (finish === "length") {
    return `The answer was cut after ${tokens} tokens. Raise --max-tokens, or set it to 0 for no limit.`;
  }
  if (finish === "context") {
    return `The answer was cut: the context of ${limit} tokens is full. Shorten the input, or raise --ctx-size.`;
  }
  return undefined;
}
