import { describe, expect, test } from "bun:test";
import { bitsOf, chooseVariant, variantsOf } from "../../src/hub/variants.ts";

const repo = (...paths: string[]) => paths.map((path, index) => ({ path, bytes: (index + 1) * 100 }));
const choose = (paths: string[], selector?: string): string | string[] => {
  const choice = chooseVariant(variantsOf(repo(...paths)), selector);
  if (choice.kind === "chosen") return choice.variant.files[0]!.path;
  return choice.kind === "ambiguous" ? choice.variants.map(({ files }) => files[0]!.path) : "unknown";
};

describe("the variants of a repo", () => {
  test("are its GGUF models, one for each quantization", () => {
    const variants = variantsOf(
      repo(
        "README.md",
        "Model-Q4_K_M.gguf",
        "Model-UD-Q4_K_XL.gguf",
        "mmproj-F16.gguf",
        "imatrix.gguf",
        "other.gguf",
      ),
    );
    expect(variants.map(({ quantization }) => quantization)).toEqual(["Q4_K_M", "UD-Q4_K_XL", "other.gguf"]);
  });

  test("are models whose names tell how they were made, and no projectors, matrices or drafts", () => {
    const models = ["Qwen3-MTP-Q6_K.gguf", "Foo-Eagle3-Chat-Q4_K_M.gguf", "Llama-iMatrix-Q4_K_M.gguf"];
    const others = ["gemma-mmproj-F16.gguf", "Llama-3-imatrix.gguf", "imatrix_unsloth.gguf", "eagle3-x.gguf"];
    const found = variantsOf(repo(...models, ...others, "mtp/mtp-Q8_0.gguf"));
    expect(found.flatMap(({ files }) => files.map(({ path }) => path))).toEqual(models);
  });

  test("count the shards of a split model as one, and leave out a model with a missing shard", () => {
    const variants = variantsOf(
      repo(
        "Q8_0/m-Q8_0-00002-of-00002.gguf",
        "Q8_0/m-Q8_0-00001-of-00002.gguf",
        "m-Q2_K-00001-of-00002.gguf",
      ),
    );
    expect(variants).toEqual([
      {
        quantization: "Q8_0",
        bytes: 300,
        files: [
          { path: "Q8_0/m-Q8_0-00001-of-00002.gguf", bytes: 200 },
          { path: "Q8_0/m-Q8_0-00002-of-00002.gguf", bytes: 100 },
        ],
      },
    ]);
  });

  test.each([
    ["Llama-3.2-1B-Instruct-Q4_K_M.gguf", "Q4_K_M"],
    ["qwen2.5-7b-instruct-q4_k_m.gguf", "Q4_K_M"],
    ["model.IQ3_XXS.gguf", "IQ3_XXS"],
    ["gpt-oss-20b-mxfp4.gguf", "MXFP4"],
    ["BF16/model-00001-of-00001.gguf", "BF16"],
    ["model-f16.gguf", "F16"],
    ["Q8-Chat-Q4_0.gguf", "Q4_0"],
    ["Falcon-TQ1_0.gguf", "TQ1_0"],
    ["ggml-model.gguf", "ggml-model.gguf"],
  ])("%s is %s", (path, quantization) => {
    expect(variantsOf(repo(path))[0]?.quantization).toBe(quantization);
  });

  test.each([
    ["Q4_K_M", 4],
    ["UD-IQ2_XXS", 2],
    ["Q8_0", 8],
    ["BF16", 16],
    ["F32", 32],
    ["MXFP4", 4],
    ["model.gguf", undefined],
  ])("%s has about %p bits", (name, bits) => {
    expect(bitsOf(name)).toBe(bits);
  });
});

describe("the choice among them", () => {
  const common = ["m-Q2_K.gguf", "m-Q4_K_M.gguf", "m-Q8_0.gguf", "m-UD-Q4_K_XL.gguf", "m-F16.gguf"];

  test("is Q4_K_M by default", () => {
    expect(choose(common)).toBe("m-Q4_K_M.gguf");
  });

  test("is else the preferred one, else the smallest of four bits or more, else the largest", () => {
    expect(choose(["m-F16.gguf", "m-Q8_0.gguf"])).toBe("m-Q8_0.gguf");
    expect(choose(["m-Q6_K.gguf", "m-Q5_0.gguf", "m-Q3_K_L.gguf"])).toBe("m-Q6_K.gguf");
    expect(choose(["m-Q2_K.gguf", "m-Q3_K_S.gguf"])).toBe("m-Q3_K_S.gguf");
  });

  test("follows a quantization in any case", () => {
    expect(choose(common, "q8_0")).toBe("m-Q8_0.gguf");
    expect(choose(common, "UD-Q4_K_XL")).toBe("m-UD-Q4_K_XL.gguf");
  });

  test("follows a file's name, with its folder or without", () => {
    const files = ["a/m-Q4_0.gguf", "b/n-Q4_0.gguf"];
    expect(choose(files, "b/n-Q4_0.gguf")).toBe("b/n-Q4_0.gguf");
    expect(choose(files, "n-Q4_0.gguf")).toBe("b/n-Q4_0.gguf");
  });

  test("follows a part of the name between delimiters", () => {
    expect(choose(["m-I-Compact.gguf", "m-large.gguf"], "compact")).toBe("m-I-Compact.gguf");
    expect(choose(["m-Compacted.gguf", "m-large.gguf"], "compact")).toBe("unknown");
  });

  test("never takes one of several matches: I-Compact and Compact are two", () => {
    expect(choose(["m-I-Compact.gguf", "m-Compact.gguf"], "compact")).toEqual([
      "m-I-Compact.gguf",
      "m-Compact.gguf",
    ]);
    expect(choose(["a/m-Q4_0.gguf", "b/m-Q4_0.gguf"], "Q4_0")).toEqual(["a/m-Q4_0.gguf", "b/m-Q4_0.gguf"]);
    expect(choose(["a-Q4_K_M.gguf", "b-Q4_K_M.gguf"])).toEqual(["a-Q4_K_M.gguf", "b-Q4_K_M.gguf"]);
  });

  test("never takes another quantization than the requested one", () => {
    expect(choose(common, "Q4")).toEqual(["m-Q4_K_M.gguf", "m-UD-Q4_K_XL.gguf"]);
    expect(choose(common, "Q5_K_M")).toBe("unknown");
  });
});
