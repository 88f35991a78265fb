/** The tools of a request, for every API. */
import { z } from "zod";
import type { Tool, ToolUse } from "../../protocol/chat.ts";
import { ApiError } from "../api-error.ts";

export const toolName = z.string().regex(/^[\w.-]{1,64}$/, "a name is 1 to 64 letters, digits, _, - and .");

/**
 * @param named the tool that must be called
 * @param path of the field that names it
 * @returns undefined if there are no tools
 * @throws ApiError `invalid` if the tool that must be called doesn't exist
 */
export function toolUse(
  tools: readonly Tool[],
  choice: ToolUse["choice"],
  named: string | undefined,
  { parallel, path }: { parallel: boolean; path: `tool_choice.${string}` },
): ToolUse | undefined {
  if (tools.length === 0) {
    if (choice !== "required") return undefined;
    throw new ApiError("invalid", "tool_choice: there are no tools to choose from", { path: "tool_choice" });
  }
  const offered = named === undefined ? tools : tools.filter(({ name }) => name === named);
  if (offered.length === 0) {
    throw new ApiError("invalid", `${path}: there is no tool ${JSON.stringify(named)}`, { path });
  }
  // OpenAI's API makes one call of a tool that the request names.
  return { tools: offered, choice, parallel: parallel && named === undefined };
}
