/** Devices, pipes, folders and endless input where a file is expected: one clear error each. */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { mkdirSync, rmSync, symlinkSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { writeSourceModel } from "../fixtures/convert/source-model.ts";
import { sourceSpecs } from "../fixtures/convert/specs/index.ts";
import { executable, type Finished, type RunOptions, Sandbox, saying } from "../fixtures/executable.ts";
import { TerminalSession } from "../fixtures/terminal.ts";

/** How to make each kind, and its name in errors. */
const kinds: Record<string, { make: (path: string) => void; called: RegExp }> = {
  "an endless device": {
    make: (path) => symlinkSync("/dev/zero", path),
    called: /device|regular file|no file/,
  },
  "a pipe": { make: makePipe, called: /pipe|regular file|no file/ },
  "a folder": { make: (path) => mkdirSync(path), called: /folder|no file/ },
};

function makePipe(path: string): void {
  expect(Bun.spawnSync(["mkfifo", path]).exitCode).toBe(0);
}

let home: Sandbox;
let prompts: string;
beforeAll(() => {
  home = new Sandbox();
  prompts = home.file("prompts.txt", "Hi\n");
});
afterAll(() => home[Symbol.dispose]());

/** Limits CPU time, so that a program that reads without end fails the test. */
const limited = (args: readonly string[], options: RunOptions = {}): Promise<Finished> =>
  home.run(["-c", 'ulimit -t 10; exec "$0" "$@"', executable, ...args], { program: "sh", ...options });

function expectClear({ code, stdout, stderr }: Finished, codes: readonly number[], called: RegExp): void {
  // A server prints what it loads, and its address.
  expect(stderr).toMatch(/^(Loading [^\n]+\n)?anechat: [^\n]+\n( {2}[^\n]+\n)?$/);
  expect(stderr).toMatch(called);
  expect(stderr).not.toContain("bug");
  expect({ code, stdout, isExpected: codes.includes(code ?? -1) }).toEqual({
    code,
    stdout: "",
    isExpected: true,
  });
}

describe.each(Object.entries(kinds))("%s", (what, { make, called }) => {
  const path = (): string => join(home.folder, what.replaceAll(" ", "-"));
  beforeAll(() => make(path()));

  test.each<[string, (path: string) => string[], number[]]>([
    ["a model", (odd) => [odd, "-p", "Hi"], [3, 8]],
    ["a model to show", (odd) => ["show", odd], [3, 8]],
    ["a model to serve", (odd) => ["serve", odd, "--port", "0"], [3, 8]],
    ["a grammar", (odd) => ["demo", "-p", "Hi", "--grammar", odd], [2]],
    ["a JSON schema", (odd) => ["demo", "-p", "Hi", "--json-schema", odd], [2]],
    ["a batch", (odd) => ["demo", "--batch", odd], [2]],
    ["a batch's answers", (odd) => ["demo", "--batch", prompts, "--out", odd], [2]],
    ["prompts", (odd) => ["compare", "--model1", "demo", "--model2", "demo", "--prompts", odd], [2]],
    ["cases", (odd) => ["eval", "demo", "--prompts", odd], [2]],
    ["a judge", (odd) => ["eval", "demo", "--judge", odd], [2]],
    ["a chat to load", (odd) => ["demo", "-p", "Hi", "--load", odd], [2]],
    ["a chat to import", (odd) => ["chats", "import", odd], [2]],
    ["keys", (odd) => ["serve", "demo", "--port", "0", "--api-key-file", odd], [2]],
  ])("where %s is expected is an error", async (_, args, codes) => {
    expectClear(await limited(args(path())), codes, called);
  });

  test.each<[string, string[], number]>([
    [".config/anechat/config.toml", ["demo", "-p", "Hi"], 13],
    [".llmchat_config", ["demo", "-p", "Hi"], 13],
    [".local/share/anechat/chats.sqlite", ["chats"], 12],
    [".local/share/anechat/chats.sqlite", ["--continue", "-p", "Hi"], 12],
    [".kube/config", ["kaito:a/b/c", "-p", "Hi"], 13],
  ])("as %s is an error", async (name, args, code) => {
    using other = new Sandbox();
    const odd = join(other.home, name);
    mkdirSync(join(odd, ".."), { recursive: true });
    make(odd);
    expectClear(await limited(args, { env: { HOME: other.home } }), [code], called);
  });

  test.each([
    "config.json",
    "generation_config.json",
    "tokenizer.json",
    "tokenizer_config.json",
    "chat_template.jinja",
    "chat_template.json",
    "model.safetensors",
    "model.safetensors.index.json",
  ])("as %s of a model to convert is an error", async (name) => {
    const source = writeSourceModel(sourceSpecs.find((spec) => spec.name === "llama")!, home.folder);
    rmSync(join(source, name), { recursive: true, force: true });
    make(join(source, name));
    for (const args of [
      ["convert", source, "out.gguf", "--pre", "gpt-2"],
      [source, "-p", "Hi", "--pre", "gpt-2"],
    ]) {
      expectClear(await limited(args), [3, 8], called);
    }
    rmSync(source, { recursive: true });
  });

  test("as a token, a list of recent models or a server's entry is ignored", async () => {
    using other = new Sandbox();
    for (const name of [
      ".cache/huggingface/token",
      ".cache/anechat/run/x.json",
      ".local/share/anechat/recent-models.json",
    ]) {
      mkdirSync(join(other.home, name, ".."), { recursive: true });
      make(join(other.home, name));
    }
    const options = { env: { HOME: other.home } };
    const question = ["demo", "-p", "What is the capital of France?", "-t", "0"];
    expect((await limited(question, options)).stdout).toBe("The capital of France is Paris.\n");
    expect((await limited(["list"], options)).code).toBe(0);
    expect((await limited(["ps", "--json"], options)).stdout).toBe("[]\n");
  });

  test("named in a chat is refused, and the chat continues", async () => {
    await using chat = new TerminalSession(home, ["demo", "--no-stats", "--no-save"], { rows: 60 });
    const lines = [`/file ${path()}`, `/load ${path()}`, `/save ${path()}`, `/switch ${path()}`];
    for (const [index, line] of lines.entries()) {
      await chat.prompts(index + 1);
      chat.say(line);
    }
    await chat.prompts(lines.length + 1);
    chat.say("What is the capital of France?");
    await chat.shows("Paris");
    await chat.prompts(lines.length + 2);
    const complaints = chat.text.replaceAll("\n", "").match(new RegExp(called, "g")) ?? [];
    expect(complaints.length).toBeGreaterThanOrEqual(lines.length);
    expect(chat.text).not.toContain("bug");
    chat.say("quit");
    expect(await chat.exit()).toBe(0);
  });
});

test("a file over the size limit of its kind is refused before it is read", async () => {
  const huge = home.file("huge", "");
  truncateSync(huge, 2 ** 40);
  for (const args of [
    ["demo", "-p", "Hi", "--grammar", huge],
    ["demo", "--batch", huge],
    ["demo", "-p", "Hi", "--load", huge],
  ]) {
    expectClear(await limited(args), [2], /is too large \(1\.1 TB; the limit is \d+ MB\)/);
  }
});

test("config.toml may be a link to the null device, which means no settings", async () => {
  using other = new Sandbox();
  mkdirSync(join(other.home, ".config", "anechat"), { recursive: true });
  symlinkSync("/dev/null", join(other.home, ".config", "anechat", "config.toml"));
  expect((await other.run(["list"])).code).toBe(0);
});

describe("a shell's <(command)", () => {
  const bash = (line: string, ...more: string[]): Promise<Finished> =>
    home.run(["-c", line, executable, ...more], { program: "bash" });

  test("can replace a file of prompts, a grammar, a schema, a chat or a judge", async () => {
    const batch = await bash('"$0" demo --batch <(printf "One\\nTwo\\n") -n 1 -q');
    expect(batch.code).toBe(0);
    expect(batch.stdout.split("\n")).toHaveLength(3);
    const grammar = `"$0" demo -p Hi --grammar <(sleep 0.2; printf %s "$1")`;
    expect(await bash(grammar, saying("Hello."))).toMatchObject({ code: 0, stdout: "Hello.\n", stderr: "" });
    const schema = `"$0" demo -p Hi --json-schema <(echo '{"const": 7}')`;
    expect(await bash(schema)).toMatchObject({ code: 0, stdout: "7\n" });
    const messages = [
      { role: "user", content: "My name is Anna" },
      { role: "assistant", content: "Nice to meet you, Anna!" },
    ];
    const chat = `"$0" demo --load <(printf %s "$1") --no-save -p "What is my name?" -t 0`;
    expect((await bash(chat, JSON.stringify(messages))).stdout).toBe("Your name is Anna.\n");
    const eval_ = `"$0" eval demo --prompts <(echo '{"prompt": "2+2?"}') --judge /dev/stdin -n 1 -q <<< no`;
    expect((await bash(eval_)).code).toBe(0);
  });

  test("that never ends is refused at the limit", async () => {
    const { code, stdout, stderr } = await bash('"$0" demo -p Hi --grammar <(cat /dev/zero)');
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/^anechat: --grammar: \/dev\/fd\/\d+ is too large \(the limit is 16 MB\)\n/);
  });

  test("that is silent is waited for, with a note", async () => {
    // The grammar is written only after the note was printed.
    const note = home.file("note", "");
    rmSync(note);
    const wait = `{ until grep -q Waiting "$2" 2>/dev/null; do sleep 0.02; done; printf %s "$1"; }`;
    const line = `"$0" demo -p Hi --grammar <(${wait}) 2>"$2"`;
    expect(await bash(line, saying("Hello."), note)).toMatchObject({ code: 0, stdout: "Hello.\n" });
    expect(await Bun.file(note).text()).toMatch(
      /^Waiting for \/dev\/fd\/\d+, which has sent nothing yet\.\n$/,
    );
  });
});

describe("stdin", () => {
  test("that stays open and silent is reported after a second, with a hint", async () => {
    const args = [executable, "demo", "-p", "What is the capital of France?", "-t", "0"];
    const child = Bun.spawn(args, {
      cwd: home.cwd,
      env: home.environment(),
      stdin: "pipe",
      stdout: "pipe",
      stderr: "pipe",
    });
    const note = "Waiting for the end of stdin. To run without it: < /dev/null\n";
    const reader = child.stderr.getReader();
    const decoder = new TextDecoder();
    let stderr = "";
    while (!stderr.endsWith("\n")) stderr += decoder.decode((await reader.read()).value, { stream: true });
    expect(stderr).toBe(note);
    await child.stdin.end();
    expect(await new Response(child.stdout).text()).toBe("The capital of France is Paris.\n");
    expect(await child.exited).toBe(0);
    expect((await reader.read()).done).toBe(true);
  });

  test("without an end is refused at the limit", async () => {
    const line = 'cat /dev/zero | "$0" demo "$@"';
    const options: RunOptions = { program: "sh" };
    const asked = await home.run(["-c", line, executable, "-p", "Hi"], options);
    expect(asked).toMatchObject({
      code: 7,
      stdout: "",
      stderr: "anechat: stdin is too long: the limit is 64 MB\n",
    });
    const batch = await home.run(["-c", line, executable, "--batch", "-"], options);
    expect(batch).toMatchObject({
      code: 7,
      stdout: "",
      stderr: "anechat: stdin is too long: the limit is 256 MB\n",
    });
  });
});
