import { describe, expect, test } from "bun:test";
import { AnechatError } from "../../src/base/errors.ts";
import { loadLibrary } from "../../src/llama/library.ts";
import { checkSignatures, shortage } from "../../src/llama/native.ts";

const table = {
  llama_free: { args: ["ptr"], returns: "void" },
  llama_tokenize: { args: ["ptr", "buffer", "i32"], returns: "i32" },
} as const;

function refusal(action: () => void): AnechatError {
  try {
    action();
  } catch (error) {
    if (error instanceof AnechatError) return error;
  }
  throw new Error("there was no AnechatError");
}

describe("the table of bound symbols", () => {
  test("is accepted if the compiler saw the same types", () => {
    checkSignatures("llama_free void ptr\nllama_tokenize i32 ptr ptr i32\n", table, "lib.so");
  });

  test("is rejected with the name and both types of a symbol that differs", () => {
    const error = refusal(() =>
      checkSignatures("llama_free void ptr\nllama_tokenize i32 ptr ptr i64\n", table, "lib.so"),
    );
    expect(error.code).toBe("engineUnavailable");
    expect(error.message).toContain(
      'llama_tokenize (bound as "i32 ptr ptr i32", the library has "i32 ptr ptr i64")',
    );
    expect(error.message).not.toContain("llama_free");
  });

  test("is rejected with the name of a missing symbol", () => {
    const error = refusal(() => checkSignatures("llama_free void ptr\n", table, "lib.so"));
    expect(error.message).toContain("llama_tokenize");
  });

  test("a folder without the library is a clear error", () => {
    const error = refusal(() => loadLibrary("/nonexistent", {}));
    expect(error.code).toBe("engineUnavailable");
    expect(error.message).toContain("/nonexistent/libanechat.so");
  });
});

describe("a failed call", () => {
  test("is the system's fault if it has no memory or no thread left", () => {
    for (const message of ["std::bad_alloc", "the system has no memory for another thread"]) {
      expect(shortage(message)?.code).toBe("notEnoughMemory");
    }
  });

  test("is the fault of a template or grammar that exceeds its limits", () => {
    expect(shortage("it takes too much memory")).toBeUndefined();
  });
});
