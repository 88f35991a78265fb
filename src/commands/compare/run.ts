/** `anechat compare`: sends the same prompts to two models and shows the answers side by side. */
import { AnechatError, exitCodes } from "../../base/errors.ts";
import { formatBytes, formatDuration, plural } from "../../base/format.ts";
import { type Difference, firstDifference } from "../../batch/difference.ts";
import { type AnswerText, collect } from "../../batch/parallel.ts";
import { parsePrompts, promptShape, withSystemPrompt } from "../../batch/prompts-file.ts";
import { generateOptions, type ModelFlags, type SamplingFlags } from "../../cli/flags.ts";
import { type Io, stepProgress, untilInterrupted } from "../../cli/io.ts";
import { bindApiKey, namedModel, rejectLocalFlags } from "../../cli/model/endpoints.ts";
import { type Model, obtainModel } from "../../cli/model/obtain-model.ts";
import { openSession } from "../../cli/session/open.ts";
import type { ModelSession } from "../../cli/session/session.ts";
import { readText } from "../../cli/text-file.ts";
import type { Waiting } from "../../protocol/backend.ts";
import type { ChatOptions, Message } from "../../protocol/chat.ts";
import { createColors } from "../../terminal/colors.ts";
import { parseChatInput } from "../../terminal/commands.ts";
import { History } from "../../terminal/history.ts";
import type { Completions } from "../../terminal/input/state.ts";
import { openKeyboard } from "../../terminal/keyboard.ts";
import { waitingNote } from "../../terminal/notes.ts";
import { columnsOf } from "../../terminal/output.ts";
import { printJson } from "../../terminal/print.ts";
import { sanitize } from "../../terminal/sanitize.ts";
import { type Side, sideBySide } from "../../terminal/side-by-side.ts";
import { tokensPerSecond } from "../../terminal/stats.ts";

export type CompareFlags = SamplingFlags &
  ModelFlags & {
    model1: string;
    model2: string;
    prompt?: string;
    prompts?: string;
    systemPrompt?: string;
    json?: boolean;
  };

type Answer = {
  model: string;
  text: string;
  tokens: number;
  /** Measured after the first token; null for an answer of one token. */
  tokensPerSecond: number | null;
  firstTokenMs: number;
  /** Estimated bytes of model and context; null for a remote model. */
  memory: number | null;
};

type Comparison = { prompt: string; answers: [Answer, Answer]; difference: Difference | null };

export async function compare(flags: CompareFlags, io: Io): Promise<number> {
  if (flags.prompt !== undefined && flags.prompts !== undefined) {
    throw new AnechatError("usage", "--prompt and --prompts exclude each other");
  }
  const questions = questionsOf(flags, io);
  if (questions === undefined && !(io.stdin.isTTY && io.stdout.isTTY)) {
    throw new AnechatError("usage", "There is no prompt, and no terminal to chat in", {
      hint: 'Give --prompt "…" or --prompts FILE.',
    });
  }
  const [name1, name2] = [flags.model1, flags.model2].map((name) => namedModel(name, flags, io) ?? name);
  const settled = bindApiKey(flags, [name1 ?? "", name2 ?? ""], io);
  const models: [Model, Model] = [
    await obtainModel(name1 ?? "", settled, io),
    await obtainModel(name2 ?? "", settled, io),
  ];
  rejectLocalFlags(flags, models);
  using interrupt = io.onInterrupt();
  // Not freed: the process ends after the answers.
  const pair = await openPair(models, flags, io, interrupt.signal);
  if (questions === undefined) return await converse(pair, flags, io);
  const comparisons = await pair.ask(questions, questions, interrupt.signal);
  if (interrupt.signal.aborted) throw new AnechatError("interrupted", "Stopped");
  if (flags.json) printJson(io.stdout, comparisons);
  else for (const comparison of comparisons) show(comparison, io, comparisons.length > 1);
  return exitCodes.ok;
}

function questionsOf({ prompt, prompts, systemPrompt }: CompareFlags, io: Io): Message[][] | undefined {
  if (prompt !== undefined) return [withSystemPrompt([{ role: "user", content: prompt }], systemPrompt)];
  if (prompts === undefined) return undefined;
  return parsePrompts(readText(prompts, { io }), prompts, promptShape).map(({ messages }) =>
    withSystemPrompt(messages, systemPrompt),
  );
}

type Pair = {
  /**
   * Asks the first model its questions, then the second: in parallel, they would slow each other
   * down. In a chat, each gets its own earlier answers. If stopped, returns the questions that both
   * answered.
   */
  ask(first: readonly Message[][], second: readonly Message[][], stop: AbortSignal): Promise<Comparison[]>;
};

/** Loads both models if memory allows it, else one after the other. */
async function openPair(
  models: readonly [Model, Model],
  flags: CompareFlags,
  io: Io,
  signal: AbortSignal,
): Promise<Pair> {
  const options = generateOptions(flags, io);
  const loaded = new Map<0 | 1, ModelSession>();
  const open = async (which: 0 | 1, stop: AbortSignal): Promise<ModelSession> => {
    const session = await openSession(models[which], io, { flags, signal: stop });
    loaded.set(which, session);
    return session;
  };
  const close = async (): Promise<void> => {
    const sessions = [...loaded.values()];
    loaded.clear();
    for (const session of sessions) await session[Symbol.asyncDispose]();
  };
  await open(0, signal);
  try {
    await open(1, signal);
  } catch (error) {
    if (!(error instanceof AnechatError && error.code === "notEnoughMemory")) throw error;
    io.note("There is not enough memory for both models: they are loaded one after the other.");
  }
  const sessionOf = async (which: 0 | 1, stop: AbortSignal): Promise<ModelSession> => {
    const session = loaded.get(which);
    if (session !== undefined) return session;
    // Ctrl+C ends the waiting for an engine that is stuck.
    await untilInterrupted(close(), stop);
    return open(which, stop);
  };

  /** Asks one model all questions. */
  const answersOf = async (
    which: 0 | 1,
    questions: readonly Message[][],
    stop: AbortSignal,
  ): Promise<Answer[]> => {
    const session = await sessionOf(which, stop);
    using progress = stepProgress(io, `${session.name} answers`, flags.quiet === true || !io.stderr.isTTY);
    const say = (waiting: Waiting): void => {
      if (io.stderr.isTTY) progress.say(waitingNote(waiting));
      else io.note(waitingNote(waiting));
    };
    const answers: Answer[] = [];
    for (const [index, question] of questions.entries()) {
      if (stop.aborted) break;
      progress.update(questions.length > 1 ? index / questions.length : undefined);
      answers.push(await answer(session, question, { ...options, signal: stop }, say));
    }
    progress.clear();
    return answers;
  };
  return {
    ask: async (first, second, stop) => {
      const left = await answersOf(0, first, stop);
      const right = await answersOf(1, second, stop);
      return right.map((answer, index) => {
        const answers: [Answer, Answer] = [left[index] as Answer, answer];
        return {
          prompt: first[index]?.at(-1)?.content ?? "",
          answers,
          difference: firstDifference(answers[0].text, answer.text) ?? null,
        };
      });
    },
  };
}

async function answer(
  session: ModelSession,
  messages: Message[],
  options: ChatOptions,
  onWait: (waiting: Waiting) => void,
): Promise<Answer> {
  const { backend, name } = session;
  const collected: AnswerText = { text: "", reasoning: "" };
  const done = await collect(backend.chat(messages, options), collected, onWait);
  const { usage, timings } = done;
  return {
    model: name,
    text: collected.text.trim(),
    tokens: usage.completionTokens,
    tokensPerSecond: tokensPerSecond(done) ?? null,
    firstTokenMs: timings.firstTokenMs,
    memory: session.kind === "local" ? session.memory : null,
  };
}

/** A chat with both models, each with its own earlier answers. */
async function converse(pair: Pair, { systemPrompt }: CompareFlags, io: Io): Promise<number> {
  const { stdin: input, stdout: output, shutdown, env } = io;
  using keyboard = openKeyboard({ input, output, process, shutdown, env });
  const colors = createColors(io.env, io.stdout);
  const begin = (): [Message[], Message[]] => [
    withSystemPrompt([], systemPrompt),
    withSystemPrompt([], systemPrompt),
  ];
  let chats = begin();
  const history = History.inMemory();
  const nothing = (): Completions => ({ from: 0, candidates: [] });
  const reader = keyboard.reader({ colors, history, complete: nothing });
  for (;;) {
    io.stdout.write("\n");
    const typed = await reader.read();
    if (typed.type === "edit-last") continue;
    if (typed.type !== "line") break;
    const line = parseChatInput(typed.text, compareCommands);
    if (line.type === "empty") continue;
    history.add(typed.text);
    if (line.type === "unknown") io.note(line.message);
    else if (line.type === "command" && line.name === "quit") break;
    else if (line.type === "command") chats = begin();
    else {
      const question: Message = { role: "user", content: line.text };
      const [first, second] = chats.map((messages) => [...messages, question]) as [Message[], Message[]];
      const stopping = new AbortController();
      using _interrupt = keyboard.onInterrupt(() => stopping.abort(), { escape: true });
      try {
        const [comparison] = await pair.ask([first], [second], stopping.signal);
        if (comparison === undefined) throw new AnechatError("interrupted", "Stopped");
        show(comparison, io, false);
        const [left, right] = comparison.answers;
        chats = [
          [...first, { role: "assistant", content: left.text }],
          [...second, { role: "assistant", content: right.text }],
        ];
      } catch (error) {
        if (!(error instanceof AnechatError)) throw error;
        io.note(error.message);
      }
    }
  }
  io.stdout.write("Goodbye!\n");
  return exitCodes.ok;
}

const compareCommands = [
  { name: "clear", bare: true, help: "Start a new conversation" },
  { name: "quit", aliases: ["exit", "bye", "q"], bare: true, help: "Leave" },
] as const;

function show({ prompt, answers, difference }: Comparison, io: Io, withPrompt: boolean): void {
  const colors = createColors(io.env, io.stdout);
  const columns = io.stdout.isTTY ? columnsOf(io.stdout) : 80;
  const print = (line: string): void => void io.stdout.write(`${line.trimEnd()}\n`);
  if (withPrompt) print(colors.cyan(`prompt -> ${sanitize(prompt)}`));
  for (const row of sideBySide(sideOf(answers[0]), sideOf(answers[1]), columns, colors)) print(row);
  print(colors.dim(sanitize(differenceText(difference))));
  if (withPrompt) print("");
}

function sideOf({ model, text, tokens, tokensPerSecond: rate, firstTokenMs, memory }: Answer): Side {
  const facts = [
    plural(tokens, "token"),
    ...(rate === null ? [] : [`${rate.toFixed(1)} tokens/s`]),
    `first token ${formatDuration(firstTokenMs)}`,
    memory === null ? "elsewhere" : formatBytes(memory),
  ];
  return { heading: model, text, footer: facts.join(" · ") };
}

function differenceText(difference: Difference | null): string {
  if (difference === null) return "The answers are the same.";
  const { same, first, second } = difference;
  const shown = (word: string): string => (word === "" ? "its end" : `"${word}"`);
  return `They differ after ${same} characters: ${shown(first)} against ${shown(second)}.`;
}
