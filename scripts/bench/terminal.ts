/** Benchmarks the terminal of a chat: keys, a paste, and the rendering of markdown. */
import { join } from "node:path";
import { formatBytes } from "../../src/base/format.ts";
import { keyboardRows } from "./keyboard.ts";
import { measure, median } from "./measure.ts";
import type { Rendering } from "./render-markdown.ts";
import type { Row } from "./table.ts";

/** The first ones include the work of the JIT compiler, as in a chat. */
const lengths = [10_000, 100_000] as const;
/** A saved answer arrives in large chunks; a model's text in small ones, and each is painted. */
const chunks: readonly { characters: number; goal?: number }[] = [
  { characters: 65_536, goal: 5_000_000 },
  { characters: 40 },
];
/** In bytes: a small part of the text. */
const maxRetained = 1_000_000;

export async function terminalRows(executable: string, rounds: number): Promise<Row[]> {
  const rows = await keyboardRows(executable, rounds);
  for (const { characters, goal } of chunks) {
    for (const lines of lengths) {
      const what = `${lines.toLocaleString("en")} lines of markdown, ${characters} characters at a time`;
      rows.push(...renderingRows(what, await renderings(lines, characters, rounds), goal));
    }
  }
  return rows;
}

type Measured = Rendering & { peakBytes: number };

function renderingRows(what: string, runs: readonly Measured[], goal: number | undefined): Row[] {
  const speed = median(runs.map(({ bytes, milliseconds }) => (bytes / milliseconds) * 1000));
  const retained = Math.max(0, median(runs.map((run) => run.retained)));
  const peak = median(runs.map(({ peakBytes }) => peakBytes));
  const shown = `${(speed / 1e6).toFixed(1)} MB/s`;
  const target =
    goal === undefined ? { target: "" } : { target: `≥ ${goal / 1e6} MB/s`, isMet: speed >= goal };
  return [
    { what, ours: shown, theirs: "", result: shown, ...target },
    {
      what: "memory that it keeps (peak of the process)",
      ours: `${formatBytes(retained)} (${formatBytes(peak)})`,
      theirs: "",
      result: formatBytes(retained),
      target: "< 1 MB",
      isMet: retained < maxRetained,
    },
  ];
}

/** Each in a new process. */
async function renderings(lines: number, characters: number, rounds: number): Promise<Measured[]> {
  const script = join(import.meta.dir, "render-markdown.ts");
  const runs: Measured[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const command = [process.execPath, script, String(lines), String(characters)];
    const { stdout, peakBytes } = await measure(command);
    runs.push({ ...(JSON.parse(stdout) as Rendering), peakBytes });
  }
  return runs;
}
