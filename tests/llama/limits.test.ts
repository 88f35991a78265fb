/** Templates, grammars and answers have limits of memory, time and stack. */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { AnswerParser, ChatTemplate } from "../../src/llama/chat-template.ts";
import { Model } from "../../src/llama/model.ts";
import { Grammar } from "../../src/llama/sampler.ts";
import { Signals } from "../../src/llama/signals.ts";
import { testModel } from "../fixtures/models.ts";
import { native } from "../fixtures/native.ts";

const cleanup = new DisposableStack();
let model: Model;
beforeAll(async () => {
  model = cleanup.use(Model.load(native(), await testModel("bpe"), { gpuLayers: 0 }, new Signals()));
});
afterAll(() => cleanup.dispose());

function render(source: string): string {
  using template = new ChatTemplate(native(), model, source);
  return template.apply({ messages: [{ role: "user", content: "Hi" }] }).prompt;
}

describe("a chat template", () => {
  test.each([
    ["2,000 parentheses", `{{ ${"(".repeat(2000)}1${")".repeat(2000)} }}`, "over 200 nested brackets"],
    ["8,000 conditions", "{% if 1 %}".repeat(8000) + "{% endif %}".repeat(8000), "over 200 nested blocks"],
    ["300 set blocks", "{% set a %}".repeat(300) + "{% endset %}".repeat(300), "over 200 nested blocks"],
    ["300,000 bytes", "x".repeat(300_000), "longer than 262144 bytes"],
    [
      "a macro that calls itself",
      "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
      "it takes too much memory",
    ],
    [
      "a list of a billion elements",
      "{% for a in range(1000000000) %}{% endfor %}",
      "it takes too much memory",
    ],
    ["a text of 10 GB", "{{ 'a' * 10000000000 }}", "it takes too much memory"],
    [
      "endless loops",
      "{% for a in range(10000) %}{% for b in range(100000) %}{% endfor %}{% endfor %}",
      "it takes too long",
    ],
    ["a list that contains itself", "{% set x = [] %}{% set y = x.append(x) %}{{ x }}", "nested too deep"],
    [
      "a list that contains itself, as JSON",
      "{% set x = [] %}{% set y = x.append(x) %}{{ x | tojson }}",
      "nested too deep",
    ],
  ])("with %s is rejected", (_, source, reason) => {
    expect(() => render(source)).toThrow(reason);
  });

  test("within the limits of length and nesting is rendered", () => {
    expect(render(`{{ ${"(".repeat(200)}7${")".repeat(200)} }}`)).toBe("7");
    expect(render(`${"{% if 1 %}".repeat(200)}x${"{% endif %}".repeat(200)}`)).toBe("x");
    expect(render(`{{ ${"1 + ".repeat(60_000)}1 }}`)).toBe("60001");
  });

  test("that was rejected does not affect others", () => {
    expect(() => render("{{ 'a' * 10000000000 }}")).toThrow();
    expect(render("{{ messages[0].content }}!")).toBe("Hi!");
  });
});

describe("a grammar", () => {
  /** Without checkGrammar(), which would reject these grammars first. */
  function compile(gbnf: string): string | undefined {
    const handle = native().anechat_grammar_new(model.vocabulary.handle, gbnf, "");
    if (handle === null) return native().anechat_last_error();
    native().anechat_grammar_free(handle);
    return undefined;
  }

  test("that takes too much memory or time is rejected", () => {
    expect(compile('root ::= "a"{5,2}')).toMatch(/^it takes too (long|much memory)$/);
    expect(compile('root ::= "a"')).toBeUndefined();
  });

  test("that can't be parsed is rejected with a reason, and nothing is printed", () => {
    expect(compile('root ::= "a')).toBe("unexpected end of input");
    expect(compile("root ::= a")).toContain("Undefined rule identifier 'a'");
  });

  test("that is lazy can begin inside a token, after a text of any length", () => {
    const { vocabulary } = model;
    const write = (grammar: Grammar, text: string): boolean[] =>
      vocabulary.tokenize(text, false, false).map((token) => grammar.accept(token));
    using grammar = new Grammar(native(), vocabulary, 'root ::= "<call>" [0-9]+', {
      words: ["<call>"],
      tokens: [],
    });
    expect(write(grammar, `${"many words <cal ".repeat(500)} so `)).not.toContain(false);
    expect(write(grammar, "now<call>12")).not.toContain(false);
    expect(write(grammar, "x")).toEqual([false]);
  });
});

test("an answer nested 100,000 levels deep is parsed or rejected, and does not crash", () => {
  const source =
    "{% for m in messages %}{{ m.role }}: {{ m.content }}\n{% endfor %}" +
    '{% if tools %}{{ tools | tojson }}<tool_call>{"name": "f", "arguments": {}}</tool_call>{% endif %}';
  using template = new ChatTemplate(native(), model, source);
  const rendered = template.apply({ messages: [{ role: "user", content: "Hi" }] });
  using parser = new AnswerParser(native(), rendered, true);
  const deep = `<tool_call>{"name": "f", "arguments": ${'{"a":['.repeat(50_000)}`;
  for (const isPartial of [true, false]) {
    try {
      expect(typeof parser.parse(deep, isPartial).content).toBe("string");
    } catch (error) {
      expect(error).toBeInstanceOf(Error);
    }
  }
});
