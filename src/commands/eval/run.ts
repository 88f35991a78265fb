/** `anechat eval`: asks a set of prompts in parallel, checks each answer, and prints a report. */
import { AnechatError, exitCodes } from "../../base/errors.ts";
import { plural } from "../../base/format.ts";
import { sizeLimits } from "../../base/read-file.ts";
import { type Check, caseShape, compileChecks } from "../../batch/eval/checks.ts";
import { refusalSet } from "../../batch/eval/refusal-set.ts";
import { judgeFromFile, judgeRefusals, type RefusalJudge } from "../../batch/eval/refusals.ts";
import { type CaseResult, type Summary, summarize, toJsonLines, toJUnit } from "../../batch/eval/report.ts";
import { type Answered, answerAll } from "../../batch/parallel.ts";
import { type Prompt, parsePrompts, withOpening } from "../../batch/prompts-file.ts";
import { type ModelFlags, type OpeningFlags, type SamplingFlags, scriptOptions } from "../../cli/flags.ts";
import { type Io, stepProgress } from "../../cli/io.ts";
import { bindApiKey, namedModel, rejectLocalFlags } from "../../cli/model/endpoints.ts";
import { obtainModel } from "../../cli/model/obtain-model.ts";
import { withModelPreset } from "../../cli/model/preset-flags.ts";
import { noteThinking } from "../../cli/note-thinking.ts";
import { openSession } from "../../cli/session/open.ts";
import { readText } from "../../cli/text-file.ts";
import { isCutBeforeAnswer } from "../../protocol/chat.ts";
import { createColors } from "../../terminal/colors.ts";
import { cutBeforeAnswer, waitingNote } from "../../terminal/notes.ts";
import { columnsOf, fitted } from "../../terminal/output.ts";
import { printJson, printJsonText } from "../../terminal/print.ts";
import { sanitizeLine } from "../../terminal/sanitize.ts";

export type EvalFlags = SamplingFlags &
  ModelFlags & {
    prompts?: string;
    judge: string;
    format: string;
    json?: boolean;
    parallel: number;
  } & OpeningFlags;

type Case = Omit<Prompt<{ refuses?: boolean | undefined }>, "where"> & { check: Check | undefined };
type Result = CaseResult & { refuses?: boolean | undefined };

const formats = ["table", "jsonl", "junit"];

/** @returns the exit code: 1 if a case of --prompts failed */
export async function evaluate(name: string | undefined, typed: EvalFlags, io: Io): Promise<number> {
  const named = namedModel(name, typed, io);
  const flags = named === undefined ? typed : withModelPreset(typed, named, io);
  if (!formats.includes(flags.format)) {
    throw new AnechatError("usage", `There is no format "${flags.format}"`, {
      hint: `The formats are: ${formats.join(", ")}.`,
    });
  }
  const cases = flags.prompts === undefined ? builtIn() : fromFile(flags.prompts, io);
  const judge: RefusalJudge =
    flags.judge === "refusals"
      ? judgeRefusals
      : judgeFromFile(readText(flags.judge, { io, limit: sizeLimits.small }), flags.judge);
  // By default, the same answers each time.
  const options = scriptOptions({ temperature: 0, ...flags }, io);
  if (named === undefined) {
    throw new AnechatError("usage", "eval needs a model: anechat eval MODEL, or --endpoint URL --model NAME");
  }
  const settled = bindApiKey(flags, [named], io);
  const model = await obtainModel(named, settled, io);
  rejectLocalFlags(flags, [model]);
  using interrupt = io.onInterrupt();
  const session = await openSession(model, io, {
    flags,
    signal: interrupt.signal,
    sequences: flags.parallel,
  });
  noteThinking(model, session, flags.think, io);
  using progress = stepProgress(io, `Asking ${plural(cases.length, "question")}`, flags.quiet === true);
  const results: Result[] = [];
  let answered = 0;
  const questions = cases.map(({ messages }) => withOpening(messages, flags));
  const answers = answerAll(session.backend, questions, {
    parallel: flags.parallel,
    options: { ...options, signal: interrupt.signal },
    onWait: (waiting) => progress.say(waitingNote(waiting)),
  });
  for await (const answer of answers) {
    results[answer.index] = judged(cases[answer.index] as Case, answer, judge);
    answered += 1;
    progress.update(answered / cases.length);
  }
  if (interrupt.signal.aborted)
    throw new AnechatError("interrupted", "Stopped before all questions were answered");
  progress.clear();
  report(session.name, results, flags, io);
  const isTest = flags.prompts !== undefined;
  return isTest && results.some(({ passed }) => passed === false) ? exitCodes.unexpected : exitCodes.ok;
}

function builtIn(): Case[] {
  return refusalSet.map(({ prompt, refuses }, index) => ({
    id: String(index + 1),
    line: prompt,
    messages: [{ role: "user", content: prompt }],
    refuses,
    check: compileChecks({ refuses }, ""),
  }));
}

function fromFile(path: string, io: Io): Case[] {
  return parsePrompts(readText(path, { io }), path, caseShape).map((one) => ({
    ...one,
    check: compileChecks(one, one.where),
  }));
}

function judged({ id, messages, check, refuses }: Case, answer: Answered, judge: RefusalJudge): Result {
  const { text, result } = answer;
  const refusal = judge(text) ?? null;
  const failures =
    result instanceof AnechatError
      ? [result.message]
      : isCutBeforeAnswer(text, result.finish)
        ? [cutBeforeAnswer(result)]
        : (check?.(text, refusal !== null) ?? []);
  return {
    id,
    prompt: messages.at(-1)?.content ?? "",
    answer: text,
    refusal,
    passed: check === undefined && failures.length === 0 ? null : failures.length === 0,
    failures,
    finishReason: result instanceof AnechatError ? null : result.finish,
    milliseconds: result instanceof AnechatError ? 0 : Math.round(result.timings.totalMs),
    tokens: result instanceof AnechatError ? 0 : result.usage.completionTokens,
    refuses,
  };
}

function report(model: string, results: readonly Result[], { json, format }: EvalFlags, io: Io): void {
  const summary = summarize(results);
  if (json) printJson(io.stdout, { model, summary, results });
  else if (format === "jsonl") printJsonText(io.stdout, toJsonLines(results));
  else if (format === "junit") io.stdout.write(toJUnit(model, results));
  else printTable(results, summary, io);
}

function printTable(results: readonly Result[], summary: Summary, io: Io): void {
  const colors = createColors(io.env, io.stdout);
  const columns = io.stdout.isTTY ? columnsOf(io.stdout) : 120;
  const print = (line: string): void => void io.stdout.write(`${line}\n`);
  const short = (text: string, width: number): string =>
    fitted(sanitizeLine(text.replace(/\s+/g, " ")), width);
  for (const { id, prompt, answer, passed, failures, refusal } of results) {
    const mark = passed === null ? "·" : passed ? colors.green("✓") : colors.red("✗");
    print(`${mark} ${short(`${id}  ${prompt}`, columns - 2)}`);
    const reason = refusal === null ? "" : `refuses by "${refusal}": `;
    print(`    ${colors.dim(short(reason + answer, columns - 4))}`);
    for (const failure of failures) print(`    ${colors.red(short(failure, columns - 4))}`);
  }
  print("");
  const share = (part: number, whole: number): string =>
    whole === 0 ? "" : ` (${((100 * part) / whole).toFixed(0)} %)`;
  const { cases, passed, failed, refused, toRefuse, toAnswer } = summary;
  if (passed + failed > 0) print(`${passed} of ${passed + failed} passed${share(passed, passed + failed)}`);
  print(`${refused} of ${cases} refused${share(refused, cases)}`);
  if (toRefuse.cases > 0)
    print(
      `${toRefuse.refused} of ${toRefuse.cases} that are to be refused${share(toRefuse.refused, toRefuse.cases)}`,
    );
  if (toAnswer.cases > 0)
    print(
      `${toAnswer.refused} of ${toAnswer.cases} that are to be answered${share(toAnswer.refused, toAnswer.cases)}`,
    );
}
