/**
 * Opens a model of any kind. A local one: checks the file, starts the engine, shows the progress.
 * The code of endpoints and of Kaito is imported lazily.
 */
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
import { readModelHeader } from "../../models/header.ts";
import { sanitize } from "../../terminal/sanitize.ts";
import { loadOptions } from "../flags.ts";
import { type Io, stepProgress, untilInterrupted } from "../io.ts";
import type { LocalModel, Model } from "../model/obtain-model.ts";
import type { LocalSession, ModelSession, OpenModel, SessionOptions } from "./session.ts";

/** How often the progress of loading is read. */
const progressMs = 50;

/** @throws AnechatError if the model can't be loaded, or not be reached */
export async function openSession(model: Model, io: Io, options: SessionOptions): Promise<ModelSession> {
  if (model.kind === "local") return openLocal(model, io, options);
  if (model.kind === "workspace") {
    const { openWorkspace } = await import("./workspace.ts");
    return openWorkspace(model, io, options);
  }
  const { openRemote } = await import("./remote.ts");
  return openRemote(model, io, options);
}

/** @throws AnechatError if the file is unusable, or loading fails */
export async function openLocal(model: LocalModel, io: Io, options: SessionOptions): Promise<LocalSession> {
  const { flags, signal } = options;
  io.rpcMachines.refuseLost();
  // The Worker starts and opens the native library while the file is checked.
  const engine = new LocalEngine({
    rpcMachines: io.rpcMachines,
    ...(flags.verbose ? { onLog: (lines) => void io.stderr.write(`${sanitize(lines.join("\n"))}\n`) } : {}),
  });
  try {
    const starting = engine.start(libraryFolder(io.unpacked()));
    // If the file is refused, this promise is not awaited.
    starting.catch(() => {});
    const open = await loadModel({ backend: engine, system: starting }, model, io, options);
    noteLeftOut((await starting).cpu, io);
    return {
      kind: "local",
      ...open,
      backend: engine,
      system: await starting,
      [Symbol.asyncDispose]: () => engine[Symbol.asyncDispose](),
    };
  } catch (error) {
    const freed = engine[Symbol.asyncDispose]();
    // After an abort this may never finish: native code may be stuck.
    if (!signal.aborted) await freed;
    throw error;
  }
}

/** Notes CPU variants that failed their check. Later starts read the result from the cache. */
function noteLeftOut({ variant, leftOut, isNew }: CpuChoice, io: Io): void {
  if (!isNew || leftOut.length === 0) return;
  const failures = leftOut.map(({ name, reason }) => `CPU variant ${name} failed its check (${reason})`);
  io.note(`${failures.join("; ")}; using ${variant}. "anechat doctor" shows details.`);
}

/**
 * Loads a model into a running engine, in place of the one it has.
 * @throws AnechatError if a check fails, which leaves the engine unchanged, or if loading fails,
 *   which leaves it empty
 */
export async function loadModel(
  { backend: engine, system }: { backend: LocalEngine; system: SystemInfo | Promise<SystemInfo> },
  model: LocalModel,
  io: Io,
  { flags, signal, ...fromCommand }: SessionOptions,
): Promise<OpenModel> {
  const { path, name } = model;
  const { header, quantization } = readModelHeader(path);
  const options = { path, sequences: 1, ...loadOptions(flags), ...fromCommand };
  // Both may wait for rpc servers.
  const machine = await untilInterrupted(Promise.resolve(system), signal);
  const probing = io.rpcMachines.memory(options.rpcServers ?? [], machine.rpc);
  const rpcMemory = await untilInterrupted(probing, signal);
  const free = freeMemory(machine, options.gpuLayers);
  checkFits(header, options, options.gpuLayers === 0 ? free : free + rpcMemory);
  // Scripts that read stderr only need failures.
  const quiet = flags.quiet === true || !io.stderr.isTTY;
  using progress = stepProgress(io, `Loading model ${name}`, quiet);
  const timer = setInterval(() => progress.update(engine.loadProgress), progressMs);
  try {
    const info = await engine.load(options, memoryFacts(header, options), signal);
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

/** Free bytes of main memory, and of the GPUs if they are used. */
function freeMemory({ devices }: SystemInfo, gpuLayers: number | undefined): number {
  const gpus = gpuLayers === 0 ? [] : devices.filter(({ type }) => type === "gpu");
  return gpus.reduce((sum, { free }) => sum + free, availableMemory());
}
