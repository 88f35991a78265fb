/**
 * Models to begin with, from small to large: they chat well for their size, and have free licences
 * or are well known.
 */

export type RecommendedModel = {
  /** "owner/name" on the Hub. */
  repo: string;
  file: string;
  /** Approximate size of the file. */
  bytes: number;
  about: string;
};

export const recommendedModels: readonly RecommendedModel[] = [
  {
    repo: "bartowski/Llama-3.2-1B-Instruct-GGUF",
    file: "Llama-3.2-1B-Instruct-Q4_K_M.gguf",
    bytes: 808_000_000,
    about: "quick, for any machine",
  },
  {
    repo: "bartowski/Llama-3.2-3B-Instruct-GGUF",
    file: "Llama-3.2-3B-Instruct-Q4_K_M.gguf",
    bytes: 2_020_000_000,
    about: "a good start with 8 GB of memory",
  },
  {
    repo: "bartowski/Qwen2.5-7B-Instruct-GGUF",
    file: "Qwen2.5-7B-Instruct-Q4_K_M.gguf",
    bytes: 4_680_000_000,
    about: "knows more, with 16 GB of memory",
  },
];
