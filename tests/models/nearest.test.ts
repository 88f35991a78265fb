/** Which model a mistyped name means. */
import { expect, test } from "bun:test";
import { nearestModel } from "../../src/models/nearest.ts";

const models = [
  { name: "demo" },
  { name: "ab" },
  { name: "bartowski/Llama-3.2-1B-Instruct-GGUF", spellings: ["Llama-3.2-1B-Instruct"] },
  { name: "bartowski/Llama-3.2-3B-Instruct-GGUF", spellings: ["Llama-3.2-3B-Instruct"] },
];

test.each([
  ["dmeo", "demo"],
  ["DEMO", "demo"],
  ["llama3.2", "bartowski/Llama-3.2-1B-Instruct-GGUF"],
  ["llama3.2:3b", "bartowski/Llama-3.2-3B-Instruct-GGUF"],
  ["LLAMA-3.2-3B-instruct", "bartowski/Llama-3.2-3B-Instruct-GGUF"],
  ["bartowsky/Llama-3.2-1B-Instruct-GGUF", "bartowski/Llama-3.2-1B-Instruct-GGUF"],
  ["gemma", undefined],
  ["x", undefined],
  ["", undefined],
])("%j means %j", (typed, expected) => expect(nearestModel(typed, models)).toBe(expected));
