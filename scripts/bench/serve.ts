/** Benchmarks anechat's server beside llama-server, with several clients, and a soak test. */
import { formatBytes } from "../../src/base/format.ts";
import { BenchServer, type Load, together } from "./load.ts";
import { median, quantile, ratio, type Samples } from "./measure.ts";
import { measuredPrompts, type Prompt } from "./prompts.ts";
import type { Row } from "./table.ts";

export type ServeOptions = {
  executable: string;
  /** llama-server of the same build. */
  llamaServer: string;
  model: string;
  rounds: number;
  /** Numbers of parallel clients to measure. */
  clients: readonly number[];
};

/** --parallel of both servers. The context has room for all of them. */
const parallel = 16;
const contextSize = 8192;

/** llama-server's threads spin for a while after an answer, which slows down the other one. */
const spinningMs = 500;

/** Questions per client. A single client sends more, so that its results are less noisy. */
const questionsOf = (clients: number): number => Math.max(2, Math.round(16 / clients ** 2));

function commands({ executable, llamaServer, model }: ServeOptions): { ours: string[]; theirs: string[] } {
  const context = ["--ctx-size", String(contextSize)];
  const many = ["--parallel", String(parallel)];
  return {
    ours: [executable, "serve", model, "--port", "PORT", "--no-save", "--quiet", ...many, ...context],
    theirs: [llamaServer, "-m", model, "--port", "PORT", "--kv-unified", ...many, ...context],
  };
}

export async function serveRows(options: ServeOptions): Promise<Row[]> {
  const rows: Row[] = [];
  for (const clients of options.clients) {
    const rounds: Round[] = [];
    for (let round = 0; round < options.rounds; round += 1) {
      rounds.push(await measureRound(options, clients, round));
      console.log(`  ${clientsText(clients)}: round ${round + 1} of ${options.rounds}`);
    }
    const measured = [...loadRows(clients, rounds), memoryRow(clients, rounds)];
    // Printed now, so that a later failure does not lose minutes of work.
    for (const { what, ours, theirs, result } of measured)
      console.log(`  ${what}: ${ours}, ${theirs}, ${result}`);
    rows.push(...measured);
  }
  return rows;
}

/** The results of one server in a round. */
type Side = Load & { peakBytes: number };
type Round = { ours: Side; theirs: Side };

/**
 * Both servers run, but only one gets requests at a time. A single client alternates between them
 * with each question, so that a machine that slows down for seconds affects both. Many clients send
 * all their questions to one server first, to keep it busy.
 */
async function measureRound(options: ServeOptions, clients: number, round: number): Promise<Round> {
  const { ours: ourCommand, theirs: theirCommand } = commands(options);
  await using ours = await BenchServer.start(ourCommand);
  await using theirs = await BenchServer.start(theirCommand);
  // Warm up: the first request is slower.
  for (const server of [ours, theirs]) await server.load(measuredPrompts(1, 1, -1));
  const prompts = measuredPrompts(clients, questionsOf(clients), round);
  const [alone = []] = prompts;
  const turns = clients === 1 ? alone.map((prompt) => [[prompt]]) : [prompts];
  const loads: { ours: Load[]; theirs: Load[] } = { ours: [], theirs: [] };
  const sides = [
    async (turn: Prompt[][]) => void loads.ours.push(await ours.load(turn)),
    async (turn: Prompt[][]) => void loads.theirs.push(await theirs.load(turn)),
  ];
  // Strictly alternating: a server that runs twice in a row has its weights in the CPU's cache, and
  // is twice as fast.
  if (round % 2 === 1) sides.reverse();
  for (const turn of turns) {
    for (const side of sides) {
      await side(turn);
      await Bun.sleep(spinningMs);
    }
  }
  return {
    ours: { ...together(loads.ours), peakBytes: ours.memory().peak },
    theirs: { ...together(loads.theirs), peakBytes: theirs.memory().peak },
  };
}

function loadRows(clients: number, rounds: readonly Round[]): Row[] {
  const label = clientsText(clients);
  return [
    ratioRow(
      `${label}: tokens/s`,
      samplesOf(rounds, ({ tokens, seconds }) => tokens / seconds),
      (value) => `${value.toFixed(1)} t/s`,
      "≥ 1.0",
      (share) => share >= 1,
    ),
    timeRow(
      `${label}: first token, median`,
      samplesOf(rounds, ({ firstTokens }) => quantile(firstTokens, 0.5)),
    ),
    timeRow(
      `${label}: first token, 95 %`,
      samplesOf(rounds, ({ firstTokens }) => quantile(firstTokens, 0.95)),
    ),
    timeRow(
      `${label}: longest gap in an answer`,
      samplesOf(rounds, ({ gaps }) => Math.max(...gaps)),
    ),
  ];
}

function samplesOf(rounds: readonly Round[], figure: (side: Side) => number): Samples {
  return {
    ours: rounds.map(({ ours }) => figure(ours)),
    theirs: rounds.map(({ theirs }) => figure(theirs)),
  };
}

function clientsText(clients: number): string {
  return clients === 1 ? "1 client" : `${clients} clients`;
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
  // Rounded first, so that the target is compared with the number shown.
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

function memoryRow(clients: number, rounds: readonly Round[]): Row {
  const peaks = samplesOf(rounds, ({ peakBytes }) => peakBytes);
  const more = median(peaks.ours) - median(peaks.theirs);
  return {
    what: `${clientsText(clients)}: peak memory`,
    ours: formatBytes(median(peaks.ours)),
    theirs: formatBytes(median(peaks.theirs)),
    result: `${more < 0 ? "−" : "+"}${formatBytes(Math.abs(more))}`,
    target: "≤ +100 MB",
    isMet: more <= 100e6,
  };
}

/** Runs as many clients as --parallel allows. Memory must not grow once all of it is in use. */
export async function soakRow(options: ServeOptions, minutes: number): Promise<Row> {
  await using server = await BenchServer.start(commands(options).ours);
  const start = performance.now();
  const passed = (): number => (performance.now() - start) / 60_000;
  const samples: number[] = [];
  let answers = 0;
  const questions = questionsOf(parallel);
  let settled: number | undefined;
  for (let round = 0; passed() < minutes; round += 1) {
    answers += (await server.load(measuredPrompts(parallel, questions, round))).firstTokens.length;
    const { now } = server.memory();
    samples.push(now);
    if (passed() >= minutes / 5) settled ??= now;
    console.log(`  ${passed().toFixed(1)} min: ${answers} answers, ${formatBytes(now)}`);
  }
  const from = settled ?? samples[0] ?? Number.NaN;
  const grown = (samples.at(-1) ?? Number.NaN) - from;
  return {
    what:
      `${parallel} clients for ${minutes} minutes, ${answers} answers: ` +
      "memory after a fifth of the time, and at the end",
    ours: `${formatBytes(from)}, ${formatBytes(samples.at(-1) ?? Number.NaN)}`,
    theirs: "",
    result: `${grown < 0 ? "−" : "+"}${formatBytes(Math.abs(grown))}`,
    target: "≤ +20 MB",
    isMet: grown <= 20e6,
  };
}
