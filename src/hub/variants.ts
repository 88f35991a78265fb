/** The models among a repo's files: one for each quantization, in one file or in shards. */
import { isFirstShard, parseShardName, shardsOf } from "../formats/gguf/split.ts";
import { isCompanion } from "./cache.ts";

export type RepoFile = {
  path: string;
  bytes: number;
};

export type Variant<File extends RepoFile = RepoFile> = {
  /** "Q4_K_M", "UD-Q4_K_XL", "BF16"; else the file's name. */
  quantization: string;
  /** The shards in order, or the only file. */
  files: readonly File[];
  /** Sum of all files. */
  bytes: number;
};

/** In the repo's order. Models with missing shards are left out. */
export function variantsOf<File extends RepoFile>(files: readonly File[]): Variant<File>[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  return files.flatMap((file) => {
    if (!file.path.endsWith(".gguf") || isCompanion(file.path)) return [];
    if (!isFirstShard(file.path)) return [];
    const paths = shardsOf(file.path);
    const parts = paths.map((path) => byPath.get(path)).filter((part) => part !== undefined);
    if (parts.length < paths.length) return [];
    const bytes = parts.reduce((sum, part) => sum + part.bytes, 0);
    return [{ quantization: quantizationOf(file.path), files: parts, bytes }];
  });
}

/**
 * A quantization in a file name: a type such as Q4 with its suffixes, and Unsloth's
 * "UD-" in front.
 */
const quantizationPattern =
  /(?:^|[-._/])((?:UD-)?(?:I?Q\d(?:_[A-Z0-9]+)*|TQ\d_\d|BF16|F16|F32|FP16|MXFP4(?:_MOE)?|NVFP4))(?=$|[-._/])/gi;

/** The quantization in a file's name, in upper case; the name if there is none. */
export function quantizationOf(path: string): string {
  const name = parseShardName(path)?.prefix ?? path.replace(/\.gguf$/, "");
  // The last match counts: "Q8-Chat-Q4_K_M". The folder's name may have it instead.
  const found = [...name.matchAll(quantizationPattern)].at(-1)?.[1];
  return found === undefined ? baseName(path) : found.toUpperCase();
}

/** The default choice, by preference. */
const preferred = [
  "Q4_K_M",
  "UD-Q4_K_XL",
  "Q4_K_S",
  "Q4_0",
  "IQ4_XS",
  "Q5_K_M",
  "Q8_0",
  "MXFP4",
  "MXFP4_MOE",
  "BF16",
  "F16",
  "FP16",
];

export type Choice<File extends RepoFile> =
  | { kind: "chosen"; variant: Variant<File> }
  /** Several match the selector; the caller lists them. */
  | { kind: "ambiguous"; variants: readonly Variant<File>[] }
  /** None matches. */
  | { kind: "unknown" };

/**
 * Matches an exact file name, else a whole quantization, else a part of the file's name
 * between delimiters. It never falls back to another quantization.
 *
 * @param variants at least one
 */
export function chooseVariant<File extends RepoFile>(
  variants: readonly Variant<File>[],
  selector: string | undefined,
): Choice<File> {
  if (selector === undefined) return chooseDefault(variants);
  const lowerCase = selector.toLowerCase();
  const rules: ((variant: Variant<File>) => boolean)[] = [
    ({ files }) => files.some(({ path }) => path === selector || path === `${selector}.gguf`),
    ({ files }) => files.some(({ path }) => baseName(path).toLowerCase() === lowerCase),
    ({ quantization }) => quantization.toLowerCase() === lowerCase,
    ({ files }) => `-${delimited(files[0]?.path.toLowerCase() ?? "")}-`.includes(`-${delimited(lowerCase)}-`),
  ];
  for (const rule of rules) {
    const matching = variants.filter(rule);
    if (matching.length === 1) return { kind: "chosen", variant: matching[0]! };
    if (matching.length > 1) return { kind: "ambiguous", variants: matching };
  }
  return { kind: "unknown" };
}

const delimited = (text: string): string => text.replace(/[-._/]/g, "-");

function chooseDefault<File extends RepoFile>(variants: readonly Variant<File>[]): Choice<File> {
  for (const name of preferred) {
    const matching = variants.filter(({ quantization }) => quantization === name);
    if (matching.length === 1) return { kind: "chosen", variant: matching[0]! };
    if (matching.length > 1) return { kind: "ambiguous", variants: matching };
  }
  const bySize = [...variants].sort((left, right) => left.bytes - right.bytes);
  const fourBits = bySize.find(({ quantization }) => (bitsOf(quantization) ?? 0) >= 4);
  const variant = fourBits ?? bySize.at(-1);
  return variant === undefined ? { kind: "unknown" } : { kind: "chosen", variant };
}

/** About how many bits a weight has, by the name: "Q4_K_M" → 4; undefined if unknown. */
export function bitsOf(quantization: string): number | undefined {
  if (/^(BF16|F16|FP16)$/.test(quantization)) return 16;
  if (quantization === "F32") return 32;
  const digits = /(?:Q|FP)(\d)/.exec(quantization)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
