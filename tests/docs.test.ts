/** The links, paths, flags, commands, endpoints and exit codes in the documentation exist. */
import { describe, expect, test } from "bun:test";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { exitCodes } from "../src/base/errors.ts";
import { routes } from "../src/server/routes.ts";
import { commandTable } from "../src/terminal/commands.ts";
import { listCommands } from "./fixtures/commands.ts";

const root = join(import.meta.dir, "..");

const docs = [...new Bun.Glob("*.md").scanSync(join(root, "docs"))].sort().map((name) => `docs/${name}`);
const pages = ["README.md", "CONTRIBUTING.md", ...docs];
const allPages = [...pages, "CHANGELOG.md"];

const maxLineLength = 100;
const maxReadmeLines = 80;

/** Flags of other programs, with the program. Flags of our scripts are searched in the script. */
const otherFlags: Readonly<Record<string, string>> = {
  "--cache-ram": "llama-server",
  "--stats": "lms chat",
  "--kv-unified": "llama-server",
  "--cuda": "scripts/backends.ts",
  "--metal": "scripts/backends.ts",
  "--vulkan": "scripts/backends.ts",
  "--cpu": "scripts/backends.ts",
  "--only": "scripts/bench.ts",
  "--minutes": "scripts/bench.ts",
  "--python": "scripts/bench.ts",
  "--message": "aider",
  "--no-show-model-warnings": "aider",
  "--no-show-release-notes": "aider",
  "--schema": "llm",
  "--phases": "schemathesis",
  "--checks": "schemathesis",
  "--exclude-path-regex": "schemathesis",
  "--models": "scripts/llama-server-tests.ts",
  "--hours": "scripts/train-demo.ts",
  "--average": "scripts/demo/train.py",
};

function read(page: string): string {
  return readFileSync(join(root, page), "utf8");
}

/** Lines and their numbers, without code blocks. */
function linesOutsideCode(text: string): { line: string; number: number }[] {
  let isCode = false;
  return text.split("\n").flatMap((line, index) => {
    const isFence = line.startsWith("```");
    if (isFence) isCode = !isCode;
    return isFence || isCode ? [] : [{ line, number: index + 1 }];
  });
}

/** The targets of a page's relative links, as written. */
function linksOf(text: string): string[] {
  const prose = linesOutsideCode(text)
    .map(({ line }) => line.replace(/`[^`]*`/g, ""))
    .join("\n");
  const links = prose.matchAll(/\]\(([^)\s]+)\)|^\[[^\]]+\]:\s*(\S+)/gm);
  return Array.from(links, ([, inline, defined]) => inline ?? defined ?? "").filter(
    (link) => !/^[a-z]+:/.test(link),
  );
}

/** The anchors of a page's headings, as GitHub makes them. */
function anchorsOf(text: string): string[] {
  const seen = new Map<string, number>();
  return linesOutsideCode(text).flatMap(({ line }) => {
    const heading = /^#{1,6}\s+(.+)$/.exec(line)?.[1];
    if (heading === undefined) return [];
    const slug = heading
      .trim()
      .toLowerCase()
      .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .replace(/\s/g, "-");
    const count = seen.get(slug) ?? 0;
    seen.set(slug, count + 1);
    return [count === 0 ? slug : `${slug}-${count}`];
  });
}

function brokenLinks(page: string): string[] {
  return linksOf(read(page)).filter((link) => {
    const [path = "", anchor] = link.split("#");
    const target = path === "" ? page : relative(root, join(root, dirname(page), path));
    if (!existsSync(join(root, target))) return true;
    return anchor !== undefined && !anchorsOf(read(target)).includes(anchor);
  });
}

/** Folders of the project that paths in the documentation begin with. */
const projectFolders = ["src", "tests", "scripts", "native"];

/**
 * The paths of a page that begin with one of the folders, in prose and in code. Paths with a
 * placeholder (`…`, `*`, `<name>`) are left out.
 */
function pathsIn(text: string, folders: readonly string[]): string[] {
  const paths = text.matchAll(
    new RegExp(`(?<![\\w/~$-])(?:\\./)?((?:${folders.join("|")})/[^\\s\`"')\\]|,;:]*)`, "g"),
  );
  return Array.from(paths, ([, path = ""]) => path.replace(/\.$/, "")).filter((path) => !/[…*<>]/.test(path));
}

function programFlags(): Set<string> {
  return new Set(["--help", ...listCommands().flatMap(({ flags }) => flags)]);
}

describe("links", () => {
  test.each(allPages)("in %s point to files and headings that exist", (page) => {
    expect(brokenLinks(page)).toEqual([]);
  });

  test("every page is listed in docs/README.md", () => {
    const listed = linksOf(read("docs/README.md")).map((link) => join("docs", link));
    for (const page of pages.filter((one) => one !== "README.md" && one !== "docs/README.md")) {
      expect(listed).toContain(page);
    }
  });
});

describe("form", () => {
  test.each(allPages)(`no line of prose in %s is over ${maxLineLength} characters`, (page) => {
    const long = linesOutsideCode(read(page)).filter(
      ({ line }) => [...line].length > maxLineLength && !line.startsWith("|") && !/^\[[^\]]+\]:/.test(line),
    );
    expect(long).toEqual([]);
  });

  test("the README fits a screen", () => {
    expect(read("README.md").trimEnd().split("\n").length).toBeLessThanOrEqual(maxReadmeLines);
  });
});

describe("facts", () => {
  test.each(pages)("every path of the project in %s exists", (page) => {
    const missing = pathsIn(read(page), projectFolders).filter((path) => !existsSync(join(root, path)));
    expect(missing).toEqual([]);
  });

  test("every path in docs/architecture.md that is relative to src/ exists", () => {
    const source = join(root, "src");
    const folders = readdirSync(source, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? [entry.name] : [],
    );
    const paths = pathsIn(read("docs/architecture.md"), folders);
    expect(paths).toContain("engine/core/engine.ts");
    expect(paths.filter((path) => !existsSync(join(source, path)))).toEqual([]);
  });

  test("every mentioned flag exists", () => {
    const known = programFlags();
    const unknown = pages.flatMap((page) =>
      Array.from(read(page).matchAll(/(?<![\w-])--[a-z0-9][a-z0-9-]*/g), ([flag]) => flag)
        .filter((flag) => !known.has(flag) && !Object.hasOwn(otherFlags, flag))
        .map((flag) => `${page}: ${flag}`),
    );
    expect(unknown).toEqual([]);
  });

  test("every mentioned flag of a script exists in the script", () => {
    for (const [flag, program] of Object.entries(otherFlags)) {
      if (program.startsWith("scripts/")) expect(read(program)).toContain(flag.slice(2));
    }
  });

  test("docs/server.md lists every endpoint of the server", () => {
    const text = read("docs/server.md");
    expect(routes.map(({ path }) => path).filter((path) => !text.includes(path))).toEqual([]);
  });

  test("docs/chat.md lists every command of the chat", () => {
    const named = Array.from(read("docs/chat.md").matchAll(/^\| `\/([a-z]+)/gm), ([, name]) => name);
    expect(named).toEqual(commandTable.map(({ name }) => name));
  });

  test("docs/cli.md lists every exit code", () => {
    const rows = Array.from(read("docs/cli.md").matchAll(/^\| (\d+) \|/gm), ([, code]) => Number(code));
    expect(rows).toEqual(Object.values(exitCodes));
  });
});
