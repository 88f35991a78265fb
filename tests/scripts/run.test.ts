import { afterAll, expect, test } from "bun:test";
import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const scratch = mkdtempSync(join(tmpdir(), "anechat-test-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const node = Bun.which("node") ?? "node";
const script = join(import.meta.dir, "..", "..", "scripts", "run.mjs");

/** Runs `npm start` as npm does, with only these programs in PATH. */
function startWith(programs: readonly string[], env: Record<string, string> = {}) {
  const path = mkdtempSync(join(scratch, "path-"));
  // The script only checks that they exist, so any program will do.
  for (const program of programs) symlinkSync(node, join(path, program));
  const child = Bun.spawnSync([node, script, "start"], { env: { PATH: path, ...env } });
  return { status: child.exitCode, stdout: child.stdout.toString(), stderr: child.stderr.toString() };
}

test.skipIf(process.platform === "win32").each([
  [
    ["apt-get", "cmake", "git", "make"],
    `anechat: the native library can't be built without a C++ compiler: run "sudo apt install g++", then try again.\n`,
  ],
  [
    ["dnf", "g++", "git", "ninja"],
    `anechat: the native library can't be built without cmake: run "sudo dnf install cmake", then try again.\n`,
  ],
  [
    ["pacman"],
    `anechat: the native library can't be built without cmake, a C++ compiler, git and make (or ninja): ` +
      `run "sudo pacman -S cmake gcc git make", then try again.\n`,
  ],
])("with only %p in PATH, one sentence lists what to install, before any work", (programs, sentence) => {
  if (process.platform === "darwin" && !programs.includes("g++")) return;
  expect(startWith(programs)).toEqual({ status: 1, stdout: "", stderr: sentence });
});

test("a compiler in CXX that does not exist counts as missing", () => {
  const { status, stderr } = startWith(["cmake", "git", "make", "g++"], { CXX: "/nowhere/clang++ -O2" });
  expect(status).toBe(1);
  expect(stderr).toContain("without a C++ compiler");
});
