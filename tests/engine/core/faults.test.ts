/** An error in one request ends only that request. */
import { beforeAll, describe, expect, test } from "bun:test";
import { readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AnechatError } from "../../../src/base/errors.ts";
import { readGgufHeader } from "../../../src/formats/gguf/reader.ts";
import { Model } from "../../../src/llama/model.ts";
import { Signals } from "../../../src/llama/signals.ts";
import type { GenerateOptions } from "../../../src/protocol/chat.ts";
import { testModel } from "../../fixtures/models.ts";
import { greedy, native, TestEngine, user } from "../../fixtures/native.ts";

let path: string;
beforeAll(async () => {
  path = await testModel("bpe");
});

const neighbour: GenerateOptions = {
  sampling: { temperature: 0, grammar: "root ::= [a-z ] root" },
  maxTokens: 40,
};

async function failure(answer: Promise<unknown>): Promise<AnechatError> {
  const error = await answer.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof AnechatError)) throw new Error("it didn't fail", { cause: error });
  return error;
}

/** Biases that ban every token that begins with one of these letters, or all tokens. */
function banned(letters?: string): (readonly [number, number])[] {
  using model = Model.load(native(), path, { gpuLayers: 0 }, new Signals());
  const { vocabulary } = model;
  const tokens = Array.from({ length: vocabulary.size }, (_, token) => token).filter((token) => {
    const first = vocabulary.piece(token)[0];
    return letters === undefined || (first !== undefined && letters.includes(String.fromCharCode(first)));
  });
  return tokens.map((token) => [token, Number.NEGATIVE_INFINITY]);
}

describe("beside a running answer", () => {
  test.each<[string, () => GenerateOptions, RegExp]>([
    [
      "a grammar that no token fits",
      () => ({ sampling: { temperature: 0, grammar: 'root ::= "a" "zz"', logitBias: banned("z") } }),
      /no token of the vocabulary fits the grammar here/,
    ],
    [
      "a grammar that no token fits, by chance",
      () => ({ sampling: { temperature: 1, seed: 1, grammar: 'root ::= "zz"', logitBias: banned("z") } }),
      /no token of the vocabulary fits the grammar here/,
    ],
    [
      "biases that forbid every token",
      () => ({ sampling: { temperature: 0, logitBias: banned() } }),
      /logit_bias forbids every token/,
    ],
  ])("%s ends its own answer with an error", async (_, options, message) => {
    using alone = new TestEngine({ path });
    const expected = await alone.chat([user("Once upon a time")], neighbour);

    using engine = new TestEngine({ path, sequences: 3 });
    const running = engine.start({ kind: "messages", messages: [user("Once upon a time")] }, neighbour);
    const error = await failure(engine.ask({ kind: "text", text: "Hi" }, { maxTokens: 5, ...options() }));
    expect(error.code).toBe("generationFailed");
    expect(error.message).toMatch(message);
    const answer = await running.answer;
    expect(answer.finish).toBe("length");
    expect(answer.text).toBe(expected.text);
    // The failed sequence can be used again.
    expect((await engine.complete("Hi", greedy)).text).not.toBe("");
  });
});

test("a model that computes NaN gives an error instead of nonsense", async () => {
  const damaged = join(tmpdir(), `anechat-nan-${process.pid}.gguf`);
  const bytes = readFileSync(path);
  const { tensors, dataOffset } = readGgufHeader(path);
  const norm = tensors.find(({ name }) => name === "output_norm.weight");
  if (norm === undefined) throw new Error("the model has no such tensor");
  bytes.fill(0xff, dataOffset + norm.offset, dataOffset + norm.offset + norm.bytes);
  writeFileSync(damaged, bytes);
  using engine = new TestEngine({ path: damaged });
  for (const temperature of [0, 1]) {
    const error = await failure(engine.complete("Hi", { sampling: { temperature }, maxTokens: 3 }));
    expect(error.message).toContain("the model computed NaN");
  }
});
