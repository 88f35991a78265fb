import { expect, test } from "bun:test";
import { twoColumns } from "../../src/terminal/two-columns.ts";

const rows = [
  ["/retry", "Ask the last question again, also after a failure"],
  ["/branch [N]", "List the branches"],
] as const;

test("explanations are beside their names, and break between words", () => {
  expect(twoColumns(rows, 80)).toEqual([
    "/retry       Ask the last question again, also after a failure",
    "/branch [N]  List the branches",
  ]);
  expect(twoColumns(rows, 45)).toEqual([
    "/retry       Ask the last question again,",
    "             also after a failure",
    "/branch [N]  List the branches",
  ]);
});

test("in a narrow window they are below them", () => {
  expect(twoColumns(rows, 40)).toEqual([
    "/retry",
    "    Ask the last question again, also",
    "    after a failure",
    "/branch [N]",
    "    List the branches",
  ]);
});

test("no row is wider than the window, down to the longest word", () => {
  for (let columns = 20; columns < 90; columns += 1) {
    for (const row of twoColumns(rows, columns)) expect(row.length).toBeLessThanOrEqual(columns);
  }
});
