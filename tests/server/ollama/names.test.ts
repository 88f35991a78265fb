/** Models that Ollama's clients ask for. */
import { expect, test } from "bun:test";
import { requireServed } from "../../../src/server/ollama/names.ts";

test("a model that isn't served is an error in Ollama's words", () => {
  expect(() => requireServed("llama3.2", { names: ["demo"], rescan: () => {} })).toThrow(
    'model "llama3.2" not found, try pulling it first',
  );
});

test("a model that was downloaded just now is found", () => {
  const pool = { names: ["demo"], rescan: () => void pool.names.push("bob/Only-GGUF:Only-Q4_0.gguf") };
  expect(requireServed("bob/Only-GGUF", pool)).toBe("bob/Only-GGUF:Only-Q4_0.gguf");
});
