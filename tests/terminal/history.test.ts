import { afterEach, beforeEach, expect, test } from "bun:test";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { History } from "../../src/terminal/history.ts";

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "history-"));
  path = join(folder, "data", "history.jsonl");
});

afterEach(() => {
  chmodSync(folder, 0o700);
  rmSync(folder, { recursive: true });
});

const entries = (): readonly string[] => History.open(path).history.entries;

test("what was typed is there the next time, for its owner alone", () => {
  const { history, warning } = History.open(path);
  expect(warning).toBeUndefined();
  for (const text of ["one", "two\nlines", '漢字 \\ "', "two\nlines"])
    expect(history.add(text)).toBeUndefined();
  expect(entries()).toEqual(["one", "two\nlines", '漢字 \\ "', "two\nlines"]);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(statSync(join(folder, "data")).mode & 0o777).toBe(0o700);
});

test("repetitions and empty inputs are not kept", () => {
  const { history } = History.open(path);
  for (const text of ["a", "a", " ", "", "b", "a"]) history.add(text);
  expect(history.entries).toEqual(["a", "b", "a"]);
  expect(entries()).toEqual(["a", "b", "a"]);
});

test("an over-long input is kept for the session only", () => {
  const { history } = History.open(path);
  history.add("x".repeat(100_000));
  expect(history.entries).toHaveLength(1);
  expect(entries()).toEqual([]);
});

test("a damaged file gives what can be read of it, sanitised", () => {
  mkdirSync(join(folder, "data"));
  writeFileSync(path, '"good"\nnot json\n{"a":1}\n\u0000\u0001\n"esc\\u001b[2J"\n"torn');
  expect(entries()).toEqual(["good", "esc␛[2J"]);
  History.open(path).history.add("next");
  expect(entries()).toEqual(["good", "esc␛[2J", "next"]);
});

test("a file open to others is closed to them", () => {
  mkdirSync(join(folder, "data"));
  writeFileSync(path, "", { mode: 0o644 });
  History.open(path).history.add("a");
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

test.each([
  ["a folder in its place", () => mkdirSync(path, { recursive: true })],
  ["a file as its folder", () => writeFileSync(join(folder, "data"), "")],
])("%s means a history in memory, and one warning", (_name, prepare) => {
  prepare();
  const { history, warning } = History.open(path);
  expect(warning).toContain("Prompt history is kept for this session only");
  expect(history.add("a")).toBeUndefined();
  expect(history.entries).toEqual(["a"]);
});

test("a disk that fails later is told of once", () => {
  const { history } = History.open(path);
  rmSync(join(folder, "data"), { recursive: true });
  writeFileSync(join(folder, "data"), "");
  expect(history.add("a")).toContain("ENOTDIR");
  expect(history.add("b")).toBeUndefined();
  expect(history.entries).toEqual(["a", "b"]);
});

test("a grown file is cut to its last thousand", () => {
  mkdirSync(join(folder, "data"));
  writeFileSync(path, Array.from({ length: 3000 }, (_, index) => `"entry ${index}"\n`).join(""));
  expect(entries()).toHaveLength(1000);
  expect(readFileSync(path, "utf8").trimEnd().split("\n")).toHaveLength(1000);
  expect(entries().at(-1)).toBe("entry 2999");
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(existsSync(`${path}.lock`)).toBe(false);
});

test("a lock in use postpones the cutting, a forgotten one doesn't", () => {
  mkdirSync(join(folder, "data"));
  writeFileSync(path, Array.from({ length: 3000 }, (_, index) => `"entry ${index}"\n`).join(""));
  writeFileSync(`${path}.lock`, "");
  const lines = () => readFileSync(path, "utf8").trimEnd().split("\n").length;
  expect(History.open(path).history.entries).toHaveLength(1000);
  expect(lines()).toBe(3000);
  History.open(path, () => Date.now() + 3_600_000);
  expect(lines()).toBe(1000);
});

test("processes that write and cut at the same time lose nothing", async () => {
  const script = `
    import { History } from ${JSON.stringify(join(import.meta.dir, "../../src/terminal/history.ts"))};
    const [path, name] = process.argv.slice(-2);
    const { history } = History.open(path);
    for (let count = 0; count < 150; count += 1) {
      history.add(name + count);
      // Opening cuts the file, which the filler below keeps making too long.
      if (count % 10 === 0) History.open(path);
    }`;
  const file = join(folder, "writer.ts");
  writeFileSync(file, script);
  mkdirSync(join(folder, "data"));
  const filler = Array.from({ length: 2100 }, (_, index) => `"filler ${index}"\n`).join("");
  writeFileSync(path, filler);
  const writers = ["a", "b", "c"].map((name) =>
    Bun.spawn([process.execPath, file, path, name], { stdout: "ignore", stderr: "inherit" }),
  );
  for (const writer of writers) expect(await writer.exited).toBe(0);
  const kept = new Set(entries());
  for (const name of ["a", "b", "c"]) {
    for (let count = 0; count < 150; count += 1) expect(kept.has(`${name}${count}`)).toBe(true);
  }
});
