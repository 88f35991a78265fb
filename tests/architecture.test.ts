/** The floors of src/: imports point only downward, and there are no import cycles. */
import { expect, test } from "bun:test";
import { dirname, join, relative, sep } from "node:path";

const source = join(import.meta.dir, "..", "src");

/** Folders of src/ (or files directly in it), from the top floor to the bottom. */
const floors: readonly (readonly string[])[] = [
  ["main.ts", "commands"],
  ["cli"],
  ["terminal", "server"],
  ["chat", "batch"],
  ["models", "hub", "convert", "remote", "kaito", "engine", "rpc"],
  ["llama", "formats"],
  ["protocol"],
  ["base"],
];

/** The only imports between folders of one floor. None is allowed in both directions. */
const sideways: readonly (readonly [from: string, to: string])[] = [
  ["main.ts", "commands"],
  ["models", "hub"],
  ["models", "convert"],
  ["kaito", "remote"],
  ["engine", "rpc"],
];

/** Files outside of src/ that source files may import by a relative path. */
const outside = ["../package.json"];

type Import = { from: string; to: string };

/** All relative imports in src/, including types. Paths are relative to src/. */
async function relativeImports(): Promise<Import[]> {
  const imports: Import[] = [];
  const files = await Array.fromAsync(new Bun.Glob("**/*.{ts,tsx}").scan(source));
  for (const file of files.sort()) {
    const text = await Bun.file(join(source, file)).text();
    for (const specifier of specifiers(text)) {
      if (!specifier.startsWith(".")) continue;
      const to = relative(source, join(source, dirname(file), specifier));
      imports.push({ from: file.replaceAll(sep, "/"), to: to.replaceAll(sep, "/") });
    }
  }
  return imports;
}

/** Bun.Transpiler drops imports of types, which count here: so the text is read. */
function specifiers(text: string): string[] {
  const statement = /^\s*(?:import|export)\b[^;"'`]*?\bfrom\s*["']([^"']+)["']/gm;
  const bare = /^\s*import\s*["']([^"']+)["']/gm;
  const call = /\bimport\s*\(\s*["']([^"']+)["']/g;
  return [statement, bare, call].flatMap((pattern) =>
    Array.from(text.matchAll(pattern), (match) => match[1] as string),
  );
}

/** Why an import is not allowed, or undefined. */
function fault({ from, to }: Import): string | undefined {
  if (outside.includes(to)) return undefined;
  const [fromFolder, toFolder] = [folderOf(from), folderOf(to)];
  const [fromFloor, toFloor] = [floorOf(fromFolder), floorOf(toFolder)];
  if (fromFloor === undefined)
    return `${from}: "${fromFolder}" has no floor; add it to the table in this test`;
  if (toFloor === undefined) return `${from} imports ${to}, which has no floor`;
  if (fromFolder === toFolder || toFloor < fromFloor) return undefined;
  if (sideways.some(([a, b]) => a === fromFolder && b === toFolder)) return undefined;
  const way = toFloor === fromFloor ? "sideways" : "upward";
  return `${from} (floor ${fromFloor}) imports ${way} from ${to} (floor ${toFloor})`;
}

const folderOf = (path: string): string => path.split("/")[0] ?? path;

function floorOf(name: string): number | undefined {
  const index = floors.findIndex((folders) => folders.includes(name));
  return index === -1 ? undefined : floors.length - 1 - index;
}

test("every import in src/ points downward", async () => {
  const faults = (await relativeImports()).map(fault).filter((line) => line !== undefined);
  expect(faults).toEqual([]);
});

/** Import cycles, including lazy imports and types: Tarjan's strongly connected components. */
function cycles(imports: readonly Import[]): string[][] {
  const targets = new Map<string, string[]>();
  for (const { from, to } of imports) targets.set(from, [...(targets.get(from) ?? []), to]);
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const found: string[][] = [];
  const visit = (file: string): void => {
    order.set(file, order.size);
    lowest.set(file, order.get(file) as number);
    open.push(file);
    for (const next of targets.get(file) ?? []) {
      if (!order.has(next)) visit(next);
      const reached = open.includes(next) ? lowest.get(next) : undefined;
      lowest.set(file, Math.min(lowest.get(file) as number, reached ?? Number.POSITIVE_INFINITY));
    }
    if (lowest.get(file) !== order.get(file)) return;
    const cycle = open.splice(open.indexOf(file));
    if (cycle.length > 1 || targets.get(file)?.includes(file)) found.push(cycle.sort());
  };
  for (const file of targets.keys()) if (!order.has(file)) visit(file);
  return found;
}

test("there are no import cycles", async () => {
  expect(cycles(await relativeImports())).toEqual([]);
});

test("cycles of any length are found, and shared imports are not cycles", () => {
  const imports = (...pairs: string[]): Import[] =>
    pairs.map((pair) => ({ from: pair.charAt(0), to: pair.charAt(1) }));
  expect(cycles(imports("ab", "ac", "bd", "cd"))).toEqual([]);
  expect(cycles(imports("ab", "ba"))).toEqual([["a", "b"]]);
  expect(cycles(imports("xa", "ab", "bc", "ca", "cd"))).toEqual([["a", "b", "c"]]);
  expect(cycles(imports("aa"))).toEqual([["a"]]);
});

test("imports of every form are found", () => {
  const text = `
    import { a, type B } from "./one.ts";
    import type { C } from '../two.ts';
    import {
      d,
      e,
    } from "./three.ts";
    export * from "./four.ts";
    export type { F } from "./five.ts";
    import "./six.ts";
    const g = await import("./seven.ts");
    import h from "./eight.zst" with { type: "file" };`;
  const numbers = ["./one.ts", "../two.ts", "./three.ts", "./four.ts", "./five.ts", "./eight.zst"];
  expect(specifiers(text)).toEqual([...numbers, "./six.ts", "./seven.ts"]);
});

test("imports that are not downward are rejected with a reason", () => {
  expect(fault({ from: "commands/chat.ts", to: "base/errors.ts" })).toBeUndefined();
  expect(fault({ from: "main.ts", to: "../package.json" })).toBeUndefined();
  expect(fault({ from: "models/header.ts", to: "hub/fetch.ts" })).toBeUndefined();
  expect(fault({ from: "hub/fetch.ts", to: "models/header.ts" })).toContain("sideways");
  expect(fault({ from: "engine/core/scheduler.ts", to: "chat/turn.ts" })).toBe(
    "engine/core/scheduler.ts (floor 3) imports upward from chat/turn.ts (floor 4)",
  );
  expect(fault({ from: "stray/file.ts", to: "base/errors.ts" })).toContain("has no floor");
});
