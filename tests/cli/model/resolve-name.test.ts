/** The rules by which every command resolves a model's name. */
import { afterAll, describe, expect, test } from "bun:test";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { resolveModelName, resolveRepo } from "../../../src/cli/model/resolve-name.ts";

const scratch = mkdtempSync(join(tmpdir(), "anechat-names-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const alias = (model: string) => ({ model, source: "config.toml" });
const sources = {
  aliases: new Map(
    Object.entries({
      mine: "kaito:prod/models/llama",
      far: "work#other",
      small: "llama3-1b",
      first: "second",
      second: "first",
      demo: "anna/Model",
      broken: "https://user:secret@host/v1",
    }).map(([name, model]) => [name, alias(model)]),
  ),
  endpoints: new Map([
    ["work", { url: "https://llm.example.com/v1", model: "llama" }],
    ["demo", { url: "https://demo.example.com/v1", model: "other" }],
  ]),
  env: { HF_ENDPOINT: "https://mirror.example.com" },
};
const resolved = (name: string) => resolveModelName(name, sources);
const repo = (name: string, selector?: string) => ({
  kind: "repo",
  name: { repo: name, revision: undefined, selector },
});
const endpoint = (url: string, model?: string, table?: string) => ({
  kind: "endpoint",
  address: { endpoint: url, model },
  table,
});

describe("a model's name", () => {
  test.each([
    ["demo", { kind: "demo" }],
    ["./model.gguf", { kind: "path", path: "./model.gguf" }],
    ["models/llama.gguf", { kind: "path", path: "models/llama.gguf" }],
    ["anna/Model:Q8_0", repo("anna/Model", "Q8_0")],
    ["small", repo("bartowski/Llama-3.2-1B-Instruct-GGUF")],
    ["https://hf.co/anna/Model", repo("anna/Model")],
    ["https://mirror.example.com/anna/Model", repo("anna/Model")],
    ["work", endpoint("https://llm.example.com/v1", "llama", "work")],
    ["far", endpoint("https://llm.example.com/v1", "other", "work")],
    ["http://localhost:8000#qwen", endpoint("http://localhost:8000/v1", "qwen")],
    [
      "mine",
      {
        kind: "workspace",
        address: { context: "prod", namespace: "models", workspace: "llama", model: undefined },
      },
    ],
  ])("%s means one thing for every command", (name, meaning) => {
    expect(resolved(name)).toEqual(meaning as never);
  });

  test("means a file of that name before anything else, except for the demo", () => {
    for (const name of ["work", "small", "kaito:llama"]) {
      const path = join(scratch, name);
      writeFileSync(path, "x");
      expect(resolved(path)).toEqual({ kind: "path", path });
    }
    expect(resolved("demo")).toEqual({ kind: "demo" });
  });

  test("that leads in a cycle is an error that shows the cycle", () => {
    expect(() => resolved("first")).toThrow("the aliases form a cycle: first → second → first");
  });

  test("that is an alias of a broken address is a mistake in the config, which names the alias", () => {
    expect(() => resolved("broken")).toThrow(
      expect.objectContaining({
        code: "badConfig",
        message: expect.stringMatching(/^The alias broken has a wrong value: The address of host /),
      }),
    );
  });

  test("that is empty, or a broken address, is a usage error", () => {
    for (const name of ["", "  ", "http://user:secret@host", "kaito:a/b/c/d"]) {
      expect(() => resolved(name)).toThrow(expect.objectContaining({ code: "usage" }));
    }
  });
});

test("pull takes a repo's name, whatever files exist", () => {
  expect(resolveRepo("small", sources)?.repo).toBe("bartowski/Llama-3.2-1B-Instruct-GGUF");
  expect(resolveRepo("work", sources)).toBeUndefined();
  expect(resolveRepo("./model.gguf", sources)).toBeUndefined();
});
