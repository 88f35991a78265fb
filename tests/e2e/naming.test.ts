/** What a command line without a model, with a prompt as an argument, or with a typo means. */
import { describe, expect, test } from "bun:test";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { Sandbox, saying } from "../fixtures/executable.ts";

const quiet = { stderr: "" };

describe("a prompt after the model", () => {
  test("is answered once, with piped text after it", async () => {
    using home = new Sandbox();
    const asked = await home.run(["demo", "Hi"]);
    expect(asked).toMatchObject({ code: 0, ...quiet });
    expect(asked).toEqual(await home.run(["demo", "-p", "Hi"]));
    const piped = await home.run(["demo", "Hi"], { stdin: "there" });
    expect(piped).toEqual(await home.run(["demo", "-p", "Hi"], { stdin: "there" }));
    expect(piped.code).toBe(0);
  });

  test.each([
    [["demo", "Hi", "-p", "Hi"], "There are two prompts: one after the model, and one with --prompt"],
    [["run", "demo", "Hi", "-p", "Hi"], "There are two prompts: one after the model, and one with --prompt"],
    [["demo", "What", "is", "it"], 'A prompt of several words needs quotes\n  anechat demo "What is it"'],
    [["run", "demo", "What", "is"], 'A prompt of several words needs quotes\n  anechat run demo "What is"'],
    [
      ["demo", "say", 'a "b"', "it's"],
      "A prompt of several words needs quotes\n  anechat demo 'say a \"b\" it'\\''s'",
    ],
    [["demo", "--", "-n", "3"], 'A prompt of several words needs quotes\n  anechat -- demo "-n 3"'],
    [["demo", ""], "The prompt is empty"],
    [["-p", ""], "The prompt is empty"],
    [["compare", "--model1", "demo", "--model2", "demo", "-p", " "], "The prompt is empty"],
    [["demo", "Hi", "--batch", "x"], "--batch and --prompt exclude each other"],
  ])("as in %j is refused", async (args, message) => {
    using home = new Sandbox();
    const { code, stdout, stderr } = await home.run(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toStartWith(`anechat: ${message}`);
  });
});

describe("a prompt without a model", () => {
  test("is answered by demo, which stderr says unless --quiet", async () => {
    using home = new Sandbox();
    const note = "Answered by demo: no model is named.\n";
    const { stdout } = await home.run(["demo", "-p", "Hi"]);
    expect(await home.run(["-p", "Hi"])).toMatchObject({ code: 0, stdout, stderr: note });
    expect(await home.run([], { stdin: "Hi" })).toMatchObject({ code: 0, stdout, stderr: note });
    expect(await home.run(["-p", "Hi", "--quiet"])).toMatchObject({ code: 0, stdout, ...quiet });
  });

  test("is answered by the model that was used last", async () => {
    using home = new Sandbox();
    const model = await home.model();
    const grammar = ["--grammar", saying("yes")];
    await home.run([model, "-p", "a", ...grammar]);
    const asked = await home.run(["-p", "a", ...grammar]);
    expect(asked).toMatchObject({
      code: 0,
      stdout: "yes\n",
      stderr: "Answered by tiny.gguf, which was used last: no model is named.\n",
    });
  });

  test("is answered by the model of the settings", async () => {
    using home = new Sandbox();
    const model = await home.model();
    await home.run([model, "-p", "a", "--grammar", saying("yes")]);
    home.configure('model = "demo"');
    expect(await home.run(["-p", "Hi"])).toEqual(await home.run(["demo", "-p", "Hi"]));
  });

  test("and no prompt shows the help", async () => {
    using home = new Sandbox();
    const { code, stderr } = await home.run([]);
    expect(code).toBe(2);
    expect(stderr).toStartWith("Usage: anechat");
  });
});

describe("an argument that a command does not take", () => {
  test.each([
    [["list", "extra"], "too many arguments for 'list'. Expected 0 arguments but got 1."],
    [["ps", "extra"], "too many arguments for 'ps'. Expected 0 arguments but got 1."],
    [["show", "demo", "extra"], "too many arguments for 'show'. Expected 1 argument but got 2."],
    [["chats", "list", "extra"], "too many arguments for 'list'. Expected 0 arguments but got 1."],
    [["eval", "demo", "extra"], "too many arguments for 'eval'. Expected 1 argument but got 2."],
    [["chats", "serch", "a"], 'There is no command chats serch\n  Did you mean "anechat chats search"?'],
    [["chats", "7"], 'There is no command chats 7\n  "anechat chats --help" lists the commands.'],
  ])("as in %j is refused, not ignored", async (args, message) => {
    using home = new Sandbox();
    const { code, stdout, stderr } = await home.run(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toStartWith(`anechat: ${message}`);
  });
});

describe("a misspelt name", () => {
  const hubForm = "Models of Hugging Face are named owner/name.";

  test.each([
    [["hlep"], 'There is no command or model "hlep"\n  Did you mean "anechat help"?'],
    [["dmeo"], 'There is no command or model "dmeo"\n  Did you mean "demo"?'],
    [["Demo"], 'There is no command or model "Demo"\n  Did you mean "demo"?'],
    [["chtas", "list"], 'There is no command or model "chtas"\n  Did you mean "anechat chats"?'],
    [["serv", "--port", "1"], 'There is no command serv\n  Did you mean "anechat serve"?'],
    [
      ["llama3.2"],
      `There is no command or model "llama3.2"\n  Did you mean "bartowski/Llama-3.2-1B-Instruct-GGUF"? ${hubForm}`,
    ],
    [["zzzz"], `There is no command or model "zzzz"\n  ${hubForm} "anechat list" shows the local models.`],
    [["litle"], 'There is no command or model "litle"\n  Did you mean "little"?'],
    [["ofice"], 'There is no command or model "ofice"\n  Did you mean "office"?'],
    [["What is it?"], 'There is no command or model "What is it?"\n  To ask this, name a model before it'],
    [["run", "dmeo"], 'There is no model "dmeo"\n  Did you mean "demo"?'],
    [["show", "dmeo"], 'There is no model "dmeo"\n  Did you mean "demo"?'],
    [["verify", "dmeo"], 'There is no model "dmeo"\n  Did you mean "demo"?'],
    [["serve", "demo", "dmeo", "--port", "0"], 'There is no model "dmeo"\n  Did you mean "demo"?'],
    [["serve", "dmeo", "--detach"], 'There is no model "dmeo"\n  Did you mean "demo"?'],
    [["rm", "litle"], 'There is no model "litle"\n  Did you mean "little"?'],
    [
      ["compare", "--model1", "demo", "--model2", "dmeo", "-p", "a"],
      'There is no model "dmeo"\n  Did you mean "demo"?',
    ],
    [["./tiny.guf.gguf"], "There is no file ./tiny.guf.gguf\n  Check the path."],
    [["pull", "lama3-1b"], '"lama3-1b" is not a model\'s name on the Hub\n  Did you mean "llama3-1b"?'],
    [["pull", "llama3.2"], '"llama3.2" is not a model\'s name on the Hub\n  Did you mean "bartowski/'],
  ])("as in %j gets a suggestion", async (args, message) => {
    using home = new Sandbox();
    home.configure('[alias]\nlittle = "demo"\n[endpoint.office]\nurl = "http://127.0.0.1:9/v1"\n');
    const { code, stdout, stderr } = await home.run(args);
    expect(stderr).toStartWith(`anechat: ${message}`);
    expect({ code: code === 2 || code === 3, stdout }).toEqual({ code: true, stdout: "" });
  });

  test("of a file suggests the model file beside it", async () => {
    using home = new Sandbox();
    const model = await home.model();
    const { stderr } = await home.run([model.replace("tiny", "tinny"), "-p", "a"]);
    expect(stderr).toEndWith(`  Did you mean "${model}"?\n`);
  });

  test("of a link that leads nowhere doesn't suggest the same name", async () => {
    using home = new Sandbox();
    const link = join(home.folder, "link.gguf");
    symlinkSync(join(home.folder, "nowhere.gguf"), link);
    const { code, stderr } = await home.run([link, "-p", "a"]);
    expect({ code, stderr }).toEqual({
      code: 3,
      stderr: `anechat: There is no file ${link}\n  Check the path.\n`,
    });
  });

  test.each([
    ["q", "[alias]\nq = 'dmeo'", 'There is no model "dmeo", which the alias q stands for'],
    ["q", "[alias]\nq = 'r'\nr = './x.gguf'", "There is no file ./x.gguf, which the alias q stands for"],
    [undefined, "model = 'dmeo'", 'There is no model "dmeo", which is the model in config.toml'],
    [undefined, "model = 'q'\n[alias]\nq = 'dmeo'", 'There is no model "dmeo", which the alias q stands for'],
  ])("that %j leads to in %j says so", async (name, settings, message) => {
    using home = new Sandbox();
    home.configure(settings);
    const { code, stderr } = await home.run([...(name === undefined ? [] : [name]), "-p", "a"]);
    expect(stderr).toStartWith(
      `anechat: ${message.replace("config.toml", join(home.home, ".config/anechat/config.toml"))}\n`,
    );
    expect(code).toBe(3);
  });

  test("is reported before a missing prompt, and before stdin is read", async () => {
    using home = new Sandbox();
    const expected = {
      code: 3,
      stderr: 'anechat: There is no command or model "dmeo"\n  Did you mean "demo"?\n',
    };
    expect(await home.run(["dmeo"])).toMatchObject(expected);
    expect(await home.run(["dmeo"], { stdin: "Hi" })).toMatchObject(expected);
  });
});
