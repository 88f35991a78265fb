/**
 * Runs all checks, the cheapest first: formatter and linter, types, unit tests,
 * end-to-end tests of the executable. Each runs even if others fail. The last
 * line sums up: "812 passed, 0 failed".
 *
 *   bun scripts/test.ts [--no-e2e]
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { buildExecutable } from "./build.ts";
import { buildNative, peerPrograms } from "./build-native.ts";
import { buildFolder, projectFolder, runScript } from "./process.ts";

type Outcome = { passed: number; failed: number };

const testsFolder = join(projectFolder, "tests");
const slow = "e2e";

/** A program from node_modules, run by its JavaScript file: links in .bin need Node on the path. */
const packageProgram = (...path: string[]): string[] => [
  process.execPath,
  join(projectFolder, "node_modules", ...path),
];

async function check(title: string, command: string[]): Promise<Outcome> {
  announce(title);
  const child = Bun.spawn(command, { cwd: projectFolder, stdio: ["ignore", "inherit", "inherit"] });
  return (await child.exited) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** @param paths files and folders below tests/ */
async function tests(title: string, paths: string[]): Promise<Outcome> {
  announce(title);
  if (paths.length === 0) return { passed: 0, failed: 0 };
  const report = join(buildFolder, "test-reports", `${title.replaceAll(" ", "-")}.xml`);
  mkdirSync(join(report, ".."), { recursive: true });
  rmSync(report, { force: true });
  const child = Bun.spawn(
    [
      ...[process.execPath, "test", "--timeout", "60000"],
      ...["--reporter=junit", `--reporter-outfile=${report}`],
      // With "./" Bun takes them for paths; without, for patterns that match anywhere in a path.
      ...paths.map((path) => `./tests/${path}`),
    ],
    { cwd: projectFolder, stdio: ["ignore", "inherit", "inherit"] },
  );
  const status = await child.exited;
  const { passed, failed } = readReport(report);
  // A crash, or a file that can't be loaded, isn't in the report.
  return { passed, failed: status === 0 ? failed : Math.max(1, failed) };
}

/** Counts the tests of a JUnit report; none if there is no report. */
function readReport(report: string): Outcome {
  const root = existsSync(report) ? /<testsuites\b[^>]*>/.exec(readFileSync(report, "utf8"))?.[0] : undefined;
  const count = (name: string): number =>
    Number(new RegExp(`\\b${name}="(\\d+)"`).exec(root ?? "")?.[1] ?? 0);
  const failed = count("failures") + count("errors");
  return { passed: count("tests") - failed - count("skipped"), failed };
}

function announce(title: string): void {
  console.log(`\n── ${title}`);
}

/** Whether a folder or file has tests: Bun fails for a path without any. */
function holdsTests(path: string): boolean {
  if (statSync(path).isFile()) return path.endsWith(".test.ts");
  return readdirSync(path).some((name) => holdsTests(join(path, name)));
}

/** Without a flag, `biome ci` prints colors even into a file. */
const colors = process.stdout.isTTY ? "--colors=force" : "--colors=off";

await runScript(async () => {
  const withExecutable = !process.argv.includes("--no-e2e");
  // The engine's tests compare with llama.cpp's own programs.
  await buildNative({ all: true }, peerPrograms);
  if (withExecutable) await buildExecutable({ all: true });

  const entries = readdirSync(testsFolder).filter((name) => holdsTests(join(testsFolder, name)));
  const outcomes = [
    await check("format and lint", [...packageProgram("@biomejs", "biome", "bin", "biome"), "ci", colors]),
    await check("types", [...packageProgram("typescript", "bin", "tsc"), "--noEmit"]),
    await tests(
      "unit tests",
      entries.filter((name) => name !== slow),
    ),
  ];
  if (withExecutable) {
    outcomes.push(
      await tests(
        "end-to-end tests",
        entries.filter((name) => name === slow),
      ),
    );
  }
  const sum = (key: keyof Outcome): number => outcomes.reduce((total, outcome) => total + outcome[key], 0);
  console.log(`\n${sum("passed")} passed, ${sum("failed")} failed`);
  process.exitCode = sum("failed") === 0 ? 0 : 1;
});
