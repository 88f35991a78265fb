/**
 * Writes the input of train.py to build/demo/:
 *   tokenizer.json   the tokens and merges, learned from the text
 *   train.bin        conversations, as little-endian 16-bit token ids
 *   train.lengths    the number of tokens of each conversation, 32-bit
 *   heldout.*        the same for another seed, for the held-out loss
 *
 *   bun scripts/demo/prepare.ts [conversations] [--seed N] [--keep-tokenizer]
 *
 * --keep-tokenizer is for resumed training (train.py --resume), which needs the same tokens.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { runScript } from "../process.ts";
import { conversations } from "./generate.ts";
import {
  control,
  conversationTokens,
  demoFolder,
  learnTokenizer,
  readTokenizer,
  type Tokenizer,
  tokenizerFile,
} from "./tokenizer.ts";

const vocabularySize = 2048;
/** Conversations that the tokenizer learns from: enough to contain every word of the domains. */
const tokenizerSample = 40_000;
const heldOut = 2_000;

function writeTokens(name: string, tokenizer: Tokenizer, seed: number, count: number): number {
  const lengths = new Uint32Array(count);
  const chunks: Uint16Array[] = [];
  const stream = conversations(seed);
  let total = 0;
  for (let index = 0; index < count; index++) {
    const ids = Uint16Array.from(conversationTokens(tokenizer, stream.next().value));
    chunks.push(ids);
    lengths[index] = ids.length;
    total += ids.length;
  }
  const all = new Uint16Array(total);
  let offset = 0;
  for (const chunk of chunks) {
    all.set(chunk, offset);
    offset += chunk.length;
  }
  writeFileSync(join(demoFolder, `${name}.bin`), all);
  writeFileSync(join(demoFolder, `${name}.lengths`), lengths);
  return total;
}

function* texts(seed: number, count: number): Generator<string> {
  const stream = conversations(seed);
  for (let index = 0; index < count; index++) {
    const { system, turns } = stream.next().value;
    if (system !== undefined) yield system;
    for (const { user, assistant } of turns) {
      yield user;
      yield assistant;
    }
  }
}

function tokenizerFor(seed: number, keep: boolean): Tokenizer {
  if (keep) return readTokenizer();
  console.log(`Learning ${vocabularySize} tokens…`);
  const tokenizer = learnTokenizer(texts(seed, tokenizerSample), vocabularySize);
  const { tokens, merges } = tokenizer;
  writeFileSync(tokenizerFile, JSON.stringify({ tokens, merges, control }));
  return tokenizer;
}

await runScript(async () => {
  const { values, positionals } = parseArgs({
    options: {
      seed: { type: "string", default: "1" },
      "keep-tokenizer": { type: "boolean", default: false },
    },
    allowPositionals: true,
  });
  const seed = Number(values.seed);
  const count = Number(positionals[0] ?? 600_000);
  mkdirSync(demoFolder, { recursive: true });
  const tokenizer = tokenizerFor(seed, values["keep-tokenizer"]);
  console.log(`Writing ${count} conversations…`);
  const written = writeTokens("train", tokenizer, seed, count);
  writeTokens("heldout", tokenizer, seed + 1, heldOut);
  console.log(`${written} tokens, ${(written / count).toFixed(1)} a conversation.`);
});
