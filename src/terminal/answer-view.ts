/**
 * Shows an answer while it streams: finished blocks are printed once, and only the growing block is
 * repainted. Below it are a row of progress, and what the user types meanwhile.
 *
 * A block keeps the width with which it began, once a part of it has scrolled away. So each row is
 * in the scrollback once, however often the window's size changes.
 */
import { type AnswerLook, type AnswerView, defaultTextWidth, stoppedMark } from "./answer-style.ts";
import type { Colors } from "./colors.ts";
import { DumbAnswer } from "./dumb-answer.ts";
import { LiveRegion, type Position } from "./live-region.ts";
import { type Flow, MarkdownFlow } from "./markdown/flow.ts";
import { ReasoningFlow } from "./markdown/reasoning-flow.ts";
import { columnsOf, fitted, onResize, refreshSize, rowsOf } from "./output.ts";
import { PlainFlow } from "./plain-flow.ts";
import { PrintedRows } from "./printed-rows.ts";
import { layoutOf } from "./row-layout.ts";
import { SanitizerStream } from "./sanitize.ts";
import { withFixedTabs } from "./tabs.ts";
import { FoldedFlow, HiddenFlow, thinkingRow } from "./thoughts.ts";
import type { TypedAhead } from "./typed-ahead.ts";

export type AnswerViewOptions = AnswerLook & {
  typedAhead?: TypedAhead | undefined;
  /** Calls the listener when the program continues after Ctrl+Z, until disposed. */
  onResume?: ((listener: () => void) => Disposable) | undefined;
  /** The text of a cut answer that is on the screen already, and that this one continues. */
  continues?: string | undefined;
};

/** Control characters are made visible in every style. */
export function createAnswerView(options: AnswerViewOptions): AnswerView {
  return options.style === "dumb"
    ? new DumbAnswer(options.output, options.thoughts === "never")
    : new LiveAnswer(options);
}

class LiveAnswer implements AnswerView {
  readonly #options: AnswerViewOptions;
  readonly #region: LiveRegion;
  readonly #disposables = new DisposableStack();
  readonly #sanitizer = new SanitizerStream();
  readonly #printed = new PrintedRows();
  #channel: "reasoning" | "answer" | undefined;
  #flow: Flow | undefined;
  /** The width of the growing block's layout. */
  #columns: number;
  /** The growing block's rows that are not final on the screen. */
  #growing: readonly string[] = [];
  #preview: { columns: number; rows: readonly string[] } | undefined;
  #status: string | undefined;
  #isPainted = false;
  #isBusy = false;

  constructor(options: AnswerViewOptions) {
    const { output, typedAhead, onResume } = options;
    this.#options = options;
    this.#region = new LiveRegion(output);
    this.#columns = this.#textColumns();
    this.#disposables.use(onResize(output, () => this.#repaint()));
    if (onResume !== undefined) this.#disposables.use(onResume(() => this.#paintBelow()));
    if (typedAhead !== undefined) {
      this.#disposables.use(typedAhead.onChange(() => this.#repaint()));
      this.#repaint();
    }
  }

  write(text: string): void {
    this.#take("answer", text);
  }

  reasoning(text: string): void {
    this.#take("reasoning", text);
  }

  reasoningEnd(row: string): void {
    if (this.#channel !== "reasoning" || this.#flow === undefined) return;
    this.#settle();
    this.#paint([...this.#closeChannel(), this.#options.colors.dim(row)]);
  }

  note(row: string): void {
    this.#settle();
    this.#paint([row]);
  }

  status(row: string | undefined): void {
    if (row === this.#status) return;
    this.#status = row;
    this.#repaint();
  }

  end(): void {
    this.#close([]);
  }

  interrupt(): void {
    this.#close([this.#options.colors.dim(stoppedMark)]);
  }

  #take(channel: "reasoning" | "answer", text: string): void {
    if (text === "") return;
    this.#settle();
    if (channel !== this.#channel || this.#flow === undefined) {
      const closed = this.#closeChannel();
      this.#paint(this.#channel === undefined ? closed : [...closed, ""]);
      this.#channel = channel;
      this.#flow = this.#createFlow(channel);
    }
    const final = this.#flow?.push(this.#sanitizer.push(text), this.#columns) ?? [];
    this.#preview = undefined;
    this.#paint(this.#takePrinted(final));
  }

  #createFlow(channel: "reasoning" | "answer"): Flow {
    const { colors, style, hyperlinks = false, continues } = this.#options;
    if (channel === "reasoning") return this.#createThoughts();
    return style === "plain" ? new PlainFlow() : new MarkdownFlow({ colors, hyperlinks }, continues);
  }

  #createThoughts(): Flow {
    const { colors, style, thoughts, output } = this.#options;
    if (thoughts === "never") {
      const startedAt = performance.now();
      return new HiddenFlow(() => colors.dim(thinkingRow(performance.now() - startedAt)));
    }
    // Plain text is to be read as it comes, for example by a screen reader.
    const flow = style === "plain" ? dimmed(new PlainFlow(), colors) : new ReasoningFlow(colors);
    return this.#folds ? new FoldedFlow(flow, () => rowsOf(output)) : flow;
  }

  /** The rows of thoughts give way to another. */
  get #folds(): boolean {
    const { style, thoughts = "live" } = this.#options;
    return thoughts === "never" || (thoughts === "folded" && style !== "plain");
  }

  /** The growing rows are a thought that will be folded. */
  get #isFolded(): boolean {
    return this.#channel === "reasoning" && this.#flow !== undefined && this.#folds;
  }

  /** @returns the rows that are not printed yet */
  #takePrinted(rows: readonly string[]): readonly string[] {
    return this.#printed.take(rows).map((row) => withFixedTabs(row, columnsOf(this.#options.output)));
  }

  /** @returns the last rows of the channel */
  #closeChannel(): readonly string[] {
    const flow = this.#flow;
    this.#flow = undefined;
    this.#preview = undefined;
    this.#growing = [];
    if (flow === undefined) return [];
    const columns = this.#columns;
    const rows = this.#takePrinted([...flow.push(this.#sanitizer.end(), columns), ...flow.finish(columns)]);
    this.#printed.clear();
    return rows;
  }

  #close(last: readonly string[]): void {
    this.#settle();
    this.#disposables.dispose();
    this.#region.paint([...this.#closeChannel(), ...last]);
    this.#region.end();
  }

  #repaint(): void {
    // Reading the window's size may report a resize.
    if (this.#isBusy) return;
    this.#settle();
    this.#paint([]);
  }

  /** The shell has written below the rows: all that may still change is painted below its text. */
  #paintBelow(): void {
    this.#settle();
    this.#region.screenCleared();
    this.#paint([]);
  }

  /** Takes notice of the window's size. */
  #settle(): void {
    this.#isBusy = true;
    refreshSize(this.#options.output);
    this.#isBusy = false;
    if (this.#isFolded && this.#region.hasNewSize) {
      // No row of a folded thought is final: none has to stay where the old window had it.
      this.#region.clear(this.#options.reflow);
      this.#growing = [];
    }
    const { rows, part } = this.#region.settle(this.#growing.length);
    this.#printed.add(this.#growing.slice(0, rows));
    this.#growing = this.#growing.slice(rows);
    if (part !== "") this.#printed.addPart(part);
    if (this.#printed.isEmpty) this.#columns = this.#textColumns();
  }

  /** @param final rows to print above the growing ones */
  #paint(final: readonly string[]): void {
    const { output } = this.#options;
    const columns = columnsOf(output);
    this.#growing = this.#printed.below(this.#previewRows()).map((row) => withFixedTabs(row, columns));
    const status = this.#status === undefined ? [] : [fitted(this.#status, columns)];
    const typed = this.#typedRows(columns);
    const above = [...final, ...this.#growing, ...status];
    if (!this.#isPainted && above.length === 0 && typed.cursor === undefined) return;
    this.#isPainted = true;
    const room = Math.max(1, rowsOf(output) - typed.rows.length - status.length);
    const full = surplusOf(this.#growing, room, columns);
    const cursor = typed.cursor && { ...typed.cursor, row: above.length + typed.cursor.row };
    this.#region.paint([...above, ...typed.rows], cursor);
    this.#region.commit(final.length + full);
    this.#printed.add(this.#growing.slice(0, full));
    this.#growing = this.#growing.slice(full);
  }

  /** Rendered once for each text and width, not for each key that is typed ahead. */
  #previewRows(): readonly string[] {
    const columns = this.#columns;
    if (this.#preview?.columns !== columns) {
      this.#preview = { columns, rows: this.#flow?.preview(columns) ?? [] };
    }
    return this.#preview.rows;
  }

  /**
   * What was typed ahead, set apart by an empty row; else the empty row on which the next output
   * begins. There the cursor is safe: when the window gets narrower, some terminals cut its row.
   */
  #typedRows(columns: number): { rows: readonly string[]; cursor?: Position } {
    const height = rowsOf(this.#options.output);
    const frame = this.#options.typedAhead?.frame(columns, Math.max(1, Math.floor(height / 2)));
    if (frame === undefined || frame.rows.length === 0) return { rows: [""] };
    const gap = height >= minHeightForGap ? [""] : [];
    const { row, column } = frame.cursor;
    return { rows: [...gap, ...frame.rows], cursor: { row: gap.length + row, column } };
  }

  #textColumns(): number {
    const { output, textWidth = defaultTextWidth } = this.#options;
    return textWidth === 0 ? columnsOf(output) : Math.min(textWidth, columnsOf(output));
  }
}

const minHeightForGap = 6;

/** How many rows from the top must scroll away, so that the others fit. The last one always stays. */
function surplusOf(rows: readonly string[], room: number, columns: number): number {
  let height = 0;
  for (let index = rows.length - 1; index >= 0; index -= 1) {
    height += layoutOf(rows[index]!, columns).height;
    if (height > room) return Math.min(index + 1, rows.length - 1);
  }
  return 0;
}

function dimmed(flow: PlainFlow, { dim }: Colors): Flow {
  return {
    push: (text) => flow.push(text).map(dim),
    preview: () => flow.preview().map(dim),
    finish: () => flow.finish().map(dim),
  };
}
