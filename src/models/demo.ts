/**
 * The model inside the executable: small talk, a few facts, and how to use anechat. Made by
 * scripts/demo.
 */
import { join } from "node:path";

/** The name that opens it; a file with this name is "./demo". */
export const demoName = "demo";

const fileName = "demo.gguf";

/** @param unpacked from ensureUnpacked(); undefined when run from source */
export function demoModelPath(unpacked: string | undefined): string {
  return join(unpacked ?? import.meta.dir, fileName);
}
