/**
 * The cache of huggingface_hub, which llama.cpp uses, too:
 *
 *   <cache>/models--owner--name/refs/<branch>           contains a commit
 *   <cache>/models--owner--name/blobs/<etag>            the files' bytes
 *   <cache>/models--owner--name/snapshots/<commit>/…    links to the blobs
 *
 * https://huggingface.co/docs/huggingface_hub/guides/manage-cache
 */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, relative } from "node:path";
import { type Environment, expandPath, homeFolder } from "../base/paths.ts";
import { readText as readWhole, sizeLimits } from "../base/read-file.ts";
import { isFirstShard, shardsOf } from "../formats/gguf/split.ts";

/**
 * The cache's folder. The environment variables are those of huggingface_hub (constants.py), which
 * expands them.
 */
export function hubCacheFolder(env: Environment, home: string = homeFolder(env)): string {
  const named = env.HF_HUB_CACHE || env.HUGGINGFACE_HUB_CACHE;
  return named ? expandPath(named, env, home) : join(hubHomeFolder(env, home), "hub");
}

/** The folder of huggingface_hub's own files. */
export function hubHomeFolder(env: Environment, home: string = homeFolder(env)): string {
  const named = env.HF_HOME || join(env.XDG_CACHE_HOME || join(home, ".cache"), "huggingface");
  return expandPath(named, env, home);
}

export type CachedModel = {
  /** "owner/name" */
  repo: string;
  /** 40 hex digits. */
  commit: string;
  /** Path inside the repo; the first shard of a split model. */
  file: string;
  path: string;
  /** Sum of all shards. */
  bytes: number;
  /** Milliseconds since 1970. */
  modified: number;
};

/** The paths of a repo in the cache. */
export type RepoFolder = {
  path: string;
  snapshots: string;
  blob(etag: string): string;
  snapshot(commit: string, file: string): string;
  ref(revision: string): string;
  lock(etag: string): string;
};

export function repoFolder(cache: string, repo: string): RepoFolder {
  const name = folderName(repo);
  const folder = join(cache, name);
  const snapshots = join(folder, "snapshots");
  return {
    path: folder,
    snapshots,
    blob: (etag) => join(folder, "blobs", etag),
    snapshot: (commit, file) => join(snapshots, commit, ...file.split("/")),
    ref: (revision) => join(folder, "refs", ...revision.split("/")),
    lock: (etag) => join(cache, ".locks", name, `${etag}.anechat.lock`),
  };
}

const folderName = (repo: string): string => `models--${repo.replace("/", "--")}`;

/**
 * Links a snapshot's file to its blob. Without links, a blob that was just fetched
 * is moved there, and any other is copied.
 */
export function placeInSnapshot(
  blob: string,
  snapshot: string,
  { isNew, links }: { isNew: boolean; links: boolean },
): void {
  if (existsSync(snapshot)) return;
  mkdirSync(dirname(snapshot), { recursive: true });
  rmSync(snapshot, { force: true }); // A broken link may be there.
  if (links && tryLink(blob, snapshot)) return;
  if (isNew) renameSync(blob, snapshot);
  else copyFileSync(blob, snapshot);
}

/** @returns false on Windows, where only some users may create links */
function tryLink(blob: string, snapshot: string): boolean {
  try {
    symlinkSync(relative(dirname(snapshot), blob), snapshot);
    return true;
  } catch (error) {
    // Another process created it.
    if (existsSync(snapshot)) return true;
    if (process.platform === "win32") return false;
    throw error;
  }
}

/**
 * Records the commit of a branch or tag. The file holds the commit without a line break,
 * since other programs compare it as a whole.
 */
export function writeRef(ref: string, commit: string): void {
  mkdirSync(dirname(ref), { recursive: true });
  const temporary = `${ref}.${process.pid}`;
  writeFileSync(temporary, commit);
  renameSync(temporary, ref);
}

/**
 * The complete GGUF models, the newest first. Unreadable files and folders are skipped.
 *
 * @param of limits the list to this repo, and to its revision if it has one
 */
export function cachedModels(
  cache: string,
  of?: { repo: string; revision: string | undefined },
): CachedModel[] {
  const folders =
    of === undefined ? entries(cache).filter((name) => name.startsWith("models--")) : [folderName(of.repo)];
  return folders
    .flatMap((name) => modelsOf(cache, name, of?.revision))
    .sort((left, right) => right.modified - left.modified);
}

/** Words of a vision projector, anywhere in the name; of a draft, at its beginning. */
const projectorName = /(?:^|[-._])mmproj(?:[-._]|$)/i;
const draftName = /^(?:mtp|eagle3|dflash|dspark)-/i;
/** An importance matrix. "Llama-3-iMatrix-Q4_K_M" is a model that was made with one. */
const matrixName = /^imatrix(?:[-._]|$)|[-._]imatrix(?:\.gguf)?$/i;

/** Whether a file isn't a model: a vision projector, an importance matrix, a draft. */
export function isCompanion(path: string): boolean {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return [projectorName, draftName, matrixName].some((pattern) => pattern.test(name));
}

function modelsOf(cache: string, folder: string, revision: string | undefined): CachedModel[] {
  const repo = folder.slice("models--".length).replace("--", "/");
  const snapshots = join(cache, folder, "snapshots");
  // A revision is a commit, or a ref whose commit was recorded.
  const named = readText(join(cache, folder, "refs", ...(revision ?? "main").split("/"))) ?? revision;
  // The recorded commit first: a file of it hides the same file of other commits.
  const commits = entries(snapshots)
    .filter((commit) => revision === undefined || commit === named)
    .sort((left, right) => Number(right === named) - Number(left === named));
  const found = new Map<string, CachedModel>();
  for (const commit of commits) {
    for (const file of entries(join(snapshots, commit), true)) {
      if (!file.endsWith(".gguf") || isCompanion(file) || found.has(file)) continue;
      const path = join(snapshots, commit, file);
      const facts = completeSize(path);
      if (facts !== undefined) found.set(file, { repo, commit, file, path, ...facts });
    }
  }
  return [...found.values()];
}

/** undefined if a shard is missing, or if this isn't the first shard. */
function completeSize(path: string): { bytes: number; modified: number } | undefined {
  if (!isFirstShard(path)) return undefined;
  let bytes = 0;
  let modified = 0;
  for (const part of shardsOf(path)) {
    const stats = statsOf(part);
    if (stats === undefined) return undefined;
    bytes += stats.size;
    modified = Math.max(modified, stats.mtimeMs);
  }
  return { bytes, modified };
}

/** Follows links; undefined for broken links and for anything but a file. */
function statsOf(path: string): Stats | undefined {
  try {
    const stats = statSync(path);
    return stats.isFile() ? stats : undefined;
  } catch {
    return undefined;
  }
}

function entries(folder: string, recursive = false): string[] {
  try {
    return readdirSync(folder, { recursive, encoding: "utf8" });
  } catch {
    return [];
  }
}

function readText(path: string): string | undefined {
  try {
    return readWhole(path, { limit: sizeLimits.small }).trim();
  } catch {
    return undefined;
  }
}
