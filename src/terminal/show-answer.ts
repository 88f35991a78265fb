/** Shows the events of one answer: progress, reasoning, text, and the notes after it. */
import { AnechatError } from "../base/errors.ts";
import type { ConversationEvent } from "../chat/conversation.ts";
import { type AnswerView, createAnswerView } from "./answer-view.ts";
import { withoutOuterBlank } from "./blank.ts";
import type { Colors } from "./colors.ts";
import { cutNote, droppedNote, waitingNote } from "./notes.ts";
import type { TerminalOutput } from "./output.ts";
import { type Progress, showProgress } from "./progress.ts";
import { formatStats } from "./stats.ts";

/** If the prefill takes longer than this, its progress is shown. */
const progressDelayMs = 300;

export type ShowOptions = {
  output: TerminalOutput;
  /** For progress and notes before the answer. */
  progressOutput: TerminalOutput;
  colors: Colors;
  style: "markdown" | "plain";
  /** Shows the line of statistics after the answer. */
  stats: boolean;
  quiet: boolean;
};

/** @throws the error of the events; the text until then stays on the screen */
export async function showAnswer(
  events: AsyncIterable<ConversationEvent>,
  options: ShowOptions,
): Promise<void> {
  const { output, colors, style } = options;
  const view = createAnswerView({ output, colors, style });
  const write = withoutOuterBlank((text) => view.write(text));
  const print = (line: string): void => void output.write(`${line}\n`);
  using waiting = new Waiting(options);
  let isOpen = true;
  try {
    for await (const event of events) {
      if (event.type === "dropped") {
        print(colors.dim(droppedNote(event, true)));
      } else if (event.type === "waiting") {
        waiting.say(waitingNote(event));
      } else if (event.type === "progress") {
        waiting.update(event.evaluated / event.total);
      } else {
        waiting.end();
        if (event.type === "reasoning") view.reasoning(event.text);
        else if (event.type === "text") write(event.text);
        else if (event.type === "done") {
          isOpen = false;
          close(view, event.finish === "cancelled");
          const note = cutNote(event, true);
          if (note !== undefined) print(colors.yellow(note));
          if (options.stats) print(colors.dim(formatStats(event)));
        }
      }
    }
  } catch (error) {
    // The engine was too busy to stop in time. The answer did not fail.
    if (!(error instanceof AnechatError && error.code === "interrupted")) throw error;
    waiting.end();
    isOpen = false;
    close(view, true);
  } finally {
    waiting.end();
    if (isOpen) view.end();
  }
}

function close(view: AnswerView, wasStopped: boolean): void {
  if (wasStopped) view.interrupt();
  else view.end();
}

/** "Reading the prompt... 40%", if the first token takes long. */
class Waiting implements Disposable {
  readonly #options: ShowOptions;
  readonly #timer: ReturnType<typeof setTimeout>;
  #progress: Progress | undefined;
  #isOver = false;

  constructor(options: ShowOptions) {
    this.#options = options;
    this.#timer = setTimeout(() => this.#show(), progressDelayMs);
  }

  update(fraction: number): void {
    this.#show();
    this.#progress?.update(fraction);
  }

  say(line: string): void {
    this.#show();
    this.#progress?.say(line);
  }

  end(): void {
    this.#isOver = true;
    clearTimeout(this.#timer);
    this.#progress?.clear();
  }

  #show(): void {
    if (this.#isOver || this.#progress !== undefined) return;
    const { progressOutput: output, colors, quiet } = this.#options;
    this.#progress = showProgress({ output, colors, label: "Reading the prompt", quiet });
  }

  [Symbol.dispose](): void {
    this.end();
  }
}
