/** One question on the command line: answers, errors and exit codes. */
import { describe, expect, test } from "bun:test";
import { z } from "zod";
import { exitCodes } from "../../src/base/errors.ts";
import { executable, Sandbox, saying } from "../fixtures/executable.ts";
import { realTemplate } from "../fixtures/vocabularies.ts";

const answerSchema = z.strictObject({
  text: z.string(),
  reasoning: z.string().nullable(),
  finishReason: z.enum(["stop", "length", "context", "cancelled"]),
  usage: z.strictObject({
    promptTokens: z.number(),
    cachedTokens: z.number(),
    completionTokens: z.number(),
    reasoningTokens: z.number().optional(),
    contextUsed: z.number(),
    contextSize: z.number(),
    contextLimit: z.number(),
  }),
  timings: z.strictObject({
    queuedMs: z.number(),
    promptMs: z.number(),
    firstTokenMs: z.number(),
    generationMs: z.number(),
    totalMs: z.number(),
  }),
  model: z.strictObject({
    name: z.string(),
    quantization: z.string(),
    parameters: z.number(),
    device: z.string(),
  }),
});

const endless = ["--grammar", 'root ::= "la " root', "--max-tokens", "0"];

describe("a question on the command line", () => {
  test("is answered on stdout with one line break, and stderr is silent", async () => {
    using home = new Sandbox();
    const model = await home.model();
    const args = [model, "--prompt", "Hello?", "--grammar", saying("\n  I  am\n\n well.\n\n")];
    expect(await home.run(args)).toEqual({ code: 0, signal: null, stdout: "I  am\n\n well.\n", stderr: "" });
  });

  test("can come from a pipe, or from both: the pipe is appended", async () => {
    using home = new Sandbox();
    const model = await home.model();
    const promptTokens = async (args: string[], stdin?: string): Promise<number> => {
      const { code, stdout } = await home.run(
        [model, "--json", "--max-tokens", "1", ...args],
        stdin === undefined ? {} : { stdin },
      );
      expect(code).toBe(0);
      return answerSchema.parse(JSON.parse(stdout)).usage.promptTokens;
    };
    const context = "The moon goes around the earth.";
    const both = await promptTokens(["--prompt", "What moves?"], context);
    expect(both).toBe(await promptTokens(["--prompt", `What moves?\n\n${context}`]));
    expect(both).toBeGreaterThan(await promptTokens(["--prompt", "What moves?"]));
    expect(await promptTokens([], context)).toBe(await promptTokens(["--prompt", context]));
    // An empty pipe adds nothing.
    expect(await promptTokens(["--prompt", "What moves?"], "")).toBe(
      await promptTokens(["--prompt", "What moves?"]),
    );
  });

  test("in one JSON object with --json", async () => {
    using home = new Sandbox();
    const model = await home.model();
    const args = [model, "--prompt", "Hello?", "--json", "--grammar", saying('Say "hi".')];
    const { code, stdout, stderr } = await home.run(args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toEndWith("}\n");
    const answer = answerSchema.parse(JSON.parse(stdout));
    expect(answer.text).toBe('Say "hi".');
    expect(answer.finishReason).toBe("stop");
    expect(answer.model).toMatchObject({ name: "tiny.gguf", quantization: "F32" });
    expect(answer.usage.contextUsed).toBeGreaterThan(answer.usage.promptTokens);
  });

  test("with reasoning: a separate field in JSON, and not printed on stdout", async () => {
    using home = new Sandbox();
    const model = await home.model("bpe", { chatTemplate: await realTemplate("Qwen-Qwen3-0.6B") });
    const written = saying("<think>\nLet me see.\n</think>\n\nHello!");
    const args = [model, "--prompt", "Hello?", "--grammar", written];
    expect((await home.run(args)).stdout).toBe("Hello!\n");
    const answer = answerSchema.parse(JSON.parse((await home.run([...args, "--json"])).stdout));
    expect(answer).toMatchObject({ text: "Hello!", reasoning: "Let me see." });
  });

  test("shows thoughts on stdout only by the flag, not by a setting for chats", async () => {
    using home = new Sandbox();
    const model = await home.model("bpe", { chatTemplate: await realTemplate("Qwen-Qwen3-0.6B") });
    const args = [model, "--prompt", "Hello?"];
    const thinks = ["--grammar", saying("<think>\nLet me see.\n</think>\n\nHello!")];
    home.configure('show-thinking = "live"\n');
    expect((await home.run([...args, ...thinks])).stdout).toBe("Hello!\n");
    const live = [...args, "--show-thinking", "live"];
    expect((await home.run([...live, ...thinks])).stdout).toBe("Let me see.\n\nHello!\n");
    const answers = ["--think", "off", "--grammar", saying("Hello!")];
    expect((await home.run([...live, ...answers])).stdout).toBe("Hello!\n");
  });

  test("that is cut before the first word fails with advice", async () => {
    using home = new Sandbox();
    const model = await home.model();
    const late = saying(`${"\n".repeat(40)}Hello!`);
    const args = [model, "--prompt", "Hello?", "--max-tokens", "3", "--json", "--grammar", late];
    const run = await home.run(args);
    expect(run.code).toBe(exitCodes.generationFailed);
    expect(run.stderr).toContain("before the first word of an answer");
    expect(run.stderr).toContain("--max-tokens");
    expect(answerSchema.parse(JSON.parse(run.stdout))).toMatchObject({ text: "", finishReason: "length" });
  });

  test("says that a model can't reason, and answers", async () => {
    using home = new Sandbox();
    const model = await home.model();
    const args = [model, "--prompt", "Hello?", "--think", "high", "--grammar", saying("Hi.")];
    expect(await home.run(args)).toMatchObject({
      code: 0,
      stdout: "Hi.\n",
      stderr: "tiny.gguf doesn't reason: --think has no effect.\n",
    });
    expect((await home.run([model, "-p", "Hi", "--think", "hard"])).code).toBe(exitCodes.usage);
  });

  test("with a JSON schema, inline or from a file: the answer is valid", async () => {
    using home = new Sandbox();
    const model = await home.model();
    const schema = {
      type: "object",
      properties: {
        colour: { enum: ["red", "green"] },
        count: { type: "integer", minimum: 1, maximum: 9 },
      },
      required: ["colour", "count"],
      additionalProperties: false,
    };
    const file = home.file("schema.json", JSON.stringify(schema, null, 2));
    for (const argument of [JSON.stringify(schema), file]) {
      const args = [model, "--prompt", "A colour", "--seed", "3", "--json-schema", argument];
      const { code, stdout } = await home.run(args);
      expect(code).toBe(0);
      const parsed = z
        .strictObject({ colour: z.enum(["red", "green"]), count: z.int().min(1).max(9) })
        .safeParse(JSON.parse(stdout));
      expect(parsed.error).toBeUndefined();
    }
  });

  test("with a JSON schema of patterns and bounds, which are all enforced", async () => {
    using home = new Sandbox();
    const model = await home.model();
    const schema = {
      type: "object",
      properties: {
        code: { type: "string", pattern: "^\\d{2}\\/\\w$" },
        share: { type: "number", minimum: 0.25, maximum: 0.5, multipleOf: 0.05 },
        tags: { type: "array", items: { enum: ["a", "b", "c"] }, uniqueItems: true, minItems: 2 },
      },
      required: ["code", "share", "tags"],
    };
    const args = [model, "-p", "Go", "--seed", "3", "--json-schema", JSON.stringify(schema)];
    const { code, stdout } = await home.run(args);
    expect(code).toBe(0);
    const answer = JSON.parse(stdout) as { code: string; share: number; tags: string[] };
    expect(answer.code).toMatch(/^\d{2}\/\w$/);
    expect([0.25, 0.3, 0.35, 0.4, 0.45, 0.5]).toContain(answer.share);
    expect(new Set(answer.tags).size).toBe(answer.tags.length);
  });

  test("with a grammar, inline or from a file", async () => {
    using home = new Sandbox();
    const model = await home.model();
    const grammar = 'root ::= "heads" | "tails"';
    for (const argument of [grammar, home.file("coin.gbnf", `${grammar}\n`)]) {
      const { stdout } = await home.run([model, "--prompt", "Toss!", "--grammar", argument]);
      expect(["heads\n", "tails\n"]).toContain(stdout);
    }
  });

  test("with a seed: the same answer each time, and another for another seed", async () => {
    using home = new Sandbox();
    const model = await home.model();
    const answer = async (seed: number): Promise<string> =>
      (await home.run([model, "-p", "A story!", "--seed", String(seed), "-n", "20", "--quiet"])).stdout;
    const first = await answer(1);
    expect(await answer(1)).toBe(first);
    expect(await answer(2)).not.toBe(first);
  });

  test("ends before a stop string, also within a token", async () => {
    using home = new Sandbox();
    const model = await home.model();
    const args = [model, "--prompt", "Count!", "--grammar", saying("one two three four")];
    expect((await home.run([...args, "--stop", "wo thr"])).stdout).toBe("one t\n");
    expect((await home.run([...args, "--stop", "nothing", "--stop", " four"])).stdout).toBe(
      "one two three\n",
    );
  });

  test("with a truncated answer prints a note on stderr, but not with --quiet", async () => {
    using home = new Sandbox();
    const model = await home.model();
    const args = [model, "--prompt", "Sing!", "--grammar", 'root ::= "la " root', "--max-tokens", "5"];
    const cut = await home.run(args);
    expect(cut.code).toBe(0);
    expect(cut.stdout).toMatch(/^la [la ]*la?\n$/);
    expect(cut.stderr).toBe("The answer was cut after 5 tokens: --max-tokens allows more (0: no limit).\n");
    expect(await home.run([...args, "--quiet"])).toEqual({ ...cut, stderr: "" });
  });

  test("is answered differently with a system prompt, and with --raw", async () => {
    using home = new Sandbox();
    const model = await home.model();
    const answer = async (...args: string[]): Promise<string> =>
      (await home.run([model, "-p", "Who are you?", "-t", "0", "-n", "20", "-q", ...args])).stdout;
    const plain = await answer();
    expect(await answer()).toBe(plain);
    expect(await answer("--system-prompt", "You are a pirate.")).not.toBe(plain);
    expect(await answer("--raw")).not.toBe(plain);
  });
});

describe("an error on the command line has exit code 2, and nothing on stdout", () => {
  test("no model: usage", async () => {
    using home = new Sandbox();
    const { code, stdout, stderr } = await home.run([]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toStartWith("Usage: anechat [model] [prompt] [options]");
  });

  test("a model, but nothing to answer", async () => {
    using home = new Sandbox();
    const { code, stdout, stderr } = await home.run([await home.model()]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toStartWith("anechat: There is nothing to answer");
    const empty = await home.run([await home.model()], { stdin: " \n" });
    expect(empty).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining("empty") });
  });

  test("stdin that isn't text, instead of answering what was never asked", async () => {
    using home = new Sandbox();
    const latin1 = await home.run([await home.model()], { stdin: Uint8Array.from([0x63, 0x61, 0x66, 0xe9]) });
    expect(latin1).toMatchObject({ code: 2, stdout: "" });
    expect(latin1.stderr).toStartWith("anechat: stdin is not text in UTF-8\n");
  });

  test.each([
    [
      ["--promt", "Hello?"],
      /^anechat: unknown option '--promt' \(Did you mean --prompt\?\)\n {2}See "anechat --help"/,
    ],
    [["--max-tokens", "many"], /^anechat: .*--max-tokens.*'many'.*integer of at least 0/],
    [["--temperature", "-1"], /^anechat: .*--temperature.*'-1'.*number from 0 to 100/],
    [["--seed", "1.5"], /^anechat: .*--seed.*'1\.5'.*integer/],
    [["--logit-bias", "x"], /^anechat: .*--logit-bias.*151643=-5/],
    [["--json-schema", "{oops"], /^anechat: --json-schema is not valid JSON/],
    [["--json-schema", "nowhere.json"], /^anechat: --json-schema: There is no file nowhere\.json\n/],
    [["--json-schema", "{}", "--grammar", "root ::= [a-z]"], /^anechat: --json-schema and --grammar exclude/],
    [
      ["--json-schema", '{"type":"string","minLength":5,"maxLength":2}'],
      /^anechat: The JSON schema can't be used: \$: no value fits: minLength is 5, and maxLength is 2$/m,
    ],
    [
      ["--json-schema", '{"properties":{"a":{"type":"string","pattern":"^a{5,2}$"}}}'],
      /^anechat: The JSON schema can't be used: \$\.properties\.a\.pattern: \{5,2\} has the minimum 5/,
    ],
    [
      ["--json-schema", '{"type":"integer","minimum":1000000000000000000}'],
      /^anechat: The JSON schema can't be used: \$\.minimum: numbers have up to 16 digits/,
    ],
    [
      ["--grammar", 'root ::= "a"{5,2}'],
      /^anechat: The grammar can't be used: \{5,2\} at line 1, column 13 has the minimum/,
    ],
    [
      ["--grammar", "root ::= [^\\x00-\\U0010FFFF]"],
      /^anechat: The grammar can't be used: no character matches/,
    ],
    [["--top-p", "2"], /^anechat: .*--top-p.*from 0 to 1/],
    [["--prompt", " "], /^anechat: The prompt is empty/],
    [["Hello"], /^anechat: There are two prompts/],
  ])("%j", async (args, message) => {
    using home = new Sandbox();
    const { code, stdout, stderr } = await home.run([await home.model(), "-p", "Hi", ...args]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/^ +at /m);
    expect(stderr.trimEnd().split("\n").length).toBeLessThanOrEqual(2);
  });
});

test("a prompt too long for the context has exit code 7, with the numbers", async () => {
  using home = new Sandbox();
  const model = await home.model("bpe", { contextLength: 256 });
  const { code, stdout, stderr } = await home.run([model, "-p", "zq ".repeat(500)]);
  expect({ code, stdout }).toEqual({ code: 7, stdout: "" });
  expect(stderr).toMatch(/^anechat: Input too long \(\d+ tokens > 256 max\)\n {2}Shorten it/);
});

test("--help has exit code 0, on stdout", async () => {
  using home = new Sandbox();
  const help = await home.run(["--help"]);
  expect(help).toMatchObject({ code: 0, stderr: "" });
  expect(help.stdout).toContain("--system-prompt <text>");
  const all = await home.run(["help", "all"]);
  expect(all).toMatchObject({ code: 0, stderr: "" });
  expect(all.stdout).toContain("130 interrupted");
});

describe("interruption", () => {
  test("a reader that closes the pipe ends the answer silently", async () => {
    using home = new Sandbox();
    const model = await home.model("bpe", { contextLength: 65_536 });
    const script = '"$0" "$@" | head -c 5';
    const shell = await home.run(["-c", script, executable, model, "-p", "Sing!", ...endless], {
      program: "sh",
    });
    expect(shell).toEqual({ code: 0, signal: null, stdout: "la la", stderr: "" });
  });

  test.each(["--json", "--help", "--version"])("with %s, too", async (flag) => {
    using home = new Sandbox();
    const model = await home.model();
    const script = `"$0" "$@" | true; exit "\${PIPESTATUS[0]}"`;
    const args = ["-c", script, executable, model, "-p", "Hi", "-n", "5", flag];
    expect(await home.run(args, { program: "bash" })).toEqual({
      code: 0,
      signal: null,
      stdout: "",
      stderr: "",
    });
  });

  test("Ctrl+C keeps the output so far, with exit code 130", async () => {
    using home = new Sandbox();
    const model = await home.model("bpe", { contextLength: 65_536 });
    const child = home.start([model, "-p", "Sing!", ...endless]);
    const decoder = new TextDecoder();
    let stdout = "";
    let isInterrupted = false;
    for await (const bytes of child.stdout) {
      stdout += decoder.decode(bytes, { stream: true });
      if (isInterrupted || !stdout.includes("la la")) continue;
      child.kill("SIGINT");
      isInterrupted = true;
    }
    expect(await child.exited).toBe(130);
    expect(stdout).toMatch(/^la la[la ]*\n$/);
    expect(await new Response(child.stderr).text()).toBe("");
  });

  test("Ctrl+C with --json prints one object with finishReason cancelled", async () => {
    using home = new Sandbox();
    const model = await home.model("bpe", { contextLength: 65_536 });
    // The log shows when the prompt is processed. stdout is silent until the end.
    const child = home.start([model, "-p", "Sing!", "--json", "--verbose", ...endless]);
    const log = child.stderr.getReader();
    const decoder = new TextDecoder();
    for (let seen = ""; !seen.includes("sched_reserve"); ) {
      seen += decoder.decode((await log.read()).value, { stream: true });
    }
    child.kill("SIGINT");
    expect(await child.exited).toBe(130);
    const answer = answerSchema.parse(JSON.parse(await new Response(child.stdout).text()));
    expect(answer.finishReason).toBe("cancelled");
  });
});

test("a grammar that can't be parsed has exit code 2, and the position of the error", async () => {
  using home = new Sandbox();
  const { code, stdout, stderr } = await home.run([await home.model(), "-p", "x", "--grammar", "root ::= ("]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toMatch(/^anechat: The grammar can't be used: expecting '\)' at its end\n {2}\S.*\n$/);
});

test("--ctx-size limits the prompt", async () => {
  using home = new Sandbox();
  const args = [await home.model(), "--ctx-size", "64", "-p", "word ".repeat(200)];
  const { code, stdout, stderr } = await home.run(args);
  expect({ code, stdout }).toEqual({ code: 7, stdout: "" });
  expect(stderr).toMatch(/^anechat: Input too long \(\d+ tokens > 64 max\)\n {2}\S/);
});
