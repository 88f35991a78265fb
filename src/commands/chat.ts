/** The chat in a terminal: opens the model and hands it to the prompt loop. */
import { join } from "node:path";
import { exitCodes } from "../base/errors.ts";
import { Conversation } from "../chat/conversation.ts";
import type { GenerateOptions } from "../engine/protocol.ts";
import { ensureTinyModel } from "../models/tiny.ts";
import { runChatLoop } from "../terminal/chat-loop.ts";
import { createColors } from "../terminal/colors.ts";
import { History } from "../terminal/history.ts";
import { KeySource } from "../terminal/key-source.ts";
import { type Flags, generateOptions } from "./flags.ts";
import type { Io } from "./io.ts";
import { openSession, type Session } from "./session.ts";

/**
 * @param model missing: the tiny generated one
 * @returns the exit code
 */
export async function chat(model: string | undefined, flags: Flags, io: Io): Promise<number> {
  const options = generateOptions(flags);
  // From here on the keyboard is ours: what is typed while the model loads waits for the prompt.
  using keys = new KeySource({ input: io.stdin, output: io.stdout, process });
  await using session = await load(model ?? (await tinyModel(flags, io)), flags, io, keys);
  const { engine, info } = session;
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

async function load(model: string, flags: Flags, io: Io, keys: KeySource): Promise<Session> {
  const loading = new AbortController();
  using _interrupt = keys.onInterrupt(() => loading.abort());
  return await openSession(model, flags, io, loading.signal);
}

/** Until somebody names a model: it shows that all works, and says what it is. */
async function tinyModel(flags: Flags, io: Io): Promise<string> {
  if (!flags.quiet) {
    // Only a chat without a model pays for loading clack.
    const { note } = await import("@clack/prompts");
    note(
      "You talk to a tiny generated model: it has words, but no sense.\nTry: anechat path/to/model.gguf",
      "No model was named",
      { output: io.stderr },
    );
  }
  return ensureTinyModel(join(io.paths.cache, "models"));
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
