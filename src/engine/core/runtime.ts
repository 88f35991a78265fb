/**
 * What is open for one model: weights, CPU threads, KV cache and prompt builder, and the facts about
 * them. The engine uses them; they are freed together.
 */
import { AnechatError } from "../../base/errors.ts";
import { ThreadPool } from "../../llama/context.ts";
import type { Native } from "../../llama/library.ts";
import { Model } from "../../llama/model.ts";
import type { Signals } from "../../llama/signals.ts";
import { contextSizing } from "../cache/context-size.ts";
import { type KvCache, openCache } from "../cache/kv-cache.ts";
import type { LoadedModel, LoadOptions } from "../load.ts";
import { deviceName } from "../memory/device.ts";
import { PromptBuilder } from "../prompt/prompt-builder.ts";
import { defaultThreads } from "../threads/cores.ts";

export class Runtime implements Disposable {
  readonly info: LoadedModel;
  readonly model: Model;
  readonly threads: ThreadPool;
  readonly cache: KvCache;
  readonly prompts: PromptBuilder;
  /** Maximum tokens of one conversation. */
  readonly limit: number;

  /**
   * @param fittingTokens tokens of KV cache that fit in the free memory; called after the weights
   *   were loaded, which take a part of it
   * @throws AnechatError if the model can't be loaded or its context allocated
   */
  constructor(native: Native, options: LoadOptions, signals: Signals, fittingTokens: () => number) {
    using cleanup = new DisposableStack();
    this.model = cleanup.use(Model.load(native, options.path, options, signals));
    if (this.model.hasOwnEncoder) throw encoderError(options.path);
    const { trainedContext } = this.model;
    const sizing = contextSizing(
      options.contextSize,
      trainedContext,
      fittingTokens(),
      options.initialContext,
    );
    this.limit = sizing.limit;
    const threads = options.threads ?? defaultThreads(native, this.model.parameters);
    this.threads = cleanup.use(new ThreadPool(native, threads));
    const sequences = options.sequences ?? 1;
    this.cache = cleanup.use(openCache(native, this.model, this.threads, signals, sizing.initial, sequences));
    this.prompts = cleanup.use(new PromptBuilder(native, this.model, sizing.limit));
    const isEncoder = this.model.isBidirectional || !this.cache.hasKvCache;
    if (isEncoder && options.allowEncoders !== true) throw encoderError(options.path);
    this.info = {
      parameters: this.model.parameters,
      bytes: this.model.bytes,
      trainedContext,
      contextSize: sizing.initial,
      contextLimit: sizing.limit,
      device: deviceName(native, options.gpuLayers),
      hasChatTemplate: this.model.hasChatTemplate,
      isEncoder,
      isReranker: this.model.pooling === "rank",
      canInfill: this.model.vocabulary.infillTokens !== undefined,
      embeddingSize: this.model.embeddingSize,
      vocabularySize: this.model.vocabulary.size,
      addsBos: this.model.vocabulary.firstToken !== undefined,
    };
    cleanup.move();
  }

  [Symbol.dispose](): void {
    this.prompts[Symbol.dispose]();
    this.cache[Symbol.dispose]();
    this.threads[Symbol.dispose]();
    this.model[Symbol.dispose]();
  }
}

function encoderError(path: string): AnechatError {
  return new AnechatError("badModel", `${path} is an encoder: it can't write text`, {
    hint: "Choose a model that generates text. To compute embeddings with this one, use anechat serve.",
  });
}
