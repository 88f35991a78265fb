/** Lists of models come in several shapes. */
import { expect, test } from "bun:test";
import { modelsShape } from "../../src/remote/wire.ts";

test.each([
  ["OpenAI's object", { object: "list", data: [{ id: "m", max_model_len: 8 }] }],
  ["the bare list of Together AI", [{ id: "m", max_model_len: 8, type: "chat" }]],
])("%s is read", (_, json) => {
  expect(modelsShape.parse(json)).toEqual({ data: [{ id: "m", max_model_len: 8 }] });
});

test.each([[{}], [{ data: "m" }], [[{ name: "m" }]], ["m"], [null]])("%j is refused", (json) => {
  expect(modelsShape.safeParse(json).success).toBe(false);
});
