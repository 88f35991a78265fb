/**
 * `npm start`, `npm test` and `npm run …` call this. It prepares a fresh clone
 * and starts the script that does the work. It is plain Node without packages,
 * because it installs the packages.
 *
 * 1. Checks that the tools of a native build are there; if not, one sentence says what to install.
 * 2. Installs node_modules if package-lock.json has changed.
 * 3. Runs the script with the Bun from node_modules.
 */
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { accessSync, constants, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const isWindows = process.platform === "win32";

/**
 * Step 2 writes here what it installed. `npm ci` empties the folder first, so a
 * failed install leaves no stamp.
 */
const stampFile = join(root, "node_modules", ".anechat.json");

const scripts = {
  build: ["scripts/build.ts"],
  test: ["scripts/test.ts"],
  check: ["scripts/test.ts", "--no-e2e"],
  bench: ["scripts/bench.ts"],
  train: ["scripts/train-demo.ts"],
};

await main(process.argv[2], process.argv.slice(3));

async function main(command, args) {
  if (command !== "start" && !Object.hasOwn(scripts, command)) {
    fail(`unknown command "${command}": one of start, ${Object.keys(scripts).join(", ")}.`);
  }
  requireTools();
  const bun = setUp();
  if (command !== "start") process.exit(await run(bun, [...scripts[command], ...args], { stdio: "inherit" }));

  // The build prints to stderr: stdout is for the answer of `npm start -- MODEL --prompt …`.
  const built = await run(bun, scripts.build, { stdio: ["inherit", 2, 2] });
  if (built !== 0) process.exit(built);
  const executable = join(root, "dist", isWindows ? "anechat.exe" : "anechat");
  // Without arguments, the model inside the executable.
  const named = args.length === 0 ? ["demo"] : args;
  // npm changes to our root. Relative paths in the arguments start where npm was called.
  const cwd = process.env.INIT_CWD ?? process.cwd();
  process.exit(await run(executable, named, { stdio: "inherit", cwd }));
}

/** Runs a program to its end. If a signal ends it, the same signal ends this process. */
function run(program, args, options) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, ...options });
    // The terminal sends Ctrl+C to the child, too, which handles it.
    process.on("SIGINT", () => {});
    for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
    child.on("error", (error) => fail(`cannot run ${program}: ${error.message}`));
    child.on("exit", (code, signal) => {
      if (signal === null) return resolve(code);
      process.removeAllListeners(signal);
      process.kill(process.pid, signal);
    });
  });
}

/** @returns {string} the path of Bun */
function setUp() {
  const lock = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  const noted = readStamp();
  if (noted?.lock === lock && existsSync(join(root, noted.bun))) return join(root, noted.bun);

  console.error("Installing dependencies…");
  // npm sets this variable to its own path. On Windows npm.cmd can't be spawned without a shell.
  const npm = process.env.npm_execpath;
  const args = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"];
  const stdio = ["ignore", 2, 2];
  const installed = npm?.endsWith(".js")
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio })
    : spawnSync("npm", args, { cwd: root, stdio, shell: isWindows });
  if (installed.status !== 0) fail("npm ci failed; its own message is above.");

  const bun = findBun();
  writeFileSync(stampFile, JSON.stringify({ lock, bun }));
  return join(root, bun);
}

function readStamp() {
  try {
    return JSON.parse(readFileSync(stampFile, "utf8"));
  } catch {
    return undefined; // Not installed, or not completely.
  }
}

/**
 * Bun's npm package holds a stub that its install script would replace. The
 * program itself is in one package for each platform. npm may have installed
 * several (glibc and musl): the first that runs is used.
 */
function findBun() {
  const platform = isWindows ? "windows" : process.platform;
  const arch = process.arch === "arm64" ? "aarch64" : process.arch;
  const folder = join(root, "node_modules", "@oven");
  const packages = (existsSync(folder) ? readdirSync(folder) : [])
    .filter((name) => name.startsWith(`bun-${platform}-${arch}`))
    .sort((a, b) => a.length - b.length);
  for (const name of packages) {
    const bun = join("node_modules", "@oven", name, "bin", isWindows ? "bun.exe" : "bun");
    if (spawnSync(join(root, bun), ["--version"]).status === 0) return bun;
  }
  return fail(`there is no Bun for ${process.platform} on ${process.arch} among the installed packages.`);
}

/** If a tool is missing, exits with one sentence that says what to install. */
function requireTools() {
  const missing = [
    { tool: "cmake", label: "cmake", found: isOnPath("cmake") },
    { tool: "compiler", label: "a C++ compiler", found: hasCompiler() },
    { tool: "git", label: "git", found: isOnPath("git") },
    // Visual Studio includes one.
    { tool: "make", label: "make (or ninja)", found: isWindows || isOnPath("make") || isOnPath("ninja") },
  ].filter(({ found }) => !found);
  if (missing.length === 0) return;

  const labels = missing.map(({ label }) => label);
  const list = labels.length === 1 ? labels[0] : `${labels.slice(0, -1).join(", ")} and ${labels.at(-1)}`;
  const tools = missing.map(({ tool }) => tool);
  fail(`the native library can't be built without ${list}: ${installHint(tools)}, then try again.`);
}

function hasCompiler() {
  const chosen = process.env.CXX?.trim().split(/\s+/)[0];
  if (chosen) return isOnPath(chosen);
  if (["c++", "g++", "clang++", "cl"].some(isOnPath)) return true;
  if (!isWindows) return false;
  // Visual Studio is usually installed without being on the path.
  const programs = process.env["ProgramFiles(x86)"] ?? "C:\\Program Files (x86)";
  return existsSync(join(programs, "Microsoft Visual Studio", "Installer", "vswhere.exe"));
}

function isOnPath(program) {
  if (program.includes("/") || program.includes("\\")) return isExecutable(program);
  const suffixes = isWindows ? [".exe", ".cmd", ".bat", ""] : [""];
  return (process.env.PATH ?? "")
    .split(delimiter)
    .some(
      (folder) => folder !== "" && suffixes.some((suffix) => isExecutable(join(folder, program + suffix))),
    );
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** How to install the missing tools with this system's package manager. */
function installHint(tools) {
  // For each manager: its program, its command, and its names of the tools.
  const managers = [
    ["apt-get", "sudo apt install", { cmake: "cmake", compiler: "g++", git: "git", make: "make" }],
    ["dnf", "sudo dnf install", { cmake: "cmake", compiler: "gcc-c++", git: "git", make: "make" }],
    ["pacman", "sudo pacman -S", { cmake: "cmake", compiler: "gcc", git: "git", make: "make" }],
    ["zypper", "sudo zypper install", { cmake: "cmake", compiler: "gcc-c++", git: "git", make: "make" }],
    ["apk", "sudo apk add", { cmake: "cmake", compiler: "g++", git: "git", make: "make" }],
    ["brew", "brew install", { cmake: "cmake", git: "git", make: "ninja" }],
    [
      "winget",
      "winget install",
      { cmake: "Kitware.CMake", compiler: "Microsoft.VisualStudio.2022.BuildTools", git: "Git.Git" },
    ],
  ];
  const manager = managers.find(([program]) => isOnPath(program));
  // On macOS the compiler, git and make come with Apple's command line tools.
  if (process.platform === "darwin" && tools.includes("compiler")) {
    const rest = tools.includes("cmake")
      ? ` and "${manager ? "brew install cmake" : "install cmake from cmake.org"}"`
      : "";
    return `run "xcode-select --install"${rest}`;
  }
  if (manager === undefined) return "install them with your system's package manager";
  const [, install, names] = manager;
  return `run "${install} ${tools.map((tool) => names[tool] ?? tool).join(" ")}"`;
}

function fail(message) {
  console.error(`anechat: ${message}`);
  process.exit(1);
}
