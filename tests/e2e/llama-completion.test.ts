import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { Sandbox } from "../fixtures/executable.ts";
import { peer } from "../fixtures/peers.ts";
import type { TinyTokenizerName } from "../fixtures/tiny/tokenizer.ts";

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

/**
 * What llama.cpp's own program writes after the prompt, greedily. It prints by a thread that it
 * doesn't wait for (common/log.cpp: "may cause logs to be lost"), so on a busy machine the end
 * is missing now and then: an answer is whole if the two line breaks after it are there.
 */
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
  for (let attempt = 1; attempt <= 100; attempt++) {
    const child = Bun.spawn([peer("llama-completion"), ...shared, "-t", "1", ...args], {
      stdin: "ignore",
      stdout: "pipe",
      stderr: "ignore",
    });
    const answer = await new Response(child.stdout).text();
    if ((await child.exited) !== 0) throw new Error(`llama-completion failed: ${answer}`);
    if (answer.endsWith("\n\n")) return answer;
  }
  throw new Error("llama-completion never printed its whole answer");
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
