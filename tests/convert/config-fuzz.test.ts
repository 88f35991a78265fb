/** Any config.json with valid other files is converted or rejected as "badModel". Seeded. */
import { afterAll, beforeAll, expect, test } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Random, seededRandom } from "../../scripts/random.ts";
import { AnechatError } from "../../src/base/errors.ts";
import { ModelConfig } from "../../src/convert/config.ts";
import { planConversion } from "../../src/convert/convert.ts";
import { openSourceFolder, type SourceFolder } from "../../src/convert/source-folder.ts";
import { writeSourceModel } from "../fixtures/convert/source-model.ts";
import { sourceSpecs } from "../fixtures/convert/specs/index.ts";
import { native } from "../fixtures/native.ts";

const rounds = 1500;

let parent: string;
let models: { source: SourceFolder; config: Record<string, unknown>; pre: string | undefined }[];
beforeAll(() => {
  parent = mkdtempSync(join(tmpdir(), "anechat-config-"));
  models = sourceSpecs.map((spec) => ({
    source: openSourceFolder(writeSourceModel(spec, parent)),
    config: spec.config,
    pre: spec.tokenizer === "bpe" ? "gpt-2" : undefined,
  }));
});
afterAll(() => rmSync(parent, { recursive: true, force: true }));

const evilValues: readonly unknown[] = [
  ...[0, -1, 0.5, 1, 2, 3, 7, 513, 1e9, 2 ** 31, 2 ** 32, 2 ** 53, 1e300, -1e300],
  // As JSON.parse() reads 1e999.
  ...[Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  { rope_type: "llama3", factor: Number.POSITIVE_INFINITY, original_max_position_embeddings: -1 },
  { rope_type: "linear", factor: Number.NEGATIVE_INFINITY },
  ...[null, true, false, "", "x", "constructor", [], {}, [1, 2], ["a"], [null]],
  { rope_type: 7 },
  { rope_type: "yarn" },
  { type: "longrope", long_factor: [1] },
  { full_attention: 3 },
  { quant_method: "fp8" },
];

/** Changes or removes one or two keys. */
function changed(config: Record<string, unknown>, random: Random): Record<string, unknown> {
  const values = structuredClone(config);
  const text = values.text_config as Record<string, unknown> | undefined;
  const target = text !== undefined && random.below(2) === 0 ? text : values;
  const keys = Object.keys(target);
  for (let changes = 1 + random.below(2); changes > 0; changes--) {
    const key = keys[random.below(keys.length)]!;
    if (random.below(5) === 0) delete target[key];
    else target[key] = evilValues[random.below(evilValues.length)];
  }
  return values;
}

test(`${rounds} damaged configs are converted or rejected, never worse`, async () => {
  const random = seededRandom(20_261_121);
  let rejected = 0;
  for (let round = 0; round < rounds; round++) {
    const { source, config, pre } = models[random.below(models.length)]!;
    const json = changed(config, random);
    const quantization = (["Q4_K_M", "BF16", undefined] as const)[random.below(3)];
    try {
      const changedSource = {
        ...source,
        config: new ModelConfig(json),
        tokenizer: { ...source.tokenizer, config: json },
      };
      await planConversion(native(), changedSource, { quantization, pre, memory: 1e9 });
    } catch (error) {
      if (!(error instanceof AnechatError) || error.code !== "badModel") {
        throw new Error(`round ${round} ends in another error: ${JSON.stringify(json)}`, { cause: error });
      }
      rejected += 1;
    }
  }
  expect(rejected).toBeGreaterThan(rounds / 5);
  expect(rejected).toBeLessThan((rounds * 4) / 5);
}, 60_000);
