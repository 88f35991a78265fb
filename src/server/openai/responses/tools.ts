/**
 * The tools of a request, and which of them may be called. Functions and custom tools run on the
 * client's side, so any model can call them. Tools that only OpenAI's servers run are left out.
 */
import { z } from "zod";
import type { Tool, ToolUse } from "../../../protocol/chat.ts";
import { ApiError } from "../../api-error.ts";
import { advisory, optional, otherThan } from "../../request/fields.ts";
import type { IgnoredFields } from "../../request/ignored-fields.ts";
import { maxTools, toolName, toolOf, toolUse } from "../../request/tools.ts";

const functionTool = z.object({
  type: z.literal("function"),
  name: toolName,
  description: optional(z.string()),
  parameters: optional(z.record(z.string(), z.unknown())),
  strict: optional(z.boolean()),
  output_schema: advisory,
  defer_loading: advisory,
  allowed_callers: advisory,
});

/** A tool whose input is one text, which may have to follow a grammar. */
const customTool = z.object({
  type: z.literal("custom"),
  name: toolName,
  description: optional(z.string()),
  format: optional(
    z.looseObject({
      type: z.string(),
      syntax: optional(z.string()),
      definition: optional(z.string()),
    }),
  ),
  defer_loading: advisory,
  allowed_callers: advisory,
});

const callable = ["function", "custom"] as const;

const clientTool = z.discriminatedUnion("type", [functionTool, customTool]);

/** Tools that belong together. Their names are unique only within it. */
const namespace = z.object({
  type: z.literal("namespace"),
  name: z.string(),
  description: optional(z.string()),
  tools: z.array(z.union([clientTool, otherThan(...callable)])).max(maxTools),
});

const knownTool = z.discriminatedUnion("type", [functionTool, customTool, namespace]);

export const tool = z.union([knownTool, otherThan(...callable, "namespace")]);

const named = z.object({ type: z.enum(callable), name: z.string(), namespace: optional(z.string()) });

const allowedTools = z.object({
  type: z.literal("allowed_tools"),
  mode: z.enum(["auto", "required"]),
  tools: z.array(z.looseObject({ type: z.string(), name: optional(z.string()) })),
});

export const toolChoice = z.union([
  z.enum(["none", "auto", "required"]),
  named,
  allowedTools,
  otherThan(...callable, "allowed_tools"),
]);

type ClientTool = z.output<typeof clientTool>;
type Offer = {
  tools?: z.output<typeof tool>[] | undefined;
  tool_choice?: z.output<typeof toolChoice> | undefined;
  parallel_tool_calls?: boolean | undefined;
};

/** A tool as the client knows it; the model knows it by another name. */
export type ClientCall = { type: ClientTool["type"]; name: string; namespace?: string };

/** The client's tools by the names that the model knows. */
export type CallNames = ReadonlyMap<string, ClientCall>;

export type OfferedTools = { toolUse: ToolUse | undefined; names: CallNames };

/** The parameter of a function that stands for a custom tool. */
const inputField = "input";

/**
 * @param ignored gets the types of tools that are left out
 * @throws ApiError `invalid` if a tool must be called that can't be called here
 */
export function offeredTools(request: Offer, ignored: IgnoredFields): OfferedTools {
  const tools = clientTools(request.tools ?? [], ignored);
  const names = new Map(tools.map(({ tool, call }) => [tool.name, call]));
  const { tool_choice: choice = "auto", parallel_tool_calls: parallel = true } = request;
  const offered = tools.map(({ tool }) => tool);
  const use = (mode: ToolUse["choice"], among = offered): OfferedTools => ({
    toolUse: toolUse(among, mode, undefined, { parallel, path: "tool_choice.name" }),
    names,
  });
  if (typeof choice === "string") return use(choice);
  if (choice.type === "allowed_tools") {
    const { mode, tools: allowed } = choice as z.output<typeof allowedTools>;
    const isAllowed = (name: string): boolean => allowed.some((one) => one.name === name);
    return use(
      mode,
      tools.filter(({ tool, call }) => isAllowed(call.name) || isAllowed(tool.name)).map(({ tool }) => tool),
    );
  }
  if (choice.type === "function" || choice.type === "custom") {
    const { name, namespace } = choice as z.output<typeof named>;
    const known = modelName(name, namespace);
    // A named tool is called once, as by OpenAI's models.
    const once = { parallel: false, path: "tool_choice.name" } as const;
    return { toolUse: toolUse(offered, "required", known, once), names };
  }
  const type = JSON.stringify(choice.type);
  throw new ApiError("invalid", `tool_choice.type: tools of type ${type} run only on OpenAI's servers`, {
    path: "tool_choice.type",
  });
}

type Translated = { tool: Tool; call: ClientCall };

function clientTools(tools: NonNullable<Offer["tools"]>, ignored: IgnoredFields): Translated[] {
  return tools.flatMap((one): Translated[] => {
    if (one.type === "namespace") {
      const { name, tools: inner } = one as z.output<typeof namespace>;
      return inner.flatMap((tool) => translated(tool, name, ignored));
    }
    return translated(one as z.output<typeof tool>, undefined, ignored);
  });
}

function translated(
  one: z.output<typeof tool>,
  within: string | undefined,
  ignored: IgnoredFields,
): Translated[] {
  if (one.type !== "function" && one.type !== "custom") {
    ignored.leaveOut(`tools[] of type ${one.type}`);
    return [];
  }
  const client = one as ClientTool;
  const { type, name, description } = client;
  const parameters = client.type === "custom" ? inputParameters(client) : client.parameters;
  return [
    {
      tool: toolOf({ name: modelName(name, within), description, parameters }),
      call: { type, name, ...(within === undefined ? {} : { namespace: within }) },
    },
  ];
}

/** The name that a model calls a tool by. */
export function modelName(name: string, within: string | undefined): string {
  return within === undefined ? name : `${within}__${name}`.replaceAll(/[^\w.:/@-]/g, "_");
}

/** A regular expression limits the input; a grammar in Lark's language only describes it. */
function inputParameters({ format }: z.output<typeof customTool>): Record<string, unknown> {
  const { syntax = "", definition } = format ?? {};
  const description =
    definition === undefined
      ? "The input, as plain text"
      : `The input, as plain text that follows this ${syntax} grammar:\n${definition}`;
  const pattern = syntax === "regex" && definition !== undefined ? { pattern: `^(?:${definition})$` } : {};
  return {
    type: "object",
    properties: { [inputField]: { type: "string", description, ...pattern } },
    required: [inputField],
    additionalProperties: false,
  };
}

/** The arguments that a model sees of an earlier call of a custom tool. */
export function customArguments(input: string): string {
  return JSON.stringify({ [inputField]: input });
}

/** @param json the arguments of a model's call; incomplete ones are passed on as they are */
export function customInput(json: string): string {
  try {
    const value = (JSON.parse(json) as Record<string, unknown> | null)?.[inputField];
    return typeof value === "string" ? value : json;
  } catch {
    return json;
  }
}
