/** Completes paths of files for Tab. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { homeFolder } from "../base/paths.ts";

const maxCandidates = 50;

/** Paths that begin with the typed text; folders end with a slash. Hidden files need the dot. */
export function completePath(typed: string): string[] {
  const slash = typed.lastIndexOf("/") + 1;
  const [folder, start] = [typed.slice(0, slash), typed.slice(slash)];
  try {
    return readdirSync(expandHome(folder) || ".", { withFileTypes: true })
      .filter(({ name }) => name.startsWith(start) && (start !== "" || !name.startsWith(".")))
      .map((entry) => folder + entry.name + (entry.isDirectory() ? "/" : ""))
      .sort()
      .slice(0, maxCandidates);
  } catch {
    return [];
  }
}

/** "~/notes" → "/home/me/notes" */
export function expandHome(path: string): string {
  return path === "~" || path.startsWith("~/") ? join(homeFolder(process.env), path.slice(1)) : path;
}
