/** Markdown of any length for the terminal's benchmarks, the same on every machine. */
import { seededRandom } from "../random.ts";

const words =
  "the lighthouse keeper counted ships that passed before a storm came in from west while *seven* `lamps.on()` " +
  "were **still burning** and [the log](https://example.org/log/1894) said naïve 漢字 nothing about 2*3*4 or snake_case";
const vocabulary = words.split(" ");

const code = [
  "def keeper(ships: list[Ship], storm: float = 0.5) -> int:",
  '    """Counts the ships that passed before the storm."""',
  "    passed = [ship for ship in ships if ship.time < storm]",
  "    # Those without a light don't count.",
  "    return sum(1 for ship in passed if ship.lamps and not ship.is_lost)",
  "",
];

/** Endless lines, each with its "\n": prose, headings, lists, code, tables and quotes in turn. */
export function* markdownLines(): Generator<string> {
  const random = seededRandom(17);
  const sentence = (count: number): string =>
    Array.from({ length: count }, () => vocabulary[random.below(vocabulary.length)]).join(" ");
  const repeat = function* (count: number, line: (index: number) => string): Generator<string> {
    for (let index = 0; index < count; index += 1) yield `${line(index)}\n`;
    yield "\n";
  };
  for (;;) {
    yield* repeat(1, () => `## ${sentence(4)}`);
    yield* repeat(2 + random.below(5), () => sentence(8 + random.below(30)));
    yield* repeat(3 + random.below(8), (index) => `${index % 3 === 2 ? "  " : ""}- ${sentence(12)}`);
    yield* repeat(3 + random.below(8), (index) => `${index + 1}. ${sentence(20)}`);
    yield "```python\n";
    yield* repeat(6 + random.below(50), (index) => code[index % code.length]!);
    yield "```\n\n";
    yield "| ship | port | remark |\n|:---|---:|---|\n";
    yield* repeat(2 + random.below(12), (index) => `| ${index} | ${sentence(2)} | ${sentence(5)} |`);
    yield* repeat(1 + random.below(4), () => `> ${sentence(15)}`);
  }
}

/** The first `lines` lines in chunks of `length` characters, as a model's text arrives. */
export function* markdownChunks(lines: number, length: number): Generator<string> {
  let text = "";
  for (const line of markdownLines().take(lines)) {
    text += line;
    while (text.length >= length) {
      yield text.slice(0, length);
      text = text.slice(length);
    }
  }
  if (text !== "") yield text;
}
