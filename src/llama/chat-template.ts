/**
 * llama.cpp's chat library behind two handles: a template that turns messages
 * into a prompt, and a parser that tells reasoning, answer and tool calls apart in what comes back.
 */
import type { Pointer } from "bun:ffi";
import type { Model } from "./model.ts";
import { callFailure, type Native, takeString } from "./native.ts";

/** As OpenAI's API has it. */
export type TemplateMessage = {
  role: string;
  content: string;
  /** Looked at where templates keep it: in a message that is to be gone on with, or before tools' results. */
  reasoning_content?: string;
  tool_calls?: readonly {
    type: "function";
    id: string;
    /** Arguments as JSON text. */
    function: { name: string; arguments: string };
  }[];
  tool_call_id?: string;
  name?: string;
};

export type TemplateTool = {
  type: "function";
  function: { name: string; description: string; parameters: unknown };
};

export type TemplateRequest = {
  messages: readonly TemplateMessage[];
  /** Parsed JSON Schema: the result's grammar then admits reasoning, if the model reasons, and this. */
  jsonSchema?: unknown;
  /** The last message, an assistant's, was cut: the prompt ends with it. */
  continueLast?: true;
  tools?: readonly TemplateTool[];
  /** Comes with `tools`, and so does the next. */
  toolChoice?: "auto" | "none" | "required";
  parallelToolCalls?: boolean;
  /** False: a model that can do without reasoning is asked to. */
  thinking?: boolean;
};

export type RenderedPrompt = {
  prompt: string;
  /** GBNF of the schema or the tools' calls, or "": it covers the generation prompt too, which the model doesn't write. */
  grammar: string;
  /** The grammar applies only from a trigger on: text, regular expressions, or such for all that was written. */
  grammarIsLazy: boolean;
  triggers: readonly { type: "word" | "pattern" | "whole" | "token"; value: string }[];
  /** What the template wrote to open the answer, with what there is of it already. */
  generationPrompt: string;
  /** Stop strings the template asks for. */
  stops: string[];
  /** Control tokens that mark reasoning and calls: {@link AnswerParser} has to see their text. */
  preserved: string[];
  /** The model can write reasoning apart from its answer. */
  thinking: boolean;
  /** For {@link AnswerParser} alone. */
  format: number;
  parser: string;
};

export class ChatTemplate {
  readonly #native: Native;
  #handle: Pointer | null;

  /**
   * @param source Jinja; missing: the model's own
   * @throws Error if the template can't be parsed
   */
  constructor(native: Native, model: Model, source?: string) {
    this.#native = native;
    // The empty text stands for "the model's own": bun:ffi passes strings, not NULL.
    this.#handle = native.anechat_template_new(model.handle, source ?? "");
    if (this.#handle === null) throw callFailure(native);
  }

  /** @throws Error with the template's own complaint, such as "roles must alternate" */
  apply(request: TemplateRequest): RenderedPrompt {
    const result = this.#native.anechat_template_apply(this.#handle, JSON.stringify(request));
    return JSON.parse(takeString(this.#native, result)) as RenderedPrompt;
  }

  [Symbol.dispose](): void {
    if (this.#handle !== null) this.#native.anechat_template_free(this.#handle);
    this.#handle = null;
  }
}

export type ParsedAnswer = {
  content: string;
  reasoning: string;
  /** Arguments are JSON text, of a call still being written a beginning of it. */
  toolCalls: { name: string; arguments: string }[];
};

export class AnswerParser {
  readonly #native: Native;
  #handle: Pointer | null;

  /** @param parseToolCalls else they are text */
  constructor(native: Native, prompt: RenderedPrompt, parseToolCalls: boolean) {
    this.#native = native;
    const { format, parser, generationPrompt } = prompt;
    this.#handle = native.anechat_parser_new(
      JSON.stringify({ format, parser, generationPrompt, parseToolCalls }),
    );
    if (this.#handle === null) throw callFailure(native);
  }

  /**
   * @param text everything written so far
   * @param isPartial more may follow
   * @throws Error if the text breaks the model's own format
   */
  parse(text: string, isPartial: boolean): ParsedAnswer {
    const result = this.#native.anechat_parser_parse(this.#handle, text, isPartial ? 1 : 0);
    return JSON.parse(takeString(this.#native, result)) as ParsedAnswer;
  }

  [Symbol.dispose](): void {
    if (this.#handle !== null) this.#native.anechat_parser_free(this.#handle);
    this.#handle = null;
  }
}
