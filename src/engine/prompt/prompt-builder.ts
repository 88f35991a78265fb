/**
 * From messages to tokens: renders the chat template, keeps control tokens in
 * people's text plain (fence.ts), and says how the answer is to be read.
 */
import { AnechatError } from "../../base/errors.ts";
import { ChatTemplate, type RenderedPrompt } from "../../llama/chat-template.ts";
import type { Native } from "../../llama/library.ts";
import type { Model } from "../../llama/model.ts";
import type { GrammarTriggers } from "../../llama/sampler.ts";
import type { Token, Vocabulary } from "../../llama/vocabulary.ts";
import type { GenerateOptions, Message, PromptInput, Tool, ToolUse } from "../../protocol/chat.ts";
import { type Constraint, Constraints, filledIn, placeholder } from "./constraints.ts";
import { ControlTexts, chooseEscapeMarks, type Segment, splitEscaped } from "./escape.ts";
import { withGenericTools } from "./generic-tools.ts";
import { farTooMany, PromptTooLong } from "./prompt-length.ts";
import { isDescription, templateMessage, templateTools, textsOf, withTexts } from "./template-input.ts";

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

/** {@link placeholder} in a prompt, which few templates tell the model of. */
const placeholderText = new RegExp(`\\{\\s*"const":\\s*${JSON.stringify(placeholder.const)}\\s*\\}`, "g");

const plainStops = ["\nUser:", "\nAssistant:"];

/** Of the options of an answer, those that shape its prompt or bind its text. */
export type PromptOptions = Pick<GenerateOptions, "sampling" | "toolUse" | "thinking">;

/** What an answer may be made of besides its text; `rendered` is missing where the template marks nothing of it. */
export type AnswerParts =
  | { rendered: RenderedPrompt; tools: "none" | "template" }
  | { rendered: RenderedPrompt | undefined; tools: "plain" };

export type Prompt = {
  tokens: Token[];
  /** GBNF, or "" for none, and tokens it has to accept before the answer begins. */
  grammar: string;
  grammarPrefill: Token[];
  /** Set where the grammar applies only from a trigger on. */
  triggers: GrammarTriggers | undefined;
  stops: readonly string[];
  /** Set when the model may reason or call tools: how to tell these from the answer. */
  parts: AnswerParts | undefined;
};

export class PromptBuilder {
  readonly #vocabulary: Vocabulary;
  readonly #template: ChatTemplate;
  readonly #limit: number;
  readonly #isPlain: boolean;
  readonly #constraints = new Constraints();
  #controls: ControlTexts | undefined;
  #toolsAreKnown: boolean | undefined;

  /**
   * @param limit tokens that there is room for
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
   * The prompt may have more tokens than there is room for, but not many times more.
   * @throws AnechatError PromptTooLong, `generationFailed` if the template refuses the messages, `usage` if a schema
   *   or grammar can't be used
   */
  build(input: PromptInput, options: PromptOptions = {}): Prompt {
    const constraint = this.#constraints.of(options.sampling ?? {});
    if (input.kind === "messages") return this.#chat(input.messages, options, constraint);
    return {
      tokens: this.#tokenize([{ text: input.text, isEscaped: false }]),
      grammar: constraint?.gbnf ?? "",
      grammarPrefill: [],
      triggers: undefined,
      stops: [],
      parts: undefined,
    };
  }

  #chat(messages: readonly Message[], options: PromptOptions, constraint: Constraint | undefined): Prompt {
    this.#controls ??= new ControlTexts(this.#vocabulary.controlTexts());
    // Rendering takes its time, too. What users say is in every template's prompt, whatever it leaves out of the rest.
    this.#refuseFarTooLong(
      messages.flatMap(({ role, content }) => (role === "user" ? [content.trim()] : [])),
    );
    const { toolUse } = options;
    const hasTools = toolUse !== undefined && toolUse.tools.length > 0 && toolUse.choice !== "none";
    if (hasTools) this.#checkTools(toolUse.tools, this.#controls);
    if (hasTools && !this.#knowsTools()) {
      return this.#chatWithPlainTools(messages, options, toolUse, constraint);
    }
    const { prompt: bare, rendered } = this.#rendered(messages, options, constraint, this.#controls);
    const prompt: Prompt = hasTools ? { ...bare, parts: { rendered, tools: "template" } } : bare;
    if (constraint === undefined) return hasTools ? this.#bound(prompt, rendered, rendered.grammar) : prompt;
    // The template's grammar lets a model reason before the answer, and call tools in its own way. Else
    // the schema alone is stricter: no fence of markdown around the JSON.
    if (!constraint.isJson || !(rendered.thinking || hasTools)) return prompt;
    // Where a template has a grammar of calls or of an answer, but not of both, the calls' is taken.
    const grammar = filledIn(rendered.grammar, constraint) ?? (hasTools ? rendered.grammar : undefined);
    return grammar === undefined ? prompt : this.#bound(prompt, rendered, grammar);
  }

  /** With a grammar that covers what the template wrote to open the answer, too. */
  #bound(prompt: Prompt, rendered: RenderedPrompt, grammar: string): Prompt {
    return {
      ...prompt,
      grammar,
      grammarPrefill: rendered.grammarIsLazy ? [] : this.#prefill(rendered.generationPrompt),
      triggers: rendered.grammarIsLazy ? this.#triggers(rendered) : undefined,
    };
  }

  /** Whether the model's template has words for tools. */
  #knowsTools(): boolean {
    const probe = { name: "probe", description: "", parameters: { type: "object", properties: {} } };
    this.#toolsAreKnown ??=
      this.#render(
        [{ role: "user", content: "" }],
        { toolUse: { tools: [probe], choice: "required", parallel: false } },
        (text) => text,
      ).grammar !== "";
    return this.#toolsAreKnown;
  }

  #chatWithPlainTools(
    messages: readonly Message[],
    options: PromptOptions,
    toolUse: ToolUse,
    own: Constraint | undefined,
  ): Prompt {
    const { toolUse: _, ...others } = options;
    // A grammar of the user's binds calls, too.
    const isBoundByUser = own !== undefined && !own.isJson;
    const constraint = isBoundByUser ? own : this.#constraints.ofCalls(toolUse, options.sampling?.jsonSchema);
    const prompt = this.#chat(withGenericTools(messages, toolUse), others, constraint);
    return { ...prompt, parts: { rendered: prompt.parts?.rendered, tools: "plain" } };
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
    const plain = (text: string): string => (marks === undefined ? text : controls.escape(text, marks));
    const hasSchema = constraint?.isJson ?? false;
    const rendered = this.#render(messages, options, plain, hasSchema);
    const text = rendered.prompt.replace(placeholderText, () => plain(schema));
    const last = messages.at(-1);
    const prompt: Prompt = {
      tokens: this.#tokenize(marks === undefined ? [{ text, isEscaped: false }] : splitEscaped(text, marks)),
      grammar: constraint?.gbnf ?? "",
      grammarPrefill: this.#prefill(last?.role === "assistant" ? last.content : ""),
      triggers: undefined,
      stops: this.#isPlain ? plainStops : rendered.stops,
      parts: rendered.thinking ? { rendered, tools: "none" } : undefined,
    };
    return { prompt, rendered };
  }

  /**
   * @param plain fences what is in a text that people, tools or the model wrote
   * @param hasSchema the answer is to follow one: the grammar that llama.cpp makes has {@link placeholder} for it
   */
  #render(
    messages: readonly Message[],
    options: PromptOptions,
    plain: (text: string) => string,
    hasSchema = false,
  ): RenderedPrompt {
    const { toolUse, thinking } = options;
    const tools = this.#constraints.convertible(toolUse?.tools ?? []);
    try {
      return this.#template.apply({
        messages: messages.map((message) => templateMessage(message, plain)),
        ...(messages.at(-1)?.role === "assistant" ? { continueLast: true } : {}),
        ...(hasSchema ? { jsonSchema: placeholder } : {}),
        ...(thinking === undefined ? {} : { thinking }),
        ...(toolUse === undefined || tools.length === 0 ? {} : templateTools({ ...toolUse, tools }, plain)),
      });
    } catch (cause) {
      if (cause instanceof AnechatError) throw cause;
      throw new AnechatError("generationFailed", `The chat template refused: ${complaintOf(cause)}`, {
        hint: "Some models take no system prompt, and some no such schema.",
        cause,
      });
    }
  }

  /** Names and parameters bind what the model writes, so that nothing can be fenced in them. */
  #checkTools(tools: readonly Tool[], controls: ControlTexts): void {
    for (const { name, parameters } of tools) {
      const bare = withTexts(parameters, (key, text) => (isDescription(key) ? "" : text));
      if (!controls.isIn(name) && !controls.isIn(JSON.stringify(bare) ?? "")) continue;
      throw new AnechatError("usage", `The tool ${name} names one of the model's control tokens.`, {
        hint: "They can stand in descriptions, but not in names and values.",
      });
    }
  }

  /** As llama.cpp's server takes them: a word that is one control token is waited for as that token. */
  #triggers({ triggers, preserved }: RenderedPrompt): GrammarTriggers {
    const words: string[] = [];
    const tokens: Token[] = [];
    for (const { type, value } of triggers) {
      if (type !== "word") throw new Error(`llama.cpp waits for calls by a "${type}", which is new`);
      const [token, ...more] = this.#vocabulary.tokenize(value, false, true);
      if (token !== undefined && more.length === 0 && preserved.includes(value)) tokens.push(token);
      else words.push(value);
    }
    return { words, tokens };
  }

  /** A text tokenized apart begins anew: SPM vocabularies would put a space before each part. */
  #tokenize(segments: readonly Segment[]): Token[] {
    this.#refuseFarTooLong(segments.map(({ text }) => text));
    const bridge = segments.length > 1 && this.#vocabulary.addsSpacePrefix();
    return segments.flatMap(({ text, isEscaped: fenced }, i) => {
      const parseSpecial = !fenced;
      if (i === 0) return this.#vocabulary.tokenize(text, true, parseSpecial);
      if (!bridge) return this.#vocabulary.tokenize(text, false, parseSpecial);
      // A line break in front takes the space upon itself, and is cut off with it.
      const lead = this.#vocabulary.tokenize("\n", false, false);
      return this.#vocabulary.tokenize(`\n${text}`, false, parseSpecial).slice(lead.length);
    });
  }

  /** @throws PromptTooLong */
  #refuseFarTooLong(texts: readonly string[]): void {
    const tooMany = farTooMany(this.#vocabulary, texts, this.#limit);
    if (tooMany !== undefined) throw new PromptTooLong(tooMany, this.#limit, true);
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
