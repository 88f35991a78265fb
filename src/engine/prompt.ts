/**
 * From messages to tokens: renders the chat template, keeps control tokens in
 * people's text plain (fence.ts), and says how the answer is to be read.
 */
import { AnechatError } from "../base/errors.ts";
import { ChatTemplate, type RenderedPrompt, schemaToGrammar } from "../llama/chat-template.ts";
import type { Native } from "../llama/library.ts";
import type { Model } from "../llama/model.ts";
import type { Token, Vocabulary } from "../llama/vocabulary.ts";
import { ControlTexts, chooseFence, splitFenced } from "./fence.ts";
import type { Message, PromptInput } from "./protocol.ts";

/**
 * For models without a template: a transcript that any base model can go on
 * with. It ends where the model would speak for the user: see `plainStops`.
 */
const plainTemplate = `{%- for message in messages -%}
{%- if message.role == 'system' -%}{{ message.content }}{{ '\\n\\n' }}
{%- elif message.role == 'user' -%}User: {{ message.content }}{{ '\\n' }}
{%- else -%}Assistant:{{ message.content }}{{ '\\n' }}
{%- endif -%}
{%- endfor -%}
{%- if add_generation_prompt -%}Assistant:{%- endif -%}`;

const plainStops = ["\nUser:", "\nAssistant:"];

export type Constraint = { grammar?: string | undefined; jsonSchema?: string | undefined };

export type Prompt = {
  tokens: Token[];
  /** GBNF, or "" for none, and tokens it has to accept before the answer begins. */
  grammar: string;
  grammarPrefill: Token[];
  stops: readonly string[];
  /** Set when the model may reason: how to tell reasoning from answer. */
  reasoning: RenderedPrompt | undefined;
};

export class PromptBuilder {
  readonly #native: Native;
  readonly #vocabulary: Vocabulary;
  readonly #template: ChatTemplate;
  readonly #isPlain: boolean;
  #controls: ControlTexts | undefined;

  /** @throws AnechatError `badModel` if the model's template can't be parsed */
  constructor(native: Native, model: Model) {
    this.#native = native;
    this.#vocabulary = model.vocabulary;
    this.#isPlain = !model.hasChatTemplate;
    try {
      this.#template = new ChatTemplate(native, model, this.#isPlain ? plainTemplate : undefined);
    } catch (cause) {
      throw new AnechatError("badModel", `The model's chat template can't be used: ${messageOf(cause)}`, {
        hint: "Use --raw to send prompts without a template.",
        cause,
      });
    }
  }

  /** @throws AnechatError `generationFailed` if the template refuses the messages or the schema can't be used */
  build(input: PromptInput, constraint: Constraint = {}): Prompt {
    return input.kind === "text" ? this.#raw(input.text, constraint) : this.#chat(input.messages, constraint);
  }

  #raw(text: string, constraint: Constraint): Prompt {
    return {
      tokens: this.#vocabulary.tokenize(text, true, true),
      grammar: this.#grammar(constraint),
      grammarPrefill: [],
      stops: [],
      reasoning: undefined,
    };
  }

  #chat(messages: readonly Message[], { grammar, jsonSchema }: Constraint): Prompt {
    this.#controls ??= new ControlTexts(this.#vocabulary.controlTexts());
    const controls = this.#controls;
    const texts = messages.map((message) => message.content);
    const fence = texts.some((text) => controls.isIn(text)) ? chooseFence(texts) : undefined;
    const fenced =
      fence === undefined
        ? messages
        : messages.map((message) => ({ ...message, content: controls.fence(message.content, fence) }));
    const rendered = this.#render(fenced, jsonSchema);
    const last = messages.at(-1);
    const begun = last?.role === "assistant" ? last.content : "";
    // The template's grammar lets a model reason before the answer. Where it doesn't, the schema
    // alone is stricter: no fence of markdown around the JSON.
    const isTemplateGrammar = jsonSchema !== undefined && rendered.thinking;
    return {
      tokens:
        fence === undefined
          ? this.#vocabulary.tokenize(rendered.prompt, true, true)
          : this.#tokenizeFenced(splitFenced(rendered.prompt, fence)),
      grammar: isTemplateGrammar ? rendered.grammar : this.#grammar({ grammar, jsonSchema }),
      grammarPrefill: this.#prefill(isTemplateGrammar ? rendered.generationPrompt : begun),
      stops: this.#isPlain ? plainStops : rendered.stops,
      reasoning: rendered.thinking ? rendered : undefined,
    };
  }

  #render(messages: readonly Message[], jsonSchema: string | undefined): RenderedPrompt {
    try {
      return this.#template.apply({
        messages: messages.map(({ role, content, reasoning }) => ({
          role,
          content,
          ...(reasoning === undefined ? {} : { reasoning_content: reasoning }),
        })),
        ...(messages.at(-1)?.role === "assistant" ? { continueLast: true } : {}),
        ...(jsonSchema === undefined ? {} : { jsonSchema: JSON.parse(jsonSchema) }),
      });
    } catch (cause) {
      throw new AnechatError("generationFailed", `The chat template refused: ${complaintOf(cause)}`, {
        hint: "Some models take no system prompt, and some no such schema.",
        cause,
      });
    }
  }

  #grammar({ grammar, jsonSchema }: Constraint): string {
    if (jsonSchema === undefined) return grammar ?? "";
    try {
      return schemaToGrammar(this.#native, JSON.parse(jsonSchema));
    } catch (cause) {
      throw new AnechatError("usage", `The JSON schema can't be used: ${messageOf(cause)}`, { cause });
    }
  }

  /** A text tokenized apart begins anew: SPM vocabularies would put a space before each part. */
  #tokenizeFenced(segments: readonly { text: string; fenced: boolean }[]): Token[] {
    const bridge = this.#vocabulary.addsSpacePrefix();
    return segments.flatMap(({ text, fenced }, i) => {
      const parseSpecial = !fenced;
      if (i === 0) return this.#vocabulary.tokenize(text, true, parseSpecial);
      if (!bridge) return this.#vocabulary.tokenize(text, false, parseSpecial);
      // A line break in front takes the space upon itself, and is cut off with it.
      const lead = this.#vocabulary.tokenize("\n", false, false);
      return this.#vocabulary.tokenize(`\n${text}`, false, parseSpecial).slice(lead.length);
    });
  }

  /** As common_sampler_init does: an added leading space is not part of the generation prompt. */
  #prefill(generationPrompt: string): Token[] {
    const tokens = this.#vocabulary.tokenize(generationPrompt, false, true);
    const first = tokens[0];
    const addsSpace =
      first !== undefined && this.#vocabulary.piece(first)[0] === 0x20 && !generationPrompt.startsWith(" ");
    return addsSpace ? tokens.slice(1) : tokens;
  }

  [Symbol.dispose](): void {
    this.#template[Symbol.dispose]();
  }
}

/** What the template itself said, of all that llama.cpp tells around it. */
function complaintOf(thrown: unknown): string {
  const message = messageOf(thrown);
  const own = /(?:Jinja Exception|Error): (?!Jinja Exception)(.*)\s*$/.exec(message)?.[1];
  return own ?? message.split("\n", 1)[0] ?? message;
}

function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
