/** Tools of a request, and blocks that change them in the midst of a conversation. */
import { z } from "zod";
import { advisory, optional, otherThan } from "../request/fields.ts";
import { toolName } from "../request/tools.ts";

const customTool = z.object({
  name: toolName,
  description: optional(z.string()),
  input_schema: z.record(z.string(), z.unknown()),
  type: optional(z.literal("custom")),
  /** The tool isn't offered before a `tool_reference` names it. */
  defer_loading: optional(z.boolean()),
  // All calls follow their schema here.
  strict: advisory,
  cache_control: advisory,
  eager_input_streaming: advisory,
  input_examples: advisory,
});

/** A tool with a schema, or one of a type that Anthropic defines, such as "bash_20250124". */
export const tool = z.union([customTool, otherThan("custom")]);

/** https://platform.claude.com/docs/en/agents-and-tools/tool-use/overview */
const changed = z.union([
  z.object({ type: z.literal("tool_reference"), name: z.string() }),
  z.object({ type: z.literal("tool_definition"), definition: tool }),
  otherThan("tool_reference", "tool_definition"),
]);

/** Beta `mid-conversation-tool-changes`: blocks of system messages. */
export const toolChange = z.discriminatedUnion("type", [
  z.object({ type: z.literal("tool_addition"), tool: changed, cache_control: advisory }),
  z.object({ type: z.literal("tool_removal"), tool: changed, cache_control: advisory }),
]);

export type AnyTool = z.output<typeof tool>;
export type CustomTool = z.output<typeof customTool>;
export type ToolChange = z.output<typeof toolChange>;

/** Only tools of this schema have no other type. */
export function isCustom(tool: AnyTool): tool is CustomTool {
  return tool.type === undefined || tool.type === "custom";
}
