/** Compares greedy answers with those of llama.cpp's own program. */
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
 * The greedy answer of llama.cpp's own program. It prints from a thread that it doesn't wait for
 * (common/log.cpp: "may cause logs to be lost"), so on a busy machine the end is sometimes
 * missing. An answer is complete if it ends with two line breaks.
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
  describe(`greedy answers with a ${tokenizer} tokenizer match llama-completion`, () => {
    test("exactly, for a raw prompt", async () => {
      const model = await sandbox.model(tokenizer);
      let compared = 0;
      for (const prompt of prompts) {
        const theirs = clean(await llamaCompletion(model, "-p", prompt, "-no-cnv"));
        expect(await anechat(model, "-p", prompt, "--raw")).toBe(theirs);
        compared += theirs.length;
      }
      expect(compared).toBeGreaterThan(100);
    });

    test("exactly, with the chat template", async () => {
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

/** Without llama-completion's end marker and the white space around it. */
function clean(text: string): string {
  return text.replace(/ ?\[end of text\]\s*$/, "").trim();
}
