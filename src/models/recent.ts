/** The models used last, for the menu: a list of paths in the data folder, the newest first. */
import { existsSync, mkdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { readText, sizeLimits } from "../base/read-file.ts";
import { replaceFile } from "../base/replace-file.ts";

const maxModels = 10;

/** Absolute paths of files that still exist. A damaged list counts as empty. */
export function recentModels(dataFolder: string): string[] {
  try {
    const listed: unknown = JSON.parse(readText(fileIn(dataFolder), { limit: sizeLimits.small }));
    if (!Array.isArray(listed)) return [];
    return listed.filter((path): path is string => typeof path === "string" && existsSync(path));
  } catch {
    return [];
  }
}

/**
 * Puts a model first. If the folder can't be written, the list isn't saved and the chat continues.
 */
export function noteRecentModel(dataFolder: string, path: string): void {
  const absolute = resolve(path);
  const list = [absolute, ...recentModels(dataFolder).filter((other) => other !== absolute)];
  const file = fileIn(dataFolder);
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    replaceFile(file, `${JSON.stringify(list.slice(0, maxModels), undefined, 2)}\n`);
  } catch {
    // A read-only or full disk.
  }
}

function fileIn(dataFolder: string): string {
  return join(dataFolder, "recent-models.json");
}
