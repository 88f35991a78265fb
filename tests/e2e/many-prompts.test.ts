/** --batch, eval, compare and shell completion. */
import { describe, expect, test } from "bun:test";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Sandbox } from "../fixtures/executable.ts";
import { endless, FakeEndpoint, said } from "../fixtures/fake-endpoint.ts";
import { keys, TerminalSession } from "../fixtures/terminal.ts";

const countries = ["Peru", "Chile", "Kenya", "Japan", "Italy", "Spain", "Norway", "Egypt", "Cuba", "France"];
const questions = countries.map((country) => `What is the capital of ${country}?`);
const capitals = [
  "Lima",
  "Santiago",
  "Nairobi",
  "Tokyo",
  "Rome",
  "Madrid",
  "Oslo",
  "Cairo",
  "Havana",
  "Paris",
];

const jsonLines = (text: string): { index: number; id: string; text: string }[] =>
  text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));

describe("--batch", () => {
  test("answers all prompts of a file, in their order", async () => {
    using home = new Sandbox();
    const file = home.file("prompts.txt", questions.join("\n"));
    const { stdout, stderr, code } = await home.run(["demo", "--batch", file, "--temperature", "0"]);
    expect(stderr).toContain("Answering 10 prompts...");
    expect(code).toBe(0);
    const lines = jsonLines(stdout);
    expect(lines.map(({ index }) => index)).toEqual(countries.map((_, index) => index));
    for (const [index, capital] of capitals.entries()) expect(lines[index]?.text).toContain(capital);
  });

  test("continues after it was killed, without repeating answers", async () => {
    using home = new Sandbox();
    const file = home.file(
      "prompts.txt",
      Array.from({ length: 20 }, () => questions)
        .flat()
        .join("\n"),
    );
    const out = join(home.folder, "out.jsonl");
    const args = ["demo", "--batch", file, "--out", out, "--temperature", "0"];
    const child = home.start(args);
    const reader = child.stderr.getReader();
    for (let seen = ""; !seen.includes("25%"); )
      seen += new TextDecoder().decode((await reader.read()).value);
    child.kill("SIGKILL");
    await child.exited;
    const before = readFileSync(out, "utf8");
    const { stderr, code } = await home.run(args);
    expect(code).toBe(0);
    expect(stderr).toMatch(/^\d+ prompts already answered\.$/m);
    const after = readFileSync(out, "utf8");
    expect(after).toStartWith(before.slice(0, before.lastIndexOf("\n") + 1));
    expect(jsonLines(after).map(({ index }) => index)).toEqual(
      Array.from({ length: 200 }, (_, index) => index),
    );
    expect(existsSync(`${out}.part`)).toBe(false);
  });

  test("stops at Ctrl+C, and prints how to continue", async () => {
    using home = new Sandbox();
    const file = home.file(
      "prompts.txt",
      Array.from({ length: 40 }, () => questions)
        .flat()
        .join("\n"),
    );
    const child = home.start(["demo", "--batch", file, "--out", join(home.folder, "out.jsonl")]);
    const [first, second] = child.stderr.tee();
    const reader = first.getReader();
    for (let seen = ""; !seen.includes("25%"); )
      seen += new TextDecoder().decode((await reader.read()).value);
    child.kill("SIGINT");
    const stderr = await new Response(second).text();
    expect(await child.exited).toBe(130);
    expect(stderr).toMatch(/Stopped after \d+ answers\. Run the same command again to continue\./);
  });

  test("answers the others if one fails, and reports the failure", async () => {
    using home = new Sandbox();
    const long = "word ".repeat(2000);
    const file = home.file("prompts.jsonl", `${JSON.stringify(long)}\n${JSON.stringify(questions[0])}\n`);
    const { stdout, code } = await home.run(["demo", "--batch", file]);
    const [failed, answered] = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(failed.error.code).toBe("inputTooLong");
    expect(answered.text).toContain("Lima");
    expect(code).toBe(6);
  });
});

describe("eval", () => {
  test.each([
    ['{"prompt": "a", "contians": "4"}', '"contians" may be misspelt: did you mean "contains"?'],
    ['{"prompt": "a", "regex": "("}', "Invalid regular expression: missing )"],
    ['{"prompt": "a", "json-schema": {"type": "strng"}}', "the JSON schema can't be used"],
  ])("refuses the case %s with its line, and asks nothing", async (line, message) => {
    using home = new Sandbox();
    const file = home.file("cases.jsonl", `{"prompt": "b"}\n\n${line}\n`);
    const { code, stdout, stderr } = await home.run(["eval", "demo", "--prompts", file]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toStartWith(`anechat: ${file}, line 3: ${message}`);
  });

  const cases = [
    { id: "capital", prompt: "What is the capital of France?", contains: "Paris" },
    { id: "sum", prompt: "What is 2 plus 2?", regex: "\\b4\\b" },
    { id: "free", prompt: "Hello" },
  ];
  const lines = (some: readonly object[]): string => some.map((one) => JSON.stringify(one)).join("\n");

  test("tests a model with a file of cases", async () => {
    using home = new Sandbox();
    const file = home.file("cases.jsonl", lines(cases));
    const passed = await home.run(["eval", "demo", "--prompts", file]);
    expect(passed.stdout).toContain("2 of 2 passed (100 %)");
    expect(passed.code).toBe(0);
    const wrong = home.file("wrong.jsonl", lines([...cases, { prompt: "What is 1 plus 1?", exact: "3" }]));
    const failed = await home.run(["eval", "demo", "--prompts", wrong]);
    expect(failed.stdout).toContain('is not "3"');
    expect(failed.code).toBe(1);
  });

  test("fails an answer that was cut while the model thought, whatever its checks", async () => {
    using home = new Sandbox();
    await using server = new FakeEndpoint();
    server.reply(() => said("", { reasoning: "Let me see", finish: "length" }));
    const file = home.file("cases.jsonl", lines([{ prompt: "What is 2+2?", excludes: "five" }]));
    const run = await home.run(["eval", server.address, "--prompts", file]);
    expect(run.stdout).toContain("before the first word of an answer");
    expect(run.stdout).toContain("0 of 1 passed");
    expect(run.code).toBe(1);
  });

  test("prints JSON, JSON lines and JUnit", async () => {
    using home = new Sandbox();
    const file = home.file("cases.jsonl", lines(cases));
    const run = async (...args: string[]) =>
      (await home.run(["eval", "demo", "--prompts", file, ...args])).stdout;
    expect(JSON.parse(await run("--json")).summary).toMatchObject({ cases: 3, passed: 2, failed: 0 });
    expect(jsonLines(await run("--format", "jsonl")).map(({ id }) => id)).toEqual(["capital", "sum", "free"]);
    expect(await run("--format", "junit")).toContain('tests="3" failures="0"');
    expect((await home.run(["eval", "demo", "--format", "xml"])).stderr).toContain(
      "The formats are: table, jsonl, junit.",
    );
  });

  test("measures refusals by default", async () => {
    using home = new Sandbox();
    const { stdout, code } = await home.run(["eval", "demo", "--json"]);
    const { summary, results } = JSON.parse(stdout);
    expect(summary.cases).toBe(30);
    expect(summary.toRefuse.cases + summary.toAnswer.cases).toBe(30);
    expect(results[0]).toMatchObject({ id: "1", prompt: expect.any(String), answer: expect.any(String) });
    expect(code).toBe(0);
  });
});

describe("compare", () => {
  test("shows two answers side by side or below each other, and where they differ", async () => {
    using home = new Sandbox();
    const model = await home.model();
    const args = [
      "compare",
      "--model1",
      "demo",
      "--model2",
      model,
      "--max-tokens",
      "16",
      "--temperature",
      "0",
    ];
    const prompt = ["--prompt", "What is the capital of Peru?"];
    const { stdout, code } = await home.run([...args, ...prompt]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^demo +│ tiny\.gguf$/m);
    expect(stdout).toMatch(/^The capital of Peru is Lima\. +│/m);
    expect(stdout).toMatch(/They differ from the first word: "The" against/);
    await using narrow = new TerminalSession(home, [...args, ...prompt], { columns: 40 });
    expect(await narrow.exit()).toBe(0);
    expect(narrow.text).not.toContain("│");
    const { stdout: json } = await home.run([...args, ...prompt, "--json"]);
    const [{ answers, difference }] = JSON.parse(json);
    expect(answers.map(({ model: name }: { model: string }) => name)).toEqual(["demo", "tiny.gguf"]);
    expect(answers[0]).toMatchObject({
      text: "The capital of Peru is Lima.",
      tokens: expect.any(Number),
      memory: expect.any(Number),
    });
    expect(difference.same).toBe(0);
  });

  test("is a conversation with both models in a terminal", async () => {
    using home = new Sandbox();
    await using chat = new TerminalSession(
      home,
      ["compare", "--model1", "demo", "--model2", "demo", "--temperature", "0"],
      {
        columns: 100,
        rows: 40,
      },
    );
    await chat.prompts(1);
    chat.say("My name is Anna");
    await chat.prompts(2);
    chat.say("What is my name?");
    await chat.shows(/Your name is Anna\. +│ Your name is Anna\./);
    await chat.prompts(3);
    chat.say("quit");
    expect(await chat.exit()).toBe(0);
  });

  test("knows its own words, and leaves only after two Ctrl+C", async () => {
    using home = new Sandbox();
    await using chat = new TerminalSession(
      home,
      ["compare", "--model1", "demo", "--model2", "demo", "--temperature", "0"],
      { columns: 100, rows: 60 },
    );
    await chat.prompts(1);
    chat.say("/retry");
    await chat.shows("There is no question to ask again.");
    chat.say("/help");
    await chat.shows(/^\/retry +Ask the last question again$/m);
    chat.say("/foo");
    await chat.shows("Unknown command /foo.");
    chat.say("/retri");
    await chat.shows("Did you mean /retry?");
    chat.say("My name is Anna");
    await chat.shows("The answers are the same.");
    chat.say("What is my name?");
    await chat.shows(/Your name is Anna\. +│ Your name is Anna\./);
    chat.say("/retry");
    await chat.shows(/Your name is Anna\. +│ Your name is Anna\./, 2);
    chat.type(keys.escape.repeat(2));
    await chat.shows(/prompt -> What is my name\?$/m, 2);
    chat.type(keys.backspace.repeat(8));
    chat.say("the capital of Peru?");
    await chat.shows(/The capital of Peru is Lima\. +│ The capital of Peru is Lima\./);
    chat.say("/new");
    await chat.shows("A new conversation with both models.");
    chat.type(keys.ctrlC);
    await chat.shows("Ctrl+C again to leave");
    chat.type(keys.ctrlC);
    expect(await chat.exit()).toBe(0);
  });

  test("stops an answer with Ctrl+C, keeps what arrived, and asks again with /retry", async () => {
    using home = new Sandbox();
    await using endpoint = new FakeEndpoint();
    endpoint.reply(endless("Half an answer").reply);
    const remote = `${endpoint.endpoint}#fake-1`;
    await using chat = new TerminalSession(home, ["compare", "--model1", "demo", "--model2", remote], {
      columns: 100,
    });
    await chat.prompts(1);
    chat.say("Hi");
    await chat.shows(/│ answering…$/m);
    await chat.shows(/Hello! .*│ Half an answer$/m);
    chat.type(keys.ctrlC);
    await chat.shows(/│ \(stopped\)$/m);
    await chat.shows("/retry asks it again");
    await chat.prompts(2);
    chat.say("/retry");
    await chat.shows(/^(?:They differ from|The same up to) /m);
    expect(endpoint.questions.map(({ body }) => body?.messages?.length)).toEqual([1, 1]);
    chat.say("quit");
    expect(await chat.exit()).toBe(0);
  });

  test("shows the answer of one model if the other fails, and goes on", async () => {
    using home = new Sandbox();
    await using endpoint = new FakeEndpoint();
    endpoint.reply(() => new Response("no", { status: 400 }));
    const remote = `${endpoint.endpoint}#fake-1`;
    await using chat = new TerminalSession(home, ["compare", "--model1", "demo", "--model2", remote], {
      columns: 100,
    });
    await chat.prompts(1);
    chat.say("Hi");
    await chat.prompts(2);
    expect(chat.text).toMatch(/^Hello! .*│$/m);
    expect(chat.text).toMatch(/│ \(failed\)$/m);
    chat.say("Hi");
    await chat.shows(/^(?:They differ from|The same up to) /m);
    expect(chat.text.match(/^Hello! How can I help/gm)).toHaveLength(2);
  });

  test("without a prompt and without a terminal is an error", async () => {
    using home = new Sandbox();
    const { stderr, code } = await home.run(["compare", "--model1", "demo", "--model2", "demo"]);
    expect(stderr).toContain("There is no prompt");
    expect(code).toBe(2);
  });
});

describe("completion", () => {
  test("of an unknown shell lists the known ones", async () => {
    using home = new Sandbox();
    const { stderr, code } = await home.run(["completion", "tcsh"]);
    expect(stderr).toContain("bash, fish, zsh");
    expect(code).toBe(2);
  });
});

test("anechat help COMMAND is the command's --help, with examples", async () => {
  using home = new Sandbox();
  for (const name of [
    "pull",
    "convert",
    "list",
    "show",
    "verify",
    "rm",
    "chat",
    "chats",
    "compare",
    "eval",
    "config",
    "completion",
  ]) {
    const [help, flag] = await Promise.all([home.run(["help", name]), home.run([name, "--help"])]);
    expect(help.stdout).toBe(flag.stdout);
    expect(help.stdout).toMatch(/Examples:\n {2}anechat /);
  }
});

test("every command prints its whole output in a narrow terminal", async () => {
  using home = new Sandbox();
  const chat = home.file("chat.json", JSON.stringify([{ role: "user", content: "My name is Anna" }]));
  await home.run(["chats", "import", chat]);
  for (const [args, shown] of [
    [["chats", "list"], "My name is Anna"],
    [["chats", "search", "anna"], "My name is Anna"],
    [["chats", "show", "1"], "My name is Anna"],
    [["chats", "export", "1"], "# My name is Anna"],
    [["config"], "temperature"],
    [["eval", "demo"], /^\d+ of 18 that are to be answered/m],
    [["help", "compare"], "--model1"],
  ] as const) {
    await using terminal = new TerminalSession(home, args, { columns: 50, rows: 200 });
    expect(await terminal.exit()).toBe(0);
    expect(terminal.text).toMatch(shown);
  }
});
