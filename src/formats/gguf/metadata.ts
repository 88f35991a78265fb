/**
 * The key/value pairs of a GGUF header. A getter returns undefined for a missing key and for a
 * value of another type. The caller decides what that means.
 */
import type {
  ArrayItems,
  ArrayValue,
  BoolValue,
  ElementType,
  MetadataValue,
  NumberType,
  NumberValue,
  StringValue,
} from "./types.ts";

export class Metadata {
  readonly #values: ReadonlyMap<string, MetadataValue>;

  constructor(values: Iterable<readonly [string, MetadataValue]>) {
    this.#values = new Map(values);
  }

  has(key: string): boolean {
    return this.#values.has(key);
  }

  get(key: string): MetadataValue | undefined {
    return this.#values.get(key);
  }

  getString(key: string): string | undefined {
    const entry = this.#values.get(key);
    return entry?.type === "string" ? entry.value : undefined;
  }

  /** A value of any number type. undefined also for a 64-bit integer that a number can't hold. */
  getNumber(key: string): number | undefined {
    const entry = this.#values.get(key);
    if (entry === undefined || entry.type === "string" || entry.type === "bool" || entry.type === "array") {
      return undefined;
    }
    return typeof entry.value === "number" ? entry.value : undefined;
  }

  getBool(key: string): boolean | undefined {
    const entry = this.#values.get(key);
    return entry?.type === "bool" ? entry.value : undefined;
  }

  getArray(key: string): ArrayValue | undefined {
    const entry = this.#values.get(key);
    return entry?.type === "array" ? entry : undefined;
  }

  /**
   * A value that may be given once or per layer, such as `head_count_kv`.
   * @returns one number per layer, or undefined if the key is missing, of another type or length,
   *   or if `layers` is not a possible number of layers
   */
  getPerLayer(key: string, layers: number): readonly number[] | undefined {
    const entry = this.#values.get(key);
    if (entry === undefined || entry.type === "string" || !isLayerCount(layers)) return undefined;
    if (entry.type !== "array") return new Array<number>(layers).fill(Number(entry.value));
    if (entry.length !== layers || entry.items === undefined || entry.elementType === "string")
      return undefined;
    return entry.items.map(Number);
  }

  keys(): IterableIterator<string> {
    return this.#values.keys();
  }

  entries(): IterableIterator<[string, MetadataValue]> {
    return this.#values.entries();
  }

  get size(): number {
    return this.#values.size;
  }
}

/** Guards against a damaged file. */
function isLayerCount(layers: number): boolean {
  return Number.isInteger(layers) && layers >= 0 && layers <= 65_536;
}

/** Values for a writer: `["llama.block_count", u32(2)]`. */
export const u16 = (value: number): NumberValue => ({ type: "u16", value });
export const u32 = (value: number): NumberValue => ({ type: "u32", value });
export const i32 = (value: number): NumberValue => ({ type: "i32", value });
export const u64 = (value: number | bigint): NumberValue => ({ type: "u64", value });
export const f32 = (value: number): NumberValue => ({ type: "f32", value });
export const bool = (value: boolean): BoolValue => ({ type: "bool", value });
export const string = (value: string): StringValue => ({ type: "string", value });

export const strings = (items: readonly string[]): ArrayValue => array("string", items);
export const bools = (items: readonly boolean[]): ArrayValue => array("bool", items);
export const numbers = (elementType: NumberType, items: readonly (number | bigint)[]): ArrayValue =>
  array(elementType, items);

function array(elementType: ElementType, items: ArrayItems): ArrayValue {
  return { type: "array", elementType, length: items.length, items, position: 0 };
}
