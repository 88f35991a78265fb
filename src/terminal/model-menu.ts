/** The menu of models, for a chat that was started without one. Typing narrows it. */
import { autocomplete, isCancel } from "@clack/prompts";
import { formatBytes } from "../base/format.ts";
import type { RankedChoice } from "../models/choices.ts";
import { tooLarge } from "../models/pull.ts";
import { type MenuTerminal, mustMatch } from "./menu.ts";
import { sanitizeLine } from "./sanitize.ts";

/** More would push the question out of a small window. */
const shown = 10;

/** @returns undefined if it was cancelled (Esc, Ctrl+C) or closed */
export async function chooseModel(
  choices: readonly RankedChoice[],
  terminal: MenuTerminal,
): Promise<RankedChoice | undefined> {
  const chosen = await autocomplete<number>({
    message: "Which model would you like to chat with?",
    placeholder: "Type to search",
    maxItems: shown,
    options: choices.map((choice, index) => ({
      value: index,
      label: labelOf(choice),
      hint: hints[choice.kind],
    })),
    filter: (text, { label = "" }) => matches(label, text),
    validate: mustMatch,
    ...terminal,
  });
  return isCancel(chosen) ? undefined : choices[chosen];
}

/** Whether a label has every word of the search, in any order. */
export function matches(label: string, search: string): boolean {
  const lower = label.toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => lower.includes(word));
}

/** "llama.gguf, 808 MB, ~23 tokens/s" */
export function labelOf(choice: RankedChoice): string {
  const { fits, tokensPerSecond } = choice;
  const speed = tokensPerSecond === undefined ? [] : [`~${formatSpeed(tokensPerSecond)} tokens/s`];
  const facts = [sanitizeLine(choice.name), ...sizeOf(choice), ...speed, ...(fits ? [] : [tooLarge])];
  const about = choice.kind === "recommended" ? `: ${choice.model.about}` : "";
  return facts.join(", ") + about;
}

function sizeOf(choice: RankedChoice): string[] {
  switch (choice.kind) {
    case "demo":
      return [];
    case "endpoint":
      return [sanitizeLine(choice.address)];
    case "recommended":
      return [formatBytes(choice.model.bytes)];
    case "recent":
    case "downloaded":
    case "converted":
      return [formatBytes(choice.bytes)];
  }
}

function formatSpeed(tokensPerSecond: number): string {
  return tokensPerSecond.toFixed(tokensPerSecond < 10 ? 1 : 0);
}

/** Shown beside the selected entry. */
const hints: Readonly<Record<RankedChoice["kind"], string>> = {
  recent: "used before",
  downloaded: "downloaded",
  converted: "converted",
  endpoint: "remote",
  demo: "a tiny model, already here",
  recommended: "will be downloaded",
};
