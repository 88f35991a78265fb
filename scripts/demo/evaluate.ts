/**
 * Runs the demo model's exam in anechat's engine and prints the score of each
 * domain. Exits with 1 if a goal is missed.
 *
 *   bun scripts/demo/evaluate.ts [MODEL.gguf] [--failures]
 */
import { parseArgs } from "node:util";
import { LocalEngine } from "../../src/engine/client/local-engine.ts";
import { memoryFacts } from "../../src/engine/memory/estimate.ts";
import { libraryFolder } from "../../src/llama/libraries.ts";
import { demoModelPath } from "../../src/models/demo.ts";
import { readModelHeader } from "../../src/models/header.ts";
import { runScript } from "../process.ts";
import { isReached, type Score, scoresOf, sitExam } from "./exam.ts";

function row({ domain, passed, total, goal }: Score, reached: boolean): string {
  const share = ((passed / total) * 100).toFixed(1);
  return `| ${domain} | ${passed} of ${total} | ${share} % | ≥ ${goal * 100} % ${reached ? "✓" : "✗"} |`;
}

await runScript(async () => {
  const { values, positionals } = parseArgs({
    options: { failures: { type: "boolean" } },
    allowPositionals: true,
  });
  const path = positionals[0] ?? demoModelPath(undefined);
  const { header } = readModelHeader(path);
  await using engine = new LocalEngine();
  await engine.start(libraryFolder(undefined));
  await engine.load({ path }, memoryFacts(header));
  const results = await sitExam(engine);
  if (values.failures) {
    for (const { question, answer } of results.filter(({ passed }) => !passed)) {
      console.log(`${question.domain}: ${question.says.join(" / ")}\n  → ${answer}`);
    }
  }
  const scores = scoresOf(results);
  console.log("| domain | right | share | goal |\n|---|--:|--:|--:|");
  for (const score of scores) console.log(row(score, isReached(score)));
  if (!scores.every(isReached)) process.exitCode = 1;
});
