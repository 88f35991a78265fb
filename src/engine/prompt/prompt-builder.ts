/**
 * Builds a prompt from messages: escapes control tokens in untrusted text (escape.ts), renders the
 * chat template, tokenizes, and chooses the grammar and the format of the answer.
 */
import { AnechatError } from "../../base/errors.ts";
import type { RenderedPrompt } from "../../llama/chat-template.ts";
import type { Native } from "../../llama/library.ts";
import type { Model } from "../../llama/model.ts";
import type { GrammarTriggers } from "../../llama/sampler.ts";
import type { Token, Vocabulary } from "../../llama/vocabulary.ts";
import { answerLimits, type ChatInput, type GenerateOptions, type PromptInput } from "../../protocol/chat.ts";
import { ChatRenderer, openRenderer, type RenderedChat } from "./chat-renderer.ts";
import { type Constraint, Constraints, fillPlaceholder, placeholder } from "./constraints.ts";
import { ControlTexts, chooseEscapeMarks, type Segment, splitEscaped } from "./escape.ts";
import { withGenericTools } from "./generic-tools.ts";
import { type InfillPrompt, infillPrompt } from "./infill.ts";
import { estimateIfFarTooLong, PromptTooLong } from "./prompt-length.ts";
import { type PromptMarks, promptMarks } from "./prompt-marks.ts";
import { type ReasoningMarks, reasoningMarks } from "./reasoning-marks.ts";
import { textsOf, withObjectArguments } from "./template-input.ts";
import { textsIn } from "./template-variables.ts";
import { checkedTokens } from "./token-input.ts";
import { checkTools } from "./tool-check.ts";

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
export type PromptOptions = Pick<
  GenerateOptions,
  | "sampling"
  | "toolUse"
  | "thinking"
  | "reasoningEffort"
  | "reasoningBudget"
  | "templateVariables"
  | "maxTokens"
  | "maxAnswerTokens"
>;

type ChatMessages = Omit<Extract<ChatInput, { kind: "messages" }>, "kind">;

type Question = {
  chat: ChatMessages;
  options: PromptOptions;
  /** Of the answer's text, or of generic tool calls. */
  constraint: Constraint | undefined;
  tools: "none" | "template" | "generic";
};

/**
 * How an answer marks reasoning and tool calls: as the rendered template says, or with the JSON of
 * generic-tools.ts. `rendered` is missing if the template marks nothing.
 */
export type OutputFormat =
  | { rendered: RenderedPrompt; tools: "none" | "template" }
  | { rendered: RenderedPrompt | undefined; tools: "generic" };

export type Prompt = {
  tokens: Token[];
  /** Where the next prompts will most likely differ. Computed where memory needs checkpoints. */
  marks: () => PromptMarks;
  /** Texts to infill between were cut to fit. */
  isCut?: boolean;
  /** GBNF, or "" for none. */
  grammar: string;
  /** The beginning of the answer that is in the prompt; the grammar must accept it first. */
  grammarPrefill: Token[];
  /** The grammar has rules for reasoning, too: its marks are in it. Others are of the answer. */
  isGrammarOfReasoning: boolean;
  /** Set if the grammar applies only after a trigger. */
  triggers: GrammarTriggers | undefined;
  stops: readonly string[];
  /** Undefined if the answer is only text. */
  format: OutputFormat | undefined;
  /** Undefined if the model doesn't reason. */
  reasoning: (ReasoningMarks & { budget: number }) | undefined;
};

export class PromptBuilder {
  readonly #vocabulary: Vocabulary;
  /** Or why the template can't be used. Prompts without a template don't need it. */
  readonly #renderer: ChatRenderer | AnechatError;
  readonly #limit: number;
  readonly #isPlain: boolean;
  readonly #constraints = new Constraints();
  #controls: ControlTexts | undefined;

  /** @param limit maximum tokens of the context */
  constructor(native: Native, model: Model, limit: number = Number.POSITIVE_INFINITY) {
    this.#limit = limit;
    this.#vocabulary = model.vocabulary;
    this.#isPlain = !model.hasChatTemplate;
    this.#renderer = openRenderer(native, model, this.#isPlain ? plainTemplate : undefined);
  }

  /**
   * The prompt may be longer than the limit, but not many times longer.
   * @throws AnechatError PromptTooLong; `usage` if the template refuses the messages or can't be
   *   parsed, or if a schema or grammar is invalid
   */
  build(input: PromptInput, options: PromptOptions = {}): Prompt {
    if (input.kind === "messages") return this.#chat(withObjectArguments(input), options);
    const constraint = this.#constraints.of(options.sampling ?? {});
    const { tokens, isCut } = this.#withoutTemplate(input, options);
    return {
      tokens,
      marks: () => promptMarks(tokens, this.#vocabulary),
      ...(isCut ? { isCut } : {}),
      grammar: constraint?.gbnf ?? "",
      grammarPrefill: [],
      isGrammarOfReasoning: false,
      triggers: undefined,
      stops: [],
      format: undefined,
      reasoning: undefined,
    };
  }

  #withoutTemplate(input: Exclude<PromptInput, { kind: "messages" }>, options: PromptOptions): InfillPrompt {
    switch (input.kind) {
      case "text":
        return { tokens: this.#tokenize([{ text: input.text, isEscaped: false }]), isCut: false };
      case "tokens":
        return { tokens: checkedTokens(input.tokens, this.#vocabulary.size), isCut: false };
      case "infill": {
        // An answer without a limit gets a quarter of the context.
        const { maxTokens, maxAnswerTokens } = answerLimits(options);
        const answer = Math.min(maxTokens, maxAnswerTokens, Math.floor(this.#limit / 4));
        return infillPrompt(this.#vocabulary, input, this.#limit - answer);
      }
    }
  }

  /**
   * The text of the prompt that {@link build} tokenizes.
   * @throws AnechatError as {@link build}
   */
  render(input: ChatInput, options: PromptOptions = {}): string {
    if (input.kind === "text") return input.text;
    const question = this.#question(withObjectArguments(input), options);
    return this.#rendered(question)
      .segments.map(({ text }) => text)
      .join("");
  }

  #chat(chat: ChatMessages, options: PromptOptions): Prompt {
    // Check before rendering, which takes time, too. Every template includes the users' messages.
    this.#refuseFarTooLong(
      chat.messages.flatMap(({ role, content }) => (role === "user" ? [content.trim()] : [])),
    );
    const question = this.#question(chat, options);
    const { constraint, tools } = question;
    const { segments, rendered, continued, begun, reasoningBudget } = this.#rendered(question);
    const reasoning = rendered.thinking ? reasoningMarks(rendered, begun) : undefined;
    const tokens = this.#tokenize(segments);
    const prompt: Prompt = {
      tokens,
      marks: () => promptMarks(tokens, this.#vocabulary, this.#template.marksOf(rendered)),
      grammar: constraint?.gbnf ?? "",
      grammarPrefill: this.#prefill(continued),
      isGrammarOfReasoning: reasoning !== undefined && namesMarks(constraint?.gbnf ?? "", reasoning),
      triggers: undefined,
      stops: this.#isPlain ? plainStops : rendered.stops,
      format: formatOf(rendered, tools),
      reasoning: reasoning && { ...reasoning, budget: reasoningBudget },
    };
    const hasTools = tools === "template";
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

  /** What the template gets: its own tools, or messages that describe them. */
  #question(chat: ChatMessages, options: PromptOptions): Question {
    const constraint = this.#constraints.of(options.sampling ?? {});
    const { toolUse, ...others } = options;
    if (toolUse === undefined || toolUse.tools.length === 0 || toolUse.choice === "none") {
      return { chat, options, constraint, tools: "none" };
    }
    checkTools(toolUse.tools, this.#controlTexts);
    if (this.#template.supportsTools) return { chat, options, constraint, tools: "template" };
    // A user's grammar applies to calls, too.
    const hasGrammar = constraint !== undefined && !constraint.isJson;
    return {
      chat: { ...chat, messages: withGenericTools(chat.messages, toolUse) },
      options: others,
      constraint: hasGrammar ? constraint : this.#constraints.ofCalls(toolUse, options.sampling?.jsonSchema),
      tools: "generic",
    };
  }

  /** @param grammar begins with the text that the template wrote to open the answer */
  #withGrammar(prompt: Prompt, rendered: RenderedPrompt, grammar: string): Prompt {
    // The sampler knows no patterns that trigger a grammar. Calls are then free, and parsed.
    if (rendered.grammarIsLazy && rendered.triggers.some(({ type }) => type !== "word")) return prompt;
    return {
      ...prompt,
      grammar,
      grammarPrefill: rendered.grammarIsLazy ? [] : this.#prefill(rendered.generationPrompt),
      isGrammarOfReasoning: !rendered.grammarIsLazy,
      triggers: rendered.grammarIsLazy ? this.#triggers(rendered) : undefined,
    };
  }

  /** `begun`: the continued text as it is in the rendered prompt. */
  #rendered({ chat, options, constraint }: Question): RenderedChat & { segments: Segment[]; begun: string } {
    const { toolUse, sampling, thinking, reasoningEffort, reasoningBudget, templateVariables } = options;
    const schema = sampling?.jsonSchema ?? "";
    const texts = [
      ...chat.messages.flatMap(textsOf),
      ...(toolUse?.tools ?? []).map((tool) => JSON.stringify(tool)),
      schema,
      ...textsIn([reasoningEffort ?? "", templateVariables]),
    ];
    const controls = this.#controlTexts;
    const marks = texts.some((text) => controls.isIn(text)) ? chooseEscapeMarks(texts) : undefined;
    const escapeText = (text: string): string => (marks === undefined ? text : controls.escape(text, marks));
    const chatRendered = this.#template.render({
      ...chat,
      toolUse: toolUse && { ...toolUse, tools: this.#constraints.convertible(toolUse.tools) },
      // llama.cpp's grammar gets the placeholder for the schema of the answer.
      ...(constraint?.isJson ? { jsonSchema: placeholder } : {}),
      ...(thinking === undefined ? {} : { thinking }),
      ...(reasoningEffort === undefined ? {} : { reasoningEffort }),
      ...(reasoningBudget === undefined ? {} : { reasoningBudget }),
      ...(templateVariables === undefined ? {} : { templateVariables }),
      escapeText,
    });
    const { rendered } = chatRendered;
    const text = rendered.prompt.replace(placeholderText, () => escapeText(schema));
    const segments = marks === undefined ? [{ text, isEscaped: false }] : splitEscaped(text, marks);
    return { ...chatRendered, segments, begun: escapeText(chatRendered.continued) };
  }

  get #controlTexts(): ControlTexts {
    this.#controls ??= new ControlTexts(this.#vocabulary.controlTexts());
    return this.#controls;
  }

  get #template(): ChatRenderer {
    if (this.#renderer instanceof AnechatError) throw this.#renderer;
    return this.#renderer;
  }

  /**
   * As in llama.cpp's server, a trigger word that is one preserved token becomes a trigger token.
   */
  #triggers({ triggers, preserved }: RenderedPrompt): GrammarTriggers {
    const words: string[] = [];
    const tokens: Token[] = [];
    for (const { value } of triggers) {
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
    if (this.#renderer instanceof ChatRenderer) this.#renderer[Symbol.dispose]();
  }
}

function formatOf(rendered: RenderedPrompt, tools: Question["tools"]): OutputFormat | undefined {
  if (tools === "template") return { rendered, tools };
  const reasoning = rendered.thinking ? rendered : undefined;
  if (tools === "generic") return { rendered: reasoning, tools };
  return reasoning === undefined ? undefined : { rendered: reasoning, tools };
}

/** Whether a grammar has one of the marks, so that it expects reasoning. */
function namesMarks(grammar: string, { start, ends }: ReasoningMarks): boolean {
  return [start, ...ends].map((mark) => mark.trim()).some((mark) => mark !== "" && grammar.includes(mark));
}
