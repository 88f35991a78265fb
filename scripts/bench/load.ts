/**
 * Clients that ask a server at the same time, and what they saw of it. They know OpenAI's API and nothing of
 * whose server it is.
 */
import { readFileSync } from "node:fs";
import { readEvents } from "../../src/formats/sse.ts";
import type { Prompt } from "./prompts.ts";

export type Load = {
  /** Tokens of all answers, and how long they took together. */
  tokens: number;
  seconds: number;
  /** Milliseconds from each request to the first word of its answer. */
  firstTokens: number[];
  /** Milliseconds; of each answer the longest time between two pieces of it. */
  gaps: number[];
};

/** What was seen in turns, as one. */
export function together(loads: readonly Load[]): Load {
  const sum = (of: (load: Load) => number): number => loads.reduce((total, load) => total + of(load), 0);
  return {
    tokens: sum(({ tokens }) => tokens),
    seconds: sum(({ seconds }) => seconds),
    firstTokens: loads.flatMap(({ firstTokens }) => firstTokens),
    gaps: loads.flatMap(({ gaps }) => gaps),
  };
}

type Seen = { tokens: number; firstToken: number; gap: number };

/** Tokens of each answer. */
const answerTokens = 48;

/** A server that was started for this, and ends with it. */
export class BenchServer implements AsyncDisposable {
  readonly url: string;
  readonly #child: Bun.Subprocess;

  private constructor(child: Bun.Subprocess, url: string) {
    this.#child = child;
    this.url = url;
  }

  /**
   * @param command with "PORT" where the port goes
   * @throws Error if it ends, or isn't well in two minutes
   */
  static async start(command: readonly string[]): Promise<BenchServer> {
    const port = await freePort();
    const child = Bun.spawn(
      command.map((part) => (part === "PORT" ? String(port) : part)),
      { stdio: ["ignore", "ignore", "ignore"] },
    );
    const url = `http://127.0.0.1:${port}`;
    const late = performance.now() + 120_000;
    for (;;) {
      if (child.exitCode !== null) throw new Error(`${command[0]} ended with ${child.exitCode}`);
      if (performance.now() > late) throw new Error(`${command[0]} doesn't answer`);
      const isWell = await fetch(`${url}/health`).then(
        ({ ok }) => ok,
        () => false,
      );
      if (isWell) return new BenchServer(child, url);
      await Bun.sleep(100);
    }
  }

  /** Bytes of main memory at present, and at most so far; of Linux. */
  memory(): { now: number; peak: number } {
    const status = readFileSync(`/proc/${this.#child.pid}/status`, "utf8");
    const of = (name: string): number =>
      Number(new RegExp(`^${name}:\\s+(\\d+) kB`, "m").exec(status)?.[1] ?? Number.NaN) * 1024;
    return { now: of("VmRSS"), peak: of("VmHWM") };
  }

  /** Clients at the same time. @param prompts of each client what it asks, one question after the other */
  async load(prompts: readonly (readonly Prompt[])[]): Promise<Load> {
    const start = performance.now();
    const all = await Promise.all(
      prompts.map(async (questions) => {
        const seen: Seen[] = [];
        for (const question of questions) seen.push(await this.#ask(question));
        return seen;
      }),
    );
    const seconds = (performance.now() - start) / 1000;
    const seen = all.flat();
    return {
      tokens: seen.reduce((sum, { tokens }) => sum + tokens, 0),
      seconds,
      firstTokens: seen.map(({ firstToken }) => firstToken),
      gaps: seen.map(({ gap }) => gap),
    };
  }

  async #ask({ system, question }: Prompt): Promise<Seen> {
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
      // A long queue is what is measured.
      timeout: false,
      // While the other server is asked, this one may close a connection that idles.
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
    if (firstToken === undefined || tokens === 0) throw new Error("an answer had no words");
    return { tokens, firstToken, gap };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    // It has told all it was asked; some wait for their clients' idle connections for ever.
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
