/** The numbers of a model's header under its architecture's prefix: `llama.block_count`. */
import type { Metadata } from "./metadata.ts";

/** As llama.cpp's LLAMA_MAX_LAYERS. */
const maxLayers = 512;

export class Parameters {
  readonly architecture: string;
  /** `block_count`: all layers, also those for multi-token prediction. */
  readonly layers: number;
  readonly #metadata: Metadata;

  constructor(metadata: Metadata) {
    this.#metadata = metadata;
    this.architecture = metadata.getString("general.architecture") ?? "";
    this.layers = Math.min(this.number("block_count"), maxLayers);
  }

  has(key: string): boolean {
    return this.#metadata.has(`${this.architecture}.${key}`);
  }

  /** 0 if it is missing. */
  number(key: string): number {
    return this.#metadata.getNumber(`${this.architecture}.${key}`) ?? 0;
  }

  /** One number per layer, also if the file has one for all. undefined if it is missing. */
  perLayer(key: string): readonly number[] | undefined {
    return this.#metadata.getPerLayer(`${this.architecture}.${key}`, this.layers);
  }

  /** An array of any length. undefined if it is missing, or a single number. */
  list(key: string): readonly number[] | undefined {
    return this.#metadata.getArray(`${this.architecture}.${key}`)?.items?.map(Number);
  }
}
