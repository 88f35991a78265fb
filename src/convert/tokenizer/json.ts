/** What the tokenizer's files may hold at most, and how they are checked: they come from a stranger's repo. */
import { z } from "zod";
import { AnechatError } from "../../base/errors.ts";

/** Real tokenizers stay far below: 300,000 tokens, 600,000 merges, 128 characters, 100 kB of template. */
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
 * The value as the schema has it.
 * @param file what is named when it isn't so: "tokenizer.json"
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
  return broken(`${file} isn't what it should be${where}: ${issue?.message ?? "unreadable"}`);
}

type Parsed<Schema extends z.ZodType> =
  | { success: true; data: z.output<Schema>; error?: undefined }
  | { success: false; data?: undefined; error?: z.ZodError };

/** For values that may as well be something else. */
export function parse<Schema extends z.ZodType>(schema: Schema, value: unknown): Parsed<Schema> {
  try {
    return schema.safeParse(value);
  } catch {
    // zod compares the "length" of whatever has one, and `{"length": {"valueOf": 1}}` can't be compared.
    return { success: false };
  }
}

export const tokenId = z
  .number()
  .int()
  .nonnegative()
  .lt(limits.tokens, `an id can't be ${limits.tokens} or more`);

export const tokenText = z.string().max(limits.tokenLength);

/** For a message: shortened, control characters escaped. */
export function quote(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 57)}...` : text);
}
