/** A real model in a real engine, as the pool provides it. Its weights are random. */
import { LocalEngine } from "../../src/engine/client/local-engine.ts";
import { memoryFacts } from "../../src/engine/memory/estimate.ts";
import { libraryFolder } from "../../src/llama/libraries.ts";
import { readModelHeader } from "../../src/models/header.ts";
import type { OpenedModel } from "../../src/server/model-pool.ts";
import { testModel } from "../fixtures/models.ts";

/** @param contextSize in tokens */
export async function tinyModel(contextSize: number, sequences = 1): Promise<OpenedModel> {
  const path = await testModel("bpe");
  const { header, quantization } = readModelHeader(path);
  const engine = new LocalEngine();
  await engine.start(libraryFolder(undefined));
  const info = await engine.load({ path, contextSize, sequences, threads: 1 }, memoryFacts(header));
  const answering = { name: "tiny.gguf", hash: "abc", source: path };
  const free = (): Promise<void> => engine[Symbol.asyncDispose]();
  return { engine, info, quantization, answering, memory: 1, [Symbol.asyncDispose]: free };
}
