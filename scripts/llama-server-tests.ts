/**
 * Runs llama.cpp's own tests of llama-server (tools/server/tests in the pinned source) against
 * dist/anechat. A shim translates the flags, a pytest plugin the defaults of requests, and
 * llama-server-tests/not-applicable.json lists the tests that don't apply, with why.
 *
 *   bun scripts/llama-server-tests.ts --models FOLDER [--only WORDS] [--port 8700] [--python python3]
 *
 * Needs Python 3.10 or newer; pytest and what the tests import go into build/server-tests. Models
 * are never downloaded: a test whose model is not in a folder doesn't apply. --models and --only
 * can be repeated; --only takes files, tests (test_basic.py::test_server_props) or pytest's -k words.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { llamaCppSource } from "./llama-cpp.ts";
import { type Outcome, summarize } from "./llama-server-tests/results.ts";
import { buildFolder, projectFolder, run, runScript } from "./process.ts";

const here = join(import.meta.dir, "llama-server-tests");
const work = join(buildFolder, "server-tests");

/** A virtual environment with the tests' own requirements. @returns its Python */
async function pythonWith(requirements: string, python: string): Promise<string> {
  const folder = join(work, "venv");
  const own = join(folder, "bin", "python");
  const stamp = join(folder, "complete");
  if (existsSync(stamp)) return own;
  await run([python, "-m", "venv", folder]);
  await run([own, "-m", "pip", "install", "--quiet", "-r", requirements]);
  writeFileSync(stamp, "");
  return own;
}

/** The program that the tests start as llama-server. */
function writeShim(): string {
  const path = join(work, "llama-server");
  const words = [process.execPath, join(here, "shim.ts")].map((word) => `'${word}'`);
  writeFileSync(path, `#!/bin/sh\nexec ${words.join(" ")} "$@"\n`, { mode: 0o755 });
  return path;
}

/** @returns arguments of pytest */
function selection(only: readonly string[]): string[] {
  if (only.length === 0) return ["unit"];
  const files = only.filter((word) => word.startsWith("test_") && word.includes(".py"));
  const words = only.filter((word) => !files.includes(word));
  return [
    ...(files.length === 0 ? ["unit"] : files.map((file) => `unit/${file}`)),
    ...(words.length === 0 ? [] : ["-k", words.join(" or ")]),
  ];
}

await runScript(async () => {
  const { values } = parseArgs({
    options: {
      models: { type: "string", multiple: true, default: [] },
      only: { type: "string", multiple: true, default: [] },
      port: { type: "string", default: "8700" },
      python: { type: "string", default: "python3" },
      show: { type: "boolean", default: false },
    },
  });
  const executable = join(projectFolder, "dist", "anechat");
  if (!existsSync(executable)) throw new Error(`There is no ${executable}: run "npm run build" first.`);
  const source = await (await llamaCppSource(process.env.LLAMA_CPP_DIR)).ensure();
  const tests = join(source, "tools", "server", "tests");
  mkdirSync(work, { recursive: true });
  const python = await pythonWith(join(tests, "requirements.txt"), values.python);
  const results = join(work, "results.jsonl");
  rmSync(results, { force: true });
  const list = join(here, "not-applicable.json");

  const flags = ["-p", "plugin", "-p", "no:cacheprovider", "-q", ...(values.show ? ["-s"] : ["--tb=short"])];
  const child = Bun.spawn([python, "-m", "pytest", ...flags, ...selection(values.only)], {
    cwd: tests,
    stdio: ["ignore", "inherit", "inherit"],
    env: {
      ...process.env,
      PYTHONPATH: `${tests}:${here}`,
      PYTHONDONTWRITEBYTECODE: "1",
      PORT: values.port,
      LLAMA_SERVER_BIN_PATH: writeShim(),
      LLAMA_CACHE: join(work, "cache"),
      LLAMA_TESTS_ANECHAT: executable,
      LLAMA_TESTS_MODELS: values.models.map((folder) => resolve(folder)).join(":"),
      LLAMA_TESTS_WORK: work,
      LLAMA_TESTS_REASON: join(work, "reason.txt"),
      LLAMA_TESTS_RESULTS: results,
      LLAMA_TESTS_LIST: list,
    },
  });
  await child.exited;

  if (!existsSync(results)) throw new Error("No test ran; pytest's own message is above.");
  const lines = readFileSync(results, "utf8").trim().split("\n");
  const outcomes = lines.map((line) => JSON.parse(line) as Outcome);
  const reasons = JSON.parse(readFileSync(list, "utf8")) as Record<string, string>;
  const { text, isGood } = summarize(outcomes, reasons, values.only.length === 0);
  console.log(text);
  if (!isGood) process.exitCode = 1;
});
