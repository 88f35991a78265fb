/** The script that runs llama.cpp's server tests: flags, names of models, templates, its verdict. */
import { describe, expect, test } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { NotApplicable, translate } from "../../scripts/llama-server-tests/flags.ts";
import { candidates, hasTemplate, withTemplate } from "../../scripts/llama-server-tests/models.ts";
import { type Outcome, summarize } from "../../scripts/llama-server-tests/results.ts";
import { readGgufHeader } from "../../src/formats/gguf/reader.ts";
import { testModel } from "../fixtures/models.ts";

describe("llama-server's flags", () => {
  test("become those of serve; each slot's share of the context is a conversation's", () => {
    const flags = ["--port", "1", "--temp", "0.8", "--ctx-size", "512", "--parallel", "2", "--slots"];
    expect(translate([...flags, "--alias", "a", "--hf-repo", "o/m"])).toMatchObject({
      args: ["--port", "1", "--slots", "--any-model", "--parallel", "2", "--ctx-size", "256"],
      alias: "a",
      model: { repo: "o/m" },
    });
    expect(translate([...flags, "--kv-unified"]).args).toContain("512");
  });

  test("that anechat lacks make a test not applicable", () => {
    expect(() => translate(["--lora", "file"])).toThrow(NotApplicable);
    expect(() => translate(["--lora", "file"])).toThrow("there is no flag like --lora");
  });
});

test("a model's file is found by the name of its repo, its file, or its file's folder", () => {
  expect(candidates({ repo: "ggml-org/test-model-stories260K" })).toEqual(["stories260k"]);
  expect(candidates({ repo: "o/Phi-GGUF:Q4_K_M" })).toEqual(["phi-q4_k_m", "phi.q4_k_m", "phi"]);
  expect(candidates({ repo: "o/m", file: "bert-bge-small/ggml-model-f16.gguf" })).toEqual(["bert-bge-small"]);
  expect(candidates({ repo: "o/m", file: "tiny/stories15M.gguf" })).toEqual(["stories15m"]);
});

test("a copy of a model has another template and the same weights", async () => {
  const folder = mkdtempSync(join(tmpdir(), "anechat-test-"));
  try {
    const model = await testModel("bpe");
    const copy = await withTemplate(model, "{{ messages }}", folder);
    expect(hasTemplate(copy)).toBe(true);
    const [before, after] = [readGgufHeader(model), readGgufHeader(copy)];
    expect(after.metadata.getString("tokenizer.chat_template")).toBe("{{ messages }}");
    expect(after.tensors.map(({ name, bytes }) => [name, bytes])).toEqual(
      before.tensors.map(({ name, bytes }) => [name, bytes]),
    );
    const weights = async (path: string, start: number): Promise<string> =>
      Buffer.from(await Bun.file(path).slice(start).bytes()).toString("hex");
    expect(await weights(copy, after.dataOffset)).toBe(await weights(model, before.dataOffset));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

describe("the verdict", () => {
  const outcome = (id: string, result: Outcome["outcome"], listed: string | null = null): Outcome => ({
    id,
    outcome: result,
    reason: result === "skipped" ? "no slots" : "",
    listed,
  });

  test("counts each test once, and is bad if one failed", () => {
    const outcomes = [outcome("a", "passed"), outcome("b", "failed"), outcome("b", "passed")];
    const { text, isGood } = summarize(outcomes, {}, true);
    expect(text).toBe("  failed: b\n1 passed, 1 failed, 0 not applicable");
    expect(isGood).toBe(false);
  });

  test("is bad if the list names a test that isn't there", () => {
    const outcomes = [outcome("a", "passed"), outcome("b", "skipped", "b")];
    expect(summarize(outcomes, { b: "no slots" }, true)).toEqual({
      text: "  1 not applicable: no slots\n1 passed, 0 failed, 1 not applicable",
      isGood: true,
    });
    const list = { b: "no slots", c: "gone" };
    expect(summarize(outcomes, list, true).isGood).toBe(false);
    expect(summarize(outcomes, list, false).isGood).toBe(true);
  });

  test("is bad if nothing ran", () => {
    expect(summarize([outcome("b", "skipped", "b")], { b: "no slots" }, true).isGood).toBe(false);
  });
});
