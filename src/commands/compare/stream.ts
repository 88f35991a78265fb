/** Asks both models one question, and shows their answers in a terminal while they grow. */
import type { Io } from "../../cli/io.ts";
import type { Message } from "../../protocol/chat.ts";
import { createColors } from "../../terminal/colors.ts";
import { waitingNote } from "../../terminal/notes.ts";
import { columnsOf } from "../../terminal/output.ts";
import { PairView } from "../../terminal/pair-view.ts";
import { sanitize } from "../../terminal/sanitize.ts";
import { differenceText, factsOf } from "./facts.ts";
import type { Comparison, Pair } from "./pair.ts";

/**
 * @param questions for each model: its conversation with the question
 * @returns undefined if it was stopped; what had arrived stays on the screen
 */
export async function streamComparison(
  pair: Pair,
  [first, second]: readonly [Message[], Message[]],
  stop: AbortSignal,
  io: Io,
): Promise<Comparison | undefined> {
  const colors = createColors(io.env, io.stdout);
  const isDone = [false, false];
  const view = new PairView(io.stdout, colors, pair.names);
  try {
    const [comparison] = await pair.ask(
      [[first], [second]],
      {
        begin: (which, model) => view.label(which, { heading: model, footer: "answering…" }),
        text: (which, text) => view.write(which, text),
        answered: (which, answer) => {
          isDone[which] = true;
          view.label(which, { footer: factsOf(answer) });
        },
        waiting: (which, waiting) => view.label(which, { footer: waitingNote(waiting) }),
      },
      stop,
    );
    if (comparison !== undefined) {
      view.end();
      const difference = Bun.wrapAnsi(sanitize(differenceText(comparison)), columnsOf(io.stdout));
      io.stdout.write(`${colors.dim(difference)}\n`);
      return comparison;
    }
  } catch (error) {
    // What had arrived stays. An engine that doesn't stop in time throws after Ctrl+C.
    markUnfinished(view, isDone, stop.aborted ? "(stopped)" : "(failed)");
    if (stop.aborted) return undefined;
    throw error;
  }
  markUnfinished(view, isDone, "(stopped)");
  return undefined;
}

function markUnfinished(view: PairView, isDone: readonly boolean[], mark: string): void {
  for (const which of [0, 1] as const) if (!isDone[which]) view.label(which, { footer: mark });
  view.end();
}
