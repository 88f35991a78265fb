/**
 * Renders a conversation with the model's chat template. Conversations that the template refuses
 * are changed (fit/) until they pass. It doesn't tokenize.
 */
import { AnechatError, messageOf } from "../../base/errors.ts";
import { ChatTemplate, type RenderedPrompt } from "../../llama/chat-template.ts";
import type { Native } from "../../llama/library.ts";
import type { Model } from "../../llama/model.ts";
import type { Message, ToolUse } from "../../protocol/chat.ts";
import { plainest, probeTool, strictest } from "./fit/kinds.ts";
import { callsTools } from "./fit/rewrites.ts";
import { TemplateFit } from "./fit/template-fit.ts";
import type { TemplateMarks } from "./prompt-marks.ts";
import { templateMessage, templateTools } from "./template-input.ts";
import {
  mapTexts,
  type ReasoningOptions,
  type ResolvedVariables,
  TemplateVariables,
} from "./template-variables.ts";

export type ChatRequest = ReasoningOptions & {
  messages: readonly Message[];
  /** Whether the model continues the last message. By default it does, if that is an answer. */
  continueLast?: boolean | undefined;
  /** With schemas that llama.cpp's converter accepts. */
  toolUse?: ToolUse | undefined;
  /** The answer's schema, for llama.cpp's grammar. */
  jsonSchema?: unknown;
  /** Escapes control tokens in an untrusted text. */
  escapeText: (text: string) => string;
};

export type RenderedChat = {
  rendered: RenderedPrompt;
  /** The beginning of the answer that the prompt ends with, or "". */
  continued: string;
  /** Maximum tokens of reasoning. */
  reasoningBudget: number;
};

/** The reasons of llama.cpp's shim where a template exceeds its limits. Another try would, too. */
const isOverLimit = (reason: string): boolean =>
  /^(?:it takes too|it is nested too)/.test(reason) || isOutOfThreads(reason);
const isOutOfThreads = (reason: string): boolean => reason.includes("restart anechat");

export class ChatRenderer {
  readonly #template: ChatTemplate;
  readonly #variables: TemplateVariables;
  readonly #fit: TemplateFit;
  #supportsTools: boolean | undefined;
  #foundStart: string | undefined;

  /**
   * @param source Jinja; by default the model's own template
   * @throws Error if the template can't be parsed
   */
  constructor(native: Native, model: Model, source?: string) {
    this.#template = new ChatTemplate(native, model, source);
    this.#variables = new TemplateVariables(source ?? model.chatTemplate ?? "", (variables) =>
      this.#accepts(variables),
    );
    this.#fit = new TemplateFit((messages, hasTools) => this.#probe(messages, hasTools));
  }

  /** Whether the template supports tools: whether llama.cpp makes a grammar of calls for it. */
  get supportsTools(): boolean {
    this.#supportsTools ??= this.#callsGrammar() !== "";
    return this.#supportsTools;
  }

  /** What the template writes around messages. */
  marksOf({ delimiters, thinkingStart, generationPrompt }: RenderedPrompt): TemplateMarks {
    const known = delimiters.find(({ role }) => role === "user")?.delimiter ?? "";
    return { userStart: known === "" ? this.#userStart : known, thinkingStart, generationPrompt };
  }

  /** What is before a user's message in the first turn and in later ones. */
  get #userStart(): string {
    this.#foundStart ??= this.#findUserStart();
    return this.#foundStart;
  }

  #findUserStart(): string {
    const question: Message = { role: "user", content: "Where?" };
    const turn: Message[] = [
      { role: "user", content: "Hello" },
      { role: "assistant", content: "Hi" },
    ];
    const before = (messages: readonly Message[]): string => {
      const prompt = this.#probe(messages, false) ?? "";
      return prompt.slice(0, Math.max(0, prompt.lastIndexOf(question.content)));
    };
    return commonEnd(before([question]), before([...turn, question])).trim();
  }

  /** @throws AnechatError `usage` if the template refuses the messages in any form */
  render(request: ChatRequest): RenderedChat {
    const { messages, isContinued } = withoutEmptyEnd(request);
    const hasTools = describesTools(request.toolUse);
    const variables = this.#variables.of(request);
    const apply = (fitted: readonly Message[]): RenderedChat =>
      this.#apply(request, fitted, isContinued, variables);
    const fitted = this.#fit.fit(messages, hasTools);
    const result = firstAccepted([() => fitted, () => strictest(fitted), () => plainest(fitted)], apply);
    const shows = (text: string): boolean => result.rendered.prompt.includes(request.escapeText(text));
    const withoutSystem = this.#fit.withoutDroppedSystem(fitted, hasTools, shows);
    return withoutSystem === undefined ? result : firstAccepted([() => withoutSystem], apply);
  }

  #apply(
    { toolUse, jsonSchema, escapeText }: Omit<ChatRequest, "messages">,
    messages: readonly Message[],
    isContinued: boolean,
    { thinking, variables, generationPrompt, budget }: ResolvedVariables,
  ): RenderedChat {
    const rendered = this.#template.apply({
      messages: messages.map((message) => templateMessage(message, escapeText)),
      ...(isContinued ? { continueLast: true } : {}),
      ...(jsonSchema === undefined ? {} : { jsonSchema }),
      ...(thinking === undefined ? {} : { thinking }),
      ...(generationPrompt === undefined ? {} : { generationPrompt }),
      ...(Object.keys(variables).length === 0
        ? {}
        : { kwargs: mapTexts(variables, escapeText) as Record<string, unknown> }),
      ...(describesTools(toolUse) ? templateTools(toolUse, escapeText) : {}),
    });
    const continued = isContinued ? (messages.at(-1)?.content ?? "") : "";
    return { rendered, continued, reasoningBudget: budget };
  }

  /** Renders trusted texts. @throws what the template throws */
  #render(messages: readonly Message[], toolUse?: ToolUse, variables = {}): RenderedPrompt {
    const escapeText = (text: string): string => text;
    const resolved = { variables, budget: Number.POSITIVE_INFINITY };
    return this.#apply({ toolUse, escapeText }, messages, false, resolved).rendered;
  }

  #callsGrammar(): string {
    const toolUse = { tools: [probeTool], choice: "required", parallel: false } as const;
    return accepted(() => this.#render([{ role: "user", content: "Hello" }], toolUse))?.grammar ?? "";
  }

  #probe(messages: readonly Message[], hasTools: boolean): string | undefined {
    const toolUse = hasTools ? ({ tools: [probeTool], choice: "auto", parallel: true } as const) : undefined;
    return accepted(() => this.#render(messages, toolUse))?.prompt;
  }

  #accepts(variables: Record<string, unknown>): boolean {
    const hello: Message = { role: "user", content: "Hello" };
    return accepted(() => this.#render([hello], undefined, variables)) !== undefined;
  }

  [Symbol.dispose](): void {
    this.#template[Symbol.dispose]();
  }
}

/** @returns the error if the template can't be parsed. @throws AnechatError for lack of memory */
export function openRenderer(
  native: Native,
  model: Model,
  source: string | undefined,
): ChatRenderer | AnechatError {
  try {
    return new ChatRenderer(native, model, source);
  } catch (cause) {
    if (cause instanceof AnechatError) throw cause;
    return new AnechatError("usage", `The model's chat template can't be used: ${messageOf(cause)}`, {
      hint: "Send the prompt as it is: with --raw, or to /v1/completions.",
      cause,
    });
  }
}

function commonEnd(left: string, right: string): string {
  let length = 0;
  while (length < left.length && left.at(-1 - length) === right.at(-1 - length)) length += 1;
  return left.slice(left.length - length);
}

function describesTools(toolUse: ToolUse | undefined): toolUse is ToolUse {
  return toolUse !== undefined && toolUse.tools.length > 0;
}

/**
 * An answer at the end is continued, unless it calls tools. An empty one is left out: continuing it
 * is the same as writing a new one.
 */
function withoutEmptyEnd({ messages, continueLast = true }: ChatRequest): {
  messages: readonly Message[];
  isContinued: boolean;
} {
  const last = messages.at(-1);
  if (!continueLast || last?.role !== "assistant" || callsTools(last))
    return { messages, isContinued: false };
  const isEmpty = last.content === "" && (last.reasoning ?? "") === "";
  return isEmpty ? { messages: messages.slice(0, -1), isContinued: false } : { messages, isContinued: true };
}

/** @returns undefined if the template refuses. @throws other errors */
function accepted<T>(render: () => T): T | undefined {
  try {
    return render();
  } catch (cause) {
    if (cause instanceof AnechatError || isOverLimit(messageOf(cause))) throw refusal(cause);
    return undefined;
  }
}

/** @throws AnechatError `usage` with the first refusal if the template refuses all attempts */
function firstAccepted<T>(
  attempts: readonly (() => readonly Message[])[],
  apply: (messages: readonly Message[]) => T,
): T {
  let first: unknown;
  for (const attempt of attempts) {
    try {
      return apply(attempt());
    } catch (cause) {
      first ??= cause;
      if (cause instanceof AnechatError || isOverLimit(messageOf(cause))) break;
    }
  }
  throw refusal(first);
}

function refusal(cause: unknown): AnechatError {
  if (cause instanceof AnechatError) return cause;
  const code = isOutOfThreads(messageOf(cause)) ? "generationFailed" : "usage";
  return new AnechatError(code, `The chat template refused: ${templateMessageOf(cause)}`, {
    hint: "Some models accept no system prompt, and some don't accept this schema.",
    cause,
  });
}

/** The template's own message, without what llama.cpp adds to it. */
function templateMessageOf(thrown: unknown): string {
  const message = messageOf(thrown);
  const own = /(?:Jinja Exception|Error): (?!Jinja Exception)(.*)\s*$/.exec(message)?.[1];
  return own ?? message.split("\n", 1)[0] ?? message;
}
