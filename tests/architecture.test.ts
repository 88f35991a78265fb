/** The floors of the house: imports point only downward. CONTRIBUTING.md explains them. */
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

/** The only ways between rooms of one floor; none has a way back. */
const doors: readonly (readonly [from: string, to: string])[] = [
  ["main.ts", "commands"],
  ["models", "hub"],
  ["models", "convert"],
  ["kaito", "remote"],
  ["engine", "rpc"],
  ["protocol", "remote"],
  ["llama", "rpc"],
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
  const [fromRoom, toRoom] = [room(from), room(to)];
  const [fromFloor, toFloor] = [floorOf(fromRoom), floorOf(toRoom)];
  if (fromFloor === undefined) return `${from}: "${fromRoom}" has no floor; add it to the table in this test`;
  if (toFloor === undefined) return `${from} imports ${to}, which lies on no floor`;
  if (fromRoom === toRoom || toFloor < fromFloor) return undefined;
  if (doors.some(([a, b]) => a === fromRoom && b === toRoom)) return undefined;
  const way = toFloor === fromFloor ? "sideways" : "upward";
  return `${from} (floor ${fromFloor}) imports ${way} from ${to} (floor ${toFloor})`;
}

const room = (path: string): string => path.split("/")[0] ?? path;

function floorOf(name: string): number | undefined {
  const index = floors.findIndex((rooms) => rooms.includes(name));
  return index === -1 ? undefined : floors.length - 1 - index;
}

test("every import of src/ points downward", async () => {
  const faults = (await relativeImports()).map(fault).filter((line) => line !== undefined);
  expect(faults).toEqual([]);
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
