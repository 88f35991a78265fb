/**
 * One answer being written: tokens in, events out. Knows when it is over;
 * doesn't know where tokens come from.
 */
import { AnswerParser } from "../llama/chat-template.ts";
import type { Native } from "../llama/library.ts";
import type { Token, Vocabulary } from "../llama/vocabulary.ts";
import type { Prompt } from "./prompt.ts";
import type { ChatEvent, FinishReason } from "./protocol.ts";
import { StopStrings } from "./stop.ts";

/** Parsing may take this share of the time between two parses: it reads the whole text again each time. */
const parseShare = 0.1;

export type AnswerOptions = {
  /** 0: no limit. */
  maxTokens: number;
  stop: readonly string[];
  /** Milliseconds, monotonic. */
  now: () => number;
};

export class Answer {
  completionTokens = 0;
  readonly #vocabulary: Vocabulary;
  readonly #emit: (event: ChatEvent) => void;
  readonly #maxTokens: number;
  readonly #decoder = new TextDecoder();
  readonly #stops: StopStrings;
  readonly #splitter: Splitter;
  /** Control tokens whose text the splitter needs to see. */
  readonly #visibleControls: ReadonlySet<Token>;

  constructor(
    native: Native,
    vocabulary: Vocabulary,
    prompt: Prompt,
    options: AnswerOptions,
    emit: (event: ChatEvent) => void,
  ) {
    this.#vocabulary = vocabulary;
    this.#emit = emit;
    this.#maxTokens = options.maxTokens;
    this.#stops = new StopStrings([...options.stop, ...prompt.stops]);
    const visible = new Set<Token>();
    if (prompt.reasoning === undefined) {
      this.#splitter = new PlainSplitter();
    } else {
      this.#splitter = new ReasoningSplitter(new AnswerParser(native, prompt.reasoning), options.now);
      for (const text of prompt.reasoning.preserved) {
        const tokens = vocabulary.tokenize(text, false, true);
        if (tokens.length === 1 && tokens[0] !== undefined) visible.add(tokens[0]);
      }
    }
    this.#visibleControls = visible;
  }

  /** @returns why the answer ends with this token, or undefined if it goes on */
  accept(token: Token): FinishReason | undefined {
    if (this.#vocabulary.isEndOfGeneration(token)) return "stop";
    this.completionTokens += 1;
    if (!this.#vocabulary.isControl(token) || this.#visibleControls.has(token)) {
      const text = this.#decoder.decode(this.#vocabulary.piece(token), { stream: true });
      if (text.length > 0) {
        const { text: shown, stopped } = this.#stops.push(text);
        this.#write(shown, true);
        if (stopped) return "stop";
      }
    }
    return this.completionTokens === this.#maxTokens ? "length" : undefined;
  }

  /** Emits what was held back. Bytes of a character that never became whole are dropped. */
  end(): void {
    this.#write(this.#stops.end(), false);
  }

  #write(text: string, isPartial: boolean): void {
    for (const event of this.#splitter.push(text, isPartial)) this.#emit(event);
  }

  [Symbol.dispose](): void {
    this.#splitter[Symbol.dispose]();
  }
}

type TextEvent = Extract<ChatEvent, { type: "text" | "reasoning" }>;

/** Tells reasoning from answer. */
type Splitter = Disposable & { push(text: string, isPartial: boolean): TextEvent[] };

class PlainSplitter implements Splitter {
  push(text: string): TextEvent[] {
    return text.length === 0 ? [] : [{ type: "text", text }];
  }
  [Symbol.dispose](): void {}
}

/** llama.cpp's parser reads all that was written so far; what is new since the last time is passed on. */
class ReasoningSplitter implements Splitter {
  readonly #parser: AnswerParser;
  readonly #now: () => number;
  #written = "";
  #shown = { content: "", reasoning: "" };
  #notBefore = 0;

  constructor(parser: AnswerParser, now: () => number) {
    this.#parser = parser;
    this.#now = now;
    // Of an answer that is gone on with, what there was of it is not new.
    this.#shown = this.#parse(true);
  }

  push(text: string, isPartial: boolean): TextEvent[] {
    this.#written += text;
    const start = this.#now();
    if (isPartial && (text.length === 0 || start < this.#notBefore)) return [];
    const parsed = this.#parse(isPartial);
    const end = this.#now();
    this.#notBefore = end + (end - start) / parseShare;
    const events: TextEvent[] = [];
    const { reasoning, content } = parsed;
    // A partial parse may take back a tail that turned out to be markup; what was shown stays shown.
    if (reasoning.length > this.#shown.reasoning.length) {
      events.push({ type: "reasoning", text: reasoning.slice(this.#shown.reasoning.length) });
      this.#shown.reasoning = reasoning;
    }
    if (content.length > this.#shown.content.length) {
      events.push({ type: "text", text: content.slice(this.#shown.content.length) });
      this.#shown.content = content;
    }
    return events;
  }

  /** Text that breaks the model's own format is still the model's text: nothing of it may get lost. */
  #parse(isPartial: boolean): { content: string; reasoning: string } {
    try {
      return this.#parser.parse(this.#written, isPartial);
    } catch {
      return isPartial ? this.#shown : this.#parseBroken();
    }
  }

  #parseBroken(): { content: string; reasoning: string } {
    try {
      return this.#parser.parse(this.#written, true);
    } catch {
      return { content: this.#written, reasoning: this.#shown.reasoning };
    }
  }

  [Symbol.dispose](): void {
    this.#parser[Symbol.dispose]();
  }
}
