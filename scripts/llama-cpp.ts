/**
 * Pins llama.cpp's version and fetches its source.
 *
 * The npm package node-llama-cpp contains llama.cpp's complete source as a git
 * bundle. The registry's hash of it never changes, and a build needs no other
 * client than npm. Only the tarball is fetched: the package, which has prebuilt
 * binaries, is never installed.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { buildFolder, capture, run } from "./process.ts";

/** The pin. To bump it, see CONTRIBUTING.md. */
export const llamaCpp = {
  version: "v0.5.0",
  npmPackage: "node-llama-cpp@3.22.1",
  integrity:
    "sha512-bltIipuWmc123H7tMIgDGKSsSrhmhlQYeVUC48XTjVW7XGJJiJJyCdlTMzQ/LiWoPkGDpcL4FviDpgw7qfTiDw==",
} as const;

const bundleInPackage = "package/llama/gitRelease.bundle";

export type LlamaCppSource = {
  /** Changes whenever the source may have changed. */
  id: string;
  /** Fetches the source if it is missing. @returns its folder */
  ensure(): Promise<string>;
};

/** @param override LLAMA_CPP_DIR's value: a git checkout to build instead of the pinned version */
export async function llamaCppSource(override: string | undefined): Promise<LlamaCppSource> {
  if (override) {
    const folder = resolve(override);
    return { id: await checkoutId(folder), ensure: async () => folder };
  }
  return { id: `${llamaCpp.version} ${llamaCpp.integrity}`, ensure: fetchPinned };
}

async function checkoutId(folder: string): Promise<string> {
  const git = (...args: string[]): Promise<string> => capture(["git", "-C", folder, ...args]);
  const head = await git("rev-parse", "HEAD");
  const changes = await git("diff", "HEAD");
  const untracked = await git("ls-files", "--others", "--exclude-standard");
  return `${folder} ${head} ${changes} ${untracked}`;
}

/** The complete folder is renamed into place, so an interrupted fetch leaves none. */
async function fetchPinned(): Promise<string> {
  const folder = join(buildFolder, `llama.cpp-${llamaCpp.version}`);
  if (existsSync(folder)) return folder;
  const work = join(buildFolder, "fetch");
  // An interrupted run may have left files.
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  try {
    console.log(`Fetching llama.cpp ${llamaCpp.version} (35 MB)…`);
    const pack = ["pack", llamaCpp.npmPackage, "--ignore-scripts", "--json", "--pack-destination", work];
    const [packed] = JSON.parse(await capture([...npm(), ...pack], { cwd: work })) as { filename: string }[];
    if (packed === undefined) throw new Error(`npm pack ${llamaCpp.npmPackage} gave nothing.`);
    const tarball = join(work, packed.filename);
    const integrity = `sha512-${createHash("sha512").update(readFileSync(tarball)).digest("base64")}`;
    if (integrity !== llamaCpp.integrity) {
      throw new Error(
        `${llamaCpp.npmPackage} is not what was pinned: ${integrity} instead of ${llamaCpp.integrity}.`,
      );
    }
    await run(["tar", "-xzf", packed.filename, bundleInPackage], { cwd: work });
    const clone = join(work, "llama.cpp");
    // Git must not change line endings: ggml's embedded shaders are hashed with them.
    await run(
      [
        "git",
        "-c",
        "advice.detachedHead=false",
        "clone",
        "--quiet",
        "-c",
        "core.autocrlf=false",
        bundleInPackage,
        clone,
      ],
      {
        cwd: work,
      },
    );
    renameSync(clone, folder);
    return folder;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** The npm that started this build. On Windows npm.cmd can't be spawned without a shell. */
function npm(): string[] {
  const { npm_node_execpath: node, npm_execpath: cli } = process.env;
  return node && cli?.endsWith(".js") ? [node, cli] : ["npm"];
}
