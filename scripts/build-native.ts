/**
 * Builds native/ with llama.cpp: the libraries that the executable carries.
 *
 *   bun scripts/build-native.ts [--all] [--cuda] [--metal] [--vulkan] [--cpu] [--peers]
 *
 * Without --all it compiles the CPU variants that this machine uses (cpu-variants.ts). Variants
 * that were compiled before stay, and a later build with --all adds the missing ones.
 *
 *   build/llama.cpp-<version>/   the source, shared by all builds
 *   build/cmake/<configuration>/ CMake's tree: an interrupted build continues in it, and after
 *                                a change of the shim only the shim is compiled
 *   build/native/<key>/          the finished libraries; complete when manifest.json is there
 *   build/native/current         a link to the folder of the last build
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
import { cpuChoiceFile } from "../src/llama/cpu-variant.ts";
import {
  type BackendFlags,
  backendOptions,
  chooseBackends,
  cudaToolkit,
  type GpuBackend,
} from "./backends.ts";
import { type CpuVariants, machineVariants } from "./cpu-variants.ts";
import { fingerprint, fingerprintFiles } from "./fingerprint.ts";
import { type LlamaCppSource, llamaCppSource } from "./llama-cpp.ts";
import { buildFolder, capture, projectFolder, run, runScript } from "./process.ts";

export type BuildFlags = BackendFlags & {
  /** Builds every CPU variant, for an executable that runs on other machines too. */
  all?: boolean;
};

/** For parseArgs of node:util. */
export const buildOptions = { ...backendOptions, all: { type: "boolean" } } as const;

export type NativeBuild = Manifest & {
  /** Holds the libraries; build/native/<key>. */
  folder: string;
};

type Manifest = {
  /** Whether every CPU variant is among the libraries, so that they run on any machine. */
  hasAllVariants: boolean;
  /** What the executable needs. */
  libraries: readonly EmbeddedFile[];
};

/** Signatures of the functions in it are compiled into the library. */
const symbolTable = join(projectFolder, "src", "llama", "symbols.ts");
const nativeFolder = join(projectFolder, "native");
const resultsFolder = join(buildFolder, "native");
const manifestName = "manifest.json";
const executableSuffix = process.platform === "win32" ? ".exe" : "";

/** llama.cpp's own programs, which tests and benchmarks compare with; put beside the libraries. */
export const peerPrograms = ["llama-bench", "llama-completion", "llama-quantize", "llama-tokenize"] as const;

/** For benchmarks only: llama-server takes minutes more. */
export const benchPrograms = [...peerPrograms, "llama-server"] as const;

export type Peer = (typeof benchPrograms)[number];

export function peerPath(build: NativeBuild, peer: Peer): string {
  return join(build.folder, peer + executableSuffix);
}

export async function buildNative(flags: BuildFlags, peers: readonly Peer[] = []): Promise<NativeBuild> {
  const backends = chooseBackends(flags);
  const variants = flags.all ? "all" : machineVariants();
  const source = await llamaCppSource(process.env.LLAMA_CPP_DIR);
  const configuration = await nameConfiguration(source, backends);
  const folder = join(
    resultsFolder,
    fingerprint(configuration, fingerprintFiles(nativeFolder, symbolTable, import.meta.path)),
  );

  const done = readManifest(folder);
  if (done === undefined || !hasVariants(done, variants) || !hasPeers(done, peers)) {
    const tree = join(buildFolder, "cmake", configuration);
    await compile(await source.ensure(), tree, { backends, variants, peers });
    await collectLibraries(tree, folder);
    collectPeers(join(tree, "bin"), folder, peers);
  }
  pointCurrentTo(folder);
  removeOldResults();
  const build = readManifest(folder);
  if (build === undefined) throw new Error(`The native build left no libraries in ${folder}.`);
  return build;
}

/** The CPU variants of a build, by name. */
export function variantsOf({ libraries }: Pick<NativeBuild, "libraries">): string[] {
  return libraries.flatMap(({ name }) => variantIn(name) ?? []);
}

/** Names all that the compiled files depend on, apart from our own sources. */
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
  const file = join(folder, manifestName);
  if (!existsSync(file)) return undefined;
  const manifest = JSON.parse(readFileSync(file, "utf8")) as Manifest;
  const isThere = ({ name, size }: EmbeddedFile): boolean =>
    statSync(join(folder, name), { throwIfNoEntry: false })?.size === size;
  return manifest.libraries.every(isThere) ? { folder, ...manifest } : undefined;
}

function hasVariants(build: NativeBuild, variants: CpuVariants): boolean {
  if (build.hasAllVariants) return true;
  const present = new Set(variantsOf(build));
  return variants !== "all" && variants.every((name) => present.has(name));
}

function hasPeers(build: NativeBuild, peers: readonly Peer[]): boolean {
  return peers.every((peer) => existsSync(peerPath(build, peer)));
}

type Compilation = { backends: readonly GpuBackend[]; variants: CpuVariants; peers: readonly Peer[] };

async function compile(source: string, tree: string, parts: Compilation): Promise<void> {
  const { backends, variants, peers } = parts;
  // Imported here, because most builds have nothing to compile.
  const { CMake } = await import("cmake-js");
  mkdirSync(tree, { recursive: true });
  const toolkit = backends.includes("cuda") ? cudaToolkit() : undefined;
  const options = { directory: nativeFolder, out: tree, config: "Release", noLog: true } as const;
  const cpu = variants === "all" ? "CPU for all machines" : `CPU for this machine: ${variants.join(" and ")}`;
  console.log(`Compiling llama.cpp (${[cpu, ...backends.map((name) => name.toUpperCase())].join(", ")})…`);

  await new CMake({
    ...options,
    cMakeOptions: {
      LLAMA_CPP_DIR: source,
      ANECHAT_PEERS: peers.length > 0 ? "ON" : "OFF",
      // "OFF" is needed: CMake's cache keeps an earlier "ON", and Metal is on by default on macOS.
      GGML_CUDA: backends.includes("cuda") ? "ON" : "OFF",
      GGML_METAL: backends.includes("metal") ? "ON" : "OFF",
      GGML_VULKAN: backends.includes("vulkan") ? "ON" : "OFF",
      // llama.cpp's thousands of warnings would hide ours.
      GGML_ALL_WARNINGS: "OFF",
      LLAMA_ALL_WARNINGS: "OFF",
      ...(toolkit ? { CMAKE_CUDA_COMPILER: join(toolkit, "bin", `nvcc${executableSuffix}`) } : {}),
    },
    extraCMakeArgs: compilerFlags(source),
  }).configure();

  const modules = variantsToBuild(tree, variants).map((name) => `ggml-cpu-${name}`);
  // A second object: the first passes its extraCMakeArgs to build(), too.
  const targets = ["anechat", ...modules, ...peers];
  await new CMake({ ...options, parallel: String(jobs()), extraCMakeArgs: ["--target", ...targets] }).build();
}

/**
 * The wanted variants and those that were compiled in this tree before. If llama.cpp lacks a wanted
 * one, as another version in LLAMA_CPP_DIR may, all of them.
 */
function variantsToBuild(tree: string, wanted: CpuVariants): string[] {
  const all = allVariants(tree);
  if (wanted === "all" || !wanted.every((name) => all.includes(name))) return all;
  const compiled = outputs(join(tree, "bin")).map((file) => variantIn(basename(file)));
  return all.filter((name) => wanted.includes(name) || compiled.includes(name));
}

/** As native/CMakeLists.txt wrote them down. */
function allVariants(tree: string): string[] {
  return readFileSync(join(tree, "cpu-variants.txt"), "utf8").split(";");
}

/** @returns "haswell" for libggml-cpu-haswell.so; undefined for any other library */
function variantIn(file: string): string | undefined {
  return /^(?:lib)?ggml-cpu-(.+)\.(?:so|dylib|dll)$/.exec(file)?.[1];
}

/**
 * Replaces the flags that cmake-js sets, which are for modules of Node: on macOS
 * they would turn a missing symbol from a link error into a crash.
 */
function compilerFlags(source: string): string[] {
  const { CFLAGS = "", CXXFLAGS = "", LDFLAGS = "" } = process.env;
  // Assertions print their source file's path: relative to llama.cpp, not to this machine's root.
  const paths = process.platform === "win32" ? "" : `"-ffile-prefix-map=${source}/="`;
  return [
    `-DCMAKE_C_FLAGS=${CFLAGS} ${paths}`,
    `-DCMAKE_CXX_FLAGS=${CXXFLAGS} ${paths}`,
    `-DCMAKE_SHARED_LINKER_FLAGS=${LDFLAGS}`,
  ];
}

/** One for each core, if the memory allows: llama.cpp's larger files take over a gigabyte each. */
function jobs(): number {
  return Math.max(1, Math.min(availableParallelism(), Math.floor(totalmem() / 1.5e9)));
}

/**
 * Adds the libraries that the folder lacks. Those that are there stay as they are: a test may have
 * opened them. The manifest is replaced last.
 */
async function collectLibraries(tree: string, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const there = new Map(readManifest(folder)?.libraries.map((library) => [library.name, library]));
  const libraries: EmbeddedFile[] = [];
  for (const file of outputs(join(tree, "bin")).filter(isLibrary)) {
    const name = basename(file);
    libraries.push(there.get(name) ?? (await addLibrary(file, folder)));
  }
  if (libraries.length === 0) throw new Error(`The native build left no libraries in ${tree}.`);
  const hasAllVariants = variantsOf({ libraries }).length === allVariants(tree).length;
  const manifest: Manifest = { hasAllVariants, libraries };
  const file = join(folder, manifestName);
  writeFileSync(`${file}.tmp`, JSON.stringify(manifest, null, 2));
  renameSync(`${file}.tmp`, file);
  // A new variant may be better than the one that was chosen.
  if (libraries.length > there.size) rmSync(join(folder, cpuChoiceFile), { force: true });
}

async function addLibrary(file: string, folder: string): Promise<EmbeddedFile> {
  const name = basename(file);
  const temporary = join(folder, `${name}.tmp`);
  copyFileSync(file, temporary);
  await strip(temporary);
  const bytes = readFileSync(temporary);
  renameSync(temporary, join(folder, name));
  return { name, size: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") };
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
  return /^(lib)?(anechat|ggml[a-z0-9._-]*)\.(so|dylib|dll)$/.test(basename(file));
}

async function strip(library: string): Promise<void> {
  if (Bun.which("strip") === null || process.platform === "win32") return;
  await run(["strip", process.platform === "darwin" ? "-x" : "--strip-unneeded", library]);
}

function pointCurrentTo(folder: string): void {
  const current = join(resultsFolder, "current");
  const temporary = `${current}.tmp`;
  rmSync(temporary, { force: true });
  // On Windows links take a privilege. So it is a junction, which needs an absolute target and
  // can't replace another by a rename.
  if (process.platform === "win32") rmSync(current, { force: true });
  symlinkSync(process.platform === "win32" ? folder : basename(folder), temporary, "junction");
  renameSync(temporary, current);
}

/** Each change of the shim makes a new folder. The newest three stay: tests may be using them. */
function removeOldResults(): void {
  const folders = readdirSync(resultsFolder)
    .map((name) => join(resultsFolder, name))
    .filter((path) => lstatSync(path).isDirectory());
  const byAge = folders.sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  for (const folder of byAge.slice(3)) rmSync(folder, { recursive: true, force: true });
}

if (import.meta.main) {
  await runScript(async () => {
    const { values } = parseArgs({ options: { ...buildOptions, peers: { type: "boolean" } } });
    const { folder } = await buildNative(values, values.peers ? peerPrograms : []);
    console.log(folder);
  });
}
