/**
 * Builds native/ with llama.cpp: the libraries that the executable carries.
 *
 *   bun scripts/build-native.ts [--cuda] [--metal] [--vulkan] [--cpu] [--peers]
 *
 *   build/llama.cpp-<version>/   the source, shared by all builds
 *   build/cmake/<configuration>/ CMake's tree, which an interrupted build resumes
 *                                and in which a change of the shim compiles the shim alone
 *   build/native/<key>/          what came out: the libraries and manifest.json,
 *                                which appear together or not at all
 *   build/native/current         a link to the newest of them
 */
import { createHash } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { availableParallelism, totalmem } from "node:os";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import type { EmbeddedFile } from "../src/base/embedded.ts";
import {
  type BackendFlags,
  backendOptions,
  chooseBackends,
  cudaToolkit,
  type GpuBackend,
} from "./backends.ts";
import { fingerprint, fingerprintFiles } from "./fingerprint.ts";
import { type LlamaCppSource, llamaCppSource } from "./llama-cpp.ts";
import { buildFolder, capture, projectFolder, run, runScript } from "./process.ts";

export type NativeBuild = {
  /** Holds the libraries; build/native/<key>. */
  folder: string;
  /** What the executable needs of it, by name. */
  libraries: readonly EmbeddedFile[];
};

/** The native build reads from it which functions' types to write down. */
const symbolTable = join(projectFolder, "src", "llama", "symbols.ts");
const nativeFolder = join(projectFolder, "native");
const resultsFolder = join(buildFolder, "native");
const executableSuffix = process.platform === "win32" ? ".exe" : "";

/** llama.cpp's own programs that tests and benches compare with; built like the libraries and put beside them. */
export const peerPrograms = ["llama-bench", "llama-completion", "llama-quantize", "llama-tokenize"] as const;

/** What only benches need: it takes minutes more. */
export const benchPrograms = [...peerPrograms, "llama-server"] as const;

export type Peer = (typeof benchPrograms)[number];

export function peerPath(build: NativeBuild, peer: Peer): string {
  return join(build.folder, peer + executableSuffix);
}

export async function buildNative(flags: BackendFlags, peers: readonly Peer[] = []): Promise<NativeBuild> {
  const backends = chooseBackends(flags);
  const source = await llamaCppSource(process.env.LLAMA_CPP_DIR);
  const configuration = await nameConfiguration(source, backends);
  const folder = join(
    resultsFolder,
    fingerprint(configuration, fingerprintFiles(nativeFolder, symbolTable, import.meta.path)),
  );

  const done = readManifest(folder);
  if (done === undefined || !hasPeers(done, peers)) {
    const tree = join(buildFolder, "cmake", configuration);
    await compile(await source.ensure(), tree, backends, peers);
    if (done === undefined) await collectLibraries(join(tree, "bin"), folder);
    collectPeers(join(tree, "bin"), folder, peers);
  }
  pointCurrentTo(folder);
  removeOldResults();
  const libraries = readManifest(folder);
  if (libraries === undefined) throw new Error(`The native build left no libraries in ${folder}.`);
  return libraries;
}

/** Names everything but our own sources that the compiled files depend on. */
async function nameConfiguration(source: LlamaCppSource, backends: readonly GpuBackend[]): Promise<string> {
  const compiler =
    process.env.CXX ?? ["c++", "g++", "clang++"].find((program) => Bun.which(program) !== null);
  const compilerVersion = compiler ? await capture([...compiler.trim().split(/\s+/), "--version"]) : "msvc";
  const nvcc = join(cudaToolkit() ?? "", "bin", "nvcc");
  const cudaVersion = backends.includes("cuda") ? await capture([nvcc, "--version"]) : "";
  const platform = `${process.platform}-${process.arch}`;
  const { CFLAGS = "", CXXFLAGS = "", LDFLAGS = "" } = process.env;
  const name = fingerprint(source.id, compilerVersion, cudaVersion, CFLAGS, CXXFLAGS, LDFLAGS);
  return [platform, "cpu", ...backends, name].join("-");
}

/** The build in `folder`, if it is complete. */
export function readManifest(folder: string): NativeBuild | undefined {
  const manifest = join(folder, "manifest.json");
  if (!existsSync(manifest)) return undefined;
  const libraries = JSON.parse(readFileSync(manifest, "utf8")) as EmbeddedFile[];
  const isThere = ({ name, size }: EmbeddedFile): boolean =>
    statSync(join(folder, name), { throwIfNoEntry: false })?.size === size;
  return libraries.every(isThere) ? { folder, libraries } : undefined;
}

function hasPeers(build: NativeBuild, peers: readonly Peer[]): boolean {
  return peers.every((peer) => existsSync(peerPath(build, peer)));
}

async function compile(
  source: string,
  tree: string,
  backends: readonly GpuBackend[],
  peers: readonly Peer[],
): Promise<void> {
  // Loaded here: a build that is already there starts without it.
  const { CMake } = await import("cmake-js");
  mkdirSync(tree, { recursive: true });
  const toolkit = backends.includes("cuda") ? cudaToolkit() : undefined;
  const options = { directory: nativeFolder, out: tree, config: "Release", noLog: true } as const;
  console.log(`Compiling llama.cpp (${["CPU", ...backends.map((name) => name.toUpperCase())].join(", ")})…`);

  await new CMake({
    ...options,
    cMakeOptions: {
      LLAMA_CPP_DIR: source,
      ANECHAT_PEERS: peers.length > 0 ? "ON" : "OFF",
      // Off by name: a CMake cache keeps what an earlier run said, and Metal is on by itself on macOS.
      GGML_CUDA: backends.includes("cuda") ? "ON" : "OFF",
      GGML_METAL: backends.includes("metal") ? "ON" : "OFF",
      GGML_VULKAN: backends.includes("vulkan") ? "ON" : "OFF",
      // Thousands of lines about llama.cpp's code would bury the one about ours.
      GGML_ALL_WARNINGS: "OFF",
      LLAMA_ALL_WARNINGS: "OFF",
      ...(toolkit ? { CMAKE_CUDA_COMPILER: join(toolkit, "bin", `nvcc${executableSuffix}`) } : {}),
    },
    extraCMakeArgs: compilerFlags(source),
  }).configure();

  // CMake's class puts these words at the end of configure's command line too, so the builder is one of its own.
  const targets = ["anechat", ...peers];
  await new CMake({ ...options, parallel: String(jobs()), extraCMakeArgs: ["--target", ...targets] }).build();
}

/**
 * In place of those that CMake's class sets, which are for modules of Node: on
 * macOS they would turn a missing symbol from a link error into a crash.
 */
function compilerFlags(source: string): string[] {
  const { CFLAGS = "", CXXFLAGS = "", LDFLAGS = "" } = process.env;
  // Assertions name their source file: by its place in llama.cpp, not on this machine.
  const paths = process.platform === "win32" ? "" : `"-ffile-prefix-map=${source}/="`;
  return [
    `-DCMAKE_C_FLAGS=${CFLAGS} ${paths}`,
    `-DCMAKE_CXX_FLAGS=${CXXFLAGS} ${paths}`,
    `-DCMAKE_SHARED_LINKER_FLAGS=${LDFLAGS}`,
  ];
}

/** One a core, but llama.cpp's larger files take over a gigabyte each to compile. */
function jobs(): number {
  return Math.max(1, Math.min(availableParallelism(), Math.floor(totalmem() / 1.5e9)));
}

/** Copies, strips and lists the libraries; the folder is named last. */
async function collectLibraries(bin: string, folder: string): Promise<void> {
  const temporary = `${folder}.tmp`;
  rmSync(temporary, { recursive: true, force: true });
  mkdirSync(temporary, { recursive: true });
  const manifest: EmbeddedFile[] = [];
  for (const file of outputs(bin).filter(isLibrary)) {
    const name = basename(file);
    const copy = join(temporary, name);
    copyFileSync(file, copy);
    await strip(copy);
    const bytes = readFileSync(copy);
    manifest.push({ name, size: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") });
  }
  if (manifest.length === 0) throw new Error(`The native build left no libraries in ${bin}.`);
  writeFileSync(join(temporary, "manifest.json"), JSON.stringify(manifest, null, 2));
  // What is there is a build whose files were lost.
  rmSync(folder, { recursive: true, force: true });
  renameSync(temporary, folder);
}

function collectPeers(bin: string, folder: string, peers: readonly Peer[]): void {
  for (const file of outputs(bin)) {
    if (!peers.some((peer) => basename(file) === peer + executableSuffix)) continue;
    const copy = join(folder, basename(file));
    copyFileSync(file, `${copy}.tmp`);
    renameSync(`${copy}.tmp`, copy);
  }
}

/** Visual Studio puts what it builds one folder deeper. */
function outputs(bin: string): string[] {
  const folders = [bin, join(bin, "Release")].filter((folder) => existsSync(folder));
  const files = folders.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)));
  return files.filter((file) => lstatSync(file).isFile()).sort();
}

function isLibrary(file: string): boolean {
  return /^(lib)?(anechat|ggml[a-z0-9_-]*)\.(so|dylib|dll)$/.test(basename(file));
}

async function strip(library: string): Promise<void> {
  if (Bun.which("strip") === null || process.platform === "win32") return;
  await run(["strip", process.platform === "darwin" ? "-x" : "--strip-unneeded", library]);
}

function pointCurrentTo(folder: string): void {
  const current = join(resultsFolder, "current");
  const temporary = `${current}.tmp`;
  rmSync(temporary, { force: true });
  // On Windows a junction, which needs no privilege; it must be absolute, and can't be renamed over another.
  if (process.platform === "win32") rmSync(current, { force: true });
  symlinkSync(process.platform === "win32" ? folder : basename(folder), temporary, "junction");
  renameSync(temporary, current);
}

/** Each change of the shim leaves one behind. The newest three stay: a test may still be running on the last. */
function removeOldResults(): void {
  const folders = readdirSync(resultsFolder)
    .map((name) => join(resultsFolder, name))
    .filter((path) => lstatSync(path).isDirectory());
  const byAge = folders.sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  for (const folder of byAge.slice(3)) rmSync(folder, { recursive: true, force: true });
}

if (import.meta.main) {
  await runScript(async () => {
    const { values } = parseArgs({ options: { ...backendOptions, peers: { type: "boolean" } } });
    const { folder } = await buildNative(values, values.peers ? peerPrograms : []);
    console.log(folder);
  });
}
