/**
 * Turns the tokens of one answer into events: decodes UTF-8, finds stop strings, parses reasoning
 * and tool calls, and decides when the answer ends. It doesn't sample the tokens.
 */
import type { Native } from "../../llama/library.ts";
import type { Token, Vocabulary } from "../../llama/vocabulary.ts";
import type { ChatEvent, FinishReason } from "../../protocol/chat.ts";
import type { OutputFormat, Prompt } from "../prompt/prompt-builder.ts";
import { GenericToolParser } from "./generic-tool-parser.ts";
import { ChatParser, type OutputParser, TextParser } from "./output-parser.ts";
import { StopStrings } from "./stop.ts";

export type AnswerOptions = {
  /** Infinity: no limit. */
  maxTokens: number;
  stop: readonly string[];
  /** Milliseconds, monotonic. */
  now: () => number;
};

export class Answer {
  completionTokens = 0;
  /** The stop string that ended it. */
  stoppedBy: string | undefined;
  readonly #vocabulary: Vocabulary;
  readonly #emit: (event: ChatEvent) => void;
  readonly #maxTokens: number;
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
    this.#maxTokens = options.maxTokens;
    this.#stops = new StopStrings([...options.stop, ...prompt.stops]);
    const visible = new Set<Token>();
    this.#parser = openParser(native, prompt.format, options.now);
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
    if (!this.#vocabulary.isControl(token) || this.#visibleControls.has(token)) {
      const text = this.#decoder.decode(this.#vocabulary.piece(token), { stream: true });
      if (text.length > 0) {
        const { text: safe, stoppedBy } = this.#stops.push(text);
        this.#write(safe, true);
        this.stoppedBy = stoppedBy;
        if (stoppedBy !== undefined) return "stop";
      }
    }
    return this.completionTokens === this.#maxTokens ? "length" : undefined;
  }

  /** Emits the text that was held back. Bytes of an incomplete character are dropped. */
  end(): void {
    this.#write(this.#stops.end(), false);
  }

  #write(text: string, isPartial: boolean): void {
    for (const event of this.#parser.push(text, isPartial)) this.#emit(event);
  }

  [Symbol.dispose](): void {
    this.#parser[Symbol.dispose]();
  }
}

function openParser(native: Native, format: OutputFormat | undefined, now: () => number): OutputParser {
  if (format === undefined) return new TextParser();
  const { rendered, tools } = format;
  const parser =
    rendered === undefined ? new TextParser() : new ChatParser(native, rendered, tools === "template", now);
  return tools === "generic" ? new GenericToolParser(parser) : parser;
}
