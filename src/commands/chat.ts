/**
 * The chat in a terminal: reads a line, does what it says or shows the answer,
 * until the user leaves. What is said lives in chat/, how it looks in terminal/.
 */
import { join } from "node:path";
import { exitCodes, toAnechatError } from "../base/errors.ts";
import { plural } from "../base/format.ts";
import { Conversation, type ConversationEvent } from "../chat/conversation.ts";
import type { GenerateOptions } from "../engine/protocol.ts";
import { ensureTinyModel } from "../models/tiny.ts";
import { createAnswerView } from "../terminal/answer.ts";
import { withoutOuterBlank } from "../terminal/blank.ts";
import { type Colors, createColors } from "../terminal/colors.ts";
import { completeCommand, formatHelp, parseChatInput } from "../terminal/commands.ts";
import { History } from "../terminal/history.ts";
import { readInput } from "../terminal/input/read-input.ts";
import { KeySource } from "../terminal/key-source.ts";
import { showProgress } from "../terminal/progress.ts";
import { sanitize } from "../terminal/sanitize.ts";
import { formatStats } from "../terminal/stats.ts";
import { type Flags, generateOptions } from "./flags.ts";
import type { Io } from "./io.ts";
import { cutNote, openSession, type Session } from "./session.ts";

/** A prompt that takes longer than this to read shows that it is being read. */
const patienceMs = 300;

/** @returns the exit code */
export async function chat(model: string | undefined, flags: Flags, io: Io): Promise<number> {
  const options = generateOptions(flags);
  // From here on the keyboard is ours: what is typed while the model loads waits for the prompt.
  using keys = new KeySource({ input: io.stdin, output: io.stdout, process });
  if (model === undefined && !flags.quiet) await introduceTinyModel(io);
  await using session = await load(
    model ?? (await ensureTinyModel(join(io.paths.cache, "models"))),
    flags,
    io,
    keys,
  );
  return await new ChatLoop(session, options, flags, io, keys).run();
}

async function introduceTinyModel({ stderr }: Io): Promise<void> {
  // Only a chat without a model pays for loading clack.
  const { note } = await import("@clack/prompts");
  note(
    "You talk to a tiny generated model: it has words, but no sense.\nTry: anechat path/to/model.gguf",
    "No model was named",
    { output: stderr },
  );
}

async function load(model: string, flags: Flags, io: Io, keys: KeySource): Promise<Session> {
  const loading = new AbortController();
  using _interrupt = keys.onInterrupt(() => loading.abort());
  // Awaited here: `using` ends with the function.
  return await openSession(model, flags, io, loading.signal);
}

class ChatLoop {
  readonly #session: Session;
  readonly #options: GenerateOptions;
  readonly #flags: Flags;
  readonly #io: Io;
  readonly #keys: KeySource;
  readonly #colors: Colors;
  readonly #conversation: Conversation;

  constructor(session: Session, options: GenerateOptions, flags: Flags, io: Io, keys: KeySource) {
    this.#session = session;
    this.#options = options;
    this.#flags = flags;
    this.#io = io;
    this.#keys = keys;
    this.#colors = createColors(io.env, io.stdout);
    this.#conversation = new Conversation(session.engine, {
      systemPrompt: flags.systemPrompt,
      forgetful: !flags.history,
    });
  }

  async run(): Promise<number> {
    const history = this.#openHistory();
    let wasInterrupted = false;
    for (;;) {
      this.#print("");
      const input = await readInput({
        keys: this.#keys,
        output: this.#io.stdout,
        colors: this.#colors,
        history: history.entries,
        complete: completeCommand,
      });
      if (input.type === "eof" || (input.type === "interrupt" && wasInterrupted)) return this.#leave();
      wasInterrupted = input.type === "interrupt";
      if (input.type === "interrupt") {
        this.#print(this.#colors.dim("Type quit or press Ctrl+C again to leave."));
        continue;
      }
      const said = parseChatInput(input.text);
      if (said.type === "empty") continue;
      this.#warn(history.add(input.text));
      if (said.type === "unknown") this.#print(this.#colors.yellow(said.message));
      else if (said.type === "message") await this.#answer(said.text);
      else if (said.name === "quit") return this.#leave();
      else if (said.name === "clear") this.#clear();
      else if (said.name === "status") this.#print(this.#status());
      else this.#print(this.#help());
    }
  }

  /** What was typed before, for ↑; not kept on disk if nothing is to be remembered. */
  #openHistory(): History {
    if (!this.#flags.history) return History.inMemory();
    const { history, warning } = History.open(join(this.#io.paths.data, "history.jsonl"));
    this.#warn(warning);
    return history;
  }

  #warn(warning: string | undefined): void {
    if (warning !== undefined) this.#io.note(warning);
  }

  async #answer(text: string): Promise<void> {
    const stopping = new AbortController();
    using _interrupt = this.#keys.onInterrupt(() => stopping.abort());
    const options = { ...this.#options, signal: stopping.signal };
    try {
      await this.#show(
        this.#flags.raw
          ? this.#session.engine.generate({ kind: "text", text }, options)
          : this.#conversation.ask(text, options),
      );
    } catch (thrown) {
      const error = toAnechatError(thrown);
      const hint = error.hint === undefined ? "" : `\n  ${error.hint}`;
      this.#print(`${this.#colors.red(sanitize(error.message))}${hint}`);
      if (this.#flags.verbose && error.stack !== undefined) this.#print(this.#colors.dim(error.stack));
    }
  }

  async #show(events: AsyncIterable<ConversationEvent>): Promise<void> {
    const view = createAnswerView({
      output: this.#io.stdout,
      colors: this.#colors,
      style: this.#flags.plain ? "plain" : "markdown",
    });
    const write = withoutOuterBlank((text) => view.write(text));
    using waiting = this.#waiting();
    let isOpen = true;
    try {
      for await (const event of events) {
        switch (event.type) {
          case "dropped":
            this.#print(
              this.#colors.dim(droppedNote(event.messages.length, this.#session.info.contextLimit)),
            );
            break;
          case "progress":
            waiting.update(event.evaluated / event.total);
            break;
          case "reasoning":
            waiting.clear();
            view.reasoning(event.text);
            break;
          case "text":
            waiting.clear();
            write(event.text);
            break;
          case "done":
            waiting.clear();
            isOpen = false;
            if (event.finish === "cancelled") view.interrupt();
            else view.end();
            this.#afterwards(event);
        }
      }
    } finally {
      waiting.clear();
      if (isOpen) view.end();
    }
  }

  #afterwards(done: Extract<ConversationEvent, { type: "done" }>): void {
    const note = cutNote(done);
    if (note !== undefined) this.#print(this.#colors.yellow(note));
    if (this.#flags.stats && !this.#flags.quiet) this.#print(this.#colors.dim(formatStats(done)));
  }

  /** Appears only if the first word lets us wait. */
  #waiting(): Disposable & { update(fraction: number): void; clear(): void } {
    let progress: ReturnType<typeof showProgress> | undefined;
    let isOver = false;
    const start = (): void => {
      if (isOver || progress !== undefined) return;
      progress = showProgress({
        output: this.#io.stderr,
        colors: this.#colors,
        label: "Reading the prompt",
        quiet: this.#flags.quiet === true,
      });
    };
    const timer = setTimeout(start, patienceMs);
    const clear = (): void => {
      isOver = true;
      clearTimeout(timer);
      progress?.clear();
    };
    return {
      update: (fraction) => {
        start();
        progress?.update(fraction);
      },
      clear,
      [Symbol.dispose]: clear,
    };
  }

  #clear(): void {
    this.#conversation.clear();
    this.#print(this.#colors.dim("The conversation is forgotten."));
  }

  #status(): string {
    const { name, info, quantization } = this.#session;
    const turns = this.#conversation.messages.filter(({ role }) => role === "user").length;
    const system = this.#flags.systemPrompt;
    const rows = [
      ["Model", `${name} (${quantization}, ${info.device})`],
      ["Context", `${this.#conversation.contextUsed} of up to ${info.contextLimit} tokens used`],
      ["Turns", this.#flags.history ? String(turns) : "not kept (--no-history)"],
      ["System", system === undefined ? "none" : sanitize(system)],
      ["Sampling", samplingText(this.#options)],
    ];
    return rows.map(([label = "", value = ""]) => `${this.#colors.dim(label.padEnd(9))} ${value}`).join("\n");
  }

  #help(): string {
    return [
      formatHelp(),
      "",
      "Alt+Enter or a \\ at the end of a line begins a new one. Ctrl+C stops an answer.",
    ].join("\n");
  }

  #leave(): number {
    this.#print("Goodbye!");
    return exitCodes.ok;
  }

  #print(text: string): void {
    this.#io.stdout.write(`${text}\n`);
  }
}

function droppedNote(messages: number, limit: number): string {
  const turns = plural(Math.ceil(messages / 2), "oldest turn");
  return `(${turns} left out: the context of ${limit} tokens is full. /clear begins anew.)`;
}

function samplingText({ sampling = {}, maxTokens }: GenerateOptions): string {
  const set = Object.entries(sampling).filter(
    ([key]) => !["grammar", "jsonSchema", "logitBias"].includes(key),
  );
  const parts = set.map(([key, value]) => `${key} ${String(value)}`);
  if (maxTokens !== undefined) parts.push(`max tokens ${maxTokens}`);
  return parts.length === 0 ? "the model's own" : parts.join(", ");
}
