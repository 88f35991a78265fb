/** Modelfiles become presets, whose names work like models' names. */
import { describe, expect, test } from "bun:test";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Sandbox, saying } from "../fixtures/executable.ts";

const peru = ["--prompt", "What is the capital of Peru?"];

function modelfile(home: Sandbox, text: string): string {
  const path = join(home.folder, "Modelfile");
  writeFileSync(path, text);
  return path;
}

describe("anechat create", () => {
  test("writes a preset, prints its path, and says what has no effect", async () => {
    using home = new Sandbox();
    const file = modelfile(home, 'FROM demo\nPARAMETER num_batch 1\nSYSTEM """Be\nkind."""\n');
    const { code, stdout, stderr } = await home.run(["create", "mario:latest", "-f", file]);
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: "Modelfile, line 2: num_batch has no effect here.\nChat with it: anechat mario\n",
    });
    expect(readFileSync(stdout.trim(), "utf8")).toContain(
      'model = "demo"\nsystem-prompt = """\nBe\nkind."""',
    );
  });

  test("replaces a preset only with --force", async () => {
    using home = new Sandbox();
    const file = modelfile(home, "FROM demo\n");
    expect((await home.run(["create", "mario", "-f", file])).code).toBe(0);
    const again = await home.run(["create", "mario", "-f", file]);
    expect(again).toMatchObject({ code: 2, stdout: "" });
    expect(again.stderr).toContain("--force replaces it.");
    expect((await home.run(["create", "mario", "-f", file, "--force"])).code).toBe(0);
  });

  test.each([
    ["FROM llama3.2", "m", /"llama3\.2" is no model here, and models of Ollama's library can't be used/],
    ["FROM demo\nADAPTER x", "m", /Modelfile, line 2: anechat can't apply adapters/],
    ["FROM demo\nPARAMETER top_p 3", "m", /Modelfile, line 2: top-p: Must be a number from 0 to 1\n/],
    [
      "FROM demo\nTEMPLATE [INST] {{ .Prompt }}",
      "m",
      /line 2: TEMPLATE has the prompt format llama2 or mistral/,
    ],
    ["FROM demo", "serve", /serve is the name of a command/],
    ["FROM demo", "demo", /demo is the name of the built-in model/],
    ["FROM demo", "../x", /A preset can't be named "\.\.\/x"/],
  ])("refuses %p as %p", async (text, name, message) => {
    using home = new Sandbox();
    const { code, stdout, stderr } = await home.run(["create", name, "-f", "-"], { stdin: text });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(message);
  });

  test("refuses a preset that would lead to itself", async () => {
    using home = new Sandbox();
    const create = (name: string, from: string) =>
      home.run(["create", name, "-f", "-", "--force"], { stdin: `FROM ${from}\n` });
    expect((await create("one", "demo")).code).toBe(0);
    expect((await create("two", "one")).code).toBe(0);
    for (const [from, chain] of [
      ["two", "one → two → one"],
      ["one", "one → one"],
    ] as const) {
      const { code, stderr } = await create("one", from);
      expect(code).toBe(2);
      expect(stderr).toContain(`Modelfile, line 1: the preset would lead to itself: ${chain}\n`);
    }
    expect((await home.run(["two", ...peru])).code).toBe(0);
  });

  test("keeps a model's path, which begins at the Modelfile's folder", async () => {
    using home = new Sandbox();
    const model = await home.model();
    const file = join(model, "..", "Modelfile");
    writeFileSync(file, "FROM ./tiny.gguf\n");
    expect((await home.run(["create", "small", "-f", file])).code).toBe(0);
    const answer = await home.run(["small", "-p", "Hi", "--grammar", saying("Yes.")]);
    expect(answer).toMatchObject({ code: 0, stdout: "Yes.\n" });
  });
});

describe("a preset's name", () => {
  async function withPreset(text: string): Promise<Sandbox> {
    const home = new Sandbox();
    await home.run(["create", "mario", "-f", "-"], { stdin: text });
    return home;
  }

  test("asks its model with its settings, which flags override", async () => {
    using home = await withPreset("FROM demo\nPARAMETER temperature 0\nPARAMETER num_predict 2\n");
    const tokens = async (...args: string[]) => {
      const { stdout } = await home.run(["mario", ...peru, "--json", ...args]);
      return (JSON.parse(stdout) as { usage: { completionTokens: number } }).usage.completionTokens;
    };
    expect(await tokens()).toBe(2);
    expect(await tokens("--max-tokens", "4")).toBe(4);
    home.configure("max-tokens = 5\n");
    expect(await tokens()).toBe(2);
  });

  test("sends its system prompt and its messages before a question", async () => {
    using home = await withPreset("FROM demo\nSYSTEM Be kind.\nMESSAGE user Hi\nMESSAGE assistant Hello\n");
    const tokens = async (name: string) => {
      const { stdout } = await home.run([name, ...peru, "--json", "--max-tokens", "1"]);
      return (JSON.parse(stdout) as { usage: { promptTokens: number } }).usage.promptTokens;
    };
    expect(await tokens("mario")).toBeGreaterThan((await tokens("demo")) + 8);
  });

  test("is listed, shown with its file, compared, completed, and removed", async () => {
    using home = await withPreset("FROM demo\nPARAMETER num_predict 2\n");
    expect((await home.run(["list"])).stdout).toContain("mario    preset of demo");
    const file = join(home.home, ".config", "anechat", "presets", "mario.toml");
    expect((await home.run(["show", "mario"])).stdout).toStartWith(`Preset        ${file}\n`);
    const compared = await home.run(["compare", "--model1", "mario", "--model2", "demo", ...peru, "--json"]);
    const [{ answers }] = JSON.parse(`[${compared.stdout.trim()}]`).flat();
    expect(answers[0].tokens).toBe(2);
    expect(answers[1].tokens).toBeGreaterThan(2);
    expect((await home.run(["__complete", "zsh", "mar"])).stdout).toContain("mario");
    expect(await home.run(["rm", "mario"])).toMatchObject({ code: 0, stdout: "Removed the preset mario.\n" });
    expect((await home.run(["mario", ...peru])).code).toBe(3);
  });

  test("of a table in config.toml works, too, and is not removed by a command", async () => {
    using home = new Sandbox();
    home.configure('[preset.short]\nmodel = "demo"\nmax-tokens = 1\n');
    const { stdout } = await home.run(["short", ...peru, "--json"]);
    expect(JSON.parse(stdout)).toMatchObject({ usage: { completionTokens: 1 } });
    const removal = await home.run(["rm", "short"]);
    expect(removal.code).toBe(2);
    expect(removal.stderr).toContain("Remove it there with an editor.");
    expect(existsSync(join(home.home, ".config", "anechat", "config.toml"))).toBe(true);
  });

  test("with wrong messages is an error that names the file", async () => {
    using home = new Sandbox();
    home.configure('[preset.bad]\nmodel = "demo"\nmessages = ["Hi"]\n');
    const { code, stderr } = await home.run(["bad", ...peru]);
    expect(code).toBe(13);
    expect(stderr).toContain("[preset.bad]: messages must be a list of messages");
  });
});
