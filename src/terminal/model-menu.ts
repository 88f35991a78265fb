/** The menu of models, for a chat that was started without one. */
import { isCancel, select } from "@clack/prompts";
import { formatBytes } from "../base/format.ts";
import type { ModelChoice } from "../models/choices.ts";
import type { MenuTerminal } from "./menu.ts";
import { sanitizeLine } from "./sanitize.ts";

/** @returns undefined if it was cancelled (Esc, Ctrl+C) or closed */
export async function chooseModel(
  choices: readonly ModelChoice[],
  terminal: MenuTerminal,
): Promise<ModelChoice | undefined> {
  const chosen = await select<number>({
    message: "Which model would you like to chat with?",
    options: choices.map((choice, index) => ({
      value: index,
      label: labelOf(choice),
      hint: hints[choice.kind],
    })),
    ...terminal,
  });
  return isCancel(chosen) ? undefined : choices[chosen];
}

function labelOf(choice: ModelChoice): string {
  const name = sanitizeLine(choice.name);
  switch (choice.kind) {
    case "demo":
      return name;
    case "endpoint":
      return `${name}, ${sanitizeLine(choice.address)}`;
    case "recommended":
      return `${name}, ${formatBytes(choice.model.bytes)}: ${choice.model.about}`;
    case "recent":
    case "downloaded":
    case "converted":
      return `${name}, ${formatBytes(choice.bytes)}`;
  }
}

/** Shown beside the selected entry. */
const hints: Readonly<Record<ModelChoice["kind"], string>> = {
  recent: "used before",
  downloaded: "downloaded",
  converted: "converted",
  endpoint: "remote",
  demo: "a tiny model, already here",
  recommended: "will be downloaded",
};
