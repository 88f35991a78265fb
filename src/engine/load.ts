/** Options and result of loading a model. Plain data, so that it can be posted to the Worker. */

export type LoadOptions = {
  path: string;
  /** Fixes the context size; missing: it starts small and grows. */
  contextSize?: number;
  /** Initial tokens of a context that can grow; missing: 8192. */
  initialContext?: number;
  /** Layers on GPUs; missing: as many as fit. */
  gpuLayers?: number;
  /** CPU threads; missing: one for each performance core, or just one for a tiny model. */
  threads?: number;
  /** RPC servers that take layers, as "host:port". */
  rpcServers?: readonly string[];
  /** Conversations answered at the same time; 1 if missing. */
  sequences?: number;
  /** Encoders, which only compute embeddings, are accepted, too. */
  allowEncoders?: boolean;
  /** Bytes of main memory for the prompt cache; 0 if missing. */
  promptCacheBytes?: number;
};

/** Facts about a model that are known once it is loaded. */
export type LoadedModel = {
  parameters: number;
  /** Size of all tensors. */
  bytes: number;
  /** Maximum tokens that the model was trained for. */
  trainedContext: number;
  /** Current and maximum tokens of the KV cache. */
  contextSize: number;
  contextLimit: number;
  /**
   * The devices that it runs on, as shown to the user: "CPU", "CUDA0", "CPU + RPC[gpu-box:50052]",
   * …
   */
  device: string;
  /** False: the file has no chat template, so a plain one is used. */
  hasChatTemplate: boolean;
  /** It computes embeddings or scores, and can't generate text. */
  isEncoder: boolean;
  /** It computes scores of documents instead of embeddings. */
  isReranker: boolean;
  /** It has fill-in-the-middle tokens. */
  canInfill: boolean;
  /** Numbers in an embedding. */
  embeddingSize: number;
  /** Tokens in the vocabulary. */
  vocabularySize: number;
  /** A text's tokens begin with BOS. */
  addsBos: boolean;
};
