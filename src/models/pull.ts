/** From a name of the Hub to files in the cache: which ones, whether there is room, and the fetching. */
import { existsSync } from "node:fs";
import { basename } from "node:path";
import { AnechatError } from "../base/errors.ts";
import { formatBytes } from "../base/format.ts";
import { companionFile, repoFolder, writeRef } from "../hub/cache.ts";
import type { HubClient, HubFile } from "../hub/client.ts";
import { checkRoom } from "../hub/disk.ts";
import { type DownloadOptions, download, partOf } from "../hub/download.ts";
import { formatHubName, type HubName } from "../hub/name.ts";
import { receivedBytes } from "../hub/partial.ts";
import { bitsOf, type Choice, chooseVariant, type Variant, variantsOf } from "../hub/variants.ts";

export type PullPlan = {
  name: HubName;
  commit: string;
  variant: Variant<HubFile>;
  /** Of the variant's bytes, those that aren't here yet. */
  missing: number;
};

/** The name could mean several of the repo's models, or none: somebody has to say which. */
export type OpenChoice = {
  reason: "ambiguous" | "unknown";
  variants: readonly Variant<HubFile>[];
};

/** @throws AnechatError of the Hub and the network; `modelNotFound` where the repo has no GGUF */
export async function planPull(
  client: HubClient,
  name: HubName,
  cache: string,
  signal?: AbortSignal,
): Promise<PullPlan | OpenChoice> {
  const commit = await client.commitOf(name.repo, name.revision, signal);
  const files = await client.files(name.repo, commit, signal);
  const variants = variantsOf(files);
  if (variants.length === 0) throw nothingToRun(name, files);
  const choice = companion(files, name.selector) ?? chooseVariant(variants, name.selector);
  if (choice.kind === "ambiguous") return { reason: "ambiguous", variants: choice.variants };
  if (choice.kind === "unknown") return { reason: "unknown", variants };
  const { variant } = choice;
  const folder = repoFolder(cache, name.repo);
  const missing = variant.files.reduce((sum, { sha256, gitSha1, bytes }) => {
    const blob = folder.blob(sha256 ?? gitSha1);
    return existsSync(blob) ? sum : sum + bytes - receivedBytes(partOf(blob), bytes);
  }, 0);
  return { name, commit, variant, missing };
}

/** A file that is no model by itself, such as a projector for images: only under its whole name. */
function companion(files: readonly HubFile[], selector: string | undefined): Choice<HubFile> | undefined {
  const file = files.find(({ path }) => path === selector && companionFile.test(path));
  if (file === undefined) return undefined;
  const variant = { quantization: basename(file.path), files: [file], bytes: file.bytes };
  return { kind: "chosen", variant };
}

/**
 * @returns the path of the model, or of its first shard
 * @throws AnechatError of the download; `diskFull` before its first byte
 */
export async function runPull(client: HubClient, plan: PullPlan, options: DownloadOptions): Promise<string> {
  const { name, commit, variant } = plan;
  checkRoom(options.cache, plan.missing);
  const [path] = await download(client, name.repo, commit, variant.files, options);
  const revision = name.revision ?? "main";
  if (revision !== commit) writeRef(repoFolder(options.cache, name.repo).ref(revision), commit);
  return path!;
}

/** The error of an open choice where nobody can be asked: it lists what there is. */
export function choiceError(name: HubName, { reason, variants }: OpenChoice, memory: number): AnechatError {
  const asked = name.selector === undefined ? "" : ` that is "${name.selector}"`;
  const what = reason === "unknown" ? `has no model${asked}` : `has several models${asked}`;
  const list = variants.map(
    (variant) =>
      `\n  ${formatHubName({ ...name, selector: selectorOf(variant, variants) })}  ${describeVariant(variant, memory)}`,
  );
  return new AnechatError("modelNotFound", `${name.repo} ${what}:${list.join("")}`, {
    hint: "Name one of these.",
  });
}

/** "4 bits, 2.0 GB, fits" */
export function describeVariant({ quantization, bytes }: Variant, memory: number): string {
  const bits = bitsOf(quantization);
  const fits =
    bytes * memoryFactor <= memory ? "fits this machine's memory" : "too large for this machine's memory";
  return [...(bits === undefined ? [] : [`${bits} bits`]), formatBytes(bytes), fits].join(", ");
}

/** With a context and what goes with it. */
const memoryFactor = 1.15;

/** The shortest that means this one alone. */
export function selectorOf(variant: Variant, among: readonly Variant[]): string {
  const isAlone = among.filter(({ quantization }) => quantization === variant.quantization).length === 1;
  return isAlone ? variant.quantization : variant.files[0]!.path;
}

function nothingToRun({ repo }: HubName, files: readonly HubFile[]): AnechatError {
  const has = (pattern: RegExp): boolean => files.some(({ path }) => pattern.test(path));
  if (has(/\.safetensors$/)) {
    return new AnechatError("modelNotFound", `${repo} has no GGUF file, only safetensors`, {
      hint: "This version runs GGUF: look for a repo of the same model whose name ends in -GGUF.",
    });
  }
  return new AnechatError("modelNotFound", `${repo} has no GGUF file`, {
    hint: "Look for a repo of the same model whose name ends in -GGUF.",
  });
}
