/** The model inside the executable: small talk, a few facts, and how to use anechat. Made by scripts/demo. */
import { join } from "node:path";

/** What one types to get it; a file of that name is "./demo". */
export const demoName = "demo";

const fileName = "demo.gguf";

/** @param unpacked what ensureUnpacked() gave; undefined means run from source */
export function demoModelPath(unpacked: string | undefined): string {
  return join(unpacked ?? import.meta.dir, fileName);
}
