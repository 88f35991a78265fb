/** A loaded model: weights and vocabulary. What is computed with it lives in context.ts. */
import type { Pointer } from "bun:ffi";
import { AnechatError } from "../base/errors.ts";
import { lastError, type Native, takeLog } from "./native.ts";
import type { Signals } from "./signals.ts";
import { Vocabulary } from "./vocabulary.ts";

/** How the vectors of a text's tokens become its own; numbered as llama_pooling_type in llama.h. */
export const poolings = ["none", "mean", "cls", "last", "rank"] as const;

export type Pooling = (typeof poolings)[number];

export type ModelOptions = {
  /** Layers to put on GPUs; missing: as many as fit, decided by llama.cpp's memory fit. */
  gpuLayers?: number;
  /** Tokens the fit leaves room for. */
  contextSize?: number;
  /** RPC workers that take layers, as "host:port"; they have to be there: see rpc.ts. */
  rpcServers?: readonly string[];
};

export class Model {
  readonly vocabulary: Vocabulary;
  readonly #native: Native;
  #handle: Pointer | null;

  private constructor(native: Native, handle: Pointer) {
    this.#native = native;
    this.#handle = handle;
    // Written by our own conversion: llama.cpp's keys hold one token of a kind.
    const ends = this.metadata("anechat.end_token_ids")?.split(",").map(Number) ?? [];
    this.vocabulary = new Vocabulary(native, native.llama_model_get_vocab(handle) as Pointer, new Set(ends));
  }

  /**
   * Blocks until the weights are mapped. `signals.aborted` stops it from another thread.
   * @throws AnechatError `badModel` with llama.cpp's own reason, `interrupted` when aborted
   */
  static load(native: Native, path: string, options: ModelOptions, signals: Signals): Model {
    takeLog(native);
    const { rpcServers: workers, ...others } = options;
    const handle = native.anechat_model_load(path, JSON.stringify({ ...others, workers }), signals.address);
    if (handle !== null) return new Model(native, handle);
    if (signals.aborted) throw new AnechatError("interrupted", "Loading was stopped.");
    throw loadError(path, takeLog(native), lastError(native));
  }

  get handle(): Pointer {
    if (this.#handle === null) throw new Error("the model was freed");
    return this.#handle;
  }

  /** Tokens it was trained for. */
  get trainedContext(): number {
    return this.#native.llama_model_n_ctx_train(this.handle);
  }

  /** Tokens of its sliding attention window; 0 if it has none. */
  get slidingWindow(): number {
    return this.#native.llama_model_n_swa(this.handle);
  }

  get parameters(): number {
    return Number(this.#native.llama_model_n_params(this.handle));
  }

  /** Bytes of all tensors. */
  get bytes(): number {
    return Number(this.#native.llama_model_size(this.handle));
  }

  /** An encoder apart from its decoder, or alone, as T5 has them: it takes other calls than ours. */
  get hasOwnEncoder(): boolean {
    return (
      this.#native.llama_model_has_encoder(this.handle) || !this.#native.llama_model_has_decoder(this.handle)
    );
  }

  /** The file says that its tokens see those after them, too. */
  get isBidirectional(): boolean {
    return this.#ownMetadata("attention.causal") === "false";
  }

  /** How the file wants the vectors of a text's tokens made one; language models mostly don't say. */
  get pooling(): Pooling {
    return poolings[Number(this.#ownMetadata("pooling_type") ?? 0)] ?? "none";
  }

  /** Its memory is a state, not a list of tokens: only the whole of it can be forgotten. */
  get isRecurrent(): boolean {
    return (
      this.#native.llama_model_is_recurrent(this.handle) || this.#native.llama_model_is_hybrid(this.handle)
    );
  }

  get hasChatTemplate(): boolean {
    return this.#native.llama_model_chat_template(this.handle, null) !== null;
  }

  /** A metadata value of the GGUF as text, or undefined. */
  metadata(key: string): string | undefined {
    const buffer = new Uint8Array(256);
    const length = this.#native.llama_model_meta_val_str(this.handle, key, buffer, buffer.length);
    return length < 0 ? undefined : new TextDecoder().decode(buffer.subarray(0, Math.min(length, 255)));
  }

  #ownMetadata(key: string): string | undefined {
    return this.metadata(`${this.metadata("general.architecture")}.${key}`);
  }

  [Symbol.dispose](): void {
    if (this.#handle !== null) this.#native.llama_model_free(this.#handle);
    this.#handle = null;
  }
}

function loadError(path: string, log: readonly string[], fallback: string): AnechatError {
  // For --verbose: what llama.cpp said, in place of a stack that ends at a native call.
  const cause = new Error(`llama.cpp's log:\n${log.join("\n")}`);
  const reasons = log.filter((line) => line.startsWith("E ")).map((line) => line.slice(2));
  const all = reasons.join("\n");
  const architecture = /unknown model architecture: '([^']*)'/.exec(all)?.[1];
  if (architecture !== undefined) {
    return new AnechatError(
      "badModel",
      `${path}: this build does not know the architecture "${architecture}".`,
      {
        hint: "A newer anechat may know it; otherwise choose a model of another family.",
        cause,
      },
    );
  }
  if (/failed to allocate|unable to allocate|out of memory/i.test(all)) {
    return new AnechatError("notEnoughMemory", `${path}: ${firstReason(reasons) ?? fallback}`, {
      hint: "Close other programs, choose a smaller quantization, or lower --gpu-layers.",
      cause,
    });
  }
  return new AnechatError("badModel", `${path} can't be loaded: ${firstReason(reasons) ?? fallback}`, {
    hint: "The file may be damaged or made by an incompatible converter; --verbose shows llama.cpp's log.",
    cause,
  });
}

/** llama.cpp logs the cause first and what failed because of it after: `function: error …: cause`. */
function firstReason(reasons: readonly string[]): string | undefined {
  return reasons[0]?.replace(/^\w+: /, "").replace(/^error loading model: /, "");
}
