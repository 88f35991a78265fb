/** A grammar that passes the checks, but is slow for every token. */
import { expect, test } from "bun:test";
import { testModel } from "../../fixtures/models.ts";
import { greedy, TestEngine, user } from "../../fixtures/native.ts";

/** Each of the first letters decides about one at the end: 2^levels ways to continue. */
function ambiguous(levels: number): string {
  const rules = Array.from(
    { length: levels },
    (_, at) => `s${at} ::= "a" s${at + 1} "b" | "a" s${at + 1} "c"`,
  );
  return ["root ::= s0", ...rules, `s${levels} ::= "a"{1000}`].join("\n");
}

test("doesn't starve other answers: a slow one pauses for as long as they need", async () => {
  using engine = new TestEngine({ path: await testModel("bpe"), sequences: 2 });
  const levels = 14;
  const slow = engine.start(
    { kind: "messages", messages: [user("Go on and on.")] },
    { sampling: { temperature: 0, grammar: ambiguous(levels) }, maxTokens: 1000 },
  );
  const written = (): number => {
    const sequence = engine.engine.sequences.find(
      ({ generation }) => generation?.requestId === slow.requestId,
    );
    return sequence === undefined ? 0 : sequence.tokens.length - (sequence.generation?.promptTokens ?? 0);
  };
  while (written() < levels) await new Promise((resolve) => setImmediate(resolve));
  const before = written();
  const { usage } = await engine.chat([user("Hello")], { ...greedy, maxTokens: 24 });
  expect(usage.completionTokens).toBeGreaterThan(8);
  // Without pauses, both would have the same number of tokens.
  expect(written() - before).toBeLessThan(usage.completionTokens / 2);
  engine.engine.cancel(slow.requestId);
  expect((await slow.answer).finish).toBe("cancelled");
}, 60_000);
