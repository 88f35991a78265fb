/** Paths of files, as Tab completes them. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { homeFolder } from "../base/paths.ts";

const mostCandidates = 50;

/** What is in the folder and begins as typed; folders end with a slash. Hidden ones have to be asked for. */
export function completePath(typed: string): string[] {
  const slash = typed.lastIndexOf("/") + 1;
  const [folder, start] = [typed.slice(0, slash), typed.slice(slash)];
  try {
    return readdirSync(expandHome(folder) || ".", { withFileTypes: true })
      .filter(({ name }) => name.startsWith(start) && (start !== "" || !name.startsWith(".")))
      .map((entry) => folder + entry.name + (entry.isDirectory() ? "/" : ""))
      .sort()
      .slice(0, mostCandidates);
  } catch {
    return [];
  }
}

/** "~/notes" → "/home/me/notes" */
export function expandHome(path: string): string {
  return path === "~" || path.startsWith("~/") ? join(homeFolder(process.env), path.slice(1)) : path;
}
