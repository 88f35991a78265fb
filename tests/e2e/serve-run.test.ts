/** `anechat run`: a chat through a server that stays. */
import { describe, expect, test } from "bun:test";
import { Sandbox } from "../fixtures/executable.ts";
import { runningServers } from "../fixtures/server.ts";
import { TerminalSession } from "../fixtures/terminal.ts";

describe("anechat run", () => {
  test("serves a model once, and chats through it", async () => {
    using home = new Sandbox();
    const ask = (country: string) =>
      home.run(["run", "demo", "-p", `What is the capital of ${country}?`, "-t", "0"]);
    expect(await ask("Peru")).toMatchObject({ code: 0, stdout: "The capital of Peru is Lima.\n" });
    const [first] = await runningServers(home);
    expect(await ask("Chile")).toMatchObject({ code: 0, stdout: "The capital of Chile is Santiago.\n" });
    expect(await runningServers(home)).toMatchObject([{ pid: first?.pid }]);
    {
      await using chat = new TerminalSession(home, ["run", "demo", "--no-stats"]);
      await chat.prompts(1);
      chat.say("What is the capital of Kenya?");
      await chat.shows("Nairobi");
      await chat.prompts(2);
      chat.say("quit");
      expect(await chat.exit()).toBe(0);
    }
    await home.run(["stop", "demo"]);
    expect(await runningServers(home)).toEqual([]);
    // The server has gone, and the chat with it goes on all the same.
    const later = await home.run(["--continue", "-p", "What is the capital of Peru?", "-t", "0"]);
    expect(later).toMatchObject({ code: 0, stdout: "The capital of Peru is Lima.\n" });
  });
});
