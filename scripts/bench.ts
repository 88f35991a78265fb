/**
 * Compares our speed with llama.cpp's own programs, built from the same source
 * with the same flags, on a model with the shape of a real one. It compares
 * pulls with curl, conversions with llama.cpp's Python converter, chats that
 * continue from their cached state with chats that are evaluated anew, and many
 * clients with llama-server. Both sides run in turn, and only ratios are judged.
 * What a chat's terminal does has no peer, and is compared with goals.
 *
 *   npm run bench -- [--rounds 5] [--model FILE] [--output FILE] [--python PATH] [--only chat|chats|pull|convert|serve|families|terminal|soak]
 *
 * "families" runs only with --only, for the models of --models FOLDER (../shared/models/tiny).
 *
 * The soak takes --minutes (10) and runs only with --only soak. --clients (1,4,16) is for "serve".
 *
 * --python needs torch, transformers and numpy; without it only our conversions are measured.
 *
 * A missed target doesn't fail the script: the machine may have been busy.
 */
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { formatBytes } from "../src/base/format.ts";
import { chatRows } from "./bench/chats.ts";
import { convertRows } from "./bench/convert.ts";
import { familyTable } from "./bench/families.ts";
import { inTurn, median, ratio, type Samples } from "./bench/measure.ts";
import { ensureBenchModel } from "./bench/model.ts";
import { Anechat, llamaBench, llamaCompletion } from "./bench/programs.ts";
import { pullRows } from "./bench/pull.ts";
import { serveRows, soakRow } from "./bench/serve.ts";
import { describeMachine, type Row, renderTable } from "./bench/table.ts";
import { terminalRows } from "./bench/terminal.ts";
import { buildExecutable } from "./build.ts";
import { benchPrograms, buildNative, peerPath } from "./build-native.ts";
import { llamaCpp, llamaCppSource } from "./llama-cpp.ts";
import { buildFolder, runScript } from "./process.ts";

type Comparison = { rounds: number; model: string; anechat: Anechat; bench: string; completion: string };

const shortPrompt = "Hi";
const sentence =
  "The lighthouse keeper counted the ships that passed before the storm came in from the west. ";
/** The number of tokens that llama-bench generates by default. */
const generated = 128;

/** Each round is a new process. Ours evaluates its prompt once, so llama-bench must not warm up. */
async function promptRow(words: number, { anechat, model, bench, rounds }: Comparison): Promise<Row> {
  const prompt = sentence
    .repeat(Math.ceil(words / 16))
    .split(" ")
    .slice(0, words)
    .join(" ");
  const { promptTokens } = await anechat.answer(prompt, 1);
  const samples = await inTurn(
    rounds,
    async () => (await anechat.answer(prompt, 1)).promptTokensPerSecond,
    () => llamaBench(bench, model, "-p", String(promptTokens), "-n", "0", "--no-warmup"),
  );
  return speedRow(`prompt, ${promptTokens} tokens`, samples);
}

async function generationRow({ anechat, model, bench, rounds }: Comparison): Promise<Row> {
  const { promptTokens } = await anechat.answer(shortPrompt, generated);
  const samples = await inTurn(
    rounds,
    async () => (await anechat.answer(shortPrompt, generated)).generationTokensPerSecond,
    () => llamaBench(bench, model, "-p", "0", "-n", String(generated), "-d", String(promptTokens)),
  );
  return speedRow(`generation, ${generated} tokens`, samples);
}

function speedRow(what: string, samples: Samples): Row {
  const [ours, theirs] = [median(samples.ours), median(samples.theirs)];
  const show = (speed: number): string => `${speed.toFixed(1)} t/s`;
  return {
    what,
    ours: show(ours),
    theirs: show(theirs),
    result: ratio(samples).toFixed(3),
    target: "≥ 0.98",
    isMet: ratio(samples) >= 0.98,
  };
}

/** Time from start to first token, and peak memory. */
async function oneShotRows({ anechat, model, completion, rounds }: Comparison): Promise<Row[]> {
  const peaks: Samples = { ours: [], theirs: [] };
  const times = await inTurn(
    rounds,
    async () => {
      const run = await anechat.oneToken(shortPrompt);
      peaks.ours.push(run.peakBytes);
      return run.milliseconds;
    },
    async () => {
      const run = await llamaCompletion(completion, model, shortPrompt);
      peaks.theirs.push(run.peakBytes);
      return run.milliseconds;
    },
  );
  const share = ratio(times);
  const more = median(peaks.ours) - median(peaks.theirs);
  const show = (milliseconds: number): string => `${milliseconds.toFixed(0)} ms`;
  return [
    {
      what: "start to first token, one-shot",
      ours: show(median(times.ours)),
      theirs: show(median(times.theirs)),
      result: share.toFixed(2),
      target: "≤ 0.60",
      isMet: share <= 0.6,
    },
    {
      what: "peak memory, one-shot",
      ours: formatBytes(median(peaks.ours)),
      theirs: formatBytes(median(peaks.theirs)),
      result: `${more < 0 ? "−" : "+"}${formatBytes(Math.abs(more))}`,
      target: "≤ +80 MB",
      isMet: more <= 80e6,
    },
  ];
}

async function versionRow({ anechat, rounds }: Comparison): Promise<Row> {
  const times: number[] = [];
  for (let round = 0; round < rounds * 4; round++) times.push((await anechat.version()).milliseconds);
  const time = median(times);
  const shown = `${time.toFixed(0)} ms`;
  return { what: "`--version`", ours: shown, theirs: "", result: shown, target: "< 40 ms", isMet: time < 40 };
}

/** The rows of all parts that compare with other programs, on a model of a real shape. */
async function comparedRows(executable: string, values: Options): Promise<Row[]> {
  const { only } = values;
  const isEnabled = (part: string): boolean => only === undefined || only === part;
  const native = await buildNative({}, benchPrograms);
  const model = values.model ?? (await ensureBenchModel(join(buildFolder, "bench")));
  const comparison: Comparison = {
    rounds: Number(values.rounds),
    model,
    anechat: new Anechat(executable, model),
    bench: peerPath(native, "llama-bench"),
    completion: peerPath(native, "llama-completion"),
  };
  const folder = join(buildFolder, "bench");
  const fewRounds = Math.min(3, comparison.rounds);
  const rows: Row[] = [];
  if (isEnabled("chat")) {
    rows.push(await promptRow(50, comparison), await promptRow(100, comparison));
    rows.push(await generationRow(comparison), ...(await oneShotRows(comparison)));
    rows.push(await versionRow(comparison));
  }
  const quantize = peerPath(native, "llama-quantize");
  if (isEnabled("chats")) {
    rows.push(...(await chatRows({ executable, model, quantize, folder, rounds: fewRounds })));
  }
  if (isEnabled("pull")) rows.push(...(await pullRows(executable, folder, fewRounds)));
  if (isEnabled("convert")) {
    const { python } = values;
    const source = await (await llamaCppSource(process.env.LLAMA_CPP_DIR)).ensure();
    rows.push(
      ...(await convertRows({ executable, quantize, llamaCpp: source, python, folder, rounds: fewRounds })),
    );
  }
  const serving = {
    executable,
    llamaServer: peerPath(native, "llama-server"),
    model,
    rounds: fewRounds,
    clients: values.clients.split(",").map(Number),
  };
  if (isEnabled("serve")) rows.push(...(await serveRows(serving)));
  if (only === "soak") rows.push(await soakRow(serving, Number(values.minutes)));
  return rows;
}

const options = {
  rounds: { type: "string", default: "5" },
  model: { type: "string" },
  output: { type: "string" },
  python: { type: "string" },
  only: { type: "string" },
  models: { type: "string", default: "../shared/models/tiny" },
  clients: { type: "string", default: "1,4,16" },
  minutes: { type: "string", default: "10" },
} as const;

type Options = ReturnType<typeof parseArgs<{ options: typeof options }>>["values"];

await runScript(async () => {
  const { values } = parseArgs({ options });
  const { only, output } = values;
  const executable = await buildExecutable();
  if (only === "families") {
    const native = await buildNative({}, benchPrograms);
    const llamaServer = peerPath(native, "llama-server");
    const table = await familyTable({ executable, llamaServer, folder: resolve(values.models) });
    console.log(`\n${describeMachine()}; llama.cpp ${llamaCpp.version}.\n\n${table}`);
    return;
  }
  console.log(`Comparing, ${values.rounds} rounds…`);
  const rows: Row[] = [];
  if (only !== "terminal") rows.push(...(await comparedRows(executable, values)));
  if (only === undefined || only === "terminal") {
    rows.push(...(await terminalRows(executable, Math.min(3, Number(values.rounds)))));
  }
  const report =
    `${describeMachine()}; llama.cpp ${llamaCpp.version}; medians of ${values.rounds} rounds, ` +
    `ratios taken round by round.\n\n${renderTable(rows)}\n`;
  console.log(`\n${report}`);
  if (output !== undefined) await Bun.write(output, report);
});
