/** Chats with models at an OpenAI-compatible server, with a fake server on loopback. */
import { describe, expect, test } from "bun:test";
import { Sandbox } from "../fixtures/executable.ts";
import { endless, FakeEndpoint, messagesOf } from "../fixtures/fake-endpoint.ts";
import { chat, keys, TerminalSession } from "../fixtures/terminal.ts";

const key = "sk-not-to-be-seen-1234";

describe("a chat", () => {
  test("sends the earlier messages, and shows its endpoint", async () => {
    using home = new Sandbox();
    await using server = new FakeEndpoint({
      models: [{ id: "fake-1", max_model_len: 4096 }, { id: "fake-2" }],
    });
    await using chat = new TerminalSession(home, ["--endpoint", server.address, "--model", "fake-1"], {
      rows: 60,
    });
    await chat.prompts(1);
    chat.say("My name is Anna");
    await chat.shows("You said: My name is Anna");
    await chat.shows(/3 tokens.* · context 14\/4096|6 tokens.* · context 17\/4096/);
    await chat.prompts(2);
    chat.say("And now?");
    await chat.prompts(3);
    chat.say("/status");
    await chat.shows(`Model     fake-1 (at ${server.endpoint})`);
    await chat.prompts(4);
    chat.say("/models");
    await chat.shows("  #fake-2");
    await chat.prompts(5);
    chat.say("/switch #fake-2");
    await chat.shows("fake-2 answers from now on.");
    await chat.prompts(6);
    chat.say("/tokens");
    await chat.shows(/Prompt +about \d+ tokens/);
    await chat.prompts(7);
    chat.say("quit");
    expect(await chat.exit()).toBe(0);
    expect(messagesOf(server)[1]).toEqual([
      "user: My name is Anna",
      "assistant: You said: My name is Anna",
      "user: And now?",
    ]);
  });

  test("stops with Ctrl+C, which closes the connection, and continues", async () => {
    using home = new Sandbox();
    await using server = new FakeEndpoint();
    const { reply, closed } = endless("Once upon a time");
    server.reply(reply);
    await using chat = new TerminalSession(home, [server.address, "--no-stats"]);
    await chat.prompts(1);
    chat.say("Tell me");
    await chat.shows("Once upon a time");
    chat.type(keys.ctrlC);
    await chat.shows("(stopped)");
    await closed;
    await chat.prompts(2);
    chat.say("Go on");
    await chat.shows("You said: Go on");
    expect(messagesOf(server)[1]).toEqual(["user: Tell me", "assistant: Once upon a time", "user: Go on"]);
  });

  test("moves between a local model and endpoints with all its messages", async () => {
    using home = new Sandbox();
    await using server = new FakeEndpoint({ key });
    await using other = new FakeEndpoint();
    home.configure(`[endpoint.work]\nurl = "${server.address}"\nmodel = "fake-1"\napi-key = "${key}"\n`);
    const seen = await chat(
      home,
      ["demo", "--temperature", "0"],
      [
        "My name is Anna",
        "/switch work",
        "Who am I?",
        `/switch ${other.address}`,
        "And here?",
        "/switch http://127.0.0.1:1",
        "/switch demo",
        "What is my name?",
      ],
    );
    expect(seen).toContain("fake-1 answers from now on.");
    expect(seen).toContain("You said: Who am I?");
    expect(seen).toContain("127.0.0.1:1 can't be reached");
    expect(seen).toContain("fake-1 is still the model.");
    expect(seen).toContain("Your name is Anna.");
    const [question = []] = messagesOf(server);
    expect(question[0]).toBe("user: My name is Anna");
    expect(question).toHaveLength(3);
    expect(messagesOf(other)[0]).toHaveLength(5);
    // A key goes to its endpoint and nowhere else.
    expect(server.requests.every(({ authorization }) => authorization === `Bearer ${key}`)).toBe(true);
    expect(other.requests.every(({ authorization }) => authorization === undefined)).toBe(true);
    expect(seen).not.toContain(key);
  });

  test("continues at its endpoint, and doesn't store a key", async () => {
    using home = new Sandbox();
    await using server = new FakeEndpoint({ key });
    const env = { MY_KEY: key };
    {
      await using chat = new TerminalSession(home, [server.address, "--api-key-env", "MY_KEY"], { env });
      await chat.prompts(1);
      chat.say("My name is Anna");
      await chat.prompts(2);
      chat.say("quit");
      expect(await chat.exit()).toBe(0);
    }
    const again = await home.run(["--continue", "--api-key-env", "MY_KEY", "-p", "Who am I?"], { env });
    expect(again.stdout).toBe("You said: Who am I?\n");
    expect(messagesOf(server).at(-1)).toHaveLength(3);
    const listed = JSON.parse((await home.run(["chats", "--json"])).stdout);
    expect(listed).toMatchObject([{ title: "My name is Anna", questions: 2, model: "fake-1" }]);
    expect(home.written()).not.toContain(key);
  });

  test("from an imported file doesn't choose where it is sent", async () => {
    using home = new Sandbox();
    await using server = new FakeEndpoint();
    const asked = { name: "trap", source: `${server.endpoint}#fake-1` };
    const file = home.file("chat.json", JSON.stringify([{ role: "user", content: "Hi", asked }]));
    expect((await home.run(["chats", "import", file])).code).toBe(0);
    await home.run(["--continue", "-p", "My secret"]);
    expect(server.requests).toEqual([]);
  });
});
