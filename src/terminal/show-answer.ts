/** Shows the events of one answer: progress, reasoning, text, and the notes after it. */
import { AnechatError } from "../base/errors.ts";
import type { ConversationEvent } from "../chat/conversation.ts";
import type { AnswerView } from "./answer-style.ts";
import { type AnswerViewOptions, createAnswerView } from "./answer-view.ts";
import { withoutOuterBlank } from "./blank.ts";
import { cutNote, droppedNote, stoppedThinkingNote, waitingNote } from "./notes.ts";
import { PromptProgress } from "./prompt-progress.ts";
import { formatStats } from "./stats.ts";
import { thoughtRow } from "./thoughts.ts";

export type ShowOptions = Omit<AnswerViewOptions, "continues"> & {
  /** Shows the line of statistics after the answer. */
  stats: boolean;
  /** Shows no progress. */
  quiet: boolean;
  /** Called when the work is done. @param milliseconds that it took */
  notify?: (milliseconds: number) => void;
};

/**
 * @param continues the text of the cut answer that this one continues
 * @throws the error of the events; the text until then stays on the screen
 */
export async function showAnswer(
  events: AsyncIterable<ConversationEvent>,
  options: ShowOptions,
  { continues }: { continues?: string } = {},
): Promise<void> {
  const { colors, notify } = options;
  const startedAt = performance.now();
  const view = createAnswerView({ ...options, continues });
  const write = withoutOuterBlank((text) => view.write(text), continues !== undefined);
  const notes: string[] = [];
  let wasStopped = false;
  /** When reasoning began that has not ended. */
  let thinkingSince: number | undefined;
  const endThought = (thought: Partial<Parameters<typeof thoughtRow>[0]> = {}): void => {
    if (thinkingSince === undefined) return;
    view.reasoningEnd(thoughtRow({ milliseconds: performance.now() - thinkingSince, ...thought }));
    thinkingSince = undefined;
  };
  {
    using progress = options.quiet ? undefined : showProgress(view, options);
    try {
      for await (const event of events) {
        if (event.type === "dropped") {
          view.note(colors.dim(droppedNote(event, true)));
        } else if (event.type === "waiting") {
          if (!options.quiet) view.note(waitingNote(event));
        } else if (event.type === "progress") {
          progress?.update(event.evaluated, event.total);
        } else if (event.type !== "queued") {
          progress?.end();
          if (event.type === "reasoning") {
            thinkingSince ??= performance.now();
            view.reasoning(event.text);
          } else if (event.type === "reasoningEnd") {
            endThought({ milliseconds: event.milliseconds, tokens: event.tokens });
            if (event.isCut) notes.push(colors.yellow(stoppedThinkingNote(event)));
          } else if (event.type === "text") {
            endThought();
            write(event.text);
          } else if (event.type === "done") {
            endThought({ tokens: event.usage.reasoningTokens, isUnfinished: true });
            wasStopped = event.finish === "cancelled";
            const note = cutNote(event, true);
            if (note !== undefined) notes.push(colors.yellow(note));
            if (options.stats) notes.push(colors.dim(formatStats(event)));
          }
        }
      }
    } catch (error) {
      // The engine was too busy to stop in time. The answer did not fail.
      wasStopped = error instanceof AnechatError && error.code === "interrupted";
      endThought({ isUnfinished: true });
      if (!wasStopped) {
        progress?.end();
        view.end();
        notify?.(performance.now() - startedAt);
        throw error;
      }
    }
  }
  if (wasStopped) view.interrupt();
  else view.end();
  for (const note of notes) options.output.write(`${note}\n`);
  if (!wasStopped) notify?.(performance.now() - startedAt);
}

function showProgress(view: AnswerView, { colors }: ShowOptions): PromptProgress {
  return new PromptProgress({ colors, show: (row) => view.status(row) });
}
