/** The messages between the main thread and the engine's Worker. */
import type { WireError } from "../base/errors.ts";
import type { SystemInfo } from "../llama/library.ts";
import type { GenerateOptions, PromptInput } from "../protocol/chat.ts";
import type { NoSnapshot } from "./cache/snapshot-file.ts";
import type { Embedding } from "./core/embedder.ts";
import type { LoadedModel, LoadOptions } from "./load.ts";
import type { memoryFacts } from "./memory/estimate.ts";
import type { PromptOptions } from "./prompt/prompt-builder.ts";
import type { AddressedEvent } from "./worker/outbox.ts";

export type MemoryFacts = ReturnType<typeof memoryFacts>;

export type ToEngine =
  /** Loads the native library. Always the first message. */
  | { type: "start"; libraryFolder: string; signals: SharedArrayBuffer; verbose: boolean }
  | { type: "load"; options: LoadOptions; memory: MemoryFacts }
  | { type: "generate"; requestId: number; input: PromptInput; options: GenerateOptions }
  | { type: "cancel"; requestId: number }
  | { type: "count"; requestId: number; input: PromptInput; options: PromptOptions }
  | { type: "embed"; requestId: number; text: string }
  | { type: "save"; requestId: number; path: string; fingerprint: string; largest: number }
  | { type: "restore"; requestId: number; path: string; fingerprint: string }
  /** Frees the model; the Worker can load another. */
  | { type: "unload" };

export type FromEngine =
  | { type: "started"; system: SystemInfo }
  | { type: "loaded"; info: LoadedModel }
  | { type: "unloaded" }
  /** In the order in which they occurred. */
  | { type: "events"; events: readonly AddressedEvent[] }
  | { type: "counted"; requestId: number; tokens: number }
  | { type: "embedded"; requestId: number; embedding: Embedding }
  | { type: "saved"; requestId: number; bytes: number }
  | { type: "restored"; requestId: number; tokens: number | NoSnapshot }
  /** Without requestId: starting or loading failed. */
  | { type: "failed"; requestId?: number; error: WireError }
  /** llama.cpp's log, if `start` set `verbose`. */
  | { type: "log"; lines: string[] };
