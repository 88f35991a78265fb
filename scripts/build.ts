/**
 * Makes dist/anechat: one file with Bun, our code, the native libraries and the demo model.
 *
 *   bun scripts/build.ts [--cuda] [--metal] [--vulkan] [--cpu]
 *   bun scripts/build.ts --target bun-linux-arm64 --native FOLDER
 *
 * The second form makes the executable of another platform from libraries that
 * scripts/build-native.ts built there: FOLDER is its build/native/<key>.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import type { BunPlugin } from "bun";
import type { EmbeddedFile } from "../src/base/embedded.ts";
import { formatBytes } from "../src/base/format.ts";
import { demoModelPath } from "../src/models/demo.ts";
import { type BackendFlags, backendOptions } from "./backends.ts";
import { buildNative, type NativeBuild, readManifest } from "./build-native.ts";
import { fingerprint, fingerprintFiles } from "./fingerprint.ts";
import { buildFolder, projectFolder, runScript } from "./process.ts";

/** The worker is an entry point of its own: the executable starts it by this path. */
const entryPoints = ["src/main.ts", "src/engine/core/worker.ts"].map((path) => join(projectFolder, path));

/** What goes into the executable, apart from the native libraries and the Bun that makes it. */
const inputs = ["src", "package.json", "package-lock.json", "scripts/build.ts"].map((path) =>
  join(projectFolder, path),
);

/** The levels above take twice the time to save 2 %. */
const zstdLevel = 19;

type Target = {
  /** As `bun build --target` calls it. */
  name: Bun.Build.CompileTarget;
  native: NativeBuild;
};

/** Builds what is missing or out of date, the native libraries included. @returns the executable's path */
export async function buildExecutable(flags: BackendFlags = {}): Promise<string> {
  return assemble(await buildNative(flags), undefined);
}

async function assemble(native: NativeBuild, target: Target["name"] | undefined): Promise<string> {
  const executable = join(projectFolder, "dist", executableName(target));
  const carried = carriedFiles(native);
  const key = fingerprint(
    JSON.stringify(carried.map(({ file }) => file)),
    fingerprintFiles(...inputs),
    Bun.version,
    target ?? "",
  );
  const keyFile = join(buildFolder, "executable", `${basename(executable)}.key`);
  const isDone = existsSync(executable) && existsSync(keyFile) && readFileSync(keyFile, "utf8") === key;
  if (!isDone) {
    await compile(executable, carried, target);
    writeFileSync(keyFile, key);
  }
  return executable;
}

/** A file to be embedded, and where it lies now. */
type Carried = { file: EmbeddedFile; path: string };

function carriedFiles({ folder, libraries }: NativeBuild): Carried[] {
  const model = readFileSync(demoModelPath(undefined));
  const demo = {
    name: basename(demoModelPath(undefined)),
    size: model.length,
    sha256: createHash("sha256").update(model).digest("hex"),
  };
  return [
    ...libraries.map((file) => ({ file, path: join(folder, file.name) })),
    { file: demo, path: demoModelPath(undefined) },
  ];
}

/** What `--target` and `--native` name together. */
function readTarget(name: string, folder: string | undefined): Target {
  if (folder === undefined) throw new Error("--target needs --native: the libraries built there.");
  const native = readManifest(resolve(folder));
  if (native === undefined) throw new Error(`${folder} holds no complete native build.`);
  return { name: name as Bun.Build.CompileTarget, native };
}

function executableName(target: string | undefined): string {
  const forWindows = target === undefined ? process.platform === "win32" : target.includes("windows");
  const name = target === undefined ? "anechat" : target.replace(/^bun-/, "anechat-");
  return forWindows ? `${name}.exe` : name;
}

/**
 * All files as one zstd frame: the CPU variants resemble each other so much that
 * together they take half of what they take apart. Compressing takes seconds, so
 * the archive is kept under its content's name.
 */
function archiveOf(carried: readonly Carried[]): string {
  const content = fingerprint(JSON.stringify(carried.map(({ file }) => file)));
  const archive = join(buildFolder, "executable", `carried-${content}.zst`);
  if (!existsSync(archive)) {
    console.log("Compressing the native libraries…");
    mkdirSync(dirname(archive), { recursive: true });
    const bytes = Buffer.concat(carried.map(({ path }) => readFileSync(path)));
    writeFileSync(`${archive}.tmp`, Bun.zstdCompressSync(bytes, { level: zstdLevel }));
    renameSync(`${archive}.tmp`, archive);
  }
  return archive;
}

/** Puts the archive and its manifest in place of src/base/embedded.ts. */
function embed(carried: readonly Carried[]): BunPlugin {
  const contents = `
    import archive from ${JSON.stringify(archiveOf(carried))} with { type: "file" };
    export const embeddedFiles = { archive, files: ${JSON.stringify(carried.map(({ file }) => file))} };`;
  return {
    name: "embed files",
    setup: (build) => {
      build.onLoad({ filter: /[\\/]src[\\/]base[\\/]embedded\.ts$/ }, () => ({ contents, loader: "ts" }));
    },
  };
}

async function compile(
  executable: string,
  carried: readonly Carried[],
  target: Target["name"] | undefined,
): Promise<void> {
  // Made elsewhere and renamed: a running anechat is never written into, and a killed build leaves no half of one.
  const temporary = join(buildFolder, "executable", basename(executable));
  const result = await Bun.build({
    entrypoints: entryPoints,
    // So that the worker is known by its path from here: "./src/engine/core/worker.ts".
    root: projectFolder,
    plugins: [embed(carried)],
    minify: true,
    bytecode: true,
    // What is imported only when it is used is read only then. In one piece with the rest, the Kubernetes client would
    // cost each start 10 ms and more: its imports of Node's modules stand at the top.
    splitting: true,
    format: "esm",
    target: "bun",
    throw: false,
    compile: {
      outfile: temporary,
      // The folder a user happens to stand in must not run code or set variables.
      autoloadDotenv: false,
      autoloadBunfig: false,
      ...(target === undefined ? {} : { target }),
    },
  });
  if (!result.success) throw new Error(result.logs.join("\n"));
  mkdirSync(dirname(executable), { recursive: true });
  renameSync(temporary, executable);
  console.log(`Built ${executable} (${formatBytes(Bun.file(executable).size)}).`);
}

if (import.meta.main) {
  await runScript(async () => {
    const { values } = parseArgs({
      options: { ...backendOptions, target: { type: "string" }, native: { type: "string" } },
    });
    if (values.target === undefined) {
      await buildExecutable(values);
    } else {
      const { name, native } = readTarget(values.target, values.native);
      await assemble(native, name);
    }
  });
}
