/**
 * Builds a prompt from messages: escapes control tokens in untrusted text (escape.ts), renders the
 * chat template, tokenizes, and chooses the grammar and the format of the answer.
 */
import { AnechatError, messageOf } from "../../base/errors.ts";
import { ChatTemplate, type RenderedPrompt } from "../../llama/chat-template.ts";
import type { Native } from "../../llama/library.ts";
import type { Model } from "../../llama/model.ts";
import type { GrammarTriggers } from "../../llama/sampler.ts";
import type { Token, Vocabulary } from "../../llama/vocabulary.ts";
import {
  defaultMaxTokens,
  type GenerateOptions,
  type Message,
  type PromptInput,
  type Tool,
  type ToolUse,
} from "../../protocol/chat.ts";
import { type Constraint, Constraints, fillPlaceholder, placeholder } from "./constraints.ts";
import { ControlTexts, chooseEscapeMarks, type Segment, splitEscaped } from "./escape.ts";
import { withGenericTools } from "./generic-tools.ts";
import { type InfillPrompt, infillPrompt } from "./infill.ts";
import { estimateIfFarTooLong, PromptTooLong } from "./prompt-length.ts";
import { isDescription, templateMessage, templateTools, textsOf, withTexts } from "./template-input.ts";
import { checkedTokens } from "./token-input.ts";

/** For models without a template: a transcript that any base model can continue. */
const plainTemplate = `{%- for message in messages -%}
{%- if message.role == 'system' -%}{{ message.content }}{{ '\\n\\n' }}
{%- elif message.role == 'user' -%}User: {{ message.content }}{{ '\\n' }}
{%- else -%}Assistant:{{ message.content }}{{ '\\n' }}
{%- endif -%}
{%- endfor -%}
{%- if add_generation_prompt -%}Assistant:{%- endif -%}`;

/** {@link placeholder} in a prompt: a few templates show the schema to the model. */
const placeholderText = new RegExp(`\\{\\s*"const":\\s*${JSON.stringify(placeholder.const)}\\s*\\}`, "g");

/** Ends the answer where the model would write the user's next message. */
const plainStops = ["\nUser:", "\nAssistant:"];

/** The options that change the prompt or the grammar. */
export type PromptOptions = Pick<GenerateOptions, "sampling" | "toolUse" | "thinking" | "maxTokens">;

/**
 * How an answer marks reasoning and tool calls: as the rendered template says, or with the JSON of
 * generic-tools.ts. `rendered` is missing if the template marks nothing.
 */
export type OutputFormat =
  | { rendered: RenderedPrompt; tools: "none" | "template" }
  | { rendered: RenderedPrompt | undefined; tools: "generic" };

export type Prompt = {
  /** What the template has rendered; undefined without a template. */
  text?: string;
  tokens: Token[];
  /** Texts to infill between were cut to fit. */
  isCut?: boolean;
  /** GBNF, or "" for none. */
  grammar: string;
  /** The beginning of the answer that is in the prompt; the grammar must accept it first. */
  grammarPrefill: Token[];
  /** Set if the grammar applies only after a trigger. */
  triggers: GrammarTriggers | undefined;
  stops: readonly string[];
  /** Undefined if the answer is only text. */
  format: OutputFormat | undefined;
};

export class PromptBuilder {
  readonly #vocabulary: Vocabulary;
  readonly #template: ChatTemplate;
  readonly #limit: number;
  readonly #isPlain: boolean;
  readonly #constraints = new Constraints();
  #controls: ControlTexts | undefined;
  #supportsTools: boolean | undefined;

  /**
   * @param limit maximum tokens of the context
   * @throws AnechatError `badModel` if the model's template can't be parsed
   */
  constructor(native: Native, model: Model, limit: number = Number.POSITIVE_INFINITY) {
    this.#limit = limit;
    this.#vocabulary = model.vocabulary;
    this.#isPlain = !model.hasChatTemplate;
    try {
      this.#template = new ChatTemplate(native, model, this.#isPlain ? plainTemplate : undefined);
    } catch (cause) {
      if (cause instanceof AnechatError) throw cause;
      throw new AnechatError("badModel", `The model's chat template can't be used: ${messageOf(cause)}`, {
        hint: "Use --raw to send prompts without a template.",
        cause,
      });
    }
  }

  /**
   * The prompt may be longer than the limit, but not many times longer.
   * @throws AnechatError PromptTooLong, `generationFailed` if the template refuses the messages,
   *   `usage` if a schema or grammar is invalid
   */
  build(input: PromptInput, options: PromptOptions = {}): Prompt {
    const constraint = this.#constraints.of(options.sampling ?? {});
    if (input.kind === "messages") return this.#chat(input.messages, options, constraint);
    const { tokens, isCut } = this.#withoutTemplate(input, options);
    return {
      tokens,
      ...(isCut ? { isCut } : {}),
      grammar: constraint?.gbnf ?? "",
      grammarPrefill: [],
      triggers: undefined,
      stops: [],
      format: undefined,
    };
  }

  #withoutTemplate(
    input: Exclude<PromptInput, { kind: "messages" }>,
    { maxTokens = defaultMaxTokens }: PromptOptions,
  ): InfillPrompt {
    switch (input.kind) {
      case "text":
        return { tokens: this.#tokenize([{ text: input.text, isEscaped: false }]), isCut: false };
      case "tokens":
        return { tokens: checkedTokens(input.tokens, this.#vocabulary.size), isCut: false };
      case "infill": {
        // An answer without a limit gets a quarter of the context.
        const answer = Math.min(maxTokens, Math.floor(this.#limit / 4));
        return infillPrompt(this.#vocabulary, input, this.#limit - answer);
      }
    }
  }

  #chat(messages: readonly Message[], options: PromptOptions, constraint: Constraint | undefined): Prompt {
    this.#controls ??= new ControlTexts(this.#vocabulary.controlTexts());
    // Check before rendering, which takes time, too. Every template includes the users' messages.
    this.#refuseFarTooLong(
      messages.flatMap(({ role, content }) => (role === "user" ? [content.trim()] : [])),
    );
    const { toolUse } = options;
    const hasTools = toolUse !== undefined && toolUse.tools.length > 0 && toolUse.choice !== "none";
    if (hasTools) this.#checkTools(toolUse.tools, this.#controls);
    if (hasTools && !this.#templateSupportsTools()) {
      return this.#chatWithGenericTools(messages, options, toolUse, constraint);
    }
    const { prompt: bare, rendered } = this.#rendered(messages, options, constraint, this.#controls);
    const prompt: Prompt = hasTools ? { ...bare, format: { rendered, tools: "template" } } : bare;
    if (constraint === undefined)
      return hasTools ? this.#withGrammar(prompt, rendered, rendered.grammar) : prompt;
    // llama.cpp's grammar is needed for reasoning and tool calls. Otherwise the schema alone is
    // better, since it allows no markdown fence around the JSON.
    if (!constraint.isJson || !(rendered.thinking || hasTools)) return prompt;
    // If llama.cpp's grammar can't have both calls and an answer by the schema, use the calls.
    const grammar =
      fillPlaceholder(rendered.grammar, constraint) ?? (hasTools ? rendered.grammar : undefined);
    return grammar === undefined ? prompt : this.#withGrammar(prompt, rendered, grammar);
  }

  /** @param grammar begins with the text that the template wrote to open the answer */
  #withGrammar(prompt: Prompt, rendered: RenderedPrompt, grammar: string): Prompt {
    return {
      ...prompt,
      grammar,
      grammarPrefill: rendered.grammarIsLazy ? [] : this.#prefill(rendered.generationPrompt),
      triggers: rendered.grammarIsLazy ? this.#triggers(rendered) : undefined,
    };
  }

  /** Whether the template supports tools: whether llama.cpp makes a grammar of calls for it. */
  #templateSupportsTools(): boolean {
    const probe = { name: "probe", description: "", parameters: { type: "object", properties: {} } };
    this.#supportsTools ??=
      this.#render(
        [{ role: "user", content: "" }],
        { toolUse: { tools: [probe], choice: "required", parallel: false } },
        (text) => text,
      ).grammar !== "";
    return this.#supportsTools;
  }

  #chatWithGenericTools(
    messages: readonly Message[],
    options: PromptOptions,
    toolUse: ToolUse,
    userConstraint: Constraint | undefined,
  ): Prompt {
    const { toolUse: _, ...others } = options;
    // A user's grammar applies to calls, too.
    const hasGrammar = userConstraint !== undefined && !userConstraint.isJson;
    const constraint = hasGrammar
      ? userConstraint
      : this.#constraints.ofCalls(toolUse, options.sampling?.jsonSchema);
    const prompt = this.#chat(withGenericTools(messages, toolUse), others, constraint);
    return { ...prompt, format: { rendered: prompt.format?.rendered, tools: "generic" } };
  }

  #rendered(
    messages: readonly Message[],
    options: PromptOptions,
    constraint: Constraint | undefined,
    controls: ControlTexts,
  ): { prompt: Prompt; rendered: RenderedPrompt } {
    const schema = options.sampling?.jsonSchema ?? "";
    const texts = [
      ...messages.flatMap(textsOf),
      ...(options.toolUse?.tools ?? []).map((tool) => JSON.stringify(tool)),
      schema,
    ];
    const marks = texts.some((text) => controls.isIn(text)) ? chooseEscapeMarks(texts) : undefined;
    const escapeText = (text: string): string => (marks === undefined ? text : controls.escape(text, marks));
    const hasSchema = constraint?.isJson ?? false;
    const rendered = this.#render(messages, options, escapeText, hasSchema);
    const text = rendered.prompt.replace(placeholderText, () => escapeText(schema));
    const last = messages.at(-1);
    const segments = marks === undefined ? [{ text, isEscaped: false }] : splitEscaped(text, marks);
    const prompt: Prompt = {
      text: segments.map((segment) => segment.text).join(""),
      tokens: this.#tokenize(segments),
      grammar: constraint?.gbnf ?? "",
      grammarPrefill: this.#prefill(last?.role === "assistant" ? last.content : ""),
      triggers: undefined,
      stops: this.#isPlain ? plainStops : rendered.stops,
      format: rendered.thinking ? { rendered, tools: "none" } : undefined,
    };
    return { prompt, rendered };
  }

  /**
   * @param escapeText escapes control tokens in an untrusted text
   * @param hasSchema llama.cpp's grammar gets {@link placeholder} for the schema of the answer
   */
  #render(
    messages: readonly Message[],
    options: PromptOptions,
    escapeText: (text: string) => string,
    hasSchema = false,
  ): RenderedPrompt {
    const { toolUse, thinking } = options;
    const tools = this.#constraints.convertible(toolUse?.tools ?? []);
    try {
      return this.#template.apply({
        messages: messages.map((message) => templateMessage(message, escapeText)),
        ...(messages.at(-1)?.role === "assistant" ? { continueLast: true } : {}),
        ...(hasSchema ? { jsonSchema: placeholder } : {}),
        ...(thinking === undefined ? {} : { thinking }),
        ...(toolUse === undefined || tools.length === 0
          ? {}
          : templateTools({ ...toolUse, tools }, escapeText)),
      });
    } catch (cause) {
      if (cause instanceof AnechatError) throw cause;
      throw new AnechatError("generationFailed", `The chat template refused: ${templateMessageOf(cause)}`, {
        hint: "Some models accept no system prompt, and some don't accept this schema.",
        cause,
      });
    }
  }

  /**
   * Tool names and parameters are part of the grammar, so control tokens in them can't be escaped.
   */
  #checkTools(tools: readonly Tool[], controls: ControlTexts): void {
    for (const { name, parameters } of tools) {
      const bare = withTexts(parameters, (key, text) => (isDescription(key) ? "" : text));
      if (!controls.isIn(name) && !controls.isIn(JSON.stringify(bare) ?? "")) continue;
      throw new AnechatError("usage", `The tool ${name} contains one of the model's control tokens`, {
        hint: "Control tokens are allowed in descriptions, but not in names and values.",
      });
    }
  }

  /**
   * As in llama.cpp's server, a trigger word that is one preserved token becomes a trigger token.
   */
  #triggers({ triggers, preserved }: RenderedPrompt): GrammarTriggers {
    const words: string[] = [];
    const tokens: Token[] = [];
    for (const { type, value } of triggers) {
      if (type !== "word") throw new Error(`llama.cpp made a grammar trigger of unknown type "${type}"`);
      const [token, ...more] = this.#vocabulary.tokenize(value, false, true);
      if (token !== undefined && more.length === 0 && preserved.includes(value)) tokens.push(token);
      else words.push(value);
    }
    return { words, tokens };
  }

  /**
   * SPM vocabularies add a space before each text, which is wrong for all segments but the first.
   */
  #tokenize(segments: readonly Segment[]): Token[] {
    this.#refuseFarTooLong(segments.map(({ text }) => text));
    const bridge = segments.length > 1 && this.#vocabulary.addsSpacePrefix();
    return segments.flatMap(({ text, isEscaped }, i) => {
      const parseSpecial = !isEscaped;
      if (i === 0) return this.#vocabulary.tokenize(text, true, parseSpecial);
      if (!bridge) return this.#vocabulary.tokenize(text, false, parseSpecial);
      // Prefix a line break, which gets the space, and cut off both.
      const lead = this.#vocabulary.tokenize("\n", false, false);
      return this.#vocabulary.tokenize(`\n${text}`, false, parseSpecial).slice(lead.length);
    });
  }

  /** @throws PromptTooLong */
  #refuseFarTooLong(texts: readonly string[]): void {
    const estimate = estimateIfFarTooLong(this.#vocabulary, texts, this.#limit);
    if (estimate !== undefined) throw new PromptTooLong(estimate, this.#limit, true);
  }

  /** Like common_sampler_init: removes a leading space that the tokenizer has added. */
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

/** The template's own message, without what llama.cpp adds to it. */
function templateMessageOf(thrown: unknown): string {
  const message = messageOf(thrown);
  const own = /(?:Jinja Exception|Error): (?!Jinja Exception)(.*)\s*$/.exec(message)?.[1];
  return own ?? message.split("\n", 1)[0] ?? message;
}
