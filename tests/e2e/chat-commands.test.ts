import { describe, expect, test } from "bun:test";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Sandbox } from "../fixtures/executable.ts";
import { FakeHub } from "../fixtures/fake-hub.ts";
import { testModel } from "../fixtures/models.ts";
import { chat, keys, TerminalSession } from "../fixtures/terminal.ts";

describe("in a chat", () => {
  test("/undo, /retry and /branch lose no answer", async () => {
    using home = new Sandbox();
    const seen = await chat(
      home,
      ["demo"],
      [
        "What is the capital of Peru?",
        "What is the capital of Chile?",
        "/undo",
        "/retry",
        "/branch",
        "/branch 2",
        "/status",
      ],
    );
    expect(seen).toContain("Undone: What is the capital of Chile?");
    expect(seen).toMatch(/\* 1 {2}What is the capital of Peru\?/);
    expect(seen).toContain("On branch 2: What is the capital of Chile?");
    expect(seen).toMatch(/Turns +2/);
  });

  test("/edit changes the last question on the line, or in the user's editor", async () => {
    using home = new Sandbox();
    const editor = home.file("editor.sh", '#!/bin/sh\nsed -i s/Chile/Kenya/ "$1"\n');
    {
      await using chat = new TerminalSession(home, ["demo", "--no-stats"]);
      await chat.prompts(1);
      chat.say("What is the capital of Peru?");
      await chat.prompts(2);
      chat.say("/edit");
      await chat.shows(/prompt -> What is the capital of Peru\?$/m, 2);
      chat.say(`${keys.backspace.repeat(5)}Chile?`);
      await chat.shows("Santiago");
    }
    await using chat = new TerminalSession(home, ["demo", "--no-stats"], { env: { EDITOR: `sh ${editor}` } });
    await chat.prompts(1);
    chat.say("What is the capital of Chile?");
    await chat.prompts(2);
    chat.say("/edit");
    await chat.shows("Nairobi");
  });

  test("/continue resumes an answer that was cut", async () => {
    using home = new Sandbox();
    const seen = await chat(
      home,
      ["demo", "--max-tokens", "3", "--temperature", "0"],
      ["What is the capital of Peru?", "/set max-tokens 20", "/continue", "/save chat.md"],
    );
    expect(seen).toContain("The answer was cut after 3 tokens");
    expect(readFileSync(join(home.cwd, "chat.md"), "utf8")).toContain("\nThe capital of Peru is Lima.\n");
  });

  test("/system, /set and /copy do what their help says", async () => {
    using home = new Sandbox();
    await using chat = new TerminalSession(home, ["demo", "--no-stats"]);
    await chat.prompts(1);
    chat.say("/system Answer in one word.");
    await chat.prompts(2);
    chat.say("/set temperature 0");
    await chat.prompts(3);
    chat.say("What is the capital of Peru?");
    await chat.prompts(4);
    chat.say("/copy");
    await chat.prompts(5);
    expect(chat.screen.written).toContain(`\x1b]52;c;${Buffer.from("Lima").toString("base64")}\x07`);
    chat.say("/set temprature 1");
    await chat.shows("Did you mean temperature?");
    chat.say("/system -");
    await chat.shows("System prompt: none");
  });

  test("/save and /load keep a conversation, and no other file is overwritten", async () => {
    using home = new Sandbox();
    writeFileSync(join(home.cwd, "notes.md"), "mine");
    const seen = await chat(
      home,
      ["demo"],
      [
        "My name is Anna",
        "/save notes.md",
        "/save chat.json",
        "/save chat.json",
        "/save chat.md",
        "/rename Names",
        "/save chat.md",
        "What is the capital of Peru?",
        "/load chat.json",
        "What is my name?",
      ],
    );
    expect(readFileSync(join(home.cwd, "chat.md"), "utf8")).toStartWith("# Names\n");
    expect(seen).toContain("notes.md exists already");
    expect(readFileSync(join(home.cwd, "notes.md"), "utf8")).toBe("mine");
    expect(seen).toContain("chat.json: 1 question.");
    expect(seen).toContain("Your name is Anna.");
  });

  test("/file and @path attach a file, and report one that doesn't fit", async () => {
    using home = new Sandbox();
    writeFileSync(join(home.cwd, "short.txt"), "What is the capital of Peru?");
    writeFileSync(join(home.cwd, "long.txt"), "word ".repeat(1000));
    const seen = await chat(
      home,
      ["demo"],
      ["/file short.txt", "Hello", "/file long.txt", "See @nothing.txt", "/save c.md"],
    );
    expect(seen).toMatch(/short\.txt: about \d+ tokens\./);
    expect(seen).toMatch(/long\.txt is too long: it has \d+ tokens, and the limit is 384/);
    expect(seen).toContain("@nothing.txt is not a file");
    expect(readFileSync(join(home.cwd, "c.md"), "utf8")).toContain(
      "short.txt:\n```\nWhat is the capital of Peru?\n```",
    );
  });

  test("/switch keeps the conversation, also if the new model is missing", async () => {
    using home = new Sandbox();
    const model = await home.model();
    const seen = await chat(
      home,
      [model],
      ["/switch none.gguf", "/switch demo now", "/switch demo", "What is the capital of Peru?", "/models"],
    );
    expect(seen).toContain('There is no model "demo now"\n  Models of Hugging Face');
    expect(seen).toContain("There is no file none.gguf");
    expect(seen).toContain("demo answers from now on.");
    expect(seen).toContain("Lima");
  });

  test("/switch downloads a missing model", async () => {
    using home = new Sandbox();
    await using hub = new FakeHub();
    const file = "Tiny-Q4_K_M.gguf";
    hub.add("anna/Tiny-GGUF", { files: { [file]: readFileSync(await testModel("bpe")) } });
    const seen = await chat(
      home,
      ["demo"],
      ["/switch anna/Tiny-GGUF", "/status", "/switch demo", "What is the capital of Peru?"],
      { HF_ENDPOINT: hub.endpoint },
    );
    expect(seen).toContain("Downloading anna/Tiny-GGUF:Q4_K_M");
    expect(seen).toContain(`${file} answers from now on.`);
    expect(seen).toContain("Lima");
  });

  test("/compact sends a summary, and /undo takes it back", async () => {
    using home = new Sandbox();
    const seen = await chat(
      home,
      ["demo"],
      [
        "What is the capital of Peru?",
        "/compact",
        "What is the capital of Chile?",
        "What is the capital of Kenya?",
        "/compact",
        "/tokens",
        "/undo",
        "/tokens",
      ],
    );
    expect(seen).toContain("There is too little to summarize: the last two turns always stay.");
    expect(seen).toContain("From now on the model gets this summary");
    expect(seen).toContain("The summary is removed");
    const counts = [...seen.matchAll(/^Messages +(\d+)$/gm)].map(([, count]) => Number(count));
    expect(counts).toEqual([6, 6]);
  });

  test("Tab completes commands, keys, files and models", async () => {
    using home = new Sandbox();
    writeFileSync(join(home.cwd, "unique-name.txt"), "x");
    await using chat = new TerminalSession(home, ["demo", "--no-stats"]);
    await chat.prompts(1);
    for (const [typed, completed] of [
      ["/cont", "/continue"],
      ["/set temp", "/set temperature"],
      ["/file uni", "/file unique-name.txt"],
      ["see @uni", "see @unique-name.txt"],
      ["/switch de", "/switch demo"],
    ] as const) {
      chat.type(typed + keys.tab);
      await chat.shows(`prompt -> ${completed}`);
      chat.type("\x15");
    }
  });
});

describe("--output", () => {
  test("writes answers to a file, and only fenced code to a code file", async () => {
    using home = new Sandbox();
    const { stdout } = await home.run(["demo", "-p", "What is the capital of Peru?", "-o", "answer.md"]);
    expect(readFileSync(join(home.cwd, "answer.md"), "utf8")).toBe(stdout);
    const grammar = 'root ::= "Here:\\n```py\\na = 1\\n```\\nDone."';
    const { code } = await home.run(["demo", "-p", "Code", "--grammar", grammar, "-o", "a.py"]);
    expect(code).toBe(0);
    expect(readFileSync(join(home.cwd, "a.py"), "utf8")).toBe("a = 1\n");
  });
});
