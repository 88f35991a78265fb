/** Limits and schema checks for tokenizer files, which come from untrusted repos. */
import { z } from "zod";
import { AnechatError } from "../../base/errors.ts";

/**
 * Real tokenizers stay far below: 300,000 tokens, 600,000 merges, 128 characters per token, 100 kB
 * of template.
 */
export const limits = {
  tokens: 2 ** 20,
  merges: 2 ** 22,
  /** UTF-16 units of one token. */
  tokenLength: 16_384,
  templateLength: 2 ** 20,
} as const;

/** @throws AnechatError badModel */
export function broken(problem: string, hint = "Download it again, or get a GGUF of this model."): never {
  throw new AnechatError("badModel", problem, { hint });
}

/**
 * Parses a value with a schema.
 * @param file name for the error message, such as "tokenizer.json"
 * @throws AnechatError badModel
 */
export function check<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  file: string,
): z.output<Schema> {
  const { success, data, error } = parse(schema, value);
  if (success) return data;
  const [issue] = error?.issues ?? [];
  const where = issue === undefined || issue.path.length === 0 ? "" : ` at ${quote(issue.path.join("."))}`;
  return broken(`${file} is invalid${where}: ${issue?.message ?? "unreadable"}`);
}

type Parsed<Schema extends z.ZodType> =
  | { success: true; data: z.output<Schema>; error?: undefined }
  | { success: false; data?: undefined; error?: z.ZodError };

/** Parses a value that may be of another kind, without an error. */
export function parse<Schema extends z.ZodType>(schema: Schema, value: unknown): Parsed<Schema> {
  try {
    return schema.safeParse(value);
  } catch {
    // zod compares any "length", and throws at `{"length": {"valueOf": 1}}`.
    return { success: false };
  }
}

export const tokenId = z
  .number()
  .int()
  .nonnegative()
  .lt(limits.tokens, `an id must be less than ${limits.tokens}`);

export const tokenText = z.string().max(limits.tokenLength);

/** Quotes a text for a message: shortened, with control characters escaped. */
export function quote(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 57)}...` : text);
}
