/**
 * The variables of a chat template besides messages and tools: those of the request, and those that
 * say whether and how long the model reasons. Templates have their own names for these.
 */
import { AnechatError } from "../../base/errors.ts";
import type { GenerateOptions } from "../../protocol/chat.ts";

export type ReasoningOptions = Pick<
  GenerateOptions,
  "thinking" | "reasoningEffort" | "reasoningBudget" | "templateVariables"
>;

export type ResolvedVariables = {
  /** llama.cpp sets `enable_thinking` from it, and reads the answer accordingly. */
  thinking?: boolean;
  /** False: the prompt doesn't open an answer. */
  generationPrompt?: boolean;
  variables: Record<string, unknown>;
  /** Maximum tokens of reasoning. */
  budget: number;
};

/** Names of the level of reasoning: gpt-oss and others, Kimi K3, Muse. */
const effortNames = ["reasoning_effort", "thinking_effort", "reasoning_strength"];

/** The least first. OpenAI's levels, and `max` of DeepSeek and Kimi. */
const levels = ["minimal", "low", "medium", "high", "xhigh", "max"];

/** Levels that turn reasoning off. The second is Hunyuan's. */
const offLevels = ["none", "no_think"];

/** Variables that turn reasoning on and off, besides llama.cpp's `enable_thinking`. */
const switches: readonly { name: string; isRead: RegExp; on?: unknown; off: unknown }[] = [
  { name: "thinking", isRead: /\b(?:if|not|set)\s+thinking\b/, on: true, off: false },
  { name: "reasoning", isRead: /\breasoning is (?:not )?(?:un)?defined\b/, on: true, off: false },
  { name: "thinking_mode", isRead: /\bthinking_mode is defined\b/, on: "enabled", off: "disabled" },
  { name: "thinking_budget", isRead: /\bthinking_budget is defined\b/, off: 0 },
];

/** The variable of a budget in tokens, as in Seed-OSS. */
const budgetName = "thinking_budget";

/**
 * Budgets of efforts for models that have no levels: those that Google documents for Gemini's
 * OpenAI-compatible API. Higher efforts have no limit.
 */
export const effortBudgets: Readonly<Record<string, number>> = {
  none: 0,
  minimal: 1024,
  low: 1024,
  medium: 8192,
  high: 24_576,
};

/** What the prompt is made of. A request sets these in other ways. */
const reserved = ["messages", "tools", "bos_token", "eos_token"];

/** Whether a template reads a level of reasoning. @param template Jinja */
export function readsEffort(template: string): boolean {
  return effortNames.some((name) => mentions(template, name));
}

/** Whether reasoning can be turned on and off. @param template Jinja */
export function readsThinking(template: string): boolean {
  return mentions(template, "enable_thinking") || switches.some(({ isRead }) => isRead.test(template));
}

export class TemplateVariables {
  readonly #template: string;
  readonly #accepts: (variables: Record<string, unknown>) => boolean;
  readonly #levels = new Map<string, string>();

  /**
   * @param template Jinja
   * @param accepts whether the template renders with these variables
   */
  constructor(template: string, accepts: (variables: Record<string, unknown>) => boolean) {
    this.#template = template;
    this.#accepts = accepts;
  }

  /** @throws AnechatError `usage` for a variable that can't be set */
  of(options: ReasoningOptions): ResolvedVariables {
    const { thinking, reasoningEffort, reasoningBudget, templateVariables = {} } = options;
    const { enable_thinking: enabled, add_generation_prompt: opened, ...given } = templateVariables;
    for (const name of reserved) if (name in given) throw notSettable(name);
    if (opened !== undefined && typeof opened !== "boolean") throw notSettable("add_generation_prompt");
    const byEffort = reasoningEffort === "none" ? false : undefined;
    const isOn = typeof enabled === "boolean" ? enabled : (thinking ?? byEffort);
    return {
      ...(isOn === undefined ? {} : { thinking: isOn }),
      ...(opened === undefined ? {} : { generationPrompt: opened }),
      variables: {
        ...(isOn === undefined ? {} : this.#switches(isOn)),
        ...this.#effort(isOn, reasoningEffort),
        ...this.#budgetVariable(reasoningBudget),
        ...(enabled === undefined || typeof enabled === "boolean" ? {} : { enable_thinking: enabled }),
        ...given,
      },
      budget: this.#budget(isOn, reasoningEffort, reasoningBudget),
    };
  }

  #budget(isOn: boolean | undefined, effort: string | undefined, given = Number.POSITIVE_INFINITY): number {
    // A model without a switch opens its reasoning anyway, and has to end it; others may, too.
    if (isOn === false) return 0;
    if (effort === undefined || readsEffort(this.#template)) return given;
    return Math.min(given, effortBudgets[effort] ?? Number.POSITIVE_INFINITY);
  }

  #budgetVariable(budget: number | undefined): Record<string, unknown> {
    const isRead = budget !== undefined && Number.isFinite(budget) && mentions(this.#template, budgetName);
    return isRead ? { [budgetName]: budget } : {};
  }

  #switches(isOn: boolean): Record<string, unknown> {
    const read = switches.filter(({ isRead }) => isRead.test(this.#template));
    const values = read.map(({ name, on, off }) => [name, isOn ? on : off] as const);
    return Object.fromEntries(values.filter(([, value]) => value !== undefined));
  }

  #effort(isOn: boolean | undefined, effort: string | undefined): Record<string, unknown> {
    const names = effortNames.filter((name) => mentions(this.#template, name));
    const isOff = isOn === false || effort === "none";
    const given = effort === undefined || effort === "none" ? undefined : this.#level(effort, names);
    const level = isOff ? (this.#offLevel() ?? given) : given;
    return level === undefined ? {} : Object.fromEntries(names.map((name) => [name, level]));
  }

  #offLevel(): string | undefined {
    if (!readsEffort(this.#template)) return undefined;
    return offLevels.find((level) => new RegExp(`['"]${level}['"]`).test(this.#template));
  }

  /** The level, or the nearest one that the template accepts; of two, the higher. */
  #level(effort: string, names: readonly string[]): string {
    const place = levels.indexOf(effort);
    if (place === -1 || names.length === 0) return effort;
    const known = this.#levels.get(effort);
    if (known !== undefined) return known;
    const distance = (level: string): number => Math.abs(levels.indexOf(level) - place - 0.1);
    const level =
      levels
        .toSorted((a, b) => distance(a) - distance(b))
        .find((one) => this.#accepts(Object.fromEntries(names.map((name) => [name, one])))) ?? effort;
    this.#levels.set(effort, level);
    return level;
  }
}

/** JSON with all its texts, names included, changed. @param change escapes control tokens */
export function mapTexts(json: unknown, change: (text: string) => string): unknown {
  if (typeof json === "string") return change(json);
  if (Array.isArray(json)) return json.map((item) => mapTexts(item, change));
  if (typeof json !== "object" || json === null) return json;
  return Object.fromEntries(
    Object.entries(json).map(([name, value]) => [change(name), mapTexts(value, change)]),
  );
}

/** All texts of JSON, names included. */
export function textsIn(json: unknown): string[] {
  const texts: string[] = [];
  mapTexts(json, (text) => {
    texts.push(text);
    return text;
  });
  return texts;
}

function mentions(template: string, name: string): boolean {
  return new RegExp(`\\b${name}\\b`).test(template);
}

function notSettable(name: string): AnechatError {
  return new AnechatError("usage", `The template variable ${name} can't be set`, {
    field: "templateVariables",
  });
}
