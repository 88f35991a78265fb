/** A model that computes NaN for one request, because of damaged weights or an overflow. */
import { beforeAll, describe, expect, test } from "bun:test";
import { mambaModel } from "../../fixtures/models.ts";
import { greedy, TestEngine, user } from "../../fixtures/native.ts";

let path: string;
beforeAll(async () => {
  path = await mambaModel({ poisonedToken: "Z" });
});

const nan = expect.objectContaining({
  code: "generationFailed",
  message: expect.stringContaining("the model computed NaN"),
});
/** Never samples the poisoned token. */
const letters = { ...greedy, sampling: { temperature: 0, grammar: "root ::= [a-y] root" } };

describe("an answer with NaN", () => {
  test("is an error, and doesn't change the next answers", async () => {
    const question = user("What is the capital of France?");
    let expected: string;
    {
      using engine = new TestEngine({ path });
      expected = (await engine.chat([question], letters)).text;
    }
    using engine = new TestEngine({ path });
    for (let round = 0; round < 3; round++) {
      await expect(engine.chat([user("Z")], letters)).rejects.toEqual(nan);
      expect((await engine.chat([question], letters)).text).toBe(expected);
    }
  });

  test("changes neither a running answer nor an idle conversation", async () => {
    const first = [user("Tell me a story.")];
    const other = [user("What is the capital of France?")];
    const options = { ...letters, maxTokens: 40 };
    const alone: string[] = [];
    {
      using engine = new TestEngine({ path, sequences: 3 });
      for (const messages of [first, other]) alone.push((await engine.chat(messages, options)).text);
    }
    using engine = new TestEngine({ path, sequences: 3 });
    const idle = await engine.chat(first, options);
    const beside = engine.chat(other, options);
    await Promise.all([1, 2].map(() => expect(engine.chat([user("Z")], letters)).rejects.toEqual(nan)));
    expect([idle.text, (await beside).text]).toEqual(alone);
    const again = await engine.chat(first, options);
    expect(again.text).toBe(alone[0] as string);
  });
});

test("an embedding with NaN is an error, and doesn't change the next ones", async () => {
  using fresh = new TestEngine({ path });
  const expected = (await fresh.embed("What is the capital of France?")).vector;
  using engine = new TestEngine({ path });
  for (let round = 0; round < 2; round++) {
    const spoiled = engine.embed("Z");
    const waiting = engine.embed("What is the capital of France?");
    await expect(spoiled).rejects.toEqual(nan);
    expect((await waiting).vector).toEqual(expected);
    expect((await engine.embed("What is the capital of France?")).vector).toEqual(expected);
  }
});
