/** A loaded model: weights and vocabulary. context.ts computes with it. */
import { CString, type Pointer, ptr } from "bun:ffi";
import { AnechatError } from "../base/errors.ts";
import { lastError, type Native, takeLog } from "./native.ts";
import type { Signals } from "./signals.ts";
import { Vocabulary } from "./vocabulary.ts";

/** How the vectors of a text's tokens become one. The index is llama_pooling_type in llama.h. */
export const poolings = ["none", "mean", "cls", "last", "rank"] as const;

export type Pooling = (typeof poolings)[number];

export type ModelOptions = {
  /** Layers to put on GPUs. Missing: llama.cpp's memory fit decides. */
  gpuLayers?: number;
  /** Tokens of KV cache that the memory fit leaves room for. */
  contextSize?: number;
  /** RPC servers that get layers, as "host:port". They must be reachable: see rpc/machines.ts. */
  rpcServers?: readonly string[];
};

export class Model {
  readonly vocabulary: Vocabulary;
  readonly #native: Native;
  #handle: Pointer | null;

  private constructor(native: Native, handle: Pointer) {
    this.#native = native;
    this.#handle = handle;
    // Our conversion writes this key: llama.cpp's keys have only one token of each kind.
    const ends = this.metadata("anechat.end_token_ids")?.split(",").map(Number) ?? [];
    this.vocabulary = new Vocabulary(native, native.llama_model_get_vocab(handle) as Pointer, new Set(ends));
  }

  /**
   * Blocks until the weights are loaded. Another thread can stop it with `signals.aborted`.
   * @throws AnechatError `badModel` with llama.cpp's own reason, `interrupted` if aborted
   */
  static load(native: Native, path: string, options: ModelOptions, signals: Signals): Model {
    takeLog(native);
    const handle = native.anechat_model_load(path, JSON.stringify(options), signals.address);
    if (handle !== null) return new Model(native, handle);
    if (signals.aborted) throw new AnechatError("interrupted", "Loading was stopped");
    throw loadError(path, takeLog(native), lastError(native));
  }

  get handle(): Pointer {
    if (this.#handle === null) throw new Error("the model was freed");
    return this.#handle;
  }

  /** Context length that the model was trained for, in tokens. */
  get trainedContext(): number {
    return this.#native.llama_model_n_ctx_train(this.handle);
  }

  /** Size of the sliding attention window in tokens; 0 if it has none. */
  get slidingWindow(): number {
    return this.#native.llama_model_n_swa(this.handle);
  }

  get parameters(): number {
    return Number(this.#native.llama_model_n_params(this.handle));
  }

  /** Size of all tensors in bytes. */
  get bytes(): number {
    return Number(this.#native.llama_model_size(this.handle));
  }

  /** Whether it has a separate encoder, like T5, which needs llama_encode. We don't call that. */
  get hasOwnEncoder(): boolean {
    return (
      this.#native.llama_model_has_encoder(this.handle) || !this.#native.llama_model_has_decoder(this.handle)
    );
  }

  /** Whether the file declares non-causal attention: tokens attend to later ones, too. */
  get isBidirectional(): boolean {
    return this.#ownMetadata("attention.causal") === "false";
  }

  /** The pooling that the file declares; "none" if it declares none, as most language models. */
  get pooling(): Pooling {
    return poolings[Number(this.#ownMetadata("pooling_type") ?? 0)] ?? "none";
  }

  /** Numbers in the embedding of a text. */
  get embeddingSize(): number {
    return this.#native.llama_model_n_embd_out(this.handle);
  }

  /** Numbers that the pooling "rank" computes of a text. */
  get rankSize(): number {
    return this.#native.llama_model_n_cls_out(this.handle);
  }

  /** Whether its memory is a recurrent state, which can only be removed as a whole. */
  get isRecurrent(): boolean {
    return (
      this.#native.llama_model_is_recurrent(this.handle) || this.#native.llama_model_is_hybrid(this.handle)
    );
  }

  get hasChatTemplate(): boolean {
    return this.#native.llama_model_chat_template(this.handle, null) !== null;
  }

  /** The Jinja source of the chat template; undefined if the file has none. */
  get chatTemplate(): string | undefined {
    const address = this.#native.llama_model_chat_template(this.handle, null);
    return address === null ? undefined : String(new CString(address));
  }

  /** A reranker's prompt with "{query}" and "{document}"; undefined if it has none. */
  get rerankTemplate(): string | undefined {
    const address = this.#native.llama_model_chat_template(this.handle, ptr(rerankName));
    return address === null ? undefined : String(new CString(address));
  }

  /** A metadata value of the GGUF as text, up to 255 bytes; undefined if it is missing. */
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

/** As a C string. It stays alive as long as the program. */
const rerankName = new TextEncoder().encode("rerank\0");

function loadError(path: string, log: readonly string[], fallback: string): AnechatError {
  // For --verbose: llama.cpp's log, instead of a stack trace that ends at a native call.
  const cause = new Error(`llama.cpp's log:\n${log.join("\n")}`);
  const reasons = log.filter((line) => line.startsWith("E ")).map((line) => line.slice(2));
  const all = reasons.join("\n");
  const architecture = /unknown model architecture: '([^']*)'/.exec(all)?.[1];
  if (architecture !== undefined) {
    return new AnechatError(
      "badModel",
      `${path}: this build does not support the architecture "${architecture}"`,
      {
        hint: "A newer anechat may support it. Otherwise choose a model of another architecture.",
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
    hint: "The file may be damaged or made by an incompatible converter. --verbose shows llama.cpp's log.",
    cause,
  });
}

/** llama.cpp logs the cause first, as `function: error …: cause`, and its consequences after it. */
function firstReason(reasons: readonly string[]): string | undefined {
  return reasons[0]?.replace(/^\w+: /, "").replace(/^error loading model: /, "");
}
