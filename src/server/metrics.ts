/** Counters and gauges of the server, in Prometheus' text format 0.0.4. */

const firstTokenSeconds = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60] as const;

/** Counted since the server's start. */
const counters = {
  prompt_tokens: "Tokens of prompts",
  cached_tokens: "Tokens of prompts that were in the KV cache",
  completion_tokens: "Tokens of answers",
  cancelled: "Answers that were cancelled, such as when their client disconnected",
} as const;

type CounterName = keyof typeof counters;

/** Current values. */
type Gauges = {
  running: number;
  queued: number;
  loadedModels: number;
  modelMemory: number;
};

export class Metrics {
  readonly #counts = new Map<CounterName, number>();
  readonly #requests = new Map<string, number>();
  readonly #firstToken = firstTokenSeconds.map(() => 0);
  #firstTokens = 0;
  #firstTokenSum = 0;
  #contextUsed = 0;
  #contextSize = 0;

  count(name: CounterName, by = 1): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + by);
  }

  /** @param path of the route; the requested path could be anything */
  request(path: string, status: number): void {
    const key = `path="${path}",status="${status}"`;
    this.#requests.set(key, (this.#requests.get(key) ?? 0) + 1);
  }

  /** @param seconds from the request to the first token */
  firstToken(seconds: number): void {
    this.#firstTokens += 1;
    this.#firstTokenSum += seconds;
    for (const [index, limit] of firstTokenSeconds.entries()) {
      if (seconds <= limit) this.#firstToken[index] = (this.#firstToken[index] ?? 0) + 1;
    }
  }

  /** In tokens, of the conversation that was answered last. */
  context(used: number, size: number): void {
    this.#contextUsed = used;
    this.#contextSize = size;
  }

  text({ running, queued, loadedModels, modelMemory }: Gauges): string {
    const lines: string[] = [];
    const add = (name: string, type: string, help: string, samples: readonly string[]): void => {
      lines.push(`# HELP anechat_${name} ${help}`, `# TYPE anechat_${name} ${type}`);
      lines.push(...samples.map((sample) => `anechat_${sample}`));
    };
    const gauge = (name: string, help: string, value: number): void =>
      add(name, "gauge", help, [`${name} ${value}`]);
    add(
      "requests_total",
      "counter",
      "Requests answered",
      [...this.#requests].map(([key, value]) => `requests_total{${key}} ${value}`),
    );
    for (const [name, help] of Object.entries(counters)) {
      const value = this.#counts.get(name as CounterName) ?? 0;
      add(`${name}_total`, "counter", help, [`${name}_total ${value}`]);
    }
    add("first_token_seconds", "histogram", "Time from a request to its first token", [
      ...firstTokenSeconds.map(
        (limit, index) => `first_token_seconds_bucket{le="${limit}"} ${this.#firstToken[index]}`,
      ),
      `first_token_seconds_bucket{le="+Inf"} ${this.#firstTokens}`,
      `first_token_seconds_sum ${this.#firstTokenSum}`,
      `first_token_seconds_count ${this.#firstTokens}`,
    ]);
    gauge("requests_running", "Requests being answered", running);
    gauge("requests_queued", "Requests waiting for a model to load or for a free slot", queued);
    gauge("models_loaded", "Loaded models", loadedModels);
    gauge("model_memory_bytes", "Estimated memory of the loaded models with their contexts", modelMemory);
    gauge(
      "context_used_tokens",
      "Tokens in the context of the conversation answered last",
      this.#contextUsed,
    );
    gauge("context_size_tokens", "Size of the context of the conversation answered last", this.#contextSize);
    return `${lines.join("\n")}\n`;
  }
}
