/**
 * GGUF files that anechat converted, in its own cache:
 *
 *   <cache>/converted/<source>/<state>-v<converter>/<name>-<quantization>.gguf
 *
 * The source is a repo on the Hub or a local folder. Its state is a commit, or a hash of the
 * files' sizes and times.
 */
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, realpathSync, rmSync, type Stats, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { writeFailure } from "../base/errors.ts";
import { readText, sizeLimits } from "../base/read-file.ts";
import { isRunning } from "../base/running.ts";
import { repoFolder } from "../hub/cache.ts";
import { quantizationOf } from "../hub/variants.ts";

/** Raise it when a conversion writes other bytes: older results are then converted again. */
const converterVersion = 1;

export type ConversionSource = {
  kind: "repo" | "folder";
  /** "owner/name", or the folder's path. */
  name: string;
  /** A commit, or a hash of the files' sizes and times. */
  state: string;
};

export type ConvertedModel = {
  /** "owner/name", or the folder's own name. */
  source: string;
  quantization: string;
  path: string;
  bytes: number;
  /** Milliseconds since 1970. */
  modified: number;
};

/** @param cache anechat's */
export function convertedPath(cache: string, source: ConversionSource, quantization: string): string {
  const name = basename(source.name);
  return join(stateFolder(cache, source), `${name}-${quantization}.gguf`);
}

/**
 * Prepares for a conversion: creates its folder, and removes results of a local folder's old
 * states.
 * @throws AnechatError `noAccess`, `diskFull`
 */
export function prepareConverted(cache: string, source: ConversionSource): void {
  const folder = stateFolder(cache, source);
  try {
    if (source.kind === "folder") {
      for (const other of entries(sourceFolder(cache, source))) {
        const path = join(sourceFolder(cache, source), other);
        if (path !== folder) rmSync(path, { recursive: true, force: true });
      }
    }
    mkdirSync(folder, { recursive: true });
    removeAbandoned(folder);
  } catch (cause) {
    throw writeFailure(folder, cause, 'Run "anechat convert" to write the model to a path of your choice.');
  }
}

/** The models of this state of the source, the newest first. */
export function convertedFrom(cache: string, source: ConversionSource): ConvertedModel[] {
  return modelsIn(stateFolder(cache, source), shownName(basename(sourceFolder(cache, source))));
}

/** All converted models, the newest first. */
export function convertedModels(cache: string): ConvertedModel[] {
  const root = join(cache, "converted");
  return entries(root)
    .flatMap((source) =>
      entries(join(root, source))
        .filter((state) => state.endsWith(`-v${converterVersion}`))
        .flatMap((state) => modelsIn(join(root, source, state), shownName(source))),
    )
    .sort((left, right) => right.modified - left.modified);
}

/** Removes a model, and the folders that become empty. */
export function removeConverted(cache: string, { path }: ConvertedModel): void {
  rmSync(path, { force: true });
  const top = join(cache, "converted");
  for (let folder = dirname(path); folder !== top && entries(folder).length === 0; folder = dirname(folder)) {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The repo at the recorded commit of its branch or tag; undefined if none was recorded. */
export function knownRepo(
  hubCache: string,
  { repo, revision }: { repo: string; revision: string | undefined },
): ConversionSource | undefined {
  if (revision !== undefined && /^[0-9a-f]{40}$/.test(revision)) {
    return { kind: "repo", name: repo, state: revision };
  }
  try {
    const ref = repoFolder(hubCache, repo).ref(revision ?? "main");
    return { kind: "repo", name: repo, state: readText(ref, { limit: sizeLimits.small }).trim() };
  } catch {
    return undefined;
  }
}

/** A local folder, with the current state of its files. */
export function localSource(path: string): ConversionSource {
  const name = realpathSync(path);
  const hash = createHash("sha256");
  for (const file of readdirSync(name).sort()) {
    const stats = statsOf(join(name, file));
    if (stats?.isFile()) hash.update(`${file}\0${stats.size}\0${stats.mtimeMs}\n`);
  }
  return { kind: "folder", name, state: hash.digest("hex").slice(0, 40) };
}

function sourceFolder(cache: string, { kind, name }: ConversionSource): string {
  const folder =
    kind === "repo"
      ? name.replace("/", "--")
      : `${basename(name)}@${createHash("sha256").update(name).digest("hex").slice(0, 12)}`;
  return join(cache, "converted", folder);
}

function stateFolder(cache: string, source: ConversionSource): string {
  return join(sourceFolder(cache, source), `${source.state}-v${converterVersion}`);
}

const shownName = (folder: string): string =>
  folder.includes("@") ? folder.slice(0, folder.lastIndexOf("@")) : folder.replace("--", "/");

function modelsIn(folder: string, source: string): ConvertedModel[] {
  return entries(folder)
    .filter((file) => file.endsWith(".gguf"))
    .map((file) => {
      const path = join(folder, file);
      const { size, mtimeMs } = statSync(path);
      return { source, quantization: quantizationOf(file), path, bytes: size, modified: mtimeMs };
    })
    .sort((left, right) => right.modified - left.modified);
}

/** Removes the partial files of killed conversions. createGguf() puts the pid into their names. */
function removeAbandoned(folder: string): void {
  for (const file of entries(folder)) {
    const pid = /\.gguf\.(\d+)-[0-9a-f]+\.part$/.exec(file)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(folder, file), { force: true });
  }
}

/** Follows links; undefined for a broken one. */
function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

function entries(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
