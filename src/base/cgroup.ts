/** Finds the limits of this process's control groups on Linux, such as those of a container. */
import { readFileSync } from "node:fs";

/** Text of a file, or undefined when it can't be read. */
export type ReadText = (path: string) => string | undefined;

export const readSystemText: ReadText = (path) => {
  try {
    return readFileSync(path, "utf8");
  } catch {
    // These files are optional: they depend on the kernel and the container.
    return undefined;
  }
};

/**
 * Folders of the process's groups and their ancestors: a limit of a group applies to all groups
 * below it.
 * @param controller "memory", "cpu"
 * @returns folders of the unified hierarchy (cgroup v2) and of the controller's hierarchy (v1)
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

/** Includes the root: a container may see no other folder. */
function folders(root: string, group: string | undefined): string[] {
  if (group === undefined) return [];
  const parts = group.split("/").filter((part) => part !== "" && part !== "..");
  return parts.map((_, index) => `${root}/${parts.slice(0, index + 1).join("/")}`).concat(root);
}
