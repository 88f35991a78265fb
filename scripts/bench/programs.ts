/** The programs that are compared. Each call starts a new process. */
import { z } from "zod";
import { measure, type Run } from "./measure.ts";

/** The parts of the output of `anechat --json` that the bench uses. */
const answerSchema = z.object({
  usage: z.object({ promptTokens: z.number(), cachedTokens: z.number(), completionTokens: z.number() }),
  timings: z.object({ promptMs: z.number(), generationMs: z.number() }),
});

export type Answer = {
  promptTokens: number;
  promptTokensPerSecond: number;
  /** From the first token to the last. NaN for an answer of one token. */
  generationTokensPerSecond: number;
};

export class Anechat {
  readonly #executable: string;
  readonly #model: string;

  constructor(executable: string, model: string) {
    this.#executable = executable;
    this.#model = model;
  }

  async answer(prompt: string, maxTokens: number): Promise<Answer> {
    const { stdout } = await this.#run(prompt, maxTokens, "--json");
    const { usage, timings } = answerSchema.parse(JSON.parse(stdout));
    if (usage.completionTokens !== maxTokens) {
      throw new Error(`The answer has ${usage.completionTokens} tokens instead of ${maxTokens}.`);
    }
    return {
      promptTokens: usage.promptTokens,
      promptTokensPerSecond: ((usage.promptTokens - usage.cachedTokens) / timings.promptMs) * 1000,
      generationTokensPerSecond: ((usage.completionTokens - 1) / timings.generationMs) * 1000,
    };
  }

  /** Runs the process until it ends after one token. */
  oneToken(prompt: string): Promise<Run> {
    return this.#run(prompt, 1, "--quiet");
  }

  version(): Promise<Run> {
    return measure([this.#executable, "--version"]);
  }

  #run(prompt: string, maxTokens: number, ...flags: string[]): Promise<Run> {
    const limit = ["--max-tokens", String(maxTokens)];
    // Greedy, so that all runs are equal.
    return measure([
      this.#executable,
      this.#model,
      "--prompt",
      prompt,
      ...limit,
      "--temperature",
      "0",
      ...flags,
    ]);
  }
}

const benchSchema = z.array(z.object({ avg_ts: z.number() })).min(1);

/** Tokens per second of one llama-bench test. */
export async function llamaBench(program: string, model: string, ...flags: string[]): Promise<number> {
  const { stdout } = await measure([program, "-m", model, "-r", "1", "-o", "json", ...flags]);
  return benchSchema.parse(JSON.parse(stdout))[0]?.avg_ts ?? Number.NaN;
}

/** llama-completion with its defaults, but not in conversation mode, which would wait for input. */
export function llamaCompletion(program: string, model: string, prompt: string): Promise<Run> {
  return measure([program, "-m", model, "-p", prompt, "-n", "1", "--no-conversation"]);
}
