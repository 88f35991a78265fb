/** Converts a model and says what happens meanwhile; shared by all commands that may have to. */
import { availableParallelism } from "node:os";
import { basename, dirname } from "node:path";
import { AnechatError, errorCode } from "../../base/errors.ts";
import { formatBytes, formatDuration } from "../../base/format.ts";
import { openSourceFolder } from "../../convert/source-folder.ts";
import { availableMemory } from "../../engine/memory/available.ts";
import { checkFreeSpace } from "../../hub/disk.ts";
import { libraryFolder } from "../../llama/libraries.ts";
import { transferMeter } from "../../terminal/transfer.ts";
import { type Io, stepProgress } from "../io.ts";
import type { ConversionFlags } from "./conversion-flags.ts";

export type Conversion = {
  /** As it is shown, and written into the file. */
  name: string;
  /** Of the source. */
  folder: string;
  quantization: string | undefined;
  /** Where the result goes, by what it is quantized to. Its folder is there. */
  output: (quantization: string) => string;
  /** A file of weights is used up. */
  onShardDone?: (path: string) => void;
};

export type ConvertedFile = { path: string; quantization: string; bytes: number };

/** @throws AnechatError of the source, the disk, and Ctrl+C */
export async function runConversion(
  { name, folder, quantization, output, onShardDone }: Conversion,
  flags: ConversionFlags,
  io: Io,
): Promise<ConvertedFile> {
  // Only who converts pays for loading what converting needs.
  const { planConversion, writeConversion } = await import("../../convert/convert.ts");
  const { parseQuantization } = await import("../../convert/quantization.ts");
  const { loadLibrary } = await import("../../llama/library.ts");
  const wanted = quantization === undefined ? undefined : parseQuantization(quantization);
  const native = loadLibrary(libraryFolder(io.unpacked()), io.env);
  const source = openSourceFolder(folder);
  await using _ = source.shards;
  const plan = await planConversion(native, source, {
    quantization: wanted,
    pre: flags.pre,
    memory: availableMemory(),
    name,
  });
  const path = output(plan.label);
  checkFreeSpace(dirname(path), plan.bytes, {
    message: (bytes) => `The result takes ${bytes}`,
    hint: otherPlace,
    reserve: 0,
  });

  using interrupt = io.onInterrupt();
  using progress = stepProgress(io, `Converting ${name} to ${plan.label}`, flags.quiet === true);
  const began = performance.now();
  const show = transferMeter(progress);
  try {
    await writeConversion(native, source, plan, path, {
      threads: availableParallelism(),
      signal: interrupt.signal,
      onProgress: (written) => show(written, plan.bytes),
      onShardDone: (shard) => onShardDone?.(source.shards.path(shard)),
    });
  } catch (error) {
    throw explain(error, path);
  }
  progress.done(
    `Converted to ${formatBytes(plan.bytes)} in ${formatDuration(performance.now() - began)}: ${path}`,
  );
  if (plan.losses.inexact > 0 && flags.quiet !== true) {
    io.note(`${plan.losses.inexact} scales had to be rounded to 16 bits: the result isn't quite exact.`);
  }
  return { path, quantization: plan.label, bytes: plan.bytes };
}

const otherPlace = "Make room, choose a smaller --quant, or name a file on another disk.";

function explain(error: unknown, path: string): unknown {
  switch (errorCode(error)) {
    case "ENOSPC":
    case "EDQUOT":
    case "EFBIG":
      return new AnechatError("diskFull", `The disk is full: ${basename(path)} wasn't written`, {
        hint: otherPlace,
        cause: error,
      });
    case "EACCES":
    case "EPERM":
    case "EROFS":
    case "ENOENT":
      return new AnechatError("noAccess", `${path} can't be written`, {
        hint: "Name a file in a folder of your own.",
        cause: error,
      });
    default:
      return error;
  }
}
