/** Clients that send requests to any server with OpenAI's API at the same time. */
import { readFileSync } from "node:fs";
import { readEvents } from "../../src/formats/sse.ts";
import type { Prompt } from "./prompts.ts";

export type Load = {
  /** Tokens of all answers. */
  tokens: number;
  /** Time for all answers. */
  seconds: number;
  /** Milliseconds from each request to the first word of its answer. */
  firstTokens: number[];
  /** Milliseconds: the longest time between two chunks of each answer. */
  gaps: number[];
};

/** Several loads in a row, combined. */
export function together(loads: readonly Load[]): Load {
  const sum = (of: (load: Load) => number): number => loads.reduce((total, load) => total + of(load), 0);
  return {
    tokens: sum(({ tokens }) => tokens),
    seconds: sum(({ seconds }) => seconds),
    firstTokens: loads.flatMap(({ firstTokens }) => firstTokens),
    gaps: loads.flatMap(({ gaps }) => gaps),
  };
}

type Measured = { tokens: number; firstToken: number; gap: number };

/** Tokens of each answer. */
const answerTokens = 48;

/** A server in a child process that is killed on dispose. */
export class BenchServer implements AsyncDisposable {
  readonly url: string;
  readonly #child: Bun.Subprocess;

  private constructor(child: Bun.Subprocess, url: string) {
    this.#child = child;
    this.url = url;
  }

  /**
   * @param command "PORT" in it is replaced by the port
   * @throws Error if it ends, or is not healthy within two minutes
   */
  static async start(command: readonly string[]): Promise<BenchServer> {
    const port = await freePort();
    const child = Bun.spawn(
      command.map((part) => (part === "PORT" ? String(port) : part)),
      { stdio: ["ignore", "ignore", "ignore"] },
    );
    const url = `http://127.0.0.1:${port}`;
    const deadline = performance.now() + 120_000;
    for (;;) {
      if (child.exitCode !== null) throw new Error(`${command[0]} ended with exit code ${child.exitCode}`);
      if (performance.now() > deadline) throw new Error(`${command[0]} does not answer`);
      const isHealthy = await fetch(`${url}/health`).then(
        ({ ok }) => ok,
        () => false,
      );
      if (isHealthy) return new BenchServer(child, url);
      await Bun.sleep(100);
    }
  }

  /** Resident memory in bytes, now and at its peak. Linux only. */
  memory(): { now: number; peak: number } {
    const status = readFileSync(`/proc/${this.#child.pid}/status`, "utf8");
    const of = (name: string): number =>
      Number(new RegExp(`^${name}:\\s+(\\d+) kB`, "m").exec(status)?.[1] ?? Number.NaN) * 1024;
    return { now: of("VmRSS"), peak: of("VmHWM") };
  }

  /** Runs clients in parallel. @param prompts of each client, which it sends one after the other */
  async load(prompts: readonly (readonly Prompt[])[]): Promise<Load> {
    const start = performance.now();
    const all = await Promise.all(
      prompts.map(async (questions) => {
        const answers: Measured[] = [];
        for (const question of questions) answers.push(await this.#request(question));
        return answers;
      }),
    );
    const seconds = (performance.now() - start) / 1000;
    const measured = all.flat();
    return {
      tokens: measured.reduce((sum, { tokens }) => sum + tokens, 0),
      seconds,
      firstTokens: measured.map(({ firstToken }) => firstToken),
      gaps: measured.map(({ gap }) => gap),
    };
  }

  async #request({ system, question }: Prompt): Promise<Measured> {
    const start = performance.now();
    const response = await fetch(`${this.url}/v1/chat/completions`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({
        messages: [
          { role: "system", content: system },
          { role: "user", content: question },
        ],
        max_tokens: answerTokens,
        temperature: 0,
        stream: true,
        stream_options: { include_usage: true },
      }),
      // Waiting in the queue is part of what is measured.
      timeout: false,
      // A server may close idle connections while the other one is measured.
      keepalive: false,
    } as BunFetchRequestInit);
    if (!response.ok || response.body === null)
      throw new Error(`${response.status}: ${await response.text()}`);
    let firstToken: number | undefined;
    let last = 0;
    let gap = 0;
    let tokens = 0;
    for await (const { data } of readEvents(response.body)) {
      if (data === "[DONE]") break;
      const { choices, usage } = JSON.parse(data) as Chunk;
      if (usage) tokens = usage.completion_tokens;
      if (!choices[0]?.delta.content) continue;
      const now = performance.now();
      if (firstToken === undefined) firstToken = now - start;
      else gap = Math.max(gap, now - last);
      last = now;
    }
    if (firstToken === undefined || tokens === 0) throw new Error("an answer was empty");
    return { tokens, firstToken, gap };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    // All answers are complete. On SIGTERM, some servers wait forever for idle connections.
    this.#child.kill("SIGKILL");
    await this.#child.exited;
  }
}

type Chunk = {
  choices: { delta: { content?: string | null } }[];
  usage?: { completion_tokens: number } | null;
};

async function freePort(): Promise<number> {
  const server = Bun.serve({ hostname: "127.0.0.1", port: 0, fetch: () => new Response() });
  const { port } = server;
  await server.stop(true);
  if (port === undefined) throw new Error("there is no free port");
  return port;
}
