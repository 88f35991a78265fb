/** Settings: their sources, aliases, presets, and errors in them. */
import { describe, expect, test } from "bun:test";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Environment, Sandbox } from "../fixtures/executable.ts";
import { FakeHub } from "../fixtures/fake-hub.ts";
import { testModel } from "../fixtures/models.ts";
import { chat } from "../fixtures/terminal.ts";

type Row = { key: string; value: unknown; source: string };

async function setting(home: Sandbox, key: string, args: string[] = [], env: Environment = {}): Promise<Row> {
  const { stdout, stderr } = await home.run(["config", "--json", ...args], { env });
  expect(stderr).toBe("");
  const { settings } = JSON.parse(stdout) as { settings: Row[] };
  return settings.find((row) => row.key === key)!;
}

describe("a setting", () => {
  test("comes from the environment, the preset, a file or the default, in this order", async () => {
    using home = new Sandbox();
    expect(await setting(home, "max-turns")).toEqual({ key: "max-turns", value: 50, source: "default" });
    writeFileSync(join(home.home, ".llmchat_config"), "max-turns = 1\ntemperature = 0.1\n");
    expect(await setting(home, "max-turns")).toMatchObject({ value: 1 });
    home.configure("max_turns = 2\n[preset.few]\nmax-turns = 3\n");
    expect(await setting(home, "max-turns")).toMatchObject({ value: 2 });
    expect(await setting(home, "temperature")).toMatchObject({ value: 0.1 });
    expect(await setting(home, "max-turns", ["--preset", "few"])).toEqual({
      key: "max-turns",
      value: 3,
      source: "preset few",
    });
    expect(await setting(home, "max-turns", ["--preset", "few"], { ANECHAT_MAX_TURNS: "4" })).toEqual({
      key: "max-turns",
      value: 4,
      source: "ANECHAT_MAX_TURNS",
    });
  });

  test("takes effect, and a flag overrides it", async () => {
    using home = new Sandbox();
    home.configure('model = "demo"\nsystem-prompt = "Answer in one word."\ntemperature = 0\n');
    const question = ["-p", "What is the capital of France?"];
    expect((await home.run(question)).stdout).toBe("Paris\n");
    expect((await home.run([...question, "--system-prompt", ""])).stdout).toBe(
      "The capital of France is Paris.\n",
    );
  });

  test("of another command is shown if it was set, and an API key is hidden", async () => {
    using home = new Sandbox();
    home.configure('port = 9000\napi-key = "very-secret-key"\n');
    expect(await setting(home, "port")).toMatchObject({ value: 9000 });
    expect(await setting(home, "queue", [], { ANECHAT_QUEUE: "7" })).toMatchObject({
      value: 7,
      source: "ANECHAT_QUEUE",
    });
    expect(await setting(home, "queue")).toBeUndefined();
    const { stdout } = await home.run(["config"]);
    expect(stdout).toMatch(/^port +9000 /m);
    expect(stdout).toMatch(/^api-key +•••• /m);
    expect(stdout).not.toContain("very-secret-key");
  });

  test("can be an alias of a model", async () => {
    using home = new Sandbox();
    home.configure(
      '[alias]\ntiny = "demo"\n[preset.geo]\nmodel = "tiny"\nsystem-prompt = "Answer in one word."\n',
    );
    const question = ["-p", "What is the capital of France?", "--temperature", "0"];
    expect((await home.run(["tiny", ...question])).stdout).toBe("The capital of France is Paris.\n");
    expect((await home.run(["--preset", "geo", ...question])).stdout).toBe("Paris\n");
  });
});

describe("an alias", () => {
  test("that forms a cycle is an error in every command with a model", async () => {
    using home = new Sandbox();
    home.configure('[alias]\na = "b"\nb = "a"\nself = "self"\n');
    const prompts = home.file("prompts.txt", "Hi\n");
    const commands = [
      ["a", "-p", "Hi"],
      ["a", "--batch", prompts],
      ["run", "a", "-p", "Hi"],
      ["serve", "a", "--port", "0"],
      ["serve", "demo", "a", "--port", "0"],
      // Without a name it serves all models, aliases included.
      ["serve", "--port", "0"],
      ["pull", "a"],
      ["convert", "a"],
      ["show", "a"],
      ["verify", "a"],
      ["rm", "a"],
      ["compare", "--model1", "demo", "--model2", "a", "-p", "Hi"],
      ["eval", "a"],
    ];
    for (const command of commands) {
      const { code, stdout, stderr } = await home.run(command);
      expect({ command, code, stdout }).toEqual({ command, code: 13, stdout: "" });
      expect(stderr).toMatch(/config\.toml: the aliases form a cycle: a → b → a\n {2}\S.*\n$/);
    }
    expect((await home.run(["self", "-p", "Hi"])).stderr).toContain("cycle: self → self");
    // A command that doesn't use it works.
    const question = ["-p", "What is the capital of France?", "-t", "0"];
    expect((await home.run(["demo", ...question])).stdout).toBe("The capital of France is Paris.\n");
    expect((await home.run(["config"])).stdout).toContain("# alias a = b\n");
  });

  test("means the same in pull, in convert and in a continued chat", async () => {
    using home = new Sandbox();
    await using hub = new FakeHub();
    hub.add("anna/Tiny-GGUF", { files: { "Tiny-Q4_K_M.gguf": readFileSync(await testModel("bpe")) } });
    home.configure('[alias]\nshort = "small"\nsmall = "anna/Tiny-GGUF"\ntiny = "demo"\n');
    const env = { HF_ENDPOINT: hub.endpoint };
    expect(await home.run(["pull", "short"], { env })).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/Tiny-Q4_K_M\.gguf\n$/),
    });
    const converting = await home.run(["convert", "short"], { env });
    expect(converting.stderr).toContain("anna/Tiny-GGUF");
    await chat(home, ["tiny"], ["My name is Anna"]);
    const later = await home.run(["--continue", "-p", "What is my name?", "-t", "0"]);
    expect(later).toMatchObject({ code: 0, stdout: "Your name is Anna.\n" });
  });
});

describe("internal flags are not settings", () => {
  test.each(["instance", "log"])("%s is refused in the file and in the environment", async (key) => {
    using home = new Sandbox();
    const name = `ANECHAT_${key.toUpperCase()}`;
    const variable = await home.run(["serve", "demo", "--port", "0"], { env: { [name]: "x" } });
    expect(variable).toMatchObject({ code: 13, stdout: "" });
    expect(variable.stderr).toContain(`anechat doesn't know the environment variable ${name}`);
    home.configure(`${key} = "x"\n`);
    const file = await home.run(["serve", "demo", "--port", "0"]);
    expect(file).toMatchObject({ code: 13, stdout: "" });
    expect(file.stderr).toContain(`"${key}" is not a key`);
  });
});

describe("an error in the settings is reported", () => {
  test.each([
    ["temprature = 1", /"temprature" is not a key\n.*Did you mean "temperature"\?/],
    ["no-stats = true", /"no-stats" is not a key\n.*Did you mean "stats = false"\?/],
    ["no_notify = true", /"no_notify" is not a key\n.*Did you mean "notify = false"\?/],
    ["temperature = 'hot'", /temperature: Must be a number/],
    ["stats = 'maybe'", /stats: Must be true or false/],
    ["temperature = ", /TOML/],
    ["[preset.a]\nmodle = 'x'", /\[preset\.a\]: "modle" is not a key/],
    ["preset = 3", /preset must be a table/],
  ])("%j", async (text, message) => {
    using home = new Sandbox();
    home.configure(text);
    const { code, stderr } = await home.run(["demo", "-p", "Hi"]);
    expect(stderr).toMatch(message);
    expect(stderr).toContain("config.toml");
    expect(code).toBe(13);
    expect((await home.run(["--help"])).code).toBe(0);
    expect((await home.run(["--version"])).code).toBe(0);
  });

  test.each([
    ["temperature = [1, 2]", /: temperature: Must be a text or a number\.\n/],
    ["temperature = nan", /: temperature: Must be a number from 0 to 100\.\n/],
    ["seed = 1979-05-27", /: seed: Must be a text or a number\.\n/],
    ["system-prompt = { text = 'x' }", /: system-prompt: Must be a text or a number\.\n/],
    ["stats = [true]", /: stats: Must be true or false\.\n/],
    ["stop = [['a']]", /: stop: Must be a text or a number, or a list of them\.\n/],
    ["[preset.p]\nseed = true", /config\.toml, \[preset\.p\]: seed: Must be a text or a number\.\n/],
  ])("of a wrong type: %j", async (text, message) => {
    using home = new Sandbox();
    home.configure(text);
    const { code, stdout, stderr } = await home.run(["demo", "-p", "Hi"], {
      env: { ANECHAT_PRESET: text.startsWith("[preset") ? "p" : undefined },
    });
    expect({ code, stdout }).toEqual({ code: 13, stdout: "" });
    expect(stderr).toMatch(message);
    expect(stderr).toContain("config.toml");
    // A command without this flag works.
    expect((await home.run(["list"])).code).toBe(0);
  });

  test.each([
    ["model = 5", [], /config\.toml: model: Must be a model's name in quotes\n/],
    ["model = ' '", [], /config\.toml: model: Must be a model's name in quotes\n/],
    ["[alias]\na = 5", ["a"], /config\.toml, \[alias\]: a must be a model's name in quotes\n/],
    ["alias = 3", ["a"], /config\.toml: alias must be a table: \[alias\]\n/],
  ])("only if it is used: %j", async (text, model, message) => {
    using home = new Sandbox();
    home.configure(text);
    const question = ["-p", "What is the capital of France?", "-t", "0"];
    const wrong = await home.run([...model, ...question]);
    expect(wrong).toMatchObject({ code: 13, stdout: "" });
    expect(wrong.stderr).toMatch(message);
    const right = await home.run(["demo", ...question]);
    expect(right).toMatchObject({ code: 0, stdout: "The capital of France is Paris.\n", stderr: "" });
  });

  test("by anechat config, together with the valid settings", async () => {
    using home = new Sandbox();
    home.configure(
      `temprature = 1\ntemperature = [1]\nqueue = "long"\nmax-turns = 7\nmodel = 5\n` +
        `[alias]\na = 5\nb = "b"\nc = "demo"\nd = "kaito:a/b/c/d"\n[endpoint.work]\nurl = "localhost"\n` +
        `[endpoint.demo]\nurl = "https://host/v1"\n`,
    );
    home.file("home/.llmchat_config", "this is no TOML");
    const env = { ANECHAT_TEMPRATURE: "1" };
    const { code, stdout, stderr } = await home.run(["config"], { env });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^max-turns +7 /m);
    expect(stdout).toContain("# alias c = demo\n");
    const problems = [
      "the environment variable ANECHAT_TEMPRATURE",
      '"temprature" is not a key',
      "[endpoint.work]: An endpoint's address",
      "[endpoint.demo]: demo is the built-in model",
      ".llmchat_config: TOML",
      "a must be a model's name",
      "cycle: b → b",
      "The alias d has a wrong value",
      "temperature: Must be",
      "queue: Must be",
      "model: Must be",
    ];
    const lines = stderr.trimEnd().split("\n");
    for (const problem of problems) {
      expect(lines.filter((line) => line.startsWith("Wrong: ") && line.includes(problem))).toHaveLength(1);
    }
    expect(lines).toHaveLength(problems.length);
    const json = await home.run(["config", "--json"], { env });
    expect(JSON.parse(json.stdout).problems).toEqual(lines.map((line) => line.slice("Wrong: ".length)));
  });

  test("for HF_ENDPOINT only by commands that use the Hub", async () => {
    using home = new Sandbox();
    const env = { HF_ENDPOINT: "notaurl" };
    for (const command of [
      ["pull", "a/b"],
      ["a/b", "-p", "Hi"],
      ["convert", "a/b"],
    ]) {
      const { code, stdout, stderr } = await home.run(command, { env });
      expect({ code, stdout }).toEqual({ code: 13, stdout: "" });
      expect(stderr).toMatch(/^anechat: HF_ENDPOINT: "notaurl" is not a web address\n {2}\S.*\n$/);
    }
    const question = ["-p", "What is the capital of France?", "-t", "0"];
    for (const command of [
      ["demo", ...question],
      [await home.model(), "-p", "Hi", "-n", "1", "-q"],
      ["list"],
    ])
      expect(await home.run(command, { env })).toMatchObject({ code: 0, stderr: "" });
    for (const command of ["config", "chats", "ps"]) {
      expect((await home.run([command], { env })).code).toBe(0);
    }
  });

  test("for an unknown preset, and for an unknown variable", async () => {
    using home = new Sandbox();
    home.configure("[preset.coder]\ntemperature = 0\n");
    const preset = await home.run(["demo", "-p", "Hi", "--preset", "codre"]);
    expect(preset.stderr).toContain('Did you mean "coder"?');
    expect(preset.code).toBe(2);
    const variable = await home.run(["demo", "-p", "Hi"], { env: { ANECHAT_TEMPRATURE: "1" } });
    expect(variable.stderr).toContain("Did you mean ANECHAT_TEMPERATURE?");
    expect(variable.code).toBe(13);
  });
});
