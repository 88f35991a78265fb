/** Models that Ollama's clients ask for. */
import { expect, test } from "bun:test";
import { nameIn, requireServed } from "../../../src/server/ollama/names.ts";

test("a model that isn't served is an error in Ollama's words", () => {
  expect(() => requireServed("llama3.2", { names: ["demo"], rescan: () => {}, has: () => false })).toThrow(
    'model "llama3.2" not found, try pulling it first',
  );
});

test("a request about a model names it as model, or as name, as older clients do", () => {
  expect(nameIn({ model: "demo", name: "other" })).toBe("demo");
  expect(nameIn({ name: "demo" })).toBe("demo");
  expect(() => nameIn({})).toThrow("model: it is missing");
});

test("a model that was downloaded just now is found", () => {
  const pool = {
    names: ["demo"],
    rescan: () => void pool.names.push("bob/Only-GGUF:Only-Q4_0.gguf"),
    has: () => false,
  };
  expect(requireServed("bob/Only-GGUF", pool)).toBe("bob/Only-GGUF:Only-Q4_0.gguf");
});
