import { describe, expect, test } from "bun:test";
import {
  formatWorkspaceAddress,
  isWorkspaceAddress,
  parseWorkspaceAddress,
  workspaceAddress,
} from "../../src/kaito/address.ts";

describe("a workspace's address", () => {
  test.each([
    ["kaito:my-llama", undefined, undefined, undefined],
    ["kaito:models/my-llama", undefined, "models", undefined],
    ["kaito:prod/models/my-llama", "prod", "models", undefined],
    ["kaito:prod//my-llama#llama 3", "prod", undefined, "llama 3"],
    [
      "kaito:arn:aws:eks:eu:1:cluster%2Fa%23b%25/models/my-llama",
      "arn:aws:eks:eu:1:cluster/a#b%",
      "models",
      undefined,
    ],
    ["kaito:my-llama#org/model#1", undefined, undefined, "org/model#1"],
  ])("%s is read, and written the same", (text, context, namespace, model) => {
    expect(parseWorkspaceAddress(text)).toEqual({ context, namespace, workspace: "my-llama", model });
    expect(formatWorkspaceAddress({ context, namespace, workspace: "my-llama", model })).toBe(text);
  });

  test("differs from names of other models", () => {
    for (const text of ["owner/kaito:Q4_K_M", "kaito/model", "https://host/v1", "kaito.gguf", "./kaito:x"]) {
      expect(isWorkspaceAddress(text)).toBe(false);
      expect(parseWorkspaceAddress(text)).toBeUndefined();
    }
  });

  test.each([
    "kaito:",
    "kaito:a/b/c/d",
    "kaito:prod/models/",
    "kaito:../../x",
    "kaito:a/..",
    "kaito:A",
    "kaito:a?x",
  ])("%s is not valid", (text) => {
    expect(() => parseWorkspaceAddress(text)).toThrow(
      /is not the address of a Kaito workspace|can't be the name of/,
    );
  });

  test("has no empty parts", () => {
    expect(workspaceAddress({ context: "", namespace: "", workspace: "x", model: " " })).toEqual({
      context: undefined,
      namespace: undefined,
      workspace: "x",
      model: undefined,
    });
    expect(() => workspaceAddress({ workspace: "a".repeat(64) })).toThrow("can't be the name of a workspace");
  });
});
