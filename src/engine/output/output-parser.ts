/**
 * Splits an answer into reasoning, text and tool calls while it is generated. llama.cpp knows how a
 * model marks them (llama/chat-template.ts).
 */
import { AnswerParser, type ParsedAnswer, type RenderedPrompt } from "../../llama/chat-template.ts";
import type { Native } from "../../llama/library.ts";
import type { ChatEvent } from "../../protocol/chat.ts";
import type { ReasoningMarks } from "../prompt/reasoning-marks.ts";
import { readBroken, unreadText } from "./broken-answer.ts";

/**
 * Maximum share of time for parsing. Each parse reads the whole text again, so it can't be per
 * token.
 */
const maxParseShare = 0.1;

export type OutputEvent = Extract<ChatEvent, { type: "text" | "reasoning" | "toolCall" }>;

export type OutputParser = Disposable & {
  /** @param isPartial more may follow */
  push(text: string, isPartial: boolean): OutputEvent[];
};

export class TextParser implements OutputParser {
  push(text: string): OutputEvent[] {
    return text.length === 0 ? [] : [{ type: "text", text }];
  }
  [Symbol.dispose](): void {}
}

/**
 * Runs llama.cpp's parser over the whole text and returns what is new since the last time. What that
 * parser can't read is shown as it is.
 */
export class ChatParser implements OutputParser {
  readonly #parser: AnswerParser;
  readonly #reasoning: ReasoningMarks | undefined;
  /** Texts that mark something in the answer. */
  readonly #marks: readonly string[];
  readonly #now: () => number;
  #written = "";
  /** What of a continued answer is in the prompt. */
  readonly #begun: ParsedAnswer;
  #shown: ParsedAnswer = { content: "", reasoning: "", toolCalls: [] };
  #notBefore = 0;

  /**
   * @param reasoning missing if the model doesn't reason
   * @param hasTools parse tool calls
   * @param now monotonic milliseconds
   */
  constructor(
    native: Native,
    prompt: RenderedPrompt,
    reasoning: ReasoningMarks | undefined,
    hasTools: boolean,
    now: () => number,
  ) {
    this.#parser = new AnswerParser(native, prompt, hasTools);
    this.#reasoning = reasoning;
    this.#marks = [...(reasoning?.ends ?? []), reasoning?.start ?? "", ...prompt.preserved];
    this.#now = now;
    // The beginning of a continued answer is in the prompt and must not be emitted again.
    this.#shown = this.#parse(true);
    this.#begun = structuredClone(this.#shown);
  }

  push(text: string, isPartial: boolean): OutputEvent[] {
    this.#written += text;
    const start = this.#now();
    if (isPartial && (text.length === 0 || start < this.#notBefore)) return [];
    const parsed = this.#parse(isPartial);
    const end = this.#now();
    this.#notBefore = end + (end - start) / maxParseShare;
    const events: OutputEvent[] = [];
    const shown = this.#shown;
    const { reasoning, content } = parsed;
    // A partial parse may remove a tail that turned out to be markup. Emitted text can't be taken
    // back.
    if (reasoning.length > shown.reasoning.length) {
      events.push({ type: "reasoning", text: reasoning.slice(shown.reasoning.length) });
      shown.reasoning = reasoning;
    }
    if (content.length > shown.content.length) {
      events.push({ type: "text", text: content.slice(shown.content.length) });
      shown.content = content;
    }
    events.push(...this.#newCalls(parsed, isPartial));
    return events;
  }

  #newCalls({ toolCalls }: ParsedAnswer, isPartial: boolean): OutputEvent[] {
    const shown = this.#shown.toolCalls;
    return toolCalls.flatMap(({ name, arguments: json }, index): OutputEvent[] => {
      const before = shown[index];
      if (before === undefined) {
        // The name may be incomplete until arguments follow.
        if (name === "" || (isPartial && json === "" && index === toolCalls.length - 1)) return [];
        shown[index] = { name, arguments: json };
        return [{ type: "toolCall", index, name, arguments: json }];
      }
      if (json.length <= before.arguments.length || !json.startsWith(before.arguments)) return [];
      const more = json.slice(before.arguments.length);
      before.arguments = json;
      return [{ type: "toolCall", index, arguments: more }];
    });
  }

  /** If the text violates the model's format, none of it may be lost. */
  #parse(isPartial: boolean): ParsedAnswer {
    try {
      const parsed = this.#parser.parse(this.#written, isPartial);
      if (!isPartial) parsed.content += unreadText(this.#written, parsed, this.#marks);
      return parsed;
    } catch {
      return isPartial
        ? structuredClone(this.#shown)
        : readBroken(this.#written, this.#begun, this.#shown, this.#reasoning);
    }
  }

  [Symbol.dispose](): void {
    this.#parser[Symbol.dispose]();
  }
}
