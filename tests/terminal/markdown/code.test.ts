import { expect, test } from "bun:test";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { highlightLine } from "../../../src/terminal/markdown/code.ts";
import { colored } from "../../fixtures/markdown.ts";

test("code is coloured line by line, also inside comments and strings of several lines", () => {
  const open = highlightLine('x = """a', "python", undefined, colored);
  expect(open.text).toBe(`x = ${colored.green('"""')}${colored.green("a")}`);
  const inside = highlightLine("for # no", "python", open.state, colored);
  expect(inside.text).toBe(colored.green("for # no"));
  const closed = highlightLine('b""" # c', "python", inside.state, colored);
  expect(closed.text).toBe(`${colored.green('b"""')} ${colored.dim("# c")}`);
  expect(closed.state).toBeUndefined();
  expect(highlightLine("let a = 1", "ts", undefined, colored).text).toBe(
    `${colored.magenta("let")} a = ${colored.yellow("1")}`,
  );
  // An unclosed quote ends with its line, a lifetime is not a string, unknown languages are plain.
  expect(highlightLine("don't", "js", undefined, colored).state).toBeUndefined();
  expect(highlightLine("&'a str", "rust", undefined, colored).text).toBe(`&'a ${colored.magenta("str")}`);
  expect(highlightLine("if 1", "brainfuck", undefined, colored).text).toBe("if 1");
});

test("highlighting adds colours of the terminal's palette, and never changes text", () => {
  const folder = join(import.meta.dir, "../../../src/terminal/markdown");
  const sources = readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"));
  let state: ReturnType<typeof highlightLine>["state"];
  for (const language of ["ts", "python", "sh", "c", "rust", "go", "sql", "yaml", "json", "diff"]) {
    for (const line of sources.join("\n").split("\n")) {
      const result = highlightLine(line, language, state, colored);
      state = result.state;
      expect(Bun.stripANSI(result.text)).toBe(line);
      expect(result.text.replace(/\x1b\[(2|22|3[0-79])m/g, "")).toBe(line);
    }
  }
});
