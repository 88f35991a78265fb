/** The messages between the main thread and the engine's Worker. */
import type { WireError } from "../base/errors.ts";
import type { SystemInfo } from "../llama/library.ts";
import type { GenerateOptions, PromptInput } from "../protocol/chat.ts";
import type { Engine } from "./core/engine.ts";
import type { LoadedModel, LoadOptions } from "./load.ts";
import type { memoryFacts } from "./memory/estimate.ts";
import type { AddressedEvent } from "./worker/outbox.ts";

export type MemoryFacts = ReturnType<typeof memoryFacts>;

/** The engine's methods whose result is the reply. They run between two of its steps. */
type CallName =
  | "countTokens"
  | "renderPrompt"
  | "tokenize"
  | "detokenize"
  | "pieces"
  | "slots"
  | "saveSnapshot"
  | "restoreSnapshot";

/** A call of one of these methods. */
export type Call = { [Name in CallName]: { name: Name; arguments: Parameters<Engine[Name]> } }[CallName];

/** What a call replies. */
export type CallResult<Name extends CallName> = ReturnType<Engine[Name]>;

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
