/** The live region, compared with what a real terminal emulator shows. */
import { expect, test } from "bun:test";
import { LiveRegion } from "../../src/terminal/live-region.ts";
import { layoutOf } from "../../src/terminal/row-layout.ts";
import { randomFrom } from "../fixtures/random.ts";
import { Screen } from "../fixtures/screen.ts";

const pieces = [
  "word ",
  "x",
  "漢字",
  "é",
  "e\u0301",
  "\x1b[1mbold\x1b[22m",
  "\x1b[2mdim ",
  "\x1b[0m",
  "    ",
  "a-longer-word",
];

function randomRow(random: (limit: number) => number, width: number): string {
  let row = "";
  while (Bun.stringWidth(row) < width) row += pieces[random(pieces.length)]!;
  return `${row}\x1b[0m`;
}

const shown = (row: string): string => Bun.stripANSI(row).trimEnd();

test.each([1, 2, 3, 4, 5, 6, 7, 8])("random paints look like their rows, also wrapped ones (%i)", (seed) => {
  const random = randomFrom(seed);
  const columns = 5 + random(30);
  const height = 6 + random(10);
  const screen = new Screen(columns, height);
  const region = new LiveRegion(screen);
  const final: string[] = [];
  let rows: string[] = [];
  for (let step = 0; step < 300; step += 1) {
    const action = random(6);
    if (action === 0) rows = rows.slice(0, random(rows.length + 1));
    else if (action === 1 && rows.length > 0)
      rows = rows.with(random(rows.length), randomRow(random, random(2 * columns)));
    else if (action === 2 && rows.length > 0)
      rows = rows.with(-1, rows.at(-1)! + randomRow(random, 1 + random(12)));
    else rows = [...rows, randomRow(random, random(3 * columns))];
    while (rows.reduce((sum, row) => sum + layoutOf(row, columns).height, 0) > height)
      rows = rows.slice(0, -1);
    const cursor = rows.length > 0 && random(3) === 0 ? { row: random(rows.length), column: 0 } : undefined;
    region.paint(rows, cursor);
    const expected = [...final, ...rows].map(shown);
    while (expected.at(-1) === "") expected.pop();
    expect(screen.logicalLines).toEqual(expected);
    if (random(4) === 0 && rows.length > 1) {
      const count = random(rows.length);
      region.commit(count);
      final.push(...rows.slice(0, count));
      rows = rows.slice(count);
    }
  }
});
