/** The rest of a block of which a part is final on the screen. */
import { expect, test } from "bun:test";
import { PrintedRows } from "../../src/terminal/printed-rows.ts";

function printed(...rows: string[]): PrintedRows {
  const result = new PrintedRows();
  result.add(rows);
  return result;
}

test("the rows below the printed ones, whatever their style", () => {
  expect(printed("one", "two").below(["\x1b[1mone\x1b[22m", "two ", "three"])).toEqual(["three"]);
  expect(printed("one", "two").below(["one"])).toEqual([]);
});

test("a printed row that has grown is continued", () => {
  expect(printed("one", "f(").below(["one", "\x1b[2mf(x)\x1b[22m", "end"])).toEqual([
    "\x1b[2mx)\x1b[22m",
    "end",
  ]);
});

test("in another layout it continues after the same letters", () => {
  expect(printed("| a   | b |", "| c").below(["| a | b |", "| c | d |", "+---+"])).toEqual([
    "| d |",
    "+---+",
  ]);
  expect(printed("one two", "th").below(["one", "two three", "four"])).toEqual(["ree", "four"]);
});

test("another text is shown completely: nothing is lost", () => {
  const rows = printed("[text](http");
  expect(rows.below(["text"])).toEqual([]);
  expect(rows.below(["other"])).toEqual(["other"]);
  expect(rows.isEmpty).toBe(true);
});

test("completed blocks take their rows, and the next block keeps its own", () => {
  const rows = printed("one", "two", "three");
  expect(rows.take(["one", "two"])).toEqual([]);
  expect(rows.below(["three", "four"])).toEqual(["four"]);
  expect(rows.take(["three", "four"])).toEqual(["four"]);
  expect(rows.isEmpty).toBe(true);
});

test("a part of a row is joined with what is printed after it", () => {
  const rows = printed("one");
  rows.addPart("a long r");
  rows.addPart("ow that ");
  expect(rows.below(["one", "a long row that goes on"])).toEqual(["goes on"]);
});
