/** The names that clients send lead to the served models. */
import { describe, expect, test } from "bun:test";
import { taggedName } from "../../src/server/ollama/names.ts";
import { servedName } from "../../src/server/served-name.ts";

const names = [
  "demo",
  "tiny.gguf",
  "anna/Tiny-GGUF:Tiny-Q4_K_M.gguf",
  "anna/Tiny-GGUF:Tiny-Q8_0.gguf",
  "bob/Only-GGUF:Only-Q4_0.gguf",
];

describe("a model is found", () => {
  test.each([
    ["demo", "demo"],
    ["demo:latest", "demo"],
    ["Demo", "demo"],
    ["tiny.gguf:latest", "tiny.gguf"],
    ["anna/Tiny-GGUF:Tiny-Q8_0.gguf", "anna/Tiny-GGUF:Tiny-Q8_0.gguf"],
    ["anna/tiny-gguf:q4_k_m", "anna/Tiny-GGUF:Tiny-Q4_K_M.gguf"],
    ["hf.co/anna/Tiny-GGUF:Q8_0", "anna/Tiny-GGUF:Tiny-Q8_0.gguf"],
    ["huggingface.co/bob/Only-GGUF:latest", "bob/Only-GGUF:Only-Q4_0.gguf"],
    ["bob/Only-GGUF", "bob/Only-GGUF:Only-Q4_0.gguf"],
  ])("%s is %s", (given, name) => {
    expect(servedName(given, names)).toBe(name);
  });

  test("by the name of the list, with the tag that clients add", () => {
    for (const name of names) expect(servedName(taggedName(name), names)).toBe(name);
  });
});

test.each(["llama3.2", "anna/Tiny-GGUF", "anna/Tiny-GGUF:Q2_K", "", ":latest", "hf.co/"])(
  "%p is none, or not only one",
  (given) => {
    expect(servedName(given, names)).toBeUndefined();
  },
);
