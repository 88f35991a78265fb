/** Finds the folder with libanechat, libggml and ggml's modules. library.ts opens them. */
import { existsSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { AnechatError } from "../base/errors.ts";

/**
 * @param unpacked the result of ensureUnpacked(); undefined if run from source
 * @throws AnechatError `engineUnavailable` if nothing was built
 */
export function libraryFolder(unpacked: string | undefined): string {
  if (unpacked !== undefined) return unpacked;
  // scripts/build-native.ts links its newest build here.
  const current = join(import.meta.dir, "..", "..", "build", "native", "current");
  if (existsSync(current)) return realpathSync(current);
  throw new AnechatError("engineUnavailable", "The native library has not been built", {
    hint: 'Run "npm run build" in anechat\'s source folder.',
  });
}
