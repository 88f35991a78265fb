/**
 * A tensor that is not in memory: its shape, the encoding of its rows, and a function that reads
 * some of them. Changes of a tensor (permute, split, stack, shift) make another weight. Nothing is
 * read or computed until its rows are read.
 *
 * Every change but `plusOne` and `transpose` moves whole rows, and so works for floats and
 * quantized blocks alike.
 */
import { elementCount, type TensorTypeName, tensorBytes, tensorType } from "../formats/gguf/types.ts";

export type Weight = {
  /** Slowest dimension first, as in PyTorch. */
  readonly shape: readonly number[];
  /** ggml's name of the encoding of its rows. */
  readonly type: TensorTypeName;
  /** Reads whole rows, which run along the last dimension and are numbered through the others. */
  rows(first: number, count: number): Promise<Uint8Array>;
};

export function rowCount({ shape }: Pick<Weight, "shape">): number {
  return elementCount(shape.slice(0, -1));
}

export function rowLength({ shape }: Pick<Weight, "shape">): number {
  return shape.at(-1) ?? 1;
}

export function rowBytes({ shape, type }: Pick<Weight, "shape" | "type">): number {
  return tensorBytes(tensorType(type), [rowLength({ shape })]);
}

/**
 * Divides the rows into groups of `size`, and takes from each group the rows of `order`.
 * @param order indices of rows in their group
 * @param shape of the result; must have as many rows as are taken
 */
export function regroup(
  weight: Weight,
  size: number,
  order: readonly number[],
  shape: readonly number[],
): Weight {
  const bytes = rowBytes(weight);
  if (rowCount(weight) % size !== 0) throw new Error(`${rowCount(weight)} rows aren't groups of ${size}`);
  if (rowCount({ shape }) * size !== rowCount(weight) * order.length) {
    throw new Error(`${order.length} of every ${size} rows of [${weight.shape}] don't make [${shape}]`);
  }
  return {
    shape,
    type: weight.type,
    async rows(first, count) {
      const result = new Uint8Array(count * bytes);
      const sourceOf = (row: number): number =>
        Math.floor(row / order.length) * size + order[row % order.length]!;
      // A group may be larger than memory or have two rows: read one range that holds the rows.
      let [lowest, highest] = [Infinity, -1];
      for (let row = first; row < first + count; row++) {
        lowest = Math.min(lowest, sourceOf(row));
        highest = Math.max(highest, sourceOf(row));
      }
      const source = await weight.rows(lowest, highest - lowest + 1);
      for (let row = first; row < first + count; row++) {
        const from = (sourceOf(row) - lowest) * bytes;
        result.set(source.subarray(from, from + bytes), (row - first) * bytes);
      }
      return result;
    },
  };
}

/**
 * The row order of q and k for llama.cpp's rotary embedding. llama.cpp has the two rows of a
 * pair side by side. transformers has all first rows of a head before all second ones
 * (LlamaModel.permute in llama.cpp's conversion/llama.py).
 */
export function permuteHeads(weight: Weight, heads: number): Weight {
  const isVector = weight.shape.length === 1;
  const asRows = isVector ? reshape(weight, [rowLength(weight), 1]) : weight;
  const size = rowCount(asRows) / heads;
  const order = Array.from({ length: size }, (_, row) => (row % 2) * (size / 2) + Math.floor(row / 2));
  const permuted = regroup(asRows, size, order, asRows.shape);
  return isVector ? reshape(permuted, weight.shape) : permuted;
}

/** `count` rows from `first` of every group of `size` rows: a part of a fused matrix. */
export function slice(
  weight: Weight,
  size: number,
  first: number,
  count: number,
  shape: readonly number[],
): Weight {
  return regroup(
    weight,
    size,
    Array.from({ length: count }, (_, row) => first + row),
    shape,
  );
}

/** Stacks matrices of the same shape, such as experts. */
export function stack(weights: readonly Weight[]): Weight {
  const [one] = weights;
  if (one === undefined) throw new Error("nothing to stack");
  const rows = rowCount(one);
  return {
    shape: [weights.length, ...one.shape],
    type: one.type,
    async rows(first, count) {
      const parts: Uint8Array[] = [];
      for (let row = first; row < first + count; ) {
        const within = row % rows;
        const taken = Math.min(rows - within, first + count - row);
        parts.push(await weights[Math.floor(row / rows)]!.rows(within, taken));
        row += taken;
      }
      return parts.length === 1 ? parts[0]! : joined(parts);
    },
  };
}

/** The same numbers in rows of another length. Not for quantized types. */
export function reshape(weight: Weight, shape: readonly number[]): Weight {
  if (elementCount(shape) !== elementCount(weight.shape)) {
    throw new Error(`[${weight.shape}] can't become [${shape}]`);
  }
  const [oldLength, newLength] = [rowLength(weight), rowLength({ shape })];
  const elementBytes = rowBytes(weight) / oldLength;
  return {
    shape,
    type: weight.type,
    async rows(first, count) {
      const start = first * newLength;
      const from = Math.floor(start / oldLength);
      const to = Math.ceil((start + count * newLength) / oldLength);
      const bytes = await weight.rows(from, to - from);
      const skipped = (start - from * oldLength) * elementBytes;
      return bytes.subarray(skipped, skipped + count * newLength * elementBytes);
    },
  };
}

/** Swaps the last two dimensions. Reads a whole matrix at a time. For small matrices of floats. */
export function transpose(weight: Weight): Weight {
  const [height, width] = weight.shape.slice(-2) as [number, number];
  const size = rowBytes(weight) / width;
  const whole = async (matrix: number): Promise<Uint8Array> => {
    const source = await weight.rows(matrix * height, height);
    const result = new Uint8Array(source.length);
    for (let row = 0; row < height; row++) {
      for (let column = 0; column < width; column++) {
        const from = (row * width + column) * size;
        const to = (column * height + row) * size;
        for (let byte = 0; byte < size; byte++) result[to + byte] = source[from + byte]!;
      }
    }
    return result;
  };
  let last: { matrix: number; bytes: Uint8Array } | undefined;
  return {
    shape: [...weight.shape.slice(0, -2), width, height],
    type: weight.type,
    async rows(first, count) {
      const parts: Uint8Array[] = [];
      for (let row = first; row < first + count; ) {
        const matrix = Math.floor(row / width);
        if (last?.matrix !== matrix) last = { matrix, bytes: await whole(matrix) };
        const within = row % width;
        const taken = Math.min(width - within, first + count - row);
        parts.push(last.bytes.subarray(within * height * size, (within + taken) * height * size));
        row += taken;
      }
      return parts.length === 1 ? parts[0]! : joined(parts);
    },
  };
}

/** Adds one to each number, as F32. Gemma stores its norms minus one. */
export function plusOne(weight: Weight): Weight {
  return {
    shape: weight.shape,
    type: "F32",
    async rows(first, count) {
      const values = decode(weight.type, await weight.rows(first, count));
      return new Uint8Array(values.map((value) => value + 1).buffer);
    },
  };
}

export function floats(values: readonly number[], shape: readonly number[] = [values.length]): Weight {
  const bytes = new Uint8Array(new Float32Array(values).buffer);
  const size = rowBytes({ shape, type: "F32" });
  return {
    shape,
    type: "F32",
    rows: async (first, count) => bytes.subarray(first * size, (first + count) * size),
  };
}

/** @param bytes little-endian numbers of a float type */
export function decode(type: TensorTypeName, bytes: Uint8Array): Float32Array<ArrayBuffer> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  switch (type) {
    case "F32": {
      const values = new Float32Array(bytes.length / 4);
      for (let index = 0; index < values.length; index++) values[index] = view.getFloat32(index * 4, true);
      return values;
    }
    case "F16": {
      const values = new Float32Array(bytes.length / 2);
      for (let index = 0; index < values.length; index++) values[index] = view.getFloat16(index * 2, true);
      return values;
    }
    case "BF16": {
      const words = new Uint32Array(bytes.length / 2);
      for (let index = 0; index < words.length; index++) words[index] = view.getUint16(index * 2, true) << 16;
      return new Float32Array(words.buffer);
    }
    default:
      throw new Error(`${type} isn't a float type`);
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const result = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    result.set(part, at);
    at += part.length;
  }
  return result;
}
