/**
 * Content blocks of messages, and the text that a model here reads of each. Blocks of unknown types
 * are accepted: clients send back what Anthropic's models once wrote.
 */
import { z } from "zod";
import { type Place, textOfPart } from "../request/content.ts";
import { advisory, optional, otherThan } from "../request/fields.ts";
import type { IgnoredFields } from "../request/ignored-fields.ts";
import { toolChange } from "./tool-schema.ts";

const textBlock = z.object({
  type: z.literal("text"),
  text: z.string(),
  cache_control: advisory,
  citations: advisory,
});

const document = z.object({
  type: z.literal("document"),
  source: z.union([
    z.object({ type: z.literal("text"), data: z.string(), media_type: advisory }),
    z.object({
      type: z.literal("content"),
      content: z.union([z.string(), z.array(z.union([textBlock, otherThan("text")]))]),
    }),
    otherThan("text", "content"),
  ]),
  title: optional(z.string()),
  context: optional(z.string()),
  cache_control: advisory,
  citations: advisory,
});

const searchResult = z.object({
  type: z.literal("search_result"),
  title: z.string(),
  source: z.string(),
  content: z.array(textBlock),
  cache_control: advisory,
  citations: advisory,
});

const toolReference = z.object({
  type: z.literal("tool_reference"),
  tool_name: z.string(),
  cache_control: advisory,
});

/** A summary that stands for the messages before it. */
const compaction = z.object({
  type: z.literal("compaction"),
  content: optional(z.string()),
  encrypted_content: advisory,
  signature: advisory,
  cache_control: advisory,
});

const resultBlock = z.discriminatedUnion("type", [textBlock, document, searchResult, toolReference]);

const toolUse = z.object({
  type: z.literal("tool_use"),
  id: z.string(),
  name: z.string(),
  input: z.unknown(),
  cache_control: advisory,
  caller: advisory,
  toolset_name: advisory,
});

const toolResult = z.object({
  type: z.literal("tool_result"),
  tool_use_id: z.string(),
  content: optional(
    z.union([z.string(), z.array(z.union([...resultBlock.options, otherThan(...typesOf(resultBlock))]))]),
  ),
  is_error: optional(z.boolean()),
  cache_control: advisory,
  toolset_name: advisory,
});

const thinking = z.object({
  type: z.literal("thinking"),
  thinking: z.string(),
  signature: optional(z.string()),
});

const knownBlock = z.discriminatedUnion("type", [
  textBlock,
  toolUse,
  toolResult,
  thinking,
  document,
  searchResult,
  toolReference,
  compaction,
  ...toolChange.options,
]);

const knownTypes = typesOf(knownBlock);

/** A block of a message. Those of other types have any further fields. */
export const block = z.union([...knownBlock.options, otherThan(...knownTypes)]);

export type Block = z.output<typeof block>;
export type KnownBlock = z.output<typeof knownBlock>;
export type ResultContent = NonNullable<z.output<typeof toolResult>["content"]>;

function typesOf(union: { options: readonly { shape: { type: { value: string } } }[] }): readonly string[] {
  return union.options.map(({ shape }) => shape.type.value);
}

/** Only known blocks have these types: the schema of the others excludes them. */
export function isKnown(block: { type: string }): block is KnownBlock {
  return knownTypes.includes(block.type);
}

/**
 * @param place of the block
 * @param ignored gets the type of a block that is left out
 * @returns undefined if the block is left out
 * @throws ApiError `invalid` for what a person sends and a model here can't read, such as an image
 */
export function textOfBlock(
  block: { type: string },
  place: Place,
  ignored: IgnoredFields,
): string | undefined {
  if (!isKnown(block)) return textOfPart(block, place, ignored);
  switch (block.type) {
    case "text":
      return block.text;
    case "search_result":
      return joined([block.title, block.source, ...block.content.map(({ text }) => text)]);
    case "tool_reference":
      return `The tool ${block.tool_name} is available.`;
    case "compaction":
      return block.content;
    case "document":
      return joined([block.title, block.context, documentText(block.source, place, ignored)]);
    default:
      return undefined;
  }
}

/** The text of a tool's result, or of a system prompt. @param place of the list */
export function textOfBlocks(
  content: string | readonly { type: string }[],
  { role, path }: Place,
  ignored: IgnoredFields,
): string {
  if (typeof content === "string") return content;
  return joined(
    content.map((block, index) => textOfBlock(block, { role, path: `${path}[${index}]` }, ignored)),
  );
}

function documentText(
  source: z.output<typeof document>["source"],
  { role, path }: Place,
  ignored: IgnoredFields,
): string | undefined {
  if ("data" in source && source.type === "text") return String(source.data);
  if ("content" in source && source.type === "content") {
    const content = source.content as string | readonly { type: string }[];
    return textOfBlocks(content, { role, path: `${path}.source.content` }, ignored);
  }
  return textOfPart({ type: "document" }, { role, path }, ignored);
}

/** Texts on lines of their own. */
function joined(texts: readonly (string | undefined)[]): string {
  return texts.filter((text) => text !== undefined).join("\n");
}
