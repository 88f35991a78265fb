/** What loading a model takes and gives, as plain data that crosses the Worker border. */

export type LoadOptions = {
  path: string;
  /** Fixes the context; missing: it starts small and grows. */
  contextSize?: number;
  /** Tokens to begin with, where the context is not fixed; missing: 8192. */
  initialContext?: number;
  /** Layers on GPUs; missing: as many as fit. */
  gpuLayers?: number;
  /** CPU threads; missing: one for each performance core, or just one for a tiny model. */
  threads?: number;
  /** RPC workers that take layers, as "host:port". */
  rpcServers?: readonly string[];
  /** Conversations answered at the same time; 1 if missing. */
  sequences?: number;
  /** Models that only give vectors of texts are taken, too. */
  takesEncoders?: boolean;
  /** Bytes of memory for KV states of conversations that others took the place of; none if missing. */
  promptCacheBytes?: number;
};
/** What only loading tells of a model. */
export type LoadedModel = {
  parameters: number;
  /** Of all tensors, in bytes. */
  bytes: number;
  /** Tokens the model was made for. */
  trainedContext: number;
  /** Tokens the KV cache has room for now, and may get room for. */
  contextSize: number;
  contextLimit: number;
  /** Where it runs, as shown to the user: "CPU", "CUDA0", "CPU + RPC[gpu-box:50052]", … */
  device: string;
  /** False: the file has no chat template and a plain one is used. */
  hasChatTemplate: boolean;
  /** It gives vectors of texts, and can't write any. */
  isEncoder: boolean;
};
