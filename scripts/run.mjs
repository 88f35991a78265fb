/**
 * What `npm start`, `npm test` and `npm run …` call: makes a fresh clone ready
 * to work, then hands over to the script that does the work. Plain Node with
 * nothing installed, because it is what installs the rest.
 *
 * 1. Are the tools of a native build there? If not, one sentence and no work.
 * 2. node_modules is brought in line with package-lock.json.
 * 3. The script runs under the Bun that came with step 2.
 */
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { accessSync, constants, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const isWindows = process.platform === "win32";

/** Where step 2 notes what it installed. `npm ci` empties the folder, so a broken install leaves no note. */
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

  // stdout belongs to the answer of `npm start -- MODEL --prompt …`: the build speaks on stderr.
  const built = await run(bun, scripts.build, { stdio: ["inherit", 2, 2] });
  if (built !== 0) process.exit(built);
  const executable = join(root, "dist", isWindows ? "anechat.exe" : "anechat");
  // Without a word of what to open, the model inside: it answers at once.
  const named = args.length === 0 ? ["demo"] : args;
  // Relative paths among the arguments are meant from where npm was called, which it leaves for our root.
  const cwd = process.env.INIT_CWD ?? process.cwd();
  process.exit(await run(executable, named, { stdio: "inherit", cwd }));
}

/** Runs to the end; a signal that ended the child ends us the same way. */
function run(program, args, options) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, ...options });
    // Ctrl+C reaches the child from the terminal itself; it decides what that means.
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
  // npm says which npm it is when it runs us; npm.cmd can't be spawned without a shell.
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
    return undefined; // Not installed yet, or half.
  }
}

/**
 * Bun's npm package holds a stub that its install script would replace; the
 * program itself lies in a package of its own for each platform. npm may have
 * installed several (glibc and musl): the first that runs here is ours.
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

/** Exits with one sentence that names what to install, where a tool is missing. */
function requireTools() {
  const missing = [
    { tool: "cmake", label: "cmake", found: isOnPath("cmake") },
    { tool: "compiler", label: "a C++ compiler", found: hasCompiler() },
    { tool: "git", label: "git", found: isOnPath("git") },
    // Visual Studio brings its own.
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
  // The usual case there: Visual Studio is installed, but not on the path.
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

/** How the missing tools are installed with the package manager that is here. */
function installHint(tools) {
  // Each manager's names, in the order: cmake, compiler, git, make.
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
  // Apple's compiler comes with its command line tools, not from a package manager; so do git and make.
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
