/**
 * Turns the tokens of one answer into events: decodes UTF-8, finds stop strings, parses reasoning
 * and tool calls, and decides when the answer ends. It doesn't sample the tokens.
 */
import type { Native } from "../../llama/library.ts";
import type { Token, Vocabulary } from "../../llama/vocabulary.ts";
import type { AnswerLimits, ChatEvent, FinishReason } from "../../protocol/chat.ts";
import type { Prompt } from "../prompt/prompt-builder.ts";
import { GenericToolParser } from "./generic-tool-parser.ts";
import { ChatParser, type OutputParser, TextParser } from "./output-parser.ts";
import type { EndedReasoning, ReasoningMeter } from "./reasoning-meter.ts";
import { StopStrings } from "./stop.ts";

export type AnswerOptions = AnswerLimits & {
  stop: readonly string[];
  /** Missing: the model doesn't reason. */
  reasoning: ReasoningMeter | undefined;
  /** Milliseconds, monotonic. */
  now: () => number;
};

export class Answer {
  completionTokens = 0;
  /** The stop string that ended it. */
  stoppedBy: string | undefined;
  readonly #vocabulary: Vocabulary;
  readonly #emit: (event: ChatEvent) => void;
  readonly #limits: AnswerLimits;
  readonly #reasoning: ReasoningMeter | undefined;
  /** Its event follows the text of the reasoning, which the parser may still hold. */
  #endedReasoning: EndedReasoning | undefined;
  readonly #decoder = new TextDecoder();
  readonly #stops: StopStrings;
  readonly #parser: OutputParser;
  /** Control tokens whose text the output parser needs. */
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
    this.#limits = options;
    this.#reasoning = options.reasoning;
    this.#stops = new StopStrings([...options.stop, ...prompt.stops]);
    const visible = new Set<Token>();
    this.#parser = openParser(native, prompt, options.now);
    for (const text of prompt.format?.rendered?.preserved ?? []) {
      const tokens = vocabulary.tokenize(text, false, true);
      if (tokens.length === 1 && tokens[0] !== undefined) visible.add(tokens[0]);
    }
    this.#visibleControls = visible;
  }

  /** @returns why the answer ends with this token, or undefined if it continues */
  accept(token: Token): FinishReason | undefined {
    if (this.#vocabulary.isEndOfGeneration(token)) return "stop";
    this.completionTokens += 1;
    const ended = this.#reasoning?.accept(token);
    this.#endedReasoning = ended ?? this.#endedReasoning;
    if (!this.#vocabulary.isControl(token) || this.#visibleControls.has(token)) {
      const text = this.#decoder.decode(this.#vocabulary.piece(token), { stream: true });
      if (text.length > 0) {
        const { text: safe, stoppedBy } = this.#stops.push(text);
        this.#write(safe, true);
        this.stoppedBy = stoppedBy;
        if (stoppedBy !== undefined) return "stop";
      }
    }
    return this.#isFull ? "length" : undefined;
  }

  get #isFull(): boolean {
    const { maxTokens, maxAnswerTokens } = this.#limits;
    if (this.completionTokens >= maxTokens) return true;
    const { tokens = 0, markTokens = 0, isWithin = false } = this.#reasoning ?? {};
    return !isWithin && this.completionTokens - tokens - markTokens >= maxAnswerTokens;
  }

  /** Emits the text that was held back. Bytes of an incomplete character are dropped. */
  end(): void {
    this.#write(this.#stops.end(), false);
    this.#endReasoning();
  }

  #write(text: string, isPartial: boolean): void {
    for (const event of this.#parser.push(text, isPartial)) {
      if (event.type !== "reasoning") this.#endReasoning();
      this.#emit(event);
    }
  }

  #endReasoning(): void {
    if (this.#endedReasoning !== undefined) this.#emit({ type: "reasoningEnd", ...this.#endedReasoning });
    this.#endedReasoning = undefined;
  }

  [Symbol.dispose](): void {
    this.#parser[Symbol.dispose]();
  }
}

function openParser(native: Native, { format, reasoning }: Prompt, now: () => number): OutputParser {
  if (format === undefined) return new TextParser();
  const { rendered, tools } = format;
  const parser =
    rendered === undefined
      ? new TextParser()
      : new ChatParser(native, rendered, reasoning, tools === "template", now);
  return tools === "generic" ? new GenericToolParser(parser) : parser;
}
