/** Downloads a model of the Hub: chooses its files, checks the free space, and fetches them. */
import { existsSync } from "node:fs";
import { basename } from "node:path";
import { AnechatError, toAnechatError } from "../base/errors.ts";
import { formatBytes } from "../base/format.ts";
import { neededFiles } from "../convert/source-files.ts";
import { isCompanion, repoFolder, writeRef } from "../hub/cache.ts";
import type { HubClient, HubFile } from "../hub/client.ts";
import { checkFreeSpace } from "../hub/disk.ts";
import { type DownloadOptions, download, partOf } from "../hub/download.ts";
import { formatHubName, type HubName } from "../hub/name.ts";
import { receivedBytes } from "../hub/partial.ts";
import { bitsOf, type Choice, chooseVariant, type Variant, variantsOf } from "../hub/variants.ts";

type PullPlan = {
  name: HubName;
  commit: string;
  variant: Variant<HubFile>;
  /** Bytes of the variant that aren't in the cache yet. */
  missing: number;
};

/** The name matches several of the repo's models, or none: the user has to choose. */
export type OpenChoice = {
  reason: "ambiguous" | "unknown";
  variants: readonly Variant<HubFile>[];
};

/** The repo has no GGUF file, but safetensors that can be converted. */
export type SourcePlan = {
  name: HubName;
  commit: string;
  source: readonly HubFile[];
  /** Bytes of the source that aren't in the cache yet. */
  missing: number;
  /** Paths of the files that aren't in the cache yet. A conversion may remove them after use. */
  fresh: readonly string[];
};

/** @throws AnechatError of the Hub and the network; `modelNotFound` for a repo without a model */
export async function planPull(
  client: HubClient,
  name: HubName,
  cache: string,
  signal?: AbortSignal,
): Promise<PullPlan | SourcePlan | OpenChoice> {
  const commit = await client.commitOf(name.repo, name.revision, signal);
  const files = await client.files(name.repo, commit, signal);
  const variants = variantsOf(files);
  if (variants.length === 0) return sourceOf(name, commit, files, cache);
  const choice = companion(files, name.selector) ?? chooseVariant(variants, name.selector);
  if (choice.kind === "ambiguous") return { reason: "ambiguous", variants: choice.variants };
  if (choice.kind === "unknown") return { reason: "unknown", variants };
  const { variant } = choice;
  return { name, commit, variant, missing: missingBytes(name.repo, variant.files, cache) };
}

/** Plans a conversion, even if the repo has GGUF files. @throws as planPull */
export async function planSource(
  client: HubClient,
  name: HubName,
  cache: string,
  signal?: AbortSignal,
): Promise<SourcePlan> {
  const commit = await client.commitOf(name.repo, name.revision, signal);
  return sourceOf(name, commit, await client.files(name.repo, commit, signal), cache);
}

function sourceOf(name: HubName, commit: string, files: readonly HubFile[], cache: string): SourcePlan {
  const needed = neededFiles(files.map(({ path }) => path));
  if (!needed.includes("config.json") || !needed.some((path) => path.endsWith(".safetensors"))) {
    throw nothingToRun(name, files);
  }
  const source = files.filter(({ path }) => needed.includes(path));
  const folder = repoFolder(cache, name.repo);
  const fresh = source
    .filter(({ sha256, gitSha1 }) => !existsSync(folder.blob(sha256 ?? gitSha1)))
    .map(({ path }) => path);
  return { name, commit, source, missing: missingBytes(name.repo, source, cache), fresh };
}

function missingBytes(repo: string, files: readonly HubFile[], cache: string): number {
  const folder = repoFolder(cache, repo);
  return files.reduce((sum, { sha256, gitSha1, bytes }) => {
    const blob = folder.blob(sha256 ?? gitSha1);
    return existsSync(blob) ? sum : sum + bytes - receivedBytes(partOf(blob), bytes);
  }, 0);
}

/** A file that isn't a model, such as a vision projector. Only its exact path selects it. */
function companion(files: readonly HubFile[], selector: string | undefined): Choice<HubFile> | undefined {
  const file = files.find(({ path }) => path === selector && isCompanion(path));
  if (file === undefined) return undefined;
  const variant = { quantization: basename(file.path), files: [file], bytes: file.bytes };
  return { kind: "chosen", variant };
}

/**
 * @returns the path of the model, or of its first shard
 * @throws AnechatError of the download; `diskFull` before its first byte
 */
export async function runPull(client: HubClient, plan: PullPlan, options: DownloadOptions): Promise<string> {
  checkFreeSpace(options.cache, plan.missing);
  const [path] = await fetchFiles(client, plan, plan.variant.files, options);
  return path!;
}

/**
 * @returns the folder that holds the source's files
 * @throws as runPull
 */
export async function pullSource(
  client: HubClient,
  plan: SourcePlan,
  options: DownloadOptions,
): Promise<string> {
  checkFreeSpace(options.cache, plan.missing);
  await fetchFiles(client, plan, plan.source, options);
  return repoFolder(options.cache, plan.name.repo).snapshot(plan.commit, "");
}

async function fetchFiles(
  client: HubClient,
  { name, commit }: { name: HubName; commit: string },
  files: readonly HubFile[],
  options: DownloadOptions,
): Promise<string[]> {
  const paths = await download(client, name.repo, commit, files, options);
  const revision = name.revision ?? "main";
  if (revision !== commit) noteRef(repoFolder(options.cache, name.repo).ref(revision), commit);
  return paths;
}

/** Ignores a read-only cache: then all files were already there, and the model can be used. */
function noteRef(ref: string, commit: string): void {
  try {
    writeRef(ref, commit);
  } catch (error) {
    if (toAnechatError(error).code === "unexpected") throw error;
  }
}

/** The error for an open choice without a menu: it lists the choices. */
export function choiceError(name: HubName, { reason, variants }: OpenChoice, memory: number): AnechatError {
  const { selector } = name;
  const count = reason === "unknown" ? "has no model" : "has several models";
  const match = reason === "unknown" ? "matches" : "match";
  const what = selector === undefined ? count : `${count} that ${match} "${selector}"`;
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
  const fits = fitsMemory(bytes, memory) ? "fits this machine" : tooLarge;
  return [...(bits === undefined ? [] : [`${bits} bits`]), formatBytes(bytes), fits].join(", ");
}

/** What menus and errors say of a model that doesn't fit. */
export const tooLarge = "too large for this machine";

/** @param bytes of the weights @param memory free bytes */
export function fitsMemory(bytes: number, memory: number): boolean {
  return bytes * memoryFactor <= memory;
}

/** Memory per byte of weights: includes the context and buffers. */
const memoryFactor = 1.15;

/** The shortest selector that matches only this variant. */
export function selectorOf(variant: Variant, among: readonly Variant[]): string {
  const isAlone = among.filter(({ quantization }) => quantization === variant.quantization).length === 1;
  return isAlone ? variant.quantization : variant.files[0]!.path;
}

function nothingToRun({ repo }: HubName, files: readonly HubFile[]): AnechatError {
  const has = (pattern: RegExp): boolean => files.some(({ path }) => pattern.test(path));
  const gguf = "Look for a repo of the same model whose name ends in -GGUF.";
  if (has(/^adapter_config\.json$/)) {
    return new AnechatError("modelNotFound", `${repo} is a LoRA adapter, not a whole model`, {
      hint: "Merge it into its base model first, or look for a repo with the merged model.",
    });
  }
  if (has(/\.(bin|pt|pth)$/) && !has(/\.safetensors$/)) {
    return new AnechatError("modelNotFound", `${repo} has its weights only as pickled Python objects`, {
      hint: `Pickled objects can run code when they are loaded. ${gguf}`,
    });
  }
  return new AnechatError("modelNotFound", `${repo} has neither a GGUF file nor a model to convert`, {
    hint: gguf,
  });
}
