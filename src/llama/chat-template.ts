/**
 * llama.cpp's chat library behind two handles: a template that renders messages to a prompt, and a
 * parser that separates reasoning, answer and tool calls in what the model writes.
 */
import type { Pointer } from "bun:ffi";
import type { Model } from "./model.ts";
import { callFailure, type Native, takeString } from "./native.ts";

/** A message in the format of OpenAI's API. */
export type TemplateMessage = {
  role: string;
  content: string;
  /** For continued or tool-calling answers. Templates drop it elsewhere. */
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
  /** Parsed JSON Schema. The grammar allows reasoning, if the model reasons, and then this. */
  jsonSchema?: unknown;
  /** The prompt ends with the last message, an assistant's, so that the model continues it. */
  continueLast?: true;
  tools?: readonly TemplateTool[];
  /** Required with `tools`. */
  toolChoice?: "auto" | "none" | "required";
  /** Required with `tools`. */
  parallelToolCalls?: boolean;
  /** False turns reasoning off, if the template can. */
  thinking?: boolean;
  /** False ends the prompt with the last message, without the opening of an answer. */
  generationPrompt?: boolean;
  /** Variables of the template. */
  kwargs?: Readonly<Record<string, unknown>>;
};

export type RenderedPrompt = {
  prompt: string;
  /** GBNF of the schema or the tool calls, or "". It starts with the generation prompt. */
  grammar: string;
  /** The grammar applies only from a trigger on. */
  grammarIsLazy: boolean;
  /** "pattern" is a regular expression, "whole" one that must match everything written so far. */
  triggers: readonly { type: "word" | "pattern" | "whole" | "token"; value: string }[];
  /** The end of the prompt that opens the answer, including the part of it that is continued. */
  generationPrompt: string;
  /** Stop strings that the template needs. */
  stops: string[];
  /** Control tokens that mark reasoning and tool calls. {@link AnswerParser} needs their text. */
  preserved: string[];
  /** Whether the template supports reasoning. */
  thinking: boolean;
  /** The text that opens reasoning, such as "<think>"; "" if unknown. */
  thinkingStart: string;
  /** The texts that end it, the usual one first. */
  thinkingEnds: readonly string[];
  /** The texts with which messages begin, as far as llama.cpp knows them. */
  delimiters: readonly { role: string; delimiter: string }[];
  /** Only for {@link AnswerParser}. */
  format: number;
  parser: string;
};

export class ChatTemplate {
  readonly #native: Native;
  #handle: Pointer | null;

  /**
   * @param source Jinja; by default the model's own template
   * @throws Error if the template can't be parsed
   */
  constructor(native: Native, model: Model, source?: string) {
    this.#native = native;
    // "" means the model's own template: bun:ffi can't pass NULL as a string.
    this.#handle = native.anechat_template_new(model.handle, source ?? "");
    if (this.#handle === null) throw callFailure(native);
  }

  /** @throws Error with the template's own message, such as "roles must alternate" */
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
  /** Arguments are JSON text, incomplete while the model writes the call. */
  toolCalls: { name: string; arguments: string }[];
};

export class AnswerParser {
  readonly #native: Native;
  #handle: Pointer | null;

  /** @param parseToolCalls false leaves tool calls in the content */
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
