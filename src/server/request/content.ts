/**
 * The content of messages: text, or a list of parts of many types. A model here reads text. What
 * else a person sends is refused in words; in the results of tools, and in what a model once wrote,
 * it is left out, since a client can't take back its history.
 */
import { z } from "zod";
import { ApiError } from "../api-error.ts";
import { advisory, otherThan } from "./fields.ts";
import type { IgnoredFields } from "./ignored-fields.ts";

/** Types of parts with a text: OpenAI's, those of Responses, and Anthropic's. */
const textTypes = ["text", "input_text", "output_text", "summary_text", "reasoning_text"] as const;

/** An answer that is sent back has annotations and logprobs. */
const textPart = z.object({
  type: z.enum(textTypes),
  text: z.string(),
  annotations: advisory,
  logprobs: advisory,
});
const refusalPart = z.object({ type: z.literal("refusal"), refusal: z.string() });

/** A part of a message. Parts without text have any further fields. */
export const contentPart = z.union([textPart, refusalPart, otherThan(...textTypes, "refusal")]);

/** A text, or a list of parts. */
export const content = z.union([z.string(), z.array(contentPart)]);

export type ContentPart = z.output<typeof contentPart>;
export type Content = z.output<typeof content>;

/** Where a content is: the role of its message, and its path in the request. */
export type Place = { role: "system" | "user" | "assistant" | "tool"; path: string };

/** What a model needs another sense for, by the type of the part. */
const senses: readonly { pattern: RegExp; what: string; why: string }[] = [
  { pattern: /image|screenshot/, what: "image", why: "this model can't see images" },
  { pattern: /audio/, what: "audio", why: "this model can't hear" },
  { pattern: /video/, what: "video", why: "this model can't see videos" },
  { pattern: /file|document/, what: "file", why: "files can't be read here; send their text" },
];

/**
 * @param separator between the texts of two parts
 * @param ignored gets the types that are left out
 * @throws ApiError `invalid` for an image, a sound or a file of a person
 */
export function textOfContent(
  content: Content,
  { role, path }: Place,
  separator: string,
  ignored: IgnoredFields,
): string {
  if (typeof content === "string") return content;
  return content
    .flatMap((part, index) => textOfPart(part, { role, path: `${path}[${index}]` }, ignored) ?? [])
    .join(separator);
}

/**
 * @param place of the part
 * @returns undefined if the part is left out
 * @throws as textOfContent
 */
export function textOfPart(
  part: { type: string },
  { role, path }: Place,
  ignored: IgnoredFields,
): string | undefined {
  if ("text" in part && typeof part.text === "string") return part.text;
  if ("refusal" in part && typeof part.refusal === "string") return part.refusal;
  const sense = senses.find(({ pattern }) => pattern.test(part.type));
  if (sense !== undefined && (role === "user" || role === "system")) {
    throw new ApiError("invalid", `${path}: ${sense.why}`, { path });
  }
  ignored.leaveOut(`${path} of type ${part.type}`);
  // A tool's result without its image would tell the model nothing.
  return sense !== undefined && role === "tool" ? `[${sense.what} left out: ${sense.why}]` : undefined;
}
