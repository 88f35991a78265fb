/**
 * Reads tokenizer.model: SentencePiece's ModelProto.
 * https://github.com/google/sentencepiece/blob/master/src/sentencepiece_model.proto
 */
import { broken, limits } from "./json.ts";
import { type Field, protobufFields } from "./protobuf.ts";

export type Piece = { text: string; score: number; type: PieceType };

/** SentencePiece.Type; its numbers start at 1. */
const pieceTypes = ["normal", "unknown", "control", "userDefined", "unused", "byte"] as const;
export type PieceType = (typeof pieceTypes)[number];

export type SentencePieceModel = {
  pieces: readonly Piece[];
  /** Whether a space is put before the text. */
  addDummyPrefix: boolean;
};

const file = "tokenizer.model";

/** TrainerSpec.ModelType; its numbers start at 1. */
const modelTypes = ["unigram", "bpe", "word", "char"];

/** @throws AnechatError badModel, also for models other than byte pair encoding */
export function parseSentencePiece(bytes: Uint8Array): SentencePieceModel {
  const pieces: Piece[] = [];
  let addDummyPrefix = true;
  let modelType: string | undefined = "bpe";
  for (const field of protobufFields(bytes, file)) {
    if (field.number === 1) {
      if (pieces.push(parsePiece(message(field))) > limits.tokens) broken(`${file} has too many pieces.`);
    } else if (field.number === 2) {
      modelType = modelTypes[(integerOf(message(field), 3) ?? 1) - 1];
    } else if (field.number === 3) {
      addDummyPrefix = (integerOf(message(field), 3) ?? 1) !== 0;
    }
  }
  if (pieces.length === 0) broken(`${file} isn't a SentencePiece model: it has no pieces.`);
  if (modelType !== "bpe") {
    // llama.cpp's "llama" tokenizer merges pairs, and would split text for a unigram model wrongly.
    broken(
      `The SentencePiece model is of the type "${modelType ?? "unknown"}"; anechat converts only "bpe".`,
      "Get a GGUF of this model.",
    );
  }
  return { pieces, addDummyPrefix };
}

function parsePiece(bytes: Uint8Array): Piece {
  let text: string | undefined;
  let score = 0;
  let type: PieceType | undefined = "normal";
  for (const field of protobufFields(bytes, file)) {
    if (field.number === 1) text = decodeText(message(field));
    else if (field.number === 2) score = float(field);
    else if (field.number === 3) type = pieceTypes[integer(field) - 1];
  }
  if (text === undefined) return broken(`${file} has a piece without a text.`);
  if (type === undefined) return broken(`${file} has a piece of an unknown type.`);
  return { text, score, type };
}

/** U+FEFF is a piece of many models, and must not be removed as a byte order mark. */
const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function decodeText(bytes: Uint8Array): string {
  if (bytes.length > limits.tokenLength) broken(`${file} has a piece of ${bytes.length} bytes.`);
  try {
    return utf8.decode(bytes);
  } catch {
    return broken(`${file} has a piece that is not valid UTF-8.`);
  }
}

function message(field: Field): Uint8Array {
  return field.kind === "bytes" ? field.bytes : broken(`${file} isn't a SentencePiece model.`);
}

function integer(field: Field): number {
  return field.kind === "integer" ? field.value : broken(`${file} isn't a SentencePiece model.`);
}

function float(field: Field): number {
  if (field.kind !== "fixed" || field.bytes.length !== 4)
    return broken(`${file} isn't a SentencePiece model.`);
  const value = new DataView(field.bytes.buffer, field.bytes.byteOffset).getFloat32(0, true);
  return Number.isFinite(value) ? value : broken(`${file} has a piece with an invalid score.`);
}

/** The last value of an integer field, or undefined if it is missing. */
function integerOf(bytes: Uint8Array, number: number): number | undefined {
  let value: number | undefined;
  for (const field of protobufFields(bytes, file)) if (field.number === number) value = integer(field);
  return value;
}
