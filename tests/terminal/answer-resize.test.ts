/** Windows that change while an answer streams, in a terminal that wraps its rows again. */
import { expect, test } from "bun:test";
import { createAnswerView } from "../../src/terminal/answer-view.ts";
import { createColors } from "../../src/terminal/colors.ts";
import type { TypedAhead } from "../../src/terminal/typed-ahead.ts";
import { randomFrom } from "../fixtures/random.ts";
import { Screen } from "../fixtures/screen.ts";

const colors = createColors({ NO_COLOR: "1" }, { isTTY: true });

const words = "lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor".split(" ");

/** Text whose rows can be told apart: each has a number. */
function numbered(kind: "list" | "table" | "code" | "prose", random: (limit: number) => number): string {
  const text = (count: number): string =>
    Array.from({ length: count }, () => words[random(words.length)]).join(" ");
  const rows = Array.from({ length: 40 }, (_, row) => {
    if (kind === "list") return `- item${row} ${text(1 + random(14))}\n`;
    if (kind === "table") return `| row${row} | ${text(1 + random(2))} |\n`;
    if (kind === "code") return `line${row} = ${text(1 + random(14))}\n`;
    return `word${row} ${text(8)} `;
  });
  if (kind === "table") return `| A | B |\n|---|---|\n${rows.join("")}`;
  if (kind === "code") return `\`\`\`python\n${rows.join("")}\`\`\`\n`;
  return `${rows.join("")}\n`;
}

const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, "");

/** Most terminals wrap the cursor's row again, too; xterm.js cuts it. */
const cases = (["list", "table", "code", "prose"] as const).flatMap((kind) =>
  [true, false].map((reflowCursorLine) => ({ kind, reflowCursorLine })),
);

test.each(cases)("each row is on the screen once: %p", ({ kind, reflowCursorLine }) => {
  for (let seed = 1; seed <= 20; seed += 1) {
    const random = randomFrom(seed);
    const source = numbered(kind, random);
    const screen = new Screen(80, 24, { reflowCursorLine });
    let typed = "";
    const typedAhead: TypedAhead = {
      frame: () => ({ rows: typed === "" ? [] : [typed], cursor: { row: 0, column: typed.length } }),
      onChange: () => ({ [Symbol.dispose]: () => {} }),
    };
    screen.write("before\n");
    const view = createAnswerView({ output: screen, colors, style: "markdown", typedAhead });
    for (let at = 0; at < source.length; ) {
      const length = 1 + random(30);
      view.write(source.slice(at, at + length));
      at += length;
      if (random(20) === 0) typed = typed === "" ? "prompt -> next" : "";
      if (random(12) === 0) screen.resize(40 + random(100), 5 + random(40));
    }
    view.end();
    const whole = new Screen(80, 24);
    const expected = createAnswerView({ output: whole, colors, style: "markdown" });
    expected.write(source);
    expected.end();
    expect(letters(screen.logicalLines.join("\n"))).toBe(`before${letters(whole.logicalLines.join("\n"))}`);
  }
});

test("a long line with tabs is on the screen once", () => {
  for (let seed = 1; seed <= 150; seed += 1) {
    const random = randomFrom(seed);
    const source = Array.from({ length: 60 }, (_, word) => `w${word}x${random(4) === 0 ? "\t" : " "}`).join(
      "",
    );
    const screen = new Screen(20 + random(90), 24, { reflowCursorLine: random(2) === 0 });
    const view = createAnswerView({ output: screen, colors, style: "plain" });
    for (let at = 0; at < source.length; at += 7) {
      view.write(source.slice(at, at + 7));
      if (random(12) === 0) screen.resize(20 + random(90), 5 + random(40));
    }
    view.end();
    expect({ seed, shown: letters(screen.logicalLines.join("")) }).toEqual({ seed, shown: letters(source) });
  }
});
