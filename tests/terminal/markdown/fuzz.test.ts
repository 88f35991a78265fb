import { expect, test } from "bun:test";
import { createColors } from "../../../src/terminal/colors.ts";
import { MarkdownFlow } from "../../../src/terminal/markdown/flow.ts";
import { sanitize } from "../../../src/terminal/sanitize.ts";
import { randomFrom } from "../../fixtures/random.ts";

const colors = createColors({ FORCE_COLOR: "1" }, {});

const markup =
  "* ** *** _ __ ~~ ` `` ``` ~~~ # ## > >> - + 1. 12) | |--| :-: --- === \\ \\* \\( \\) \\[ \\] $ $$ [ ] ]( ) ![ < > &lt; &#27; <br> https:// https://a.b/ http://c.d) mailto: C:\\ \\\\s [ ] [x]".split(
    " ",
  );
const spaces = [" ", " ", " ", "\n", "\n", "\n\n", "    ", "  \n", "\t", ""];
const others = [
  "é",
  "漢字。",
  "「",
  "👩‍👩‍👧",
  "ไทย",
  "\u00A0",
  "\x1b[31m",
  "\x9b2J",
  "\u202e",
  "\u200d",
  "\x1b]8;;x\x07",
];

/** Random markdown of words that are all different. */
function randomMarkdown(random: (limit: number) => number): { text: string; words: string[] } {
  const words: string[] = [];
  let text = "";
  for (let part = random(60); part >= 0; part -= 1) {
    const kind = random(10);
    if (kind < 4) text += markup[random(markup.length)];
    else if (kind < 6) text += spaces[random(spaces.length)];
    else if (kind < 7) text += others[random(others.length)];
    else {
      const word = `w${words.length}x`;
      words.push(word);
      text += word;
    }
  }
  return { text, words };
}

function chunksOf(text: string, random: (limit: number) => number): string[] {
  const chunks: string[] = [];
  for (let at = 0; at < text.length; ) {
    const length = 1 + random(12);
    chunks.push(text.slice(at, at + length));
    at += length;
  }
  return chunks;
}

function render(chunks: readonly string[], columns: number, hyperlinks: boolean): string[] {
  const flow = new MarkdownFlow({ colors, hyperlinks }, "");
  const rows = chunks.flatMap((chunk) => {
    const final = flow.push(chunk, columns);
    flow.preview(columns);
    return final;
  });
  return [...rows, ...flow.finish(columns)];
}

const rounds = Array.from({ length: 3000 }, (_, seed) => seed);

test("whatever a model writes, its words are shown, in rows that do not depend on the chunks", () => {
  for (const seed of rounds) {
    const random = randomFrom(seed);
    const { text, words } = randomMarkdown(random);
    const source = sanitize(text);
    const columns = [80, 40, 30][random(3)]!;
    const whole = render([source], columns, false);
    expect({ seed, rows: render(chunksOf(source, random), columns, false) }).toEqual({ seed, rows: whole });
    const shown = Bun.stripANSI(whole.join("")).replace(/[\s│]+/g, "");
    const lost = words.filter((word) => !shown.includes(word));
    expect({ seed, text, lost }).toEqual({ seed, text, lost: [] });
  }
});

test("only styles and links leave the renderer, and each row closes what it opens", () => {
  for (const seed of rounds) {
    const random = randomFrom(seed);
    const source = sanitize(randomMarkdown(random).text);
    for (const row of render([source], 1 + random(60), true)) {
      const links = row.match(/\x1b\]8;[!-~]*\x1b\\/g) ?? [];
      const styles = row.match(/\x1b\[\d{1,2}m/g) ?? [];
      const rest = row.replace(/\x1b\]8;[!-~]*\x1b\\|\x1b\[\d{1,2}m/g, "");
      expect({ seed, rest }).toEqual({
        seed,
        rest: rest.replace(/[\0-\x08\x0a-\x1f\x7f-\x9f\u202a-\u202e]/g, ""),
      });
      expect(links.length % 2).toBe(0);
      if (links.length > 0) expect(links.at(-1)).toBe("\x1b]8;;\x1b\\");
      // Of the styles in use, 1 2 3 4 9 and 30 to 37 open; 22 to 24, 29 and 39 close.
      const opened = styles.filter((style) => /\[(\d|3[0-7])m/.test(style)).length;
      expect({ seed, row, opened }).toEqual({ seed, row, opened: styles.length / 2 });
    }
  }
});

test("rows fit the window, but for code, LaTeX and addresses", () => {
  for (const seed of rounds) {
    const random = randomFrom(seed);
    const { text } = randomMarkdown(random);
    const source = sanitize(text).replace(/[`~$\t\\]|https?:|(?<= ) +|^ +/gm, "");
    const columns = 8 + random(60);
    for (const row of render([source], columns, false)) {
      expect({ seed, row, fits: Bun.stringWidth(row) <= columns }).toEqual({ seed, row, fits: true });
    }
  }
});
