/** Converts a model and shows the progress. Shared by all commands that may convert one. */
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
  /** Shown to the user, and written into the GGUF file. */
  name: string;
  /** Folder of the source model. */
  folder: string;
  quantization: string | undefined;
  /** Path of the result, given its quantization. Its folder exists. */
  output: (quantization: string) => string;
  /** Called when a file of weights is no longer needed. */
  onShardDone?: (path: string) => void;
};

type ConvertedFile = { path: string; quantization: string; bytes: number };

/** @throws AnechatError for a bad source, a full disk, or Ctrl+C */
export async function runConversion(
  { name, folder, quantization, output, onShardDone }: Conversion,
  flags: ConversionFlags,
  io: Io,
): Promise<ConvertedFile> {
  // Imported lazily: most commands never convert.
  const { planConversion, writeConversion } = await import("../../convert/convert.ts");
  const { parseQuantization } = await import("../../convert/quantization.ts");
  const { loadLibrary } = await import("../../llama/library.ts");
  const target = quantization === undefined ? undefined : parseQuantization(quantization);
  const native = loadLibrary(libraryFolder(io.unpacked()), io.env);
  const source = openSourceFolder(folder);
  await using _ = source.shards;
  const plan = await planConversion(native, source, {
    quantization: target,
    pre: flags.pre,
    memory: availableMemory(),
    name,
  });
  const path = output(plan.label);
  checkFreeSpace(dirname(path), plan.bytes, {
    message: (bytes) => `The result takes ${bytes}`,
    hint: spaceHint,
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
    io.note(`${plan.losses.inexact} scales were rounded to 16 bits: the result is not exact.`);
  }
  return { path, quantization: plan.label, bytes: plan.bytes };
}

const spaceHint = "Free some space, choose a smaller --quant, or name a file on another disk.";

function explain(error: unknown, path: string): unknown {
  switch (errorCode(error)) {
    case "ENOSPC":
    case "EDQUOT":
    case "EFBIG":
      return new AnechatError("diskFull", `The disk is full: ${basename(path)} wasn't written`, {
        hint: spaceHint,
        cause: error,
      });
    case "EACCES":
    case "EPERM":
    case "EROFS":
    case "ENOENT":
      return new AnechatError("noAccess", `${path} can't be written`, {
        hint: "Name a file in a folder that you may write to.",
        cause: error,
      });
    default:
      return error;
  }
}
