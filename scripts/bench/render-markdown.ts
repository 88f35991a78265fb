/**
 * Renders markdown as the answer of a chat on a terminal of 80 × 24 that shows nothing. Prints
 * {@link Rendering} as JSON. Only the view's time counts, not that of making the text.
 *
 *   bun scripts/bench/render-markdown.ts LINES CHUNK_LENGTH
 */
import { heapStats } from "bun:jsc";
import { createAnswerView } from "../../src/terminal/answer-view.ts";
import { createColors } from "../../src/terminal/colors.ts";
import { markdownChunks } from "./markdown.ts";

export type Rendering = {
  /** UTF-8 bytes of the markdown. */
  bytes: number;
  milliseconds: number;
  /** Bytes that the heap holds at the end of the text, beyond those at its beginning. */
  retained: number;
};

const [lines, chunkLength] = process.argv.slice(2).map(Number) as [number, number];
const output = { isTTY: true, columns: 80, rows: 24, write: (): void => {} };
const colors = createColors({}, output);
const view = createAnswerView({ output, colors, style: "markdown", hyperlinks: true });
let bytes = 0;
let milliseconds = 0;
let heapAtBeginning: number | undefined;
for (const chunk of markdownChunks(lines, chunkLength)) {
  bytes += Buffer.byteLength(chunk);
  milliseconds += timeOf(() => view.write(chunk));
  if (bytes >= 100_000) heapAtBeginning ??= heapInUse();
}
const retained = heapInUse() - (heapAtBeginning ?? Number.NaN);
milliseconds += timeOf(() => view.end());
console.log(JSON.stringify({ bytes, milliseconds, retained } satisfies Rendering));

function timeOf(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Bytes of all objects that are still referenced. */
function heapInUse(): number {
  Bun.gc(true);
  return heapStats().heapSize;
}
