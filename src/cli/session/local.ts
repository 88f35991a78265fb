/** Opens a model on this machine: checks the file, starts the engine, shows the progress of loading. */
import { resolve } from "node:path";
import { formatCount } from "../../base/format.ts";
import type { AnsweringModel } from "../../chat/transcript.ts";
import { LocalEngine } from "../../engine/client/local-engine.ts";
import { availableMemory } from "../../engine/memory/available.ts";
import { checkFits, estimateMemory, memoryFacts } from "../../engine/memory/estimate.ts";
import type { CpuChoice } from "../../llama/cpu-variant.ts";
import { libraryFolder } from "../../llama/libraries.ts";
import type { SystemInfo } from "../../llama/library.ts";
import { modelFingerprint } from "../../models/fingerprint.ts";
import { resolveModel } from "../../models/resolve.ts";
import { sanitize } from "../../terminal/sanitize.ts";
import { loadOptions, type ModelFlags } from "../flags.ts";
import { untilInterrupted } from "../hub.ts";
import { type Io, stepProgress } from "../io.ts";
import type { LocalModel } from "../model/obtain-model.ts";
import type { LoadWishes, LocalSession, OpenModel } from "./session.ts";

/** How often the progress of loading is looked at. */
const progressMs = 50;

/**
 * @param signal stops the loading
 * @throws AnechatError of finding, checking and loading
 */
export async function openLocal(
  model: LocalModel,
  flags: ModelFlags,
  io: Io,
  signal: AbortSignal,
  wishes: LoadWishes = {},
): Promise<LocalSession> {
  io.rpcMachines.refuseLost();
  // The Worker boots, and opens the native library, while the file is looked at.
  const engine = new LocalEngine({
    rpcMachines: io.rpcMachines,
    ...(flags.verbose ? { onLog: (lines) => void io.stderr.write(`${sanitize(lines.join("\n"))}\n`) } : {}),
  });
  try {
    const starting = engine.start(libraryFolder(io.unpacked()));
    // If the file is no good, nobody waits for this any more.
    starting.catch(() => {});
    const open = await loadModel(engine, starting, model, flags, io, signal, wishes);
    tellLeftOut((await starting).cpu, io);
    return {
      kind: "local",
      ...open,
      backend: engine,
      system: await starting,
      [Symbol.asyncDispose]: () => engine[Symbol.asyncDispose](),
    };
  } catch (error) {
    const freed = engine[Symbol.asyncDispose]();
    // Native code may be stuck, which is why it was stopped.
    if (!signal.aborted) await freed;
    throw error;
  }
}

/** Once for each processor: the next program knows it already. */
function tellLeftOut({ variant, leftOut, isNew }: CpuChoice, io: Io): void {
  if (!isNew || leftOut.length === 0) return;
  const failures = leftOut.map(({ name, reason }) => `${name} ${reason}`).join(", ");
  io.note(`On this processor, the CPU variant ${failures}: ${variant} is used. "anechat doctor" tells more.`);
}

/**
 * Loads a model into a running engine, in place of the one it has.
 * @throws AnechatError of checking, which leaves the engine as it was, and of loading, which leaves it empty
 */
export async function loadModel(
  engine: LocalEngine,
  system: SystemInfo | Promise<SystemInfo>,
  model: LocalModel,
  flags: ModelFlags,
  io: Io,
  signal: AbortSignal,
  wishes: LoadWishes = {},
): Promise<OpenModel> {
  const { path, name } = model;
  const { header, quantization } = resolveModel(path);
  const options = { path, sequences: 1, ...loadOptions(flags), ...wishes };
  // Both may wait for another machine.
  const machine = await untilInterrupted(Promise.resolve(system), signal);
  const asking = io.rpcMachines.memory(options.rpcServers ?? [], machine.rpc);
  const elsewhere = await untilInterrupted(asking, signal);
  const free = freeMemory(machine, options.gpuLayers);
  checkFits(header, options, options.gpuLayers === 0 ? free : free + elsewhere);
  // A script that reads stderr wants to know what went wrong, not that all went well.
  const quiet = flags.quiet === true || !io.stderr.isTTY;
  using progress = stepProgress(io, `Loading model ${name}`, quiet);
  const timer = setInterval(() => progress.update(engine.loadProgress), progressMs);
  try {
    const info = await engine.load(options, memoryFacts(header), signal);
    const facts = [formatCount(info.parameters), quantization, `context ${info.contextSize}`, info.device];
    progress.done(`Model loaded successfully! (${facts.join(", ")})`);
    if (!info.hasChatTemplate && !info.isEncoder && !flags.raw) {
      io.note("This model has no chat template: a plain User/Assistant one is used.");
    }
    const memory = estimateMemory(header, {
      contextSize: info.contextSize,
      sequences: options.sequences,
    }).total;
    return { info, name, quantization, answering: answeringModel(model), memory };
  } finally {
    clearInterval(timer);
  }
}

function answeringModel({ path, name, isDemo }: LocalModel): AnsweringModel {
  let hash: string | undefined;
  return {
    name,
    source: isDemo ? name : resolve(path),
    get hash() {
      hash ??= modelFingerprint(path);
      return hash;
    },
  };
}

/** Bytes of main memory and, if they are used, of GPUs. */
function freeMemory({ devices }: SystemInfo, gpuLayers: number | undefined): number {
  const gpus = gpuLayers === 0 ? [] : devices.filter(({ type }) => type === "gpu");
  return gpus.reduce((sum, { free }) => sum + free, availableMemory());
}
