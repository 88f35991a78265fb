/** The messages between the main thread and the engine's Worker. */
import type { WireError } from "../base/errors.ts";
import type { SystemInfo } from "../llama/library.ts";
import type { GenerateOptions, PromptInput } from "../protocol/chat.ts";
import type { Engine } from "./core/engine.ts";
import type { LoadedModel, LoadOptions } from "./load.ts";
import type { memoryFacts } from "./memory/estimate.ts";
import type { AddressedEvent } from "./worker/outbox.ts";

export type MemoryFacts = ReturnType<typeof memoryFacts>;

/** The parts of the engine whose methods are called. They run between two of its steps. */
type Targets = Pick<Engine, "inspector" | "snapshots">;

type CallOn<On extends keyof Targets> = {
  [Name in keyof Targets[On]]: Targets[On][Name] extends (...values: infer Values) => unknown
    ? { on: On; name: Name; arguments: Values }
    : never;
}[keyof Targets[On]];

/** A call of one of these methods. */
export type Call = { [On in keyof Targets]: CallOn<On> }[keyof Targets];

/** What a call replies. */
export type CallResult<C extends Call> = C extends { on: infer On extends keyof Targets; name: infer Name }
  ? Name extends keyof Targets[On]
    ? Targets[On][Name] extends (...values: never) => infer Result
      ? Result
      : never
    : never
  : never;

export type ToEngine =
  /** Loads the native library. Always the first message. */
  | { type: "start"; libraryFolder: string; signals: SharedArrayBuffer; verbose: boolean }
  | { type: "load"; options: LoadOptions; memory: MemoryFacts }
  | { type: "generate"; requestId: number; input: PromptInput; options: GenerateOptions }
  | { type: "cancel"; requestId: number }
  | { type: "call"; requestId: number; call: Call }
  | { type: "embed"; requestId: number; input: string | readonly number[] }
  | { type: "rerank"; requestId: number; query: string; document: string }
  /** Frees the model; the Worker can load another. */
  | { type: "unload" };

export type FromEngine =
  | { type: "started"; system: SystemInfo }
  | { type: "loaded"; info: LoadedModel }
  | { type: "unloaded" }
  /** In the order in which they occurred. */
  | { type: "events"; events: readonly AddressedEvent[] }
  /** Of `call`, `embed` or `rerank`. */
  | { type: "result"; requestId: number; value: unknown }
  /** Without requestId: starting or loading failed. */
  | { type: "failed"; requestId?: number; error: WireError }
  /** llama.cpp's log, if `start` set `verbose`. */
  | { type: "log"; lines: string[] };
