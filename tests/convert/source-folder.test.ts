/** Which files of a folder make up a model, and the errors for folders without a model. */
import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isSourceFolder, neededFiles } from "../../src/convert/source-files.ts";
import { openSourceFolder } from "../../src/convert/source-folder.ts";
import { writeSourceModel } from "../fixtures/convert/source-model.ts";
import { llama, mixtral } from "../fixtures/convert/specs/llama.ts";

let parent: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), "anechat-folder-"));
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

const write = (name: string, content = "{}"): void => writeFileSync(join(parent, name), content);
const rejection = (code: string, message: string) =>
  expect.objectContaining({ code, message: expect.stringContaining(message) });

describe("a folder", () => {
  test("without config.json is not a model", () => {
    expect(isSourceFolder(parent)).toBe(false);
    expect(() => openSourceFolder(parent)).toThrow(rejection("modelNotFound", "no config.json"));
  });

  test("with an adapter is reported as one", () => {
    write("adapter_config.json");
    expect(isSourceFolder(parent)).toBe(true);
    expect(() => openSourceFolder(parent)).toThrow(rejection("badModel", "LoRA adapter"));
  });

  test("with only pickled weights is rejected with the reason", () => {
    write("config.json");
    write("pytorch_model.bin");
    expect(() => openSourceFolder(parent)).toThrow(
      expect.objectContaining({ code: "modelNotFound", hint: expect.stringContaining("may run code") }),
    );
  });

  test("without a file of its index is incomplete, with the file's name", () => {
    const folder = writeSourceModel(mixtral, parent);
    const file = "model-00002-of-00002.safetensors";
    renameSync(join(folder, file), join(parent, file));
    expect(() => openSourceFolder(folder)).toThrow(rejection("badModel", file));
  });

  test("may also hold Mistral's layout of the weights, and adapters, which are not read", () => {
    const folder = writeSourceModel(llama, parent);
    for (const name of ["consolidated.safetensors", "adapter_model.safetensors"]) {
      writeFileSync(join(folder, name), "no safetensors");
    }
    expect(openSourceFolder(folder).shards.files).toEqual(["model.safetensors"]);
  });

  test("may have Python's NaN and Infinity in its JSON", () => {
    const folder = writeSourceModel(llama, parent);
    writeFileSync(
      join(folder, "config.json"),
      '{"architectures": ["LlamaForCausalLM"], "hidden_size": 64, "limits": [NaN, -Infinity,Infinity], "name": "NaN, NaN"}',
    );
    const { config } = openSourceFolder(folder);
    expect(config.hidden).toBe(64);
    expect(config.list("limits")).toEqual([null, null, null]);
    expect(config.string("name")).toBe("NaN, NaN");
  });

  test.each(["config.json", "tokenizer.json", "generation_config.json"])(
    "with a broken %s is rejected with the file's name",
    (name) => {
      const folder = writeSourceModel(llama, parent);
      writeFileSync(join(folder, name), "{'a': 1}");
      expect(() => openSourceFolder(folder)).toThrow(rejection("badModel", name));
    },
  );
});

test("only the needed files of a repo are fetched", () => {
  const needed = [
    "config.json",
    "tokenizer.json",
    "model-00001-of-00002.safetensors",
    "model.safetensors.index.json",
  ];
  const others = [
    "README.md",
    "pytorch_model.bin",
    "onnx/model.onnx",
    "original/consolidated.00.safetensors",
    "x.py",
  ];
  expect(neededFiles([...needed, ...others]).sort()).toEqual(needed.sort());
});

test("only one set of a repo's weights is fetched", () => {
  const shards = ["model-00001-of-00002.safetensors", "model-00002-of-00002.safetensors"];
  const index = "model.safetensors.index.json";
  expect(neededFiles([index, ...shards, "consolidated.safetensors"])).toEqual([index, ...shards]);
  expect(neededFiles(["model.safetensors", "model.fp16.safetensors"])).toEqual(["model.safetensors"]);
  const numbered = ["weights.00.safetensors", "weights.01.safetensors"];
  expect(neededFiles(numbered)).toEqual(numbered);
});
