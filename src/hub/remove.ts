/** Removes a model from the cache: its links, the blobs that nothing else leads to, and folders left empty. */
import { existsSync, lstatSync, readdirSync, realpathSync, rmdirSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { shardsOf } from "../formats/gguf/split.ts";
import { type CachedModel, repoFolder } from "./cache.ts";
import { removePieces } from "./pieces.ts";

/**
 * @param ownCache anechat's, for what is noted there of the blobs
 * @returns bytes freed
 */
export function removeModel(cache: string, ownCache: string, { repo, path }: CachedModel): number {
  const folder = repoFolder(cache, repo);
  const links = shardsOf(path);
  const blobs = new Set(links.filter((link) => existsSync(link)).map((link) => realpathSync(link)));
  for (const link of links) removeUpwards(link, folder.snapshots);

  // Another revision may have the same file.
  const stillNeeded = new Set(linksBelow(folder.snapshots).map((link) => realpathSync(link)));
  let freed = 0;
  for (const blob of blobs) {
    if (stillNeeded.has(blob)) continue;
    freed += existsSync(blob) ? statSync(blob).size : 0;
    rmSync(blob, { force: true });
    removePieces(ownCache, basename(blob));
  }
  // What is left are names of commits of which nothing is here.
  if (linksBelow(folder.snapshots).length === 0) rmSync(folder.path, { recursive: true, force: true });
  return freed;
}

/** A snapshot's file and its blob, unless another snapshot has it too. @param ownCache as for removeModel */
export function removeSnapshotFile(cache: string, ownCache: string, repo: string, path: string): void {
  const { snapshots } = repoFolder(cache, repo);
  if (!existsSync(path)) return;
  const blob = realpathSync(path);
  rmSync(path, { force: true });
  if (linksBelow(snapshots).some((link) => realpathSync(link) === blob)) return;
  rmSync(blob, { force: true });
  removePieces(ownCache, basename(blob));
}

/** Removes a file and the folders that it leaves empty, up to `top`. */
function removeUpwards(path: string, top: string): void {
  rmSync(path, { force: true });
  for (let folder = dirname(path); folder.startsWith(top) && folder !== top; folder = dirname(folder)) {
    if (readdirSync(folder).length > 0) return;
    rmdirSync(folder);
  }
}

/** Files and whole links; a broken link leads to nothing. */
function linksBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => !lstatSync(path).isDirectory() && existsSync(path));
}
