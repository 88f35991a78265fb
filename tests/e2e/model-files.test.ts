/** Model files that are missing, damaged or unusual. */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { chmodSync, mkdirSync, readFileSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { f32, i32, u64 } from "../../src/formats/gguf/metadata.ts";
import { readGgufHeader } from "../../src/formats/gguf/reader.ts";
import type { MetadataValue } from "../../src/formats/gguf/types.ts";
import { encodeGguf } from "../../src/formats/gguf/writer.ts";
import { executable, type Finished, Sandbox, saying } from "../fixtures/executable.ts";

let sandbox: Sandbox;
let model: string;
beforeAll(async () => {
  sandbox = new Sandbox();
  model = await sandbox.model();
});
afterAll(() => sandbox[Symbol.dispose]());

const ask = (path: string, ...more: string[]): Promise<Finished> => sandbox.run([path, "-p", "Hi", ...more]);

/** Expects one line with the error, one with the hint, and nothing else. */
function expectClear({ code, stdout, stderr }: Finished, expected: { code: number; message: RegExp }): void {
  expect(stderr).toMatch(expected.message);
  // A server prints what it loads, and its address.
  expect(stderr).toMatch(/^(Loading [^\n]+\n)?anechat: [^\n]+\n {2}[^\n]+\n$/);
  expect({ code, stdout }).toEqual({ code: expected.code, stdout: "" });
}

describe("a model that can't be used is an error with a hint and its exit code", () => {
  test("a missing file", async () => {
    expectClear(await ask("none.gguf"), { code: 3, message: /none\.gguf/ });
  });

  test("a folder", async () => {
    const folder = join(sandbox.folder, "folder.gguf");
    mkdirSync(folder);
    expectClear(await ask(folder), { code: 3, message: /folder/ });
  });

  test("an empty file", async () => {
    expectClear(await ask(sandbox.file("empty.gguf", "")), { code: 8, message: /empty/ });
  });

  const contents: [string, string | Uint8Array, RegExp][] = [
    ["a text", "Once upon a time there was no model in this file. ".repeat(10), /GGUF/],
    ["a page of HTML", "<!DOCTYPE html><html><body>404 Not Found</body></html>", /HTML|web page/],
    ["a zip archive", Uint8Array.of(0x50, 0x4b, 3, 4, ...new Uint8Array(100)), /zip/i],
    ["a Git LFS pointer", "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 5\n", /LFS/],
  ];
  for (const [what, content, message] of contents) {
    test(`${what} under a model's name`, async () => {
      expectClear(await ask(sandbox.file(`${what}.gguf`, content)), { code: 8, message });
    });
  }

  test("safetensors", async () => {
    const header = JSON.stringify({ weight: { dtype: "F32", shape: [1], data_offsets: [0, 4] } });
    const bytes = new Uint8Array(8 + header.length + 4);
    new DataView(bytes.buffer).setBigUint64(0, BigInt(header.length), true);
    bytes.set(new TextEncoder().encode(header), 8);
    expectClear(await ask(sandbox.file("model.safetensors", bytes)), { code: 8, message: /safetensors/i });
  });

  test("a truncated download, in its weights and in its header", async () => {
    for (const length of [readFileSync(model).length - 1000, 5000]) {
      const cut = sandbox.file("cut.gguf", readFileSync(model));
      truncateSync(cut, length);
      expectClear(await ask(cut), { code: 8, message: /cut\.gguf.*(truncated|ends|incomplete)/i });
    }
  });

  test("an unknown architecture, which is named", async () => {
    const path = await sandbox.model("bpe", { architecture: "llamba" }, "unknown.gguf");
    expectClear(await ask(path), { code: 8, message: /"llamba"/ });
  });

  test.each<[string, string, MetadataValue]>([
    ["block_count", "NaN", f32(Number.NaN)],
    ["block_count", "2^64 - 1", u64(2n ** 64n - 1n)],
    ["attention.head_count", "-Infinity", f32(Number.NEGATIVE_INFINITY)],
    ["context_length", "-5", i32(-5)],
    ["rope.freq_base", "NaN", f32(Number.NaN)],
  ])("an impossible number in its header: %s is %s", async (key, _, value) => {
    const path = await sandbox.model("bpe", { metadata: { [`llama.${key}`]: value } }, "number.gguf");
    const message = new RegExp(`number\\.gguf has the impossible ${key} \\S+`);
    expectClear(await ask(path), { code: 8, message });
    expectClear(await sandbox.run(["show", path]), { code: 8, message });
    expectClear(await sandbox.run(["serve", path, "--port", "0"]), { code: 8, message });
  });

  test("a file without read permission", async () => {
    const secret = sandbox.file("secret.gguf", "GGUF");
    chmodSync(secret, 0);
    // Root may read everything, so the program then runs as the user nobody.
    const isRoot = process.getuid?.() === 0;
    const open = join(sandbox.folder, "open");
    mkdirSync(open);
    for (const folder of [sandbox.folder, sandbox.cwd, open]) chmodSync(folder, 0o777);
    const result = isRoot
      ? await sandbox.run(["--reuid=65534", "--clear-groups", executable, secret, "-p", "Hi"], {
          program: "/usr/bin/setpriv",
          env: { HOME: open, TMPDIR: open },
        })
      : await ask(secret);
    expectClear(result, { code: 4, message: /secret\.gguf/ });
  });

  test("a model larger than the memory, before anything is loaded", async () => {
    const { metadata } = readGgufHeader(model, { arrays: "all" });
    const tensor = { name: "token_embd.weight", shape: [32, 32], type: "F32" as const };
    const bytes = encodeGguf({ metadata, tensors: [tensor] }, () => new Uint8Array(32 * 32 * 4));
    // Raises the shape in the header. The file gets that size without being written.
    const dimensions = Buffer.from(bytes).indexOf(tensor.name) + tensor.name.length + 4;
    const view = new DataView(bytes.buffer);
    for (const offset of [0, 8]) view.setBigUint64(dimensions + offset, 1n << 18n, true);
    const huge = sandbox.file("huge.gguf", bytes);
    truncateSync(huge, bytes.length + 4 * 2 ** 36);
    expectClear(await ask(huge), { code: 5, message: /needs 275 GB of memory, .* is free/ });
  });

  test("with --verbose, a stack trace", async () => {
    const { stderr } = await ask(sandbox.file("empty.gguf", ""), "--verbose");
    expect(stderr).toMatch(/\n\s+at /);
    const unknown = await sandbox.model("bpe", { architecture: "llamba" }, "unknown.gguf");
    expect((await ask(unknown, "--verbose")).stderr).toContain("unknown model architecture");
  });

  test("without the escape sequences in its name", async () => {
    const { stderr } = await ask("no\x1b[31mne.gguf");
    expect(stderr).not.toContain("\x1b");
  });
});

test("a model without a chat template answers with a generic one, and a note", async () => {
  const path = await sandbox.model("bpe", { chatTemplate: null }, "base.gguf");
  const { code, stdout, stderr } = await ask(path, "--grammar", saying("Hello."));
  expect({ code, stdout }).toEqual({ code: 0, stdout: "Hello.\n" });
  expect(stderr).toMatch(/^This model has no chat template: .*\n$/);
});

test("a chat template that refuses every form of the messages is an error with exit code 2", async () => {
  const template = "{{ raise_exception('Conversation roles must alternate') }}";
  const path = await sandbox.model("bpe", { chatTemplate: template }, "strict.gguf");
  expectClear(await ask(path), { code: 2, message: /roles must alternate/ });
});
