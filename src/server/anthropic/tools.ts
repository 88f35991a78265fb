/**
 * The tools that a model may call: those of the request, with the changes that its messages make.
 * Tools that only Anthropic's servers run, such as web search, are left out and named.
 */
import type { Tool, ToolUse } from "../../protocol/chat.ts";
import { ApiError } from "../api-error.ts";
import type { IgnoredFields } from "../request/ignored-fields.ts";
import { toolUse } from "../request/tools.ts";
import { isKnown } from "./blocks.ts";
import { clientTool } from "./client-tools.ts";
import type { CountRequest } from "./schema.ts";
import { type AnyTool, isCustom, type ToolChange } from "./tool-schema.ts";

/**
 * @param ignored gets the types of tools that are left out
 * @returns undefined if there are no tools
 * @throws ApiError `invalid` if a tool must be called that isn't there
 */
export function toolUseOf(
  { tools = [], messages, tool_choice: choice }: Pick<CountRequest, "tools" | "messages" | "tool_choice">,
  ignored: IgnoredFields,
): ToolUse | undefined {
  const set = new ToolSet(ignored);
  for (const tool of tools) set.add(tool);
  for (const { content } of messages) {
    if (typeof content === "string") continue;
    for (const block of content ?? []) {
      if (!isKnown(block)) continue;
      if (block.type === "tool_addition" || block.type === "tool_removal") set.change(block);
      else if (block.type === "tool_result" && typeof block.content === "object") {
        for (const part of block.content) {
          if (isKnown(part) && part.type === "tool_reference") set.load(part.tool_name);
        }
      }
    }
  }
  const named = choice?.type === "tool" ? choice.name : undefined;
  if (named !== undefined) set.demand(named);
  const choices = { auto: "auto", none: "none", any: "required", tool: "required" } as const;
  const single = choice !== undefined && "disable_parallel_tool_use" in choice;
  return toolUse(set.offered, choices[choice?.type ?? "auto"], named, {
    parallel: named === undefined && !(single && choice.disable_parallel_tool_use === true),
    path: "tool_choice.name",
  });
}

class ToolSet {
  readonly #ignored: IgnoredFields;
  readonly #tools = new Map<string, Tool>();
  /** Tools that aren't offered before they are referenced. */
  readonly #deferred = new Set<string>();
  readonly #removed = new Set<string>();
  readonly #leftOut = new Set<unknown>();
  /** Anthropic's servers would search the deferred tools. */
  #hasSearch = false;

  constructor(ignored: IgnoredFields) {
    this.#ignored = ignored;
  }

  add(tool: AnyTool): void {
    if (isCustom(tool)) {
      const { name, description = "", input_schema: parameters } = tool;
      this.#offer({ name, description, parameters }, tool.defer_loading === true);
      return;
    }
    const known = clientTool(tool);
    if (known !== undefined) {
      this.#offer(known, tool.defer_loading === true);
      return;
    }
    if (tool.type.startsWith("tool_search_tool_")) this.#hasSearch = true;
    this.#leftOut.add(tool.name);
    this.#ignored.leaveOut(`tools[] of type ${tool.type}`);
  }

  change({ type, tool }: ToolChange): void {
    if ("definition" in tool && tool.type === "tool_definition") this.add(tool.definition as AnyTool);
    else if (tool.type !== "tool_reference") this.#ignored.leaveOut(`${type} of type ${tool.type}`);
    else if (type === "tool_removal") this.#removed.add(String(tool.name));
    else this.load(String(tool.name));
  }

  load(name: string): void {
    this.#deferred.delete(name);
    this.#removed.delete(name);
  }

  /** @throws ApiError `invalid` if only Anthropic's servers run it */
  demand(name: string): void {
    if (this.#leftOut.has(name) && !this.#tools.has(name)) {
      const path = "tool_choice.name";
      const message = `${path}: only Anthropic's servers run the tool ${JSON.stringify(name)}`;
      throw new ApiError("invalid", message, { path });
    }
    this.#deferred.delete(name);
  }

  /** Where nothing could load deferred tools, they are offered from the beginning. */
  get offered(): Tool[] {
    const present = [...this.#tools.values()].filter(({ name }) => !this.#removed.has(name));
    const loaded = present.filter(({ name }) => !this.#deferred.has(name));
    return this.#hasSearch || loaded.length === 0 ? present : loaded;
  }

  #offer(tool: Tool, isDeferred: boolean): void {
    this.#tools.set(tool.name, tool);
    this.#removed.delete(tool.name);
    if (isDeferred) this.#deferred.add(tool.name);
    else this.#deferred.delete(tool.name);
  }
}
