/** `--version`: the versions inside this executable, and the backends that work on this machine. */
import { version as anechatVersion } from "../../package.json";
import type { Paths } from "../base/paths.ts";
import { ensureUnpacked } from "../base/unpack.ts";
import { libraryFolder } from "../llama/libraries.ts";
import { loadLibrary, systemInfo } from "../llama/library.ts";

/** Loads the native library: only it knows the backends. */
export function versionText(paths: Paths): string {
  const system = systemInfo(loadLibrary(libraryFolder(ensureUnpacked(paths.cache)), process.env));
  const backends = system.devices.map(({ name, description }) => `${name} (${description})`);
  return [
    `anechat ${anechatVersion}`,
    `Bun ${Bun.version}`,
    `llama.cpp ${system.version}`,
    `backends: ${backends.join(", ")}`,
    "",
  ].join("\n");
}
