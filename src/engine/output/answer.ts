/**
 * One answer being written: tokens in, events out. Knows when it is over;
 * doesn't know where tokens come from.
 */
import type { Native } from "../../llama/library.ts";
import type { Token, Vocabulary } from "../../llama/vocabulary.ts";
import type { ChatEvent, FinishReason } from "../../protocol/chat.ts";
import type { AnswerParts, Prompt } from "../prompt/prompt-builder.ts";
import { GenericToolParser } from "./generic-tool-parser.ts";
import { ChatParser, type OutputParser, TextParser } from "./output-parser.ts";
import { StopStrings } from "./stop.ts";

export type AnswerOptions = {
  /** 0: no limit. */
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
    this.#parser = openParser(native, prompt.parts, options.now);
    for (const text of prompt.parts?.rendered?.preserved ?? []) {
      const tokens = vocabulary.tokenize(text, false, true);
      if (tokens.length === 1 && tokens[0] !== undefined) visible.add(tokens[0]);
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
        const { text: shown, stoppedBy } = this.#stops.push(text);
        this.#write(shown, true);
        this.stoppedBy = stoppedBy;
        if (stoppedBy !== undefined) return "stop";
      }
    }
    return this.completionTokens === this.#maxTokens ? "length" : undefined;
  }

  /** Emits what was held back. Bytes of a character that never became whole are dropped. */
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

function openParser(native: Native, parts: AnswerParts | undefined, now: () => number): OutputParser {
  if (parts === undefined) return new TextParser();
  const { rendered, tools } = parts;
  const parser =
    rendered === undefined ? new TextParser() : new ChatParser(native, rendered, tools === "template", now);
  return tools === "plain" ? new GenericToolParser(parser) : parser;
}
