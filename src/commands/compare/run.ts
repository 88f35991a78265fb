/** `anechat compare`: sends the same prompts to two models and shows the answers side by side. */
import { AnechatError, exitCodes } from "../../base/errors.ts";
import { parsePrompts, promptShape, withOpening } from "../../batch/prompts-file.ts";
import { chatDefaults } from "../../cli/chat/settings.ts";
import { type ModelFlags, type OpeningFlags, type SamplingFlags, scriptLimits } from "../../cli/flags.ts";
import { type Io, stepProgress } from "../../cli/io.ts";
import { bindApiKey, namedModel, rejectLocalFlags } from "../../cli/model/endpoints.ts";
import { type Model, obtainModel } from "../../cli/model/obtain-model.ts";
import { withModelPreset } from "../../cli/model/preset-flags.ts";
import { readText } from "../../cli/text-file.ts";
import type { Message } from "../../protocol/chat.ts";
import { createColors } from "../../terminal/colors.ts";
import { waitingNote } from "../../terminal/notes.ts";
import { columnsOf } from "../../terminal/output.ts";
import { printJson } from "../../terminal/print.ts";
import type { Progress } from "../../terminal/progress.ts";
import { sanitize } from "../../terminal/sanitize.ts";
import { sideBySide } from "../../terminal/side-by-side.ts";
import { converse } from "./converse.ts";
import { differenceText, sideOf } from "./facts.ts";
import { type Comparison, openPair, type Pair } from "./pair.ts";
import { streamComparison } from "./stream.ts";

export type CompareFlags = SamplingFlags &
  ModelFlags & {
    model1: string;
    model2: string;
    prompt?: string;
    prompts?: string;
    json?: boolean;
  } & OpeningFlags;

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
  const own = [withModelPreset(flags, name1 ?? "", io), withModelPreset(flags, name2 ?? "", io)] as const;
  // Not freed: the process ends after the answers.
  const pair = await openPair(
    models,
    own,
    io,
    interrupt.signal,
    questions === undefined ? chatDefaults : scriptLimits,
  );
  if (questions === undefined) return await converse(pair, own, io);
  const [question] = questions;
  if (question !== undefined && flags.prompt !== undefined && io.stdout.isTTY && !flags.json) {
    const both = [withOpening(question, own[0]), withOpening(question, own[1])] as const;
    const comparison = await streamComparison(pair, both, interrupt.signal, io);
    if (comparison === undefined) throw new AnechatError("interrupted", "Stopped");
    return exitCodes.ok;
  }
  const asked = own.map((one) => questions.map((messages) => withOpening(messages, one)));
  const [first = [], second = []] = asked;
  const comparisons = await askAll(pair, [first, second], flags.quiet === true, interrupt.signal, io);
  if (interrupt.signal.aborted) throw new AnechatError("interrupted", "Stopped");
  if (flags.json) printJson(io.stdout, comparisons);
  else for (const comparison of comparisons) show(comparison, io, comparisons.length > 1);
  return exitCodes.ok;
}

function questionsOf({ prompt, prompts }: CompareFlags, io: Io): Message[][] | undefined {
  if (prompt?.trim() === "") throw new AnechatError("usage", "The prompt is empty");
  if (prompt !== undefined) return [[{ role: "user", content: prompt }]];
  if (prompts === undefined) return undefined;
  return parsePrompts(readText(prompts, { io }), prompts, promptShape).map(({ messages }) => messages);
}

/** Asks both models all questions, with progress on stderr. */
async function askAll(
  pair: Pair,
  questions: readonly [first: readonly Message[][], second: readonly Message[][]],
  quiet: boolean,
  stop: AbortSignal,
  io: Io,
): Promise<Comparison[]> {
  const isShown = !quiet && io.stderr.isTTY;
  const count = questions[0].length;
  let progress: Progress | undefined;
  try {
    return await pair.ask(
      questions,
      {
        begin: (_, model) => {
          progress?.clear();
          progress = stepProgress(io, `${model} answers`, !isShown);
        },
        question: (_, index) => progress?.update(count > 1 ? index / count : undefined),
        waiting: (_, waiting) => {
          if (isShown) progress?.say(waitingNote(waiting));
          else io.note(waitingNote(waiting));
        },
      },
      stop,
    );
  } finally {
    progress?.clear();
  }
}

function show(comparison: Comparison, io: Io, withPrompt: boolean): void {
  const { prompt, answers } = comparison;
  const colors = createColors(io.env, io.stdout);
  const columns = io.stdout.isTTY ? columnsOf(io.stdout) : 80;
  const print = (line: string): void => void io.stdout.write(`${line.trimEnd()}\n`);
  if (withPrompt) print(colors.cyan(`prompt -> ${sanitize(prompt)}`));
  for (const row of sideBySide(sideOf(answers[0]), sideOf(answers[1]), columns, colors)) print(row);
  print(colors.dim(sanitize(differenceText(comparison))));
  if (withPrompt) print("");
}
