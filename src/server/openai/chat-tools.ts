/**
 * The tools of a chat request: `tools` and `tool_choice`, or the older `functions` and
 * `function_call`.
 */
import { z } from "zod";
import type { Tool, ToolUse } from "../../protocol/chat.ts";
import { ApiError } from "../api-error.ts";
import { advisory, optional, otherThan } from "../request/fields.ts";
import type { IgnoredFields } from "../request/ignored-fields.ts";
import { maxTools, toolName, toolOf, toolUse } from "../request/tools.ts";

const functionSchema = z.object({
  name: toolName,
  description: optional(z.string()),
  parameters: optional(z.record(z.string(), z.unknown())),
  strict: optional(z.boolean()),
});

const tool = z.union([
  z.object({ type: optional(z.literal("function")), function: functionSchema, cache_control: advisory }),
  // A custom tool, or one that only another vendor's server can run.
  otherThan("function"),
]);

const toolReference = z.object({
  type: z.literal("function"),
  function: z.object({ name: z.string() }),
});

const allowedTools = z.object({
  mode: z.enum(["auto", "required"]),
  tools: z.array(z.union([toolReference, otherThan("function")])).max(maxTools),
});

/** Mistral's word for "required" is "any". */
const toolChoice = z.union([
  z.enum(["none", "auto", "required", "any"]),
  toolReference,
  z.object({ type: z.literal("allowed_tools"), allowed_tools: allowedTools }),
  otherThan("function", "allowed_tools"),
]);

export const toolFields = {
  tools: optional(z.array(tool).max(maxTools)),
  tool_choice: optional(toolChoice),
  parallel_tool_calls: optional(z.boolean()),
  functions: optional(z.array(functionSchema).max(maxTools)),
  function_call: optional(z.union([z.enum(["none", "auto"]), z.object({ name: z.string() })])),
};

type ToolFields = z.output<z.ZodObject<typeof toolFields>>;

/** Whether calls are answered as `function_call`. */
export function usesOldForm({ tools, functions }: ToolFields): boolean {
  return tools === undefined && functions !== undefined;
}

/**
 * @param ignored gets the tools that are left out
 * @returns undefined if there are no tools that can be used
 * @throws ApiError `invalid` if the tool that must be called doesn't exist
 */
export function chatToolUse(fields: ToolFields, ignored: IgnoredFields): ToolUse | undefined {
  if (usesOldForm(fields)) return oldToolUse(fields);
  const given = fields.tools ?? [];
  const tools = given.flatMap((tool) => {
    if ("function" in tool && isFunction(tool)) return [toolOf(tool.function)];
    ignored.leaveOut(`tools[] of type ${tool.type}`);
    return [];
  });
  const choice = fields.tool_choice ?? "auto";
  const parallel = fields.parallel_tool_calls ?? true;
  const path = "tool_choice.function.name";
  if (typeof choice === "string") {
    return toolUse(tools, choice === "any" ? "required" : choice, undefined, { parallel, path });
  }
  if (isOneOf(choice, "function")) {
    return toolUse(tools, "required", choice.function.name, { parallel: false, path });
  }
  if (isOneOf(choice, "allowed_tools")) return allowedToolUse(tools, choice.allowed_tools, parallel);
  const message = `tool_choice: tools of type ${JSON.stringify(choice.type)} can't be called here`;
  throw new ApiError("invalid", message, { path: "tool_choice" });
}

function oldToolUse({ functions = [], function_call: choice = "auto" }: ToolFields): ToolUse | undefined {
  const tools = functions.map(toolOf);
  const how = { parallel: false, path: "function_call.name" } as const;
  if (typeof choice === "string") return toolUse(tools, choice, undefined, how);
  return toolUse(tools, "required", choice.name, how);
}

function allowedToolUse(
  tools: readonly Tool[],
  { mode, tools: allowed }: z.output<typeof allowedTools>,
  parallel: boolean,
): ToolUse | undefined {
  const path = "tool_choice.allowed_tools.tools";
  const names = new Set(allowed.flatMap((one) => (isOneOf(one, "function") ? [one.function.name] : [])));
  for (const name of names) {
    if (tools.some((tool) => tool.name === name)) continue;
    throw new ApiError("invalid", `${path}: there is no tool ${JSON.stringify(name)}`, { path });
  }
  const offered = tools.filter(({ name }) => names.has(name));
  return toolUse(offered, mode, undefined, { parallel, path: "tool_choice.allowed_tools" });
}

type GivenTool = NonNullable<ToolFields["tools"]>[number];
type FunctionTool = Exclude<GivenTool, { type: string; [key: string]: unknown }>;

function isFunction(tool: GivenTool): tool is FunctionTool {
  return tool.type === undefined || tool.type === "function";
}

function isOneOf<V extends { type: string }, T extends V["type"]>(
  value: V,
  type: T,
): value is Extract<V, { type: T }> {
  return value.type === type;
}
