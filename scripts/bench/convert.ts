/** Benchmarks a conversion, with --python also llama.cpp's converter and llama-quantize. */
import { rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { formatBytes, formatDuration } from "../../src/base/format.ts";
import { inTurn, measure, median, type Run, ratio, type Samples } from "./measure.ts";
import { ensureSourceModel } from "./source-model.ts";
import type { Row } from "./table.ts";

export type ConvertBench = {
  executable: string;
  /** llama-quantize of the same build. */
  quantize: string;
  /** llama.cpp's source, which has the converter. */
  llamaCpp: string;
  /** A Python with torch, transformers and numpy. Undefined: only anechat is measured. */
  python: string | undefined;
  folder: string;
  rounds: number;
};

const maxMemory = 500e6;

export async function convertRows(bench: ConvertBench): Promise<Row[]> {
  const source = await ensureSourceModel(bench.folder, "bf16");
  const mlx = await ensureSourceModel(bench.folder, "mlx-4bit");
  return [
    ...(await rows("1.2B BF16 to Q8_0", source, ["--quant", "Q8_0"], bench, [["--outtype", "q8_0"]])),
    ...(await rows("1.2B BF16 to Q4_K_M", source, ["--quant", "Q4_K_M"], bench, [
      ["--outtype", "bf16"],
      "Q4_K_M",
    ])),
    // llama.cpp's converter can't read MLX quantization.
    ...(await rows("1.2B MLX 4-bit to Q4_1", mlx, [], { ...bench, python: undefined }, [[]])),
  ];
}

/** The last parameter: arguments of the converter, and the type that llama-quantize converts to. */
async function rows(
  what: string,
  source: string,
  flags: readonly string[],
  { executable, quantize, llamaCpp, python, folder, rounds }: ConvertBench,
  [converterFlags, type]: readonly [readonly string[], string?],
): Promise<Row[]> {
  const [result, between] = [join(folder, "converted.gguf"), join(folder, "between.gguf")];
  const peaks: number[] = [];
  const ours = async (): Promise<number> => {
    rmSync(result, { force: true });
    const run = await measure([
      executable,
      "convert",
      source,
      result,
      "--pre",
      "llama-bpe",
      "--quiet",
      ...flags,
    ]);
    peaks.push(run.peakBytes);
    return run.milliseconds;
  };
  const theirs = async (): Promise<number> => {
    const output = type === undefined ? result : between;
    rmSync(output, { force: true });
    const runs: Run[] = [
      await measure([python!, "-c", converter(llamaCpp), source, "--outfile", output, ...converterFlags]),
    ];
    if (type !== undefined) runs.push(await measure([quantize, between, result, type]));
    return runs.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  };
  const samples: Samples =
    python === undefined
      ? { ours: await Array.fromAsync({ length: rounds }, ours), theirs: [] }
      : await inTurn(rounds, ours, theirs);
  const bytes = statSync(result).size;
  for (const path of [result, between]) rmSync(path, { force: true });
  const share = ratio(samples);
  const peak = median(peaks);
  const show = (milliseconds: number): string => formatDuration(milliseconds);
  return [
    python === undefined
      ? {
          what,
          ours: `${show(median(samples.ours))}, ${formatBytes((bytes / median(samples.ours)) * 1000)}/s`,
          theirs: "",
          result: "",
          target: "",
          isMet: true,
        }
      : {
          what: `${what}, against the Python converter${type === undefined ? "" : " and llama-quantize"}`,
          ours: show(median(samples.ours)),
          theirs: show(median(samples.theirs)),
          result: share.toFixed(2),
          target: "≤ 0.50",
          isMet: share <= 0.5,
        },
    {
      what: "peak memory of the conversion",
      ours: formatBytes(peak),
      theirs: "",
      result: formatBytes(peak),
      target: "< 500 MB",
      isMet: peak < maxMemory,
    },
  ];
}

/** Python that runs the converter and sets the pre-tokenizer: our vocabulary is synthetic. */
function converter(llamaCpp: string): string {
  return [
    "import runpy, sys",
    `root = ${JSON.stringify(llamaCpp)}`,
    "sys.path[:0] = [root, root + '/gguf-py']",
    "from conversion.base import TextModel",
    "TextModel.get_vocab_base_pre = lambda self, tokenizer: 'llama-bpe'",
    "sys.argv[0] = root + '/convert_hf_to_gguf.py'",
    "runpy.run_path(sys.argv[0], run_name='__main__')",
  ].join("\n");
}
