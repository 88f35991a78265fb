/** Many clients at once: our server beside llama-server of the same source, and ours alone for minutes. */
import { formatBytes } from "../../src/base/format.ts";
import { BenchServer, type Load } from "./load.ts";
import { median, ratio, type Samples } from "./measure.ts";
import type { Row } from "./table.ts";

export type ServeOptions = {
  executable: string;
  /** llama-server of the same build. */
  llamaServer: string;
  model: string;
  rounds: number;
  /** How many at once, of each row. */
  clients: readonly number[];
};

/** Both have as many places as there may be clients, and a context in which all of them have room. */
const places = 16;
const contextSize = 8192;

/** Each asks; fewer clients ask more, so that a round takes about as long. */
const questionsOf = (clients: number): number => Math.max(2, Math.round(8 / clients));

function commands({ executable, llamaServer, model }: ServeOptions): { ours: string[]; theirs: string[] } {
  const context = ["--ctx-size", String(contextSize)];
  const many = ["--parallel", String(places)];
  return {
    ours: [executable, "serve", model, "--port", "PORT", "--no-save", "--quiet", ...many, ...context],
    theirs: [llamaServer, "-m", model, "--port", "PORT", "--kv-unified", ...many, ...context],
  };
}

export async function serveRows(options: ServeOptions): Promise<Row[]> {
  const { ours: ourCommand, theirs: theirCommand } = commands(options);
  const rows: Row[] = [];
  for (const clients of options.clients) {
    const loads: { ours: Load[]; theirs: Load[] } = { ours: [], theirs: [] };
    const peaks: Samples = { ours: [], theirs: [] };
    const measure = async (side: "ours" | "theirs", round: number): Promise<void> => {
      await using server = await BenchServer.start(side === "ours" ? ourCommand : theirCommand);
      // The first request of all pays for what is made once.
      await server.load(1, 1, -1);
      loads[side].push(await server.load(clients, questionsOf(clients), round));
      peaks[side].push(server.memory().peak);
    };
    // Side by side: a machine that slows down meets both of a round.
    for (let round = 0; round < options.rounds; round += 1) {
      await measure("ours", round);
      await measure("theirs", round);
      console.log(`  ${clients} at once: round ${round + 1} of ${options.rounds}`);
    }
    rows.push(...loadRows(clients, loads), memoryRow(clients, peaks));
  }
  return rows;
}

function loadRows(clients: number, loads: { ours: Load[]; theirs: Load[] }): Row[] {
  const of = (figure: (load: Load) => number): Samples => ({
    ours: loads.ours.map(figure),
    theirs: loads.theirs.map(figure),
  });
  const who = clients === 1 ? "1 client" : `${clients} clients`;
  const speed = of(({ tokensPerSecond }) => tokensPerSecond);
  return [
    ratioRow(
      `${who}: tokens/s`,
      speed,
      (value) => `${value.toFixed(1)} t/s`,
      "≥ 1.0",
      (share) => share >= 1,
    ),
    timeRow(
      `${who}: first token, median`,
      of(({ firstTokens }) => quantile(firstTokens, 0.5)),
    ),
    timeRow(
      `${who}: first token, 95 %`,
      of(({ firstTokens }) => quantile(firstTokens, 0.95)),
    ),
    timeRow(
      `${who}: longest gap in an answer`,
      of(({ gaps }) => Math.max(...gaps)),
    ),
  ];
}

function timeRow(what: string, samples: Samples): Row {
  return ratioRow(
    what,
    samples,
    (value) => `${value.toFixed(0)} ms`,
    "≤ 1.0",
    (share) => share <= 1,
  );
}

function ratioRow(
  what: string,
  samples: Samples,
  show: (value: number) => string,
  target: string,
  isMet: (share: number) => boolean,
): Row {
  // Shown and judged alike, to two digits.
  const share = Number(ratio(samples).toFixed(2));
  return {
    what,
    ours: show(median(samples.ours)),
    theirs: show(median(samples.theirs)),
    result: share.toFixed(2),
    target,
    isMet: isMet(share),
  };
}

function memoryRow(clients: number, peaks: Samples): Row {
  const more = median(peaks.ours) - median(peaks.theirs);
  return {
    what: `${clients === 1 ? "1 client" : `${clients} clients`}: peak memory`,
    ours: formatBytes(median(peaks.ours)),
    theirs: formatBytes(median(peaks.theirs)),
    result: `${more < 0 ? "−" : "+"}${formatBytes(Math.abs(more))}`,
    target: "≤ +100 MB",
    isMet: more <= 100e6,
  };
}

/** As many clients as there are places, for minutes: memory has to stay what it was once all of it was in use. */
export async function soakRow(options: ServeOptions, minutes: number): Promise<Row> {
  await using server = await BenchServer.start(commands(options).ours);
  const start = performance.now();
  const passed = (): number => (performance.now() - start) / 60_000;
  const samples: number[] = [];
  let answers = 0;
  const questions = questionsOf(places);
  let settled: number | undefined;
  for (let round = 0; passed() < minutes; round += 1) {
    answers += (await server.load(places, questions, round)).firstTokens.length;
    const { now } = server.memory();
    samples.push(now);
    if (passed() >= minutes / 5) settled ??= now;
    console.log(`  ${passed().toFixed(1)} min: ${answers} answers, ${formatBytes(now)}`);
  }
  const from = settled ?? samples[0] ?? Number.NaN;
  const grown = (samples.at(-1) ?? Number.NaN) - from;
  return {
    what: `${places} clients for ${minutes} minutes, ${answers} answers: memory after a fifth of it, and at the end`,
    ours: `${formatBytes(from)}, ${formatBytes(samples.at(-1) ?? Number.NaN)}`,
    theirs: "",
    result: `${grown < 0 ? "−" : "+"}${formatBytes(Math.abs(grown))}`,
    target: "≤ +20 MB",
    isMet: grown <= 20e6,
  };
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
