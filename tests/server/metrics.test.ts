/** Metrics in the exact format of Prometheus. */
import { expect, test } from "bun:test";
import { Metrics } from "../../src/server/metrics.ts";

const idle = { running: 0, queued: 0, loadedModels: 0, modelMemory: 0 };

/** Without HELP and TYPE lines. */
const samplesOf = (metrics: Metrics, gauges = idle): string[] =>
  metrics
    .text(gauges)
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));

const sampleOf = (metrics: Metrics, name: string, gauges = idle): string | undefined =>
  samplesOf(metrics, gauges)
    .find((line) => line.startsWith(`anechat_${name} `))
    ?.split(" ")[1];

test("counters have the exact text format", () => {
  const metrics = new Metrics();
  metrics.request("/v1/models/{model}", 200);
  metrics.request("other", 404);
  metrics.request("/v1/models/{model}", 200);
  metrics.count("prompt_tokens", 12);
  metrics.count("prompt_tokens", 3);
  metrics.count("cancelled");
  expect(metrics.text(idle)).toStartWith(
    `# HELP anechat_requests_total Requests answered
# TYPE anechat_requests_total counter
anechat_requests_total{path="/v1/models/{model}",status="200"} 2
anechat_requests_total{path="other",status="404"} 1
# HELP anechat_prompt_tokens_total Tokens of prompts
# TYPE anechat_prompt_tokens_total counter
anechat_prompt_tokens_total 15
# HELP anechat_cached_tokens_total Tokens of prompts that were in the KV cache
# TYPE anechat_cached_tokens_total counter
anechat_cached_tokens_total 0
# HELP anechat_completion_tokens_total Tokens of answers
# TYPE anechat_completion_tokens_total counter
anechat_completion_tokens_total 0
`,
  );
  expect(sampleOf(metrics, "cancelled_total")).toBe("1");
});

test("each bucket counts all values up to its limit, the limit included", () => {
  const metrics = new Metrics();
  for (const seconds of [0.01, 0.05, 0.3, 60, 100]) metrics.firstToken(seconds);
  expect(samplesOf(metrics).filter((line) => line.includes("first_token"))).toEqual([
    'anechat_first_token_seconds_bucket{le="0.05"} 2',
    'anechat_first_token_seconds_bucket{le="0.1"} 2',
    'anechat_first_token_seconds_bucket{le="0.25"} 2',
    'anechat_first_token_seconds_bucket{le="0.5"} 3',
    'anechat_first_token_seconds_bucket{le="1"} 3',
    'anechat_first_token_seconds_bucket{le="2.5"} 3',
    'anechat_first_token_seconds_bucket{le="5"} 3',
    'anechat_first_token_seconds_bucket{le="10"} 3',
    'anechat_first_token_seconds_bucket{le="30"} 3',
    'anechat_first_token_seconds_bucket{le="60"} 4',
    'anechat_first_token_seconds_bucket{le="+Inf"} 5',
    "anechat_first_token_seconds_sum 160.36",
    "anechat_first_token_seconds_count 5",
  ]);
});

test("gauges have the current values", () => {
  const metrics = new Metrics();
  metrics.context(100, 512);
  metrics.context(7, 8192);
  const gauges = { running: 2, queued: 1, loadedModels: 3, modelMemory: 12_345_678_901 };
  const values = ["requests_running", "models_loaded", "model_memory_bytes", "context_used_tokens"].map(
    (name) => sampleOf(metrics, name, gauges),
  );
  expect(values).toEqual(["2", "3", "12345678901", "7"]);
  expect(sampleOf(metrics, "context_size_tokens")).toBe("8192");
  expect(sampleOf(metrics, "requests_running")).toBe("0");
});

test("every metric has help, type and a value, also before the first request", () => {
  const text = new Metrics().text(idle);
  expect(text).toEndWith("\n");
  const families = [
    ...text.matchAll(/^# HELP (\w+) \S.*\n# TYPE \1 (counter|gauge|histogram)\n((?:\1.*\n)*)/gm),
  ];
  expect(families.map(([whole]) => whole).join("")).toBe(text);
  for (const [, name = "", , samples = ""] of families) {
    if (name === "anechat_requests_total") continue;
    expect(samples).toMatch(/^(\w+(\{le="[\d.+Inf]+"\})? \d+\n)+$/);
  }
});
