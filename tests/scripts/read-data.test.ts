/** How the demo model's text files are read. For their content see demo.test.ts. */
import { afterAll, describe, expect, test } from "bun:test";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import {
  once,
  readJsonLines,
  readList,
  readSomeWordings,
  readTable,
  readWordings,
} from "../../scripts/demo/read-data.ts";

const folder = mkdtempSync(join(tmpdir(), "anechat-test-"));
afterAll(() => rmSync(folder, { recursive: true }));

let written = 0;
function file(text: string): string {
  written += 1;
  const path = join(folder, `text-${written}`);
  writeFileSync(path, text);
  return path;
}

/** The message of the error, without the folder. */
function errorOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    return (error as Error).message.replace(/^.*text-\d+/, "FILE");
  }
  return "no error";
}

const animals = { columns: ["name", "legs", "sound"], optional: ["sound"] } as const;

describe("a list", () => {
  test("has an entry a line; empty lines and comments are skipped", () => {
    const path = file("# mammals\ndog\nguinea pig\n\n \n# birds\nhen # 1\n");
    expect(readList(path)).toEqual(["dog", "guinea pig", "hen # 1"]);
  });

  test("is the same with Windows line endings, a byte order mark, or no last line ending", () => {
    expect(readList(file("\uFEFFdog\r\nhen\r\n"))).toEqual(["dog", "hen"]);
    expect(readList(file("dog\nhen"))).toEqual(["dog", "hen"]);
  });

  test("with a tab or an invisible space is an error that names the line", () => {
    expect(errorOf(() => readList(file("dog\n\nhen\t2\n")))).toBe("FILE:3: a list must not contain tabs");
    expect(errorOf(() => readList(file("dog\nhen \n")))).toBe('FILE:2: "hen " begins or ends with a space');
  });

  test("without entries is an error", () => {
    expect(errorOf(() => readList(file("# nothing yet\n\n")))).toBe("FILE has no entries");
  });
});

describe("a table", () => {
  test("has cells separated by tabs; brackets, quotes and backslashes are plain text", () => {
    const path = file('name\tlegs\tsound\n"hen"\t2\t[cluck|]\\n\n\n# soon more\ndog, cat\t4\twoof\n');
    expect(readTable(path, animals, (row) => row)).toEqual([
      { name: '"hen"', legs: "2", sound: "[cluck|]\\n" },
      { name: "dog, cat", legs: "4", sound: "woof" },
    ]);
  });

  test("may lack optional cells, with or without their tabs", () => {
    const path = file("name\tlegs\tsound\nfish\t0\nsnail\t0\t\n");
    const rows = readTable(path, animals, ({ sound }) => sound);
    expect(rows).toEqual(["", ""]);
  });

  test("names the line with too few cells, too many, or a stray space", () => {
    const read = (line: string) =>
      errorOf(() => readTable(file(`name\tlegs\tsound\n\n${line}\n`), animals, (row) => row));
    const title = "(name<TAB>legs<TAB>sound)";
    expect(read("fish")).toBe(`FILE:3: legs is empty ${title}`);
    expect(read("fish 0")).toBe(`FILE:3: legs is empty ${title}`);
    expect(read("\t4\twoof")).toBe(`FILE:3: name is empty ${title}`);
    expect(read("dog\t\t4\twoof")).toBe(`FILE:3: 4 columns instead of 3 ${title}`);
    expect(read("dog \t4\twoof")).toBe('FILE:3: "dog " begins or ends with a space');
  });

  test("names the line that the caller refuses", () => {
    const path = file("name\tlegs\tsound\nhen\t2\ndog\tfour\n");
    const read = () =>
      readTable(path, animals, ({ legs }) => {
        if (Number.isNaN(Number(legs))) throw new Error(`"${legs}" is not a number`);
      });
    expect(errorOf(read)).toBe('FILE:3: "four" is not a number');
  });

  test("names the second of two lines that must differ", () => {
    const path = file("name\tlegs\tsound\nhen\t2\ndog\t4\nhen\t2\tcluck\n");
    const read = () => readTable(path, { ...animals, unique: "name" }, (row) => row);
    expect(errorOf(read)).toBe('FILE:4: the name "hen" appears twice');
  });

  test("begins with the names of its columns", () => {
    const read = (text: string) => errorOf(() => readTable(file(text), animals, (row) => row));
    const title = "name<TAB>legs<TAB>sound";
    expect(read("hen\t2\tcluck\n")).toBe(`FILE:1: the columns must be ${title}`);
    expect(read("\n# nothing\n")).toBe(`FILE is empty: its first line must be ${title}`);
  });
});

describe("wordings", () => {
  test("are grouped by topic, in the order of their lines", () => {
    const path = file("topic\twording\nbye\tSee you\nhello\tHi\nbye\tSo long\nbye\tSee you\n");
    expect(readWordings(path, ["hello", "bye"])).toEqual({
      hello: ["Hi"],
      bye: ["See you", "So long", "See you"],
    });
  });

  test("of an unknown topic are an error that names the line", () => {
    const path = file("topic\twording\nhello\tHi\nhelo\tHey\n");
    expect(errorOf(() => readWordings(path, ["hello"]))).toBe('FILE:3: the topic "helo" doesn\'t exist');
    const inherited = file("topic\twording\nconstructor\tHi\n");
    expect(errorOf(() => readWordings(inherited, ["hello"]))).toBe(
      'FILE:2: the topic "constructor" doesn\'t exist',
    );
  });

  test("may be missing only if the caller allows it", () => {
    const path = file("topic\twording\nhello\tHi\n");
    expect(errorOf(() => readWordings(path, ["hello", "bye"]))).toBe('FILE has no line with the topic "bye"');
    expect(readSomeWordings(path, ["hello", "bye"])).toEqual({ hello: ["Hi"], bye: [] });
  });
});

describe("JSON lines", () => {
  const schema = z.strictObject({ says: z.array(z.string()) });

  test("are one value a line", () => {
    const path = file('{"says": ["a\\tb", "c"]}\n\n# later\n{"says": []}\n');
    expect(readJsonLines(path, schema)).toEqual([{ says: ["a\tb", "c"] }, { says: [] }]);
  });

  test("name the line that isn't JSON or doesn't fit", () => {
    expect(errorOf(() => readJsonLines(file('{"says": []}\n{"says": [}\n'), schema))).toStartWith("FILE:2: ");
    const wrong = errorOf(() => readJsonLines(file('{"says": [1]}\n'), schema));
    expect(wrong).toStartWith("FILE:1: ");
    expect(wrong).toContain("says[0]");
  });
});

test("a value is read when it is first needed, and once", () => {
  let reads = 0;
  const value = once(() => {
    reads += 1;
    return undefined;
  });
  expect(reads).toBe(0);
  expect([value(), value()]).toEqual([undefined, undefined]);
  expect(reads).toBe(1);
});
