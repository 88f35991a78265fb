/** `--batch FILE`: answers many prompts in parallel and writes the answers as JSON lines. */

import { AnechatError, exitCodes } from "../../base/errors.ts";
import { plural } from "../../base/format.ts";
import { sizeLimits } from "../../base/read-file.ts";
import { BatchFile, type BatchLine, promptFingerprint } from "../../batch/batch-file.ts";
import { type Answered, answerAll } from "../../batch/parallel.ts";
import { type Prompt, parsePrompts, promptShape, withOpening } from "../../batch/prompts-file.ts";
import { waitingNote } from "../../terminal/notes.ts";
import { printJson } from "../../terminal/print.ts";
import { type Flags, scriptOptions } from "../flags.ts";
import { type Io, stepProgress } from "../io.ts";
import type { Model } from "../model/obtain-model.ts";
import { noteThinking } from "../note-thinking.ts";
import { openSession } from "../session/open.ts";
import { readStdin } from "../stdin.ts";
import { readText } from "../text-file.ts";

/**
 * @param input the prompts; "-" reads stdin
 * @returns the exit code: `generationFailed` if a prompt has no answer
 */
export async function batch(model: Model, input: string, flags: Flags, io: Io): Promise<number> {
  const options = scriptOptions(flags, io);
  const text = input === "-" ? await readStdin(io, sizeLimits.collection) : readText(input, { io });
  const prompts = parsePrompts(text, input === "-" ? "stdin" : input, promptShape);
  const fingerprints = prompts.map(({ line }) => promptFingerprint(line));
  using file = flags.out === undefined ? undefined : new BatchFile(flags.out, fingerprints);
  const todo = prompts.flatMap((_, index) => (file?.has(index) ? [] : [index]));
  if (todo.length < prompts.length)
    io.note(`${plural(prompts.length - todo.length, "prompt")} already answered.`);
  using interrupt = io.onInterrupt();
  const session = await openSession(model, io, {
    flags,
    signal: interrupt.signal,
    sequences: flags.parallel,
  });
  noteThinking(model, session, flags.think, io);
  using progress = stepProgress(io, `Answering ${plural(todo.length, "prompt")}`, flags.quiet === true);
  const output = file ?? new OrderedOutput(io);
  const started = performance.now();
  let answered = 0;
  let failed = 0;
  let tokens = 0;
  const questions = todo.map((index) => withOpening((prompts[index] as Prompt).messages, flags));
  const answers = answerAll(session.backend, questions, {
    parallel: flags.parallel,
    options: { ...options, signal: interrupt.signal },
    onWait: (waiting) => progress.say(waitingNote(waiting)),
  });
  for await (const answer of answers) {
    const index = todo[answer.index] as number;
    output.add(lineOf(answer, index, prompts[index] as Prompt, fingerprints[index] as string));
    answered += 1;
    if (answer.result instanceof AnechatError) failed += 1;
    else tokens += answer.result.usage.completionTokens;
    const seconds = (performance.now() - started) / 1000;
    progress.update(
      answered / todo.length,
      `${answered} of ${todo.length}, ${(tokens / seconds).toFixed(1)} tokens/s`,
    );
  }
  if (interrupt.signal.aborted) {
    progress.clear();
    io.note(
      file === undefined
        ? "Stopped."
        : `Stopped after ${plural(answered, "answer")}. Run the same command again to continue.`,
    );
    return exitCodes.interrupted;
  }
  file?.complete();
  progress.done(
    failed === 0 ? undefined : `${plural(failed, "prompt")} without an answer: see "error" in their lines.`,
  );
  return failed === 0 ? exitCodes.ok : exitCodes.generationFailed;
}

/** Prints lines to stdout in order, each as soon as all earlier ones are printed. */
class OrderedOutput {
  readonly #io: Io;
  readonly #waiting = new Map<number, BatchLine>();
  #next = 0;

  constructor(io: Io) {
    this.#io = io;
  }

  add(line: BatchLine): void {
    this.#waiting.set(line.index, line);
    for (;;) {
      const due = this.#waiting.get(this.#next);
      if (due === undefined) return;
      this.#waiting.delete(this.#next);
      this.#next += 1;
      printJson(this.#io.stdout, due);
    }
  }
}

function lineOf(
  { text, reasoning, result }: Answered,
  index: number,
  { id }: Prompt,
  prompt: string,
): BatchLine {
  const line = { index, id, prompt, text };
  if (result instanceof AnechatError) {
    return { ...line, error: { code: result.code, message: result.message } };
  }
  return {
    ...line,
    reasoning: reasoning === "" ? null : reasoning,
    finishReason: result.finish,
    usage: result.usage,
    timings: result.timings,
  };
}
