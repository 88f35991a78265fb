/** Removes a model from the cache: its links, blobs that no other link uses, and empty folders. */
import { existsSync, lstatSync, readdirSync, realpathSync, rmdirSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { shardsOf } from "../formats/gguf/split.ts";
import { type CachedModel, repoFolder } from "./cache.ts";
import { removePieces } from "./pieces.ts";

/**
 * @param ownCache anechat's cache, which holds the hashes of the blobs' pieces
 * @returns bytes freed
 */
export function removeModel(cache: string, ownCache: string, { repo, path }: CachedModel): number {
  const folder = repoFolder(cache, repo);
  const links = shardsOf(path);
  const blobs = new Set(links.filter((link) => existsSync(link)).map((link) => realpathSync(link)));
  for (const link of links) removeUpwards(link, folder.snapshots);

  // Another revision may have the same file.
  const stillUsed = new Set(linksBelow(folder.snapshots).map((link) => realpathSync(link)));
  let freed = 0;
  for (const blob of blobs) {
    if (stillUsed.has(blob)) continue;
    freed += existsSync(blob) ? statSync(blob).size : 0;
    rmSync(blob, { force: true });
    removePieces(ownCache, basename(blob));
  }
  // Only refs are left.
  if (linksBelow(folder.snapshots).length === 0) rmSync(folder.path, { recursive: true, force: true });
  return freed;
}

/** Removes a snapshot's file, and its blob if no other link uses it. */
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

/** Files and links, without broken links. */
function linksBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => !lstatSync(path).isDirectory() && existsSync(path));
}
