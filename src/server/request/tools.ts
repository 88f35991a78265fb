/** The tools of a request, for every API. */
import { z } from "zod";
import type { Tool, ToolUse } from "../../protocol/chat.ts";
import { ApiError } from "../api-error.ts";

/**
 * The APIs' own limit is 64 characters, but clients join a server's name and a tool's name (MCP) to
 * longer ones. Models write the names, so these have no spaces, quotes or brackets.
 */
export const toolName = z
  .string()
  .regex(/^[\p{L}\p{N}_.:/@-]{1,256}$/u, "a name is 1 to 256 letters, digits and _ - . : / @");

/** Tools of a request: their grammar is made before the answer begins. */
export const maxTools = 1024;

type FunctionTool = {
  name: string;
  description?: string | undefined;
  parameters?: Record<string, unknown> | undefined;
};

/** A function without parameters takes an empty object. */
export function toolOf({ name, description = "", parameters }: FunctionTool): Tool {
  return { name, description, parameters: parameters ?? { type: "object", properties: {} } };
}

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
  { parallel, path }: { parallel: boolean; path: `tool_choice.${string}` | `function_call.${string}` },
): ToolUse | undefined {
  if (tools.length === 0) {
    if (choice !== "required") return undefined;
    const [field = path] = path.split(".");
    throw new ApiError("invalid", `${field}: there are no tools to choose from`, { path: field });
  }
  const offered = named === undefined ? tools : tools.filter(({ name }) => name === named);
  if (offered.length === 0) {
    throw new ApiError("invalid", `${path}: there is no tool ${JSON.stringify(named)}`, { path });
  }
  // OpenAI's API makes one call of a tool that the request names.
  return { tools: offered, choice, parallel: parallel && named === undefined };
}
