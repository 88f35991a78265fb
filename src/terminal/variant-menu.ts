/** The menu of a repo's models, if the name doesn't determine one. */
import { autocomplete, isCancel } from "@clack/prompts";
import type { HubFile } from "../hub/client.ts";
import type { HubName } from "../hub/name.ts";
import type { Variant } from "../hub/variants.ts";
import { describeVariant, type OpenChoice, selectorOf } from "../models/pull.ts";
import { type MenuTerminal, mustMatch } from "./menu.ts";
import { matches } from "./model-menu.ts";
import { sanitizeLine } from "./sanitize.ts";

/**
 * @param memory free bytes, to show what fits
 * @returns undefined if it was cancelled (Esc, Ctrl+C) or closed
 */
export async function chooseVariant(
  { repo, selector }: HubName,
  { reason, variants }: OpenChoice,
  memory: number,
  terminal: MenuTerminal,
): Promise<Variant<HubFile> | undefined> {
  const problem = reason === "unknown" ? `has no "${selector}"` : "has several models";
  const chosen = await autocomplete<number>({
    message: `${sanitizeLine(`${repo} ${problem}`)}. Which one?`,
    placeholder: "Type to search",
    maxItems: 10,
    options: variants.map((variant, index) => ({
      value: index,
      label: sanitizeLine(`${selectorOf(variant, variants)}, ${describeVariant(variant, memory)}`),
    })),
    filter: (text, { label = "" }) => matches(label, text),
    validate: mustMatch,
    ...terminal,
  });
  return isCancel(chosen) ? undefined : variants[chosen];
}
