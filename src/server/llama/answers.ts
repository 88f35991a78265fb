/**
 * Answers of /completion and /infill in llama-server's own form, whole or as a stream (llama.cpp:
 * tools/server/server-task.cpp, to_json_non_oaicompat()).
 */
import type { ChatEvent, TokenLogprob } from "../../protocol/chat.ts";
import type { Choice, Done } from "../answer/choices.ts";
import type { StreamEvent } from "../answer/event-stream.ts";
import { type TokenCounts, timingsBody, timingsOf } from "../answer/timings.ts";

/** What all answers to one request share. */
export type Head = {
  model: string;
  /** `generation_settings` */
  settings: object;
  returnsTokens: boolean;
  showsProbs: boolean;
  showsProgress: boolean;
  showsTimings: boolean;
  /** Empty: all. */
  responseFields: readonly string[];
};

type TokenEvent = Extract<ChatEvent, { type: "token" }>;

/** @param index of the answer in the response */
export function wholeAnswer(choice: Choice, index: number, prompt: string, head: Head): object {
  const { tokens, done, text } = choice;
  const whole = {
    ...lastFields(done, index, prompt, head, text.includes("\n")),
    content: text,
    tokens: head.returnsTokens ? tokens.map(({ chosen }) => chosen.token) : [],
    ...(head.showsProbs ? { completion_probabilities: tokens.map(probabilities) } : {}),
  };
  return head.responseFields.length === 0 ? whole : selected(whole, head.responseFields);
}

function lastFields(done: Done, index: number, prompt: string, head: Head, hasNewLine: boolean): object {
  const { usage, finish, stoppedBy } = done;
  return {
    index,
    // There are no fixed slots here.
    id_slot: -1,
    stop: true,
    model: head.model,
    tokens_predicted: usage.completionTokens,
    tokens_evaluated: usage.promptTokens,
    generation_settings: head.settings,
    prompt,
    has_new_line: hasNewLine,
    truncated: finish === "context",
    stop_type: finish !== "stop" ? "limit" : stoppedBy === undefined ? "eos" : "word",
    stopping_word: stoppedBy ?? "",
    tokens_cached: usage.contextUsed,
    timings: timingsOf(done),
  };
}

/** "generation_settings/n_predict" becomes a field of that name; unknown fields are left out. */
export function selected(whole: object, paths: readonly string[]): object {
  const found: [string, unknown][] = [];
  for (const path of paths) {
    let value: unknown = whole;
    for (const key of path.split("/")) {
      const isThere = typeof value === "object" && value !== null && Object.hasOwn(value, key);
      value = isThere ? (value as Record<string, unknown>)[key] : undefined;
    }
    if (value !== undefined) found.push([path, value]);
  }
  return Object.fromEntries(found);
}

/** JSON can't represent -Infinity; llama-server writes the lowest float instead. */
const lowestFloat = -3.4028234663852886e38;

function probabilities({ chosen, likeliest }: TokenEvent): object {
  const one = ({ token, bytes, logprob }: TokenLogprob) => ({
    id: token,
    token: Buffer.from(bytes).toString("utf8"),
    bytes,
    logprob: Math.max(logprob, lowestFloat),
  });
  return { ...one(chosen), top_logprobs: likeliest.map(one) };
}

/** Writes one answer as events: a part with each text, and at the end all about the answer. */
export class AnswerWriter {
  readonly #index: number;
  readonly #prompt: string;
  readonly #head: Head;
  readonly #now: () => number;
  readonly #startedAt: number;
  /** Tokens whose text hasn't been sent yet. */
  #pending: TokenEvent[] = [];
  #promptTokens = 0;
  #counts: TokenCounts = { promptTokens: 0, cachedTokens: 0, completionTokens: 0 };
  #promptMs = 0;
  #hasNewLine = false;

  /** @param now monotonic milliseconds */
  constructor(index: number, prompt: string, head: Head, now: () => number) {
    this.#index = index;
    this.#prompt = prompt;
    this.#head = head;
    this.#now = now;
    this.#startedAt = now();
  }

  eventsOf(event: ChatEvent): StreamEvent[] {
    switch (event.type) {
      case "queued":
        this.#promptTokens = event.promptTokens;
        return [];
      case "progress":
        return this.#progress(event);
      case "token":
        if (!event.isEnd) this.#counts.completionTokens += 1;
        this.#pending.push(event);
        return [];
      case "text":
        this.#hasNewLine ||= event.text.includes("\n");
        return [this.#part(event.text)];
      case "done":
        return [this.#last(event)];
      case "promptToken":
      case "reasoning":
      case "reasoningEnd":
      case "toolCall":
        return [];
    }
  }

  /** The engine counts the tokens that weren't cached; llama-server counts all. */
  #progress({ evaluated, total, cached }: Extract<ChatEvent, { type: "progress" }>): StreamEvent[] {
    const isFirst = this.#counts.promptTokens === 0;
    const report = (read: number, milliseconds: number): StreamEvent => {
      this.#counts = { ...this.#counts, cachedTokens: cached, promptTokens: cached + read };
      this.#promptMs = milliseconds;
      const progress = { total: cached + total, cache: cached, processed: cached + read };
      return this.#part("", { prompt_progress: { ...progress, time_ms: milliseconds } });
    };
    // The first report says only what was cached.
    const reports = [...(isFirst ? [report(0, 0)] : []), report(evaluated, this.#now() - this.#startedAt)];
    return this.#head.showsProgress ? reports : [];
  }

  #part(content: string, more: object = {}): StreamEvent {
    const tokens = this.#pending;
    this.#pending = [];
    return write({
      index: this.#index,
      content,
      tokens: tokens.map(({ chosen }) => chosen.token),
      stop: false,
      id_slot: -1,
      tokens_predicted: this.#counts.completionTokens,
      tokens_evaluated: this.#promptTokens,
      ...(this.#head.showsTimings ? { timings: this.#timings() } : {}),
      ...(this.#head.showsProbs && tokens.length > 0
        ? { completion_probabilities: tokens.map(probabilities) }
        : {}),
      ...more,
    });
  }

  #timings(): object {
    const isWriting = this.#counts.completionTokens > 0;
    const writtenMs = isWriting ? this.#now() - this.#startedAt - this.#promptMs : 0;
    return timingsBody(this.#counts, this.#promptMs, writtenMs);
  }

  #last(done: Done): StreamEvent {
    const last = {
      ...lastFields(done, this.#index, this.#prompt, this.#head, this.#hasNewLine),
      content: "",
      tokens: this.#pending.map(({ chosen }) => chosen.token),
    };
    const { responseFields } = this.#head;
    return write(responseFields.length === 0 ? last : selected(last, responseFields));
  }
}

function write(fields: object): StreamEvent {
  return { data: JSON.stringify(fields) };
}
