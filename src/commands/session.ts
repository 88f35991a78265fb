/** Opens a model for a command: finds and checks the file, starts the engine, shows how far loading is. */
import { formatCount } from "../base/format.ts";
import { LocalEngine } from "../engine/local-engine.ts";
import { checkFits, memoryFacts } from "../engine/memory.ts";
import type { LoadedModel } from "../engine/protocol.ts";
import { fileTypeName } from "../formats/gguf/types.ts";
import { ensureLibraries } from "../llama/libraries.ts";
import { resolveModel } from "../models/resolve.ts";
import { showProgress } from "../terminal/progress.ts";
import { type Flags, loadOptions } from "./flags.ts";
import type { Io } from "./io.ts";

export type Session = AsyncDisposable & {
  engine: LocalEngine;
  info: LoadedModel;
  /** The model's file name. */
  name: string;
  quantization: string;
};

/**
 * @param signal stops the loading
 * @throws AnechatError of finding, checking and loading
 */
export async function openSession(
  model: string,
  flags: Flags,
  io: Io,
  signal: AbortSignal,
): Promise<Session> {
  // The Worker boots, and opens the native library, while the file is looked at.
  const engine = new LocalEngine(
    flags.verbose ? { onLog: (lines) => io.stderr.write(`${lines.join("\n")}\n`) } : {},
  );
  engine.start(ensureLibraries(io.paths.cache).folder);
  const { path, name, header } = resolveModel(model);
  const options = { path, ...loadOptions(flags) };
  checkFits(header, options);
  const info = await engine.load(options, memoryFacts(header), signal);
  return {
    engine,
    info,
    name,
    quantization: fileTypeName(header),
    [Symbol.asyncDispose]: () => engine[Symbol.asyncDispose](),
  };
}
