/** Where Linux tells the limits of this process's control groups: a container's, or a service's. */
import { readFileSync } from "node:fs";

/** Text of a file, or undefined when it can't be read. */
export type ReadText = (path: string) => string | undefined;

export const readSystemText: ReadText = (path) => {
  try {
    return readFileSync(path, "utf8");
  } catch {
    // Another kernel, another container: such a file is optional.
    return undefined;
  }
};

/**
 * Folders of the process's own groups and of those above them: a limit binds all groups below.
 * @param controller "memory", "cpu"
 * @returns those of the unified hierarchy, and of version 1's for the controller
 */
export function cgroupFolders(
  readText: ReadText,
  controller: string,
): { unified: readonly string[]; legacy: readonly string[] } {
  const groups = readText("/proc/self/cgroup") ?? "";
  const unified = /^0::(.*)$/m.exec(groups)?.[1];
  const legacy = new RegExp(`^\\d+:(?:[^:]*,)?${controller}(?:,[^:]*)?:(.*)$`, "m").exec(groups)?.[1];
  return {
    unified: folders("/sys/fs/cgroup", unified),
    legacy: folders(`/sys/fs/cgroup/${controller}`, legacy),
  };
}

/** Inside a container only the root is seen. */
function folders(root: string, group: string | undefined): string[] {
  if (group === undefined) return [];
  const parts = group.split("/").filter((part) => part !== "" && part !== "..");
  return parts.map((_, index) => `${root}/${parts.slice(0, index + 1).join("/")}`).concat(root);
}
