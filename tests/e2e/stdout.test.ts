/** stdout may be a full disk, closed, or a pipe without a reader. */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { writeSourceModel } from "../fixtures/convert/source-model.ts";
import { sourceSpecs } from "../fixtures/convert/specs/index.ts";
import { executable, type Finished, Sandbox, saying } from "../fixtures/executable.ts";
import { FakeHub } from "../fixtures/fake-hub.ts";
import { testModel } from "../fixtures/models.ts";
import { killAllOf } from "../fixtures/server.ts";

let home: Sandbox;
let hub: FakeHub;
let prompts: string;
let chat: string;
let source: string;
beforeAll(async () => {
  home = new Sandbox();
  hub = new FakeHub();
  hub.add("anna/Tiny-GGUF", { files: { "Tiny-Q4_K_M.gguf": readFileSync(await testModel("bpe")) } });
  prompts = home.file("prompts.txt", "Hi\n");
  const messages = [
    { role: "user", content: "Hi" },
    { role: "assistant", content: "Hello!" },
  ];
  chat = home.file("chat.json", JSON.stringify({ messages }));
  source = writeSourceModel(sourceSpecs.find((spec) => spec.name === "llama")!, home.folder);
  expect((await home.run(["chats", "import", chat])).code).toBe(0);
  expect((await home.run(["pull", "anna/Tiny-GGUF"], { env: { HF_ENDPOINT: hub.endpoint } })).code).toBe(0);
});
afterAll(async () => {
  killAllOf(home);
  home[Symbol.dispose]();
  await hub[Symbol.asyncDispose]();
});

/** @param redirection in shell syntax: "> /dev/full" */
const redirected = (redirection: string, args: readonly string[]): Promise<Finished> =>
  home.run(["-c", `"$0" "$@" ${redirection}`, executable, ...args], {
    program: "sh",
    env: { HF_ENDPOINT: hub.endpoint },
  });

const short = ["-n", "2", "-q"];
const commands = (): string[][] => [
  ["--version"],
  ["--help"],
  ["help", "serve"],
  ["completion", "bash"],
  ["config"],
  ["config", "--json"],
  ["list"],
  ["list", "--json"],
  ["show", "demo"],
  ["show", "demo", "--json"],
  ["pull", "anna/Tiny-GGUF", "-q"],
  ["verify", "anna/Tiny-GGUF", "-q"],
  ["convert", source, join(home.folder, "out.gguf"), "--force", "--pre", "gpt-2", "-q"],
  ["ps", "--json"],
  ["chats"],
  ["chats", "list"],
  ["chats", "search", "Hello", "--json"],
  ["chats", "show", "1"],
  ["chats", "show", "1", "--json"],
  ["chats", "export", "1"],
  ["chats", "export", "1", "--format", "json"],
  ["chats", "import", chat, "--json"],
  ["demo", "-p", "Hi", ...short],
  ["demo", "-p", "Hi", "--json", ...short],
  ["--continue", "demo", "-p", "Hi", ...short],
  ["demo", "--batch", prompts, ...short],
  ["compare", "--model1", "demo", "--model2", "demo", "-p", "Hi", ...short],
  ["compare", "--model1", "demo", "--model2", "demo", "-p", "Hi", "--json", ...short],
  ...["table", "jsonl", "junit"].map((format) => [
    ...["eval", "demo", "--prompts", prompts, "--format", format],
    ...short,
  ]),
  ["serve", "demo", "--detach", "--port", "0", "-q"],
  ["rm", "anna/Tiny-GGUF"],
];

// Only Linux has /dev/full.
describe.skipIf(process.platform !== "linux")("with stdout on a full disk", () => {
  test("every command that prints ends with status 11 and one sentence", async () => {
    for (const args of commands()) {
      const { code, signal, stderr } = await redirected("> /dev/full", args);
      const line = "anechat: stdout can't be written: the disk is full\n";
      expect({ args, code, signal, stderr }).toEqual({ args, code: 11, signal: null, stderr: line });
    }
  });

  test("a long answer is stopped", async () => {
    const model = await home.model("bpe", { contextLength: 65_536 });
    const endless = ["--grammar", 'root ::= "la " root', "--max-tokens", "0"];
    const { code, stderr } = await redirected("> /dev/full", [model, "-p", "Sing!", ...endless]);
    expect({ code, stderr }).toEqual({
      code: 11,
      stderr: "anechat: stdout can't be written: the disk is full\n",
    });
  });

  test("an answer is printed if only stderr is on a full disk", async () => {
    const args = [await home.model(), "-p", "Hi", "--grammar", saying("Hello.")];
    expect(await redirected("2> /dev/full", args)).toMatchObject({ code: 0, stdout: "Hello.\n" });
    expect(await redirected("2> /dev/full", ["nothing.gguf", "-p", "Hi"])).toMatchObject({ code: 3 });
  });
});

test("a file at its size limit counts as a full disk", async () => {
  const args = ["completion", "bash"];
  const script = `trap '' XFSZ; ulimit -f 1; "$0" "$@" > ${JSON.stringify(join(home.folder, "limited"))}`;
  const { code, stderr } = await home.run(["-c", script, executable, ...args], {
    program: "sh",
    env: { XDG_CACHE_HOME: join(home.folder, "nowhere") },
  });
  expect({ code, stderr }).toEqual({
    code: 11,
    stderr: "anechat: stdout can't be written: the file would be too large\n",
  });
});

test("a closed stdout or stderr is not an error", async () => {
  const args = [await home.model(), "-p", "Hi", "--grammar", saying("Hello.")];
  expect(await redirected(">&-", args)).toMatchObject({ code: 0, stdout: "", stderr: "" });
  expect(await redirected("2>&-", args)).toMatchObject({ code: 0, stdout: "Hello.\n", stderr: "" });
});
