/** For random schemas, the grammar accepts the values that fit, and no others. */
import { expect, test } from "bun:test";
import { seededRandom } from "../../../../scripts/random.ts";
import { SchemaGrammar } from "../../../../src/engine/prompt/schema/schema-grammar.ts";
import { checkGrammar } from "../../../../src/llama/grammar/check.ts";
import { matches } from "../../../fixtures/gbnf-matcher.ts";
import { fitsSchema, SchemaMaker } from "../../../fixtures/json-schema.ts";
import { testModel } from "../../../fixtures/models.ts";
import { TestEngine, user } from "../../../fixtures/native.ts";

test("a value fits a random schema if and only if the grammar accepts it", () => {
  const random = seededRandom(5);
  const maker = new SchemaMaker(random);
  const counts = { fitting: 0, others: 0, refused: 0 };
  for (let round = 0; round < 600; round += 1) {
    const schema = maker.document();
    const values = Array.from({ length: 25 }, () => maker.valueFor(schema, schema, 0));
    let text: string;
    try {
      const grammar = new SchemaGrammar();
      text = grammar.print(grammar.add({ name: "", root: schema, isStrict: true }));
    } catch (error) {
      expect(`${error}`).toMatch(/^SchemaError: \$/);
      counts.refused += 1;
      continue;
    }
    const grammar = checkGrammar(text);
    for (const value of values) {
      const isFitting = fitsSchema(schema, value, schema);
      const isAccepted = matches(grammar, JSON.stringify(value));
      if (isFitting !== isAccepted)
        expect({ schema, value, isFitting, text }).toEqual({ schema, value, isFitting: isAccepted, text });
      counts[isFitting ? "fitting" : "others"] += 1;
    }
  }
  expect(Math.min(...Object.values(counts))).toBeGreaterThan(50);
});

test("the answers of an untrained model fit random schemas", async () => {
  using engine = new TestEngine({ path: await testModel("bpe") });
  const maker = new SchemaMaker(seededRandom(17));
  let whole = 0;
  for (let round = 0; round < 40; round += 1) {
    const schema = maker.document();
    const options = { sampling: { seed: round, jsonSchema: JSON.stringify(schema) }, maxTokens: 300 };
    try {
      const { text, finish } = await engine.chat([user("Go")], options);
      if (finish !== "stop") continue;
      expect({ schema, text, fits: fitsSchema(schema, JSON.parse(text), schema) }).toMatchObject({
        fits: true,
      });
      whole += 1;
    } catch (error) {
      expect(`${error}`).toContain("The JSON schema can't be used: $");
    }
  }
  expect(whole).toBeGreaterThan(15);
});
