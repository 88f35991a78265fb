/** The folder that holds libanechat, libggml and ggml's modules. Opening them is library.ts's job. */
import { existsSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { AnechatError } from "../base/errors.ts";

/**
 * @param unpacked what ensureUnpacked() gave; undefined means run from source
 * @throws AnechatError "engineUnavailable" where nothing was built
 */
export function libraryFolder(unpacked: string | undefined): string {
  if (unpacked !== undefined) return unpacked;
  // What scripts/build-native.ts built last.
  const current = join(import.meta.dir, "..", "..", "build", "native", "current");
  if (existsSync(current)) return realpathSync(current);
  throw new AnechatError("engineUnavailable", "The native library has not been built.", {
    hint: 'Run "npm run build" in anechat\'s source folder.',
  });
}
