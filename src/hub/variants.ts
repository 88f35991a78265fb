/** The models among a repo's files: each quantization is one, in one file or in shards. */
import { isFirstShard, parseShardName, shardsOf } from "../formats/gguf/split.ts";
import { companionFile } from "./cache.ts";

export type RepoFile = {
  path: string;
  bytes: number;
};

export type Variant<File extends RepoFile = RepoFile> = {
  /** "Q4_K_M", "UD-Q4_K_XL", "BF16"; the file's name where it says none of these. */
  quantization: string;
  /** In the order of their numbers; one for a model in one piece. */
  files: readonly File[];
  /** Of all files. */
  bytes: number;
};

/** Without those whose shards aren't all there. The order is the repo's. */
export function variantsOf<File extends RepoFile>(files: readonly File[]): Variant<File>[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  return files.flatMap((file) => {
    if (!file.path.endsWith(".gguf") || companionFile.test(baseName(file.path))) return [];
    if (!isFirstShard(file.path)) return [];
    const paths = shardsOf(file.path);
    const parts = paths.map((path) => byPath.get(path)).filter((part) => part !== undefined);
    if (parts.length < paths.length) return [];
    const bytes = parts.reduce((sum, part) => sum + part.bytes, 0);
    return [{ quantization: quantizationOf(file.path), files: parts, bytes }];
  });
}

/**
 * A quantization as makers write it into file names: a letter-and-number type
 * with its suffixes, Unsloth's "UD-" before it.
 */
const quantizationPattern =
  /(?:^|[-._/])((?:UD-)?(?:I?Q\d(?:_[A-Z0-9]+)*|TQ\d_\d|BF16|F16|F32|FP16|MXFP4(?:_MOE)?|NVFP4))(?=$|[-._/])/gi;

/** What a file's name says of its quantization, in capitals; without that, the name. */
export function quantizationOf(path: string): string {
  const name = parseShardName(path)?.prefix ?? path.replace(/\.gguf$/, "");
  // The last one counts: "Q8-Chat-Q4_K_M". A folder may say what the file doesn't.
  const found = [...name.matchAll(quantizationPattern)].at(-1)?.[1];
  return found === undefined ? baseName(path) : found.toUpperCase();
}

/** What is taken where nobody says: the best of common use first. */
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
  /** Several fit the selector; the caller lists them. */
  | { kind: "ambiguous"; variants: readonly Variant<File>[] }
  /** None does. */
  | { kind: "unknown" };

/**
 * An exact file name, else a quantization by its whole name, else by a part of
 * the file's name between delimiters. Never silently another one.
 *
 * @param variants at least one
 */
export function chooseVariant<File extends RepoFile>(
  variants: readonly Variant<File>[],
  selector: string | undefined,
): Choice<File> {
  if (selector === undefined) return chooseDefault(variants);
  const wanted = selector.toLowerCase();
  const rules: ((variant: Variant<File>) => boolean)[] = [
    ({ files }) => files.some(({ path }) => path === selector || path === `${selector}.gguf`),
    ({ files }) => files.some(({ path }) => baseName(path).toLowerCase() === wanted),
    ({ quantization }) => quantization.toLowerCase() === wanted,
    ({ files }) => `-${delimited(files[0]?.path.toLowerCase() ?? "")}-`.includes(`-${delimited(wanted)}-`),
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

/** Bits of a weight, about, as the name says: "Q4_K_M" → 4; undefined where it says nothing. */
export function bitsOf(quantization: string): number | undefined {
  if (/^(BF16|F16|FP16)$/.test(quantization)) return 16;
  if (quantization === "F32") return 32;
  const digits = /(?:Q|FP)(\d)/.exec(quantization)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
