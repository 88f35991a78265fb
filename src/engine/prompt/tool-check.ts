/** Checks that tools don't bring the model's control tokens into the grammar of an answer. */
import { AnechatError } from "../../base/errors.ts";
import type { Tool } from "../../protocol/chat.ts";
import type { ControlTexts } from "./escape.ts";
import { isDescription, withTexts } from "./template-input.ts";

/**
 * Tool names and parameters are part of the grammar, so control tokens in them can't be escaped.
 * @throws AnechatError `usage` if there is one
 */
export function checkTools(tools: readonly Tool[], controls: ControlTexts): void {
  for (const { name, parameters } of tools) {
    const bare = withTexts(parameters, (key, text) => (isDescription(key) ? "" : text));
    if (!controls.isIn(name) && !controls.isIn(JSON.stringify(bare) ?? "")) continue;
    throw new AnechatError("usage", `The tool ${name} contains one of the model's control tokens`, {
      hint: "Control tokens are allowed in descriptions, but not in names and values.",
    });
  }
}
