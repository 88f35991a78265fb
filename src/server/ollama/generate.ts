/** /api/generate: answers one prompt, continues a raw text, or fills the gap before a suffix. */
import { z } from "zod";
import type { Message, PromptInput } from "../../protocol/chat.ts";
import { ApiError } from "../api-error.ts";
import { type Exchange, post } from "../exchange.ts";
import { defined, optional } from "../request/fields.ts";
import { completed } from "./complete.ts";
import { decodeContext, encodeContext } from "./context.ts";
import { loadOrUnload } from "./load.ts";
import { requireServed } from "./names.ts";
import { generateOptions } from "./options.ts";
import { checkImages } from "./question.ts";
import { answerFields, images } from "./schema.ts";
import type { Part } from "./stream.ts";

const generateRequest = z.object({
  ...answerFields,
  prompt: optional(z.string()),
  suffix: optional(z.string()),
  system: optional(z.string()),
  template: optional(z.string().meta({ description: "Ignored: the model's own template is used." })),
  context: optional(z.array(z.int()).max(10_000_000)),
  raw: optional(z.boolean()),
  images,
});

type GenerateRequest = z.output<typeof generateRequest>;

export const generate = post(
  "/api/generate",
  "ollama",
  "Answers a prompt (Ollama)",
  generateRequest,
  complete,
);

async function complete(request: GenerateRequest, exchange: Exchange): Promise<Response> {
  const arrived = performance.now();
  const { service, ignored } = exchange;
  const served = requireServed(request.model, service.pool);
  if (request.template) ignored.leaveOut("template");
  checkImages("user", request.images, "images", ignored);
  if (!request.prompt && !request.suffix) {
    return loadOrUnload({ ...request, served, part: generatePart({ text: "" }) }, exchange);
  }
  const input = inputOf(request);
  const asked = { request, served, arrived, input, options: generateOptions(request, ignored) };
  const last =
    input.kind === "messages" ? { last: (text: string) => contextField(input.messages, text) } : {};
  return completed({ ...asked, ...last, part: generatePart }, exchange);
}

/** @throws ApiError `invalid` for fields that exclude each other */
function inputOf({ prompt = "", suffix, system, context, raw }: GenerateRequest): PromptInput {
  const refuse = (path: "context" | "suffix"): never => {
    throw new ApiError("invalid", `${path}: it can't be combined with raw`, { path });
  };
  if (raw) {
    if (context !== undefined && context.length > 0) refuse("context");
    if (suffix) refuse("suffix");
    return { kind: "text", text: prompt };
  }
  if (suffix) return { kind: "infill", prefix: prompt, suffix };
  const before = decodeContext(context ?? []);
  const turns = system === undefined ? before : before.filter(({ role }) => role !== "system");
  return {
    kind: "messages",
    messages: [
      ...(system ? [{ role: "system", content: system } as const] : []),
      ...turns,
      { role: "user", content: prompt },
    ],
  };
}

function contextField(messages: readonly Message[], text: string): object {
  return { context: encodeContext([...messages, { role: "assistant", content: text }]) };
}

function generatePart({ text = "", thinking }: Part): object {
  return { response: text, ...defined("thinking", thinking) };
}
