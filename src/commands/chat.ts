/** The chat in a terminal: opens the model and hands it to the prompt loop. */
import { join } from "node:path";
import { exitCodes } from "../base/errors.ts";
import { Conversation } from "../chat/conversation.ts";
import type { GenerateOptions } from "../engine/protocol.ts";
import { noteRecentModel } from "../models/recent.ts";
import { runChatLoop } from "../terminal/chat-loop.ts";
import { createColors } from "../terminal/colors.ts";
import { History } from "../terminal/history.ts";
import { KeySource } from "../terminal/key-source.ts";
import { type Flags, generateOptions } from "./flags.ts";
import type { Io } from "./io.ts";
import type { LocalModel } from "./obtain-model.ts";
import { openSession, type Session } from "./session.ts";

/** @returns the exit code */
export async function chat(model: LocalModel, flags: Flags, io: Io): Promise<number> {
  const options = generateOptions(flags);
  // From here on the keyboard is ours: what is typed while the model loads waits for the prompt.
  using keys = new KeySource({ input: io.stdin, output: io.stdout, process });
  await using session = await load(model, flags, io, keys);
  const { engine, info } = session;
  if (flags.history && !model.isDemo) noteRecentModel(io.paths.data, model.path);
  const conversation = new Conversation(engine, {
    systemPrompt: flags.systemPrompt,
    forgetful: !flags.history,
  });
  await runChatLoop({
    keys,
    history: openHistory(flags, io),
    output: io.stdout,
    progressOutput: io.stderr,
    colors: createColors(io.env, io.stdout),
    style: flags.plain ? "plain" : "markdown",
    stats: flags.stats && !flags.quiet,
    quiet: flags.quiet === true,
    verbose: flags.verbose === true,
    contextLimit: info.contextLimit,
    ask: (text, signal) =>
      flags.raw
        ? engine.generate({ kind: "text", text }, { ...options, signal })
        : conversation.ask(text, { ...options, signal }),
    clear: () => conversation.clear(),
    status: () => status(session, conversation, flags, options),
    note: (line) => io.note(line),
  });
  return exitCodes.ok;
}

async function load(model: LocalModel, flags: Flags, io: Io, keys: KeySource): Promise<Session> {
  const loading = new AbortController();
  using _interrupt = keys.onInterrupt(() => loading.abort());
  return await openSession(model, flags, io, loading.signal);
}

/** What was typed before, for ↑; not kept on disk if nothing is to be remembered. */
function openHistory(flags: Flags, io: Io): History {
  if (!flags.history) return History.inMemory();
  const { history, warning } = History.open(join(io.paths.data, "history.jsonl"));
  if (warning !== undefined) io.note(warning);
  return history;
}

function status(
  { name, info, quantization }: Session,
  conversation: Conversation,
  flags: Flags,
  options: GenerateOptions,
): [string, string][] {
  const questions = conversation.messages.filter(({ role }) => role === "user").length;
  return [
    ["Model", `${name} (${quantization}, ${info.device})`],
    ["Context", `${conversation.contextUsed} of up to ${info.contextLimit} tokens used`],
    ["Turns", flags.history ? String(questions) : "not kept (--no-history)"],
    ["System", flags.systemPrompt ?? "none"],
    ["Sampling", samplingText(options)],
  ];
}

function samplingText({ sampling = {}, maxTokens }: GenerateOptions): string {
  const parts = Object.entries(sampling)
    .filter(([, value]) => typeof value === "number")
    .map(([key, value]) => `${key} ${String(value)}`);
  if (maxTokens !== undefined) parts.push(`max tokens ${maxTokens}`);
  return parts.length === 0 ? "the model's own" : parts.join(", ");
}
