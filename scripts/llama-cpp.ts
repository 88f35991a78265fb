/**
 * Which llama.cpp is inside, and where its source comes from.
 *
 * node-llama-cpp's npm package carries llama.cpp's complete source as a git
 * bundle. The registry gives it with a hash that never changes, and one client
 * (npm) is all that a build needs. Only its tarball is fetched; the package,
 * with its own prebuilt binaries, is never installed.
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
  /** Fetches what is missing; gives the source folder. */
  ensure(): Promise<string>;
};

/** @param override the environment's LLAMA_CPP_DIR: a git checkout to build instead of the pin */
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

/** The folder appears whole, by a rename, or not at all. */
async function fetchPinned(): Promise<string> {
  const folder = join(buildFolder, `llama.cpp-${llamaCpp.version}`);
  if (existsSync(folder)) return folder;
  const work = join(buildFolder, "fetch");
  // What a killed run left.
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
    // Line endings as they were written: they are hashed into ggml's embedded shaders.
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

/** npm as it was when it called us; npm.cmd can't be spawned on Windows without a shell. */
function npm(): string[] {
  const { npm_node_execpath: node, npm_execpath: cli } = process.env;
  return node && cli?.endsWith(".js") ? [node, cli] : ["npm"];
}
