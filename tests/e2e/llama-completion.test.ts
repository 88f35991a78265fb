import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import type { TinyTokenizerName } from "../../src/models/tiny-tokenizer.ts";
import { Sandbox } from "../fixtures/executable.ts";
import { peer } from "../fixtures/peers.ts";

let sandbox: Sandbox;
beforeAll(() => {
  sandbox = new Sandbox();
});
afterAll(() => sandbox[Symbol.dispose]());

const prompts = [
  "Once upon a time",
  "Hello, how are you?",
  "What is the capital of France?  ",
  "1 + 1 = 日本 é",
];
const tokens = "48";

/** What llama.cpp's own program writes after the prompt, greedily. */
async function llamaCompletion(model: string, ...args: string[]): Promise<string> {
  const shared = [
    "-m",
    model,
    "-n",
    tokens,
    "--temp",
    "0",
    "--no-display-prompt",
    "--no-warmup",
    "-fit",
    "off",
  ];
  const child = Bun.spawn([peer("llama-completion"), ...shared, "-t", "1", ...args], {
    stdin: "ignore",
    stdout: "pipe",
    stderr: "ignore",
  });
  return await new Response(child.stdout).text();
}

async function anechat(model: string, ...args: string[]): Promise<string> {
  const { stdout } = await sandbox.run([model, "-t", "0", "-n", tokens, "--json", ...args]);
  return JSON.parse(stdout).text;
}

for (const tokenizer of ["bpe", "spm"] as const satisfies readonly TinyTokenizerName[]) {
  describe(`greedy answers on a ${tokenizer} tokenizer are llama-completion's`, () => {
    test("to the word, for a prompt as it is", async () => {
      const model = await sandbox.model(tokenizer);
      let compared = 0;
      for (const prompt of prompts) {
        const theirs = clean(await llamaCompletion(model, "-p", prompt, "-no-cnv"));
        expect(await anechat(model, "-p", prompt, "--raw")).toBe(theirs);
        compared += theirs.length;
      }
      expect(compared).toBeGreaterThan(100);
    });

    test("to the word, through the chat template", async () => {
      const model = await sandbox.model(tokenizer);
      let compared = 0;
      for (const prompt of prompts) {
        const theirs = clean(await llamaCompletion(model, "-p", prompt, "--jinja", "-st"));
        expect(await anechat(model, "-p", prompt)).toBe(theirs);
        compared += theirs.length;
      }
      expect(compared).toBeGreaterThan(100);
    });
  });
}

/** Its marks for the end of a text, and the blank space around it, are not the model's words. */
function clean(text: string): string {
  return text.replace(/ ?\[end of text\]\s*$/, "").trim();
}
