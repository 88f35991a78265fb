/** The floors of the house: imports point only downward, and no files import each other in a circle. */
import { expect, test } from "bun:test";
import { dirname, join, relative, sep } from "node:path";

const source = join(import.meta.dir, "..", "src");

/** Folders of src/ (or files right in it), from the top floor to the ground. */
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

/** The only imports between folders of one floor; none has a way back. */
const doors: readonly (readonly [from: string, to: string])[] = [
  ["main.ts", "commands"],
  ["models", "hub"],
  ["models", "convert"],
  ["kaito", "remote"],
  ["engine", "rpc"],
];

/** Beside src/, what a source file may import by a relative path. */
const outside = ["../package.json"];

type Import = { from: string; to: string };

/** All relative imports of src/, also of types; paths are relative to src/. */
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

/** What is wrong with an import, or undefined. */
function fault({ from, to }: Import): string | undefined {
  if (outside.includes(to)) return undefined;
  const [fromFolder, toFolder] = [folderOf(from), folderOf(to)];
  const [fromFloor, toFloor] = [floorOf(fromFolder), floorOf(toFolder)];
  if (fromFloor === undefined)
    return `${from}: "${fromFolder}" has no floor; add it to the table in this test`;
  if (toFloor === undefined) return `${from} imports ${to}, which lies on no floor`;
  if (fromFolder === toFolder || toFloor < fromFloor) return undefined;
  if (doors.some(([a, b]) => a === fromFolder && b === toFolder)) return undefined;
  const way = toFloor === fromFloor ? "sideways" : "upward";
  return `${from} (floor ${fromFloor}) imports ${way} from ${to} (floor ${toFloor})`;
}

const folderOf = (path: string): string => path.split("/")[0] ?? path;

function floorOf(name: string): number | undefined {
  const index = floors.findIndex((folders) => folders.includes(name));
  return index === -1 ? undefined : floors.length - 1 - index;
}

test("every import of src/ points downward", async () => {
  const faults = (await relativeImports()).map(fault).filter((line) => line !== undefined);
  expect(faults).toEqual([]);
});

/**
 * Circles of files that import each other, lazy imports and types included: each as its files from the first one on.
 * Tarjan's algorithm: a set of files that reach each other is closed when its root is left.
 */
function circles(imports: readonly Import[]): string[][] {
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
    const circle = open.splice(open.indexOf(file));
    if (circle.length > 1 || targets.get(file)?.includes(file)) found.push(circle.sort());
  };
  for (const file of targets.keys()) if (!order.has(file)) visit(file);
  return found;
}

test("no files import each other in a circle", async () => {
  expect(circles(await relativeImports())).toEqual([]);
});

test("circles of any length are found, and shared imports are none", () => {
  const imports = (...pairs: string[]): Import[] =>
    pairs.map((pair) => ({ from: pair.charAt(0), to: pair.charAt(1) }));
  expect(circles(imports("ab", "ac", "bd", "cd"))).toEqual([]);
  expect(circles(imports("ab", "ba"))).toEqual([["a", "b"]]);
  expect(circles(imports("xa", "ab", "bc", "ca", "cd"))).toEqual([["a", "b", "c"]]);
  expect(circles(imports("aa"))).toEqual([["a"]]);
});

test("imports of every form are seen", () => {
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

test("the table judges as it should", () => {
  expect(fault({ from: "commands/chat.ts", to: "base/errors.ts" })).toBeUndefined();
  expect(fault({ from: "main.ts", to: "../package.json" })).toBeUndefined();
  expect(fault({ from: "models/resolve.ts", to: "hub/fetch.ts" })).toBeUndefined();
  expect(fault({ from: "hub/fetch.ts", to: "models/resolve.ts" })).toContain("sideways");
  expect(fault({ from: "engine/core/scheduler.ts", to: "chat/turn.ts" })).toBe(
    "engine/core/scheduler.ts (floor 3) imports upward from chat/turn.ts (floor 4)",
  );
  expect(fault({ from: "stray/file.ts", to: "base/errors.ts" })).toContain("has no floor");
});
