/**
 * Tells the parts of an answer apart while it is being written: reasoning, text, and calls of tools.
 * How a model marks them is llama.cpp's business (llama/chat-template.ts).
 */
import { AnswerParser, type ParsedAnswer, type RenderedPrompt } from "../../llama/chat-template.ts";
import type { Native } from "../../llama/library.ts";
import type { ChatEvent } from "../../protocol/chat.ts";

/** Parsing may take this share of the time between two parses: it reads the whole text again each time. */
const parseShare = 0.1;

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

/** llama.cpp's parser reads all that was written so far; what is new since the last time is passed on. */
export class ChatParser implements OutputParser {
  readonly #parser: AnswerParser;
  readonly #now: () => number;
  #written = "";
  #shown: ParsedAnswer = { content: "", reasoning: "", toolCalls: [] };
  #notBefore = 0;

  /**
   * @param hasTools calls are looked for
   * @param now monotonic milliseconds
   */
  constructor(native: Native, prompt: RenderedPrompt, hasTools: boolean, now: () => number) {
    this.#parser = new AnswerParser(native, prompt, hasTools);
    this.#now = now;
    // Of an answer that is gone on with, what there was of it is not new.
    this.#shown = this.#parse(true);
  }

  push(text: string, isPartial: boolean): OutputEvent[] {
    this.#written += text;
    const start = this.#now();
    if (isPartial && (text.length === 0 || start < this.#notBefore)) return [];
    const parsed = this.#parse(isPartial);
    const end = this.#now();
    this.#notBefore = end + (end - start) / parseShare;
    const events: OutputEvent[] = [];
    const shown = this.#shown;
    const { reasoning, content } = parsed;
    // A partial parse may take back a tail that turned out to be markup; what was shown stays shown.
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
        // A name is still growing until arguments follow.
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

  /** Text that breaks the model's own format is still the model's text: nothing of it may get lost. */
  #parse(isPartial: boolean): ParsedAnswer {
    try {
      return this.#parser.parse(this.#written, isPartial);
    } catch {
      return isPartial ? structuredClone(this.#shown) : this.#parseBroken();
    }
  }

  #parseBroken(): ParsedAnswer {
    try {
      return this.#parser.parse(this.#written, true);
    } catch {
      return { ...this.#shown, content: this.#written };
    }
  }

  [Symbol.dispose](): void {
    this.#parser[Symbol.dispose]();
  }
}
