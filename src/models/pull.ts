/** From a name of the Hub to files in the cache: which ones, whether there is room, and the fetching. */
import { existsSync } from "node:fs";
import { basename } from "node:path";
import { AnechatError, toAnechatError } from "../base/errors.ts";
import { formatBytes } from "../base/format.ts";
import { neededFiles } from "../convert/source-files.ts";
import { companionFile, repoFolder, writeRef } from "../hub/cache.ts";
import type { HubClient, HubFile } from "../hub/client.ts";
import { checkFreeSpace } from "../hub/disk.ts";
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

/** The repo has no GGUF, but what one can be made of. */
export type SourcePlan = {
  name: HubName;
  commit: string;
  source: readonly HubFile[];
  /** Of the source's bytes, those that aren't here yet. */
  missing: number;
  /** Paths of those files that weren't here at all: what a conversion may remove when it has used them. */
  fresh: readonly string[];
};

/** @throws AnechatError of the Hub and the network; `modelNotFound` where the repo has nothing to run */
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

/** The same for who wants to convert, whatever GGUF files the repo has. @throws as planPull */
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

/** Where the cache can't be written, all was there already: a model that is here stays of use. */
function noteRef(ref: string, commit: string): void {
  try {
    writeRef(ref, commit);
  } catch (error) {
    if (toAnechatError(error).code === "unexpected") throw error;
  }
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
  const gguf = "Look for a repo of the same model whose name ends in -GGUF.";
  if (has(/^adapter_config\.json$/)) {
    return new AnechatError("modelNotFound", `${repo} is a LoRA adapter, not a whole model`, {
      hint: "Merge it into its base model first, or look for a repo with the merged model.",
    });
  }
  if (has(/\.(bin|pt|pth)$/) && !has(/\.safetensors$/)) {
    return new AnechatError("modelNotFound", `${repo} has its weights only as pickled Python objects`, {
      hint: `They may run code when they are read. ${gguf}`,
    });
  }
  return new AnechatError("modelNotFound", `${repo} has neither a GGUF file nor a model to convert`, {
    hint: gguf,
  });
}
