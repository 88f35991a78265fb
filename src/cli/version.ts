/** `--version`: what this executable is made of, and what it can compute with here. */
import { version as anechatVersion } from "../../package.json";
import type { Paths } from "../base/paths.ts";
import { ensureUnpacked } from "../base/unpack.ts";
import { libraryFolder } from "../llama/libraries.ts";
import { loadLibrary, systemInfo } from "../llama/library.ts";

/** Loads the native library, since only it knows which backends work on this machine. */
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
