import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { executable, Sandbox, saying } from "../fixtures/executable.ts";

let sandbox: Sandbox;
let model: string;
beforeAll(async () => {
  sandbox = new Sandbox();
  model = await sandbox.model();
});
afterAll(() => sandbox[Symbol.dispose]());

const yes = ["--grammar", saying("Yes, indeed.")];

describe("one answer", () => {
  test("is all that stdout gets, with one line break", async () => {
    const { code, stdout, stderr } = await sandbox.run([model, "--prompt", "Is it?", ...yes]);
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: "Yes, indeed.\n", stderr: "" });
  });

  test("loses the blank space around it, and only that", async () => {
    const { stdout } = await sandbox.run([model, "-p", "Is it?", "--grammar", saying("\n  a  b\n\n c \n\n")]);
    expect(stdout).toBe("a  b\n\n c\n");
  });

  test("to what is piped in", async () => {
    const { code, stdout } = await sandbox.run([model, ...yes], { stdin: "Is it?" });
    expect({ code, stdout }).toEqual({ code: 0, stdout: "Yes, indeed.\n" });
  });

  test("to both together: the pipe is appended as context", async () => {
    const tokens = async (args: string[], stdin?: string): Promise<number> => {
      const { stdout } = await sandbox.run(
        [model, "--json", ...yes, ...args],
        stdin === undefined ? {} : { stdin },
      );
      return JSON.parse(stdout).usage.promptTokens;
    };
    const both = await tokens(["-p", "Summarize:"], "a long text");
    expect(both).toBe(await tokens(["-p", "Summarize:\n\na long text"]));
    expect(both).toBeGreaterThan(await tokens(["-p", "Summarize:"]));
  });

  test("with --json is one object that says everything", async () => {
    const { code, stdout, stderr } = await sandbox.run([model, "-p", "Is it?", "--json", ...yes]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toEndWith("}\n");
    expect(JSON.parse(stdout)).toEqual({
      text: "Yes, indeed.",
      reasoning: null,
      finishReason: "stop",
      usage: {
        promptTokens: expect.any(Number),
        cachedTokens: 0,
        completionTokens: expect.any(Number),
        contextUsed: expect.any(Number),
        contextSize: expect.any(Number),
        contextLimit: 4096,
      },
      timings: {
        promptMs: expect.any(Number),
        firstTokenMs: expect.any(Number),
        generationMs: expect.any(Number),
        totalMs: expect.any(Number),
      },
      model: { name: "tiny.gguf", quantization: "F32", parameters: expect.any(Number), device: "CPU" },
    });
  });

  test("follows a JSON schema, given as text or as a file", async () => {
    const schema = JSON.stringify({
      type: "object",
      properties: { colour: { enum: ["red", "blue"] } },
      required: ["colour"],
    });
    for (const argument of [schema, sandbox.file("schema.json", schema)]) {
      const { code, stdout } = await sandbox.run([
        model,
        "-p",
        "Colour?",
        "--json-schema",
        argument,
        "-t",
        "0",
      ]);
      expect(code).toBe(0);
      expect(["red", "blue"]).toContain(JSON.parse(stdout).colour);
    }
  });

  test("follows a grammar from a file", async () => {
    const grammar = sandbox.file("yes.gbnf", saying("From a file."));
    const { stdout } = await sandbox.run([model, "-p", "Is it?", "--grammar", grammar]);
    expect(stdout).toBe("From a file.\n");
  });

  test("is the same for the same seed, and another for another", async () => {
    const ask = async (seed: string): Promise<string> =>
      (await sandbox.run([model, "-p", "Tell me.", "--seed", seed, "-n", "24", "-t", "1"])).stdout;
    const [one, same, other] = [await ask("7"), await ask("7"), await ask("8")];
    expect(same).toBe(one);
    expect(other).not.toBe(one);
  });

  test("depends on the system prompt", async () => {
    const ask = async (...args: string[]): Promise<string> =>
      (await sandbox.run([model, "-p", "Tell me.", "-t", "0", "-n", "24", ...args])).stdout;
    expect(await ask("--system-prompt", "You are a pirate.")).not.toBe(await ask());
  });

  test("ends before a stop string", async () => {
    const { stdout } = await sandbox.run([
      model,
      "-p",
      "Is it?",
      ...yes,
      "--stop",
      ", in",
      "--stop",
      "never",
    ]);
    expect(stdout).toBe("Yes\n");
  });

  test("that is cut says so on stderr, and how to go on; with --quiet it doesn't", async () => {
    const args = [model, "-p", "Is it?", ...yes, "--max-tokens", "2"];
    const cut = await sandbox.run(args);
    expect(cut.code).toBe(0);
    expect(cut.stderr).toMatch(/^The answer was cut after 2 tokens: .*--max-tokens.*\n$/);
    const quiet = await sandbox.run([...args, "--quiet"]);
    expect(quiet).toMatchObject({ code: 0, stdout: cut.stdout, stderr: "" });
  });

  test("--raw sends the prompt without the chat template", async () => {
    const tokens = async (...args: string[]): Promise<number> =>
      JSON.parse((await sandbox.run([model, "-p", "Hi", "--json", ...yes, ...args])).stdout).usage
        .promptTokens;
    expect(await tokens("--raw")).toBeLessThan(await tokens());
  });
});

describe("a reader that has seen enough", () => {
  test("ends the program quietly", async () => {
    const child = Bun.spawn(
      ["sh", "-c", `"$0" "$@" | head -c 1`, executable, model, "-p", "Go on.", "-n", "2000"],
      { cwd: sandbox.cwd, env: sandbox.environment(), stdin: "ignore", stdout: "pipe", stderr: "pipe" },
    );
    const [stdout, stderr] = await Promise.all([
      new Response(child.stdout).text(),
      new Response(child.stderr).text(),
    ]);
    expect(stdout).toHaveLength(1);
    expect(stderr.replace(/^The answer was cut.*\n/, "")).toBe("");
  });
});

test("Ctrl+C ends it with status 130 and keeps what came", async () => {
  const child = sandbox.start([model, "-p", "Go on.", "-n", "0", "--grammar", "root ::= [a-z ] root"]);
  const reader = child.stdout.getReader();
  const { value } = await reader.read();
  child.kill("SIGINT");
  let rest = "";
  for (;;) {
    const { value: more, done } = await reader.read();
    if (done) break;
    rest += new TextDecoder().decode(more);
  }
  await child.exited;
  expect(child.exitCode).toBe(130);
  expect(value?.length).toBeGreaterThan(0);
  expect(rest).toEndWith("\n");
});

describe("usage", () => {
  test("without a model it is shown on stderr, with status 2", async () => {
    for (const args of [[], ["--prompt", "Hi"]]) {
      const { code, stdout, stderr } = await sandbox.run(args);
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
      expect(stderr).toStartWith("Usage: anechat");
    }
  });

  const wrong: [string, string[], RegExp][] = [
    ["an unknown flag, with the one that was meant", ["--temprature", "1"], /--temprature.*--temperature/],
    ["a number that is none", ["--top-k", "many"], /--top-k.*whole number/s],
    ["a number out of range", ["--top-p", "2"], /--top-p.*from 0 to 1/s],
    ["an empty prompt", ["-p", " "], /The prompt is empty/],
    ["a schema that is no JSON", ["-p", "x", "--json-schema", "{no"], /--json-schema is not valid JSON/],
    [
      "a schema's file that isn't there",
      ["-p", "x", "--json-schema", "none.json"],
      /none\.json can't be read/,
    ],
    [
      "schema and grammar at once",
      ["-p", "x", "--json-schema", "{}", "--grammar", "root ::= [a]"],
      /exclude/,
    ],
    ["a bias that is none", ["-p", "x", "--logit-bias", "5"], /151643=-5/],
    ["nothing to answer and no terminal", [], /nothing to answer/],
  ];
  for (const [what, args, message] of wrong) {
    test(`${what} is one clear error with status 2`, async () => {
      const { code, stdout, stderr } = await sandbox.run([model, ...args]);
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
      expect(stderr).toMatch(message);
      expect(stderr).not.toMatch(/\n\s+at /);
      expect(stderr.trimEnd().split("\n").length).toBeLessThanOrEqual(2);
    });
  }
});

test("a grammar that can't be parsed is an error with status 2, below llama.cpp's own words on where", async () => {
  const { code, stdout, stderr } = await sandbox.run([model, "-p", "x", "--grammar", "root ::= ("]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toMatch(/\nanechat: The grammar can't be parsed\.\n {2}\S.*\n$/);
});

test("an input that is too long says both numbers, with status 7", async () => {
  const { code, stdout, stderr } = await sandbox.run([model, "--ctx-size", "64", "-p", "word ".repeat(200)]);
  expect({ code, stdout }).toEqual({ code: 7, stdout: "" });
  expect(stderr).toMatch(/^anechat: Input too long \(\d+ tokens > 64 max\)\n {2}\S/);
});
