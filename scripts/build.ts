/**
 * Makes dist/anechat: one file with Bun, our code, the native libraries and the demo model.
 *
 *   bun scripts/build.ts [--all] [--cuda] [--metal] [--vulkan] [--cpu]
 *   bun scripts/build.ts --target bun-linux-arm64 --native FOLDER
 *
 * Without --all the executable may hold the CPU variants of this machine only.
 * The second form makes the executable of another platform from libraries that
 * "scripts/build-native.ts --all" built there: FOLDER is its build/native/<key>.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import type { BunPlugin } from "bun";
import type { EmbeddedFile } from "../src/base/embedded.ts";
import { formatBytes } from "../src/base/format.ts";
import { demoModelPath } from "../src/models/demo.ts";
import {
  type BuildFlags,
  buildNative,
  buildOptions,
  type NativeBuild,
  readManifest,
  variantsOf,
} from "./build-native.ts";
import { fingerprint, fingerprintFiles } from "./fingerprint.ts";
import { buildFolder, projectFolder, runScript } from "./process.ts";

/** The executable starts the Worker by its path, so it is an entry point, too. */
const entryPoints = ["src/main.ts", "src/engine/worker/worker.ts"].map((path) => join(projectFolder, path));

/** What goes into the executable, apart from the native libraries and the Bun that makes it. */
const inputs = ["src", "package.json", "package-lock.json", "scripts/build.ts"].map((path) =>
  join(projectFolder, path),
);

/** Higher levels take twice the time and save 2 %. */
const zstdLevel = 19;

type Target = {
  /** As `bun build --target` calls it. */
  name: Bun.Build.CompileTarget;
  native: NativeBuild;
};

/**
 * Builds what is missing or out of date, the native libraries included. @returns the executable's
 * path
 */
export async function buildExecutable(flags: BuildFlags = {}): Promise<string> {
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
    if (!native.hasAllVariants) {
      const variants = variantsOf(native).join(", ");
      console.log(
        `It is for processors like this one (${variants}); "npm run build -- --all" builds it for all.`,
      );
    }
  }
  return executable;
}

/** A file to embed, and its path on this machine. */
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

/** Reads the values of `--target` and `--native`. */
function readTarget(name: string, folder: string | undefined): Target {
  if (folder === undefined) throw new Error("--target needs --native: the libraries built there.");
  const native = readManifest(resolve(folder));
  if (native === undefined) throw new Error(`${folder} holds no complete native build.`);
  if (!native.hasAllVariants) {
    const variants = variantsOf(native).join(", ");
    throw new Error(`${folder} holds only the CPU variants ${variants}: build it with --all.`);
  }
  return { name: name as Bun.Build.CompileTarget, native };
}

function executableName(target: string | undefined): string {
  const forWindows = target === undefined ? process.platform === "win32" : target.includes("windows");
  const name = target === undefined ? "anechat" : target.replace(/^bun-/, "anechat-");
  return forWindows ? `${name}.exe` : name;
}

/**
 * All files as one zstd frame: the CPU variants are so similar that together
 * they take half the space. Compressing takes seconds, so the archive is kept,
 * named by a hash of its content.
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

/** Replaces src/base/embedded.ts by a module with the archive and its manifest. */
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
  // Written elsewhere and renamed: a running anechat isn't changed, and a killed build leaves no
  // incomplete file.
  const temporary = join(buildFolder, "executable", basename(executable));
  const result = await Bun.build({
    entrypoints: entryPoints,
    // Makes the Worker's path inside the executable "./src/engine/worker/worker.ts".
    root: projectFolder,
    plugins: [embed(carried)],
    minify: true,
    bytecode: true,
    // Dynamic imports become files that are read when they are first used. Without it, the
    // Kubernetes client would cost each start over 10 ms, because it imports Node's modules.
    splitting: true,
    format: "esm",
    target: "bun",
    throw: false,
    compile: {
      outfile: temporary,
      // The current folder's files must not run code or set variables.
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
      options: { ...buildOptions, target: { type: "string" }, native: { type: "string" } },
    });
    if (values.target === undefined) {
      await buildExecutable(values);
    } else {
      const { name, native } = readTarget(values.target, values.native);
      await assemble(native, name);
    }
  });
}
