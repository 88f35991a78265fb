/** What an answer has to follow, a grammar or a JSON schema, as the sampler takes it: a grammar. */
import { AnechatError } from "../base/errors.ts";
import { schemaToGrammar } from "../llama/chat-template.ts";
import { checkSchema } from "../llama/grammar-limits.ts";
import type { Native } from "../llama/library.ts";
import type { GenerateOptions, SamplingOptions } from "./protocol.ts";

/** Before any of llama.cpp's parsers sees them. @throws AnechatError `usage` for schemas that would overrun its stack */
export function checkSchemas({ sampling, toolUse }: Pick<GenerateOptions, "sampling" | "toolUse">): void {
  const { jsonSchema } = sampling ?? {};
  if (jsonSchema !== undefined) orUnusable("The JSON schema", () => checkSchema(JSON.parse(jsonSchema)));
  for (const { name, parameters } of toolUse?.tools ?? []) {
    orUnusable(`The schema of the tool ${name}`, () => checkSchema(parameters));
  }
}

/** Looks for the schema that is no good, where something failed that they may be the reason of. @throws AnechatError `usage` */
export function blameSchemas(
  native: Native,
  { sampling, toolUse }: Pick<GenerateOptions, "sampling" | "toolUse">,
): void {
  const { jsonSchema } = sampling ?? {};
  if (jsonSchema !== undefined) grammarOf(native, { jsonSchema });
  for (const { name, parameters } of toolUse?.tools ?? []) {
    orUnusable(`The schema of the tool ${name}`, () => schemaToGrammar(native, parameters));
  }
}

/** @returns "" where nothing binds it @throws AnechatError `usage` */
export function grammarOf(
  native: Native,
  { grammar, jsonSchema }: Pick<SamplingOptions, "grammar" | "jsonSchema">,
): string {
  if (jsonSchema === undefined) return grammar ?? "";
  return orUnusable("The JSON schema", () => schemaToGrammar(native, JSON.parse(jsonSchema)));
}

function orUnusable<T>(what: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new AnechatError("usage", `${what} can't be used: ${reason}`, { cause });
  }
}
