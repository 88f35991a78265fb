/**
 * Counts the tokens of a stream's answers while they are written, and reports how far the prompt is
 * read.
 */
import type { ChatEvent } from "../../protocol/chat.ts";
import type { ChoiceEvent, Done } from "../answer/choices.ts";
import { type TokenCounts, timingsBody, timingsOf } from "../answer/timings.ts";
import { usageOf } from "./usage.ts";

type MeterOptions = {
  /** How many answers share a prompt. */
  perPrompt: number;
  /** llama-server's `return_progress`. */
  reportsProgress: boolean;
  /** Monotonic milliseconds. */
  now?: () => number;
};

export class Meter {
  readonly #perPrompt: number;
  readonly #reportsProgress: boolean;
  readonly #now: () => number;
  readonly #startedAt: number;
  readonly #counts: TokenCounts[] = [];
  #promptReadAt: number | undefined;
  #firstDone: Done | undefined;
  #hasReported = false;

  /** The time begins now. */
  constructor({ perPrompt, reportsProgress, now = () => performance.now() }: MeterOptions) {
    this.#perPrompt = perPrompt;
    this.#reportsProgress = reportsProgress;
    this.#now = now;
    this.#startedAt = now();
  }

  /**
   * Gets each event. An answer's tokens are counted while it is written only with the option
   * `logprobs` of the engine.
   * @returns the first prompt's progress, if it is wanted and has changed: what was cached, then
   *   what is read
   */
  update({ choice, event }: ChoiceEvent): object[] {
    const counts = this.#of(choice);
    if (event.type === "done") {
      this.#counts[choice] = event.usage;
      if (choice === 0) this.#firstDone = event;
    } else if (event.type === "token") {
      // The timings are those of the first answer.
      if (choice === 0) this.#promptReadAt ??= this.#now();
      const completionTokens = counts.completionTokens + (event.isEnd ? 0 : 1);
      this.#counts[choice] = { ...counts, completionTokens };
    } else if (event.type === "progress") {
      const promptTokens = event.cached + event.total;
      this.#counts[choice] = { ...counts, cachedTokens: event.cached, promptTokens };
      if (choice === 0 && this.#reportsProgress) return this.#progress(event);
    }
    return [];
  }

  get usage(): object {
    const counts = Array.from(this.#counts, (one) => one ?? none);
    return usageOf(counts, this.#perPrompt);
  }

  /** Of the first answer. */
  get timings(): object {
    if (this.#firstDone !== undefined) return timingsOf(this.#firstDone);
    const now = this.#now();
    const promptReadAt = this.#promptReadAt ?? now;
    return timingsBody(this.#of(0), promptReadAt - this.#startedAt, now - promptReadAt);
  }

  #of(choice: number): TokenCounts {
    return this.#counts[choice] ?? none;
  }

  /** llama-server's `prompt_progress`: its tokens include the cached ones. */
  #progress({ cached, evaluated, total }: Extract<ChatEvent, { type: "progress" }>): object[] {
    const time = Math.round(this.#now() - this.#startedAt);
    const report = (processed: number) => ({
      prompt_progress: { total: cached + total, cache: cached, processed, time_ms: time },
    });
    const isFirst = !this.#hasReported;
    this.#hasReported = true;
    return [...(isFirst ? [report(cached)] : []), ...(evaluated > 0 ? [report(cached + evaluated)] : [])];
  }
}

const none: TokenCounts = { promptTokens: 0, cachedTokens: 0, completionTokens: 0 };
