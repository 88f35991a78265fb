/**
 * A home that can't be written, as in a container with --read-only or on a full disk: everything
 * that needs no writing works.
 */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { chmodSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { executable, type Finished, Sandbox } from "../fixtures/executable.ts";
import { TestServer } from "../fixtures/server.ts";
import { TerminalSession } from "../fixtures/terminal.ts";
import { possibleObstacles, UnwritableHome } from "../fixtures/unwritable-home.ts";

const chat = JSON.stringify([
  { role: "user", content: "My name is Anna" },
  { role: "assistant", content: "Nice to meet you, Anna!" },
]);
const question = ["-p", "What is my name?", "-t", "0"];

describe.each(possibleObstacles())("in a home that can't be written: %s", (obstacle) => {
  let home: UnwritableHome;
  let file: string;
  beforeAll(async () => {
    home = new UnwritableHome(obstacle);
    file = home.file("chat.json", chat);
    // The libraries are unpacked, and a chat is saved.
    expect((await home.run(["chats", "import", file])).code).toBe(0);
    expect((await home.run(["demo", "--continue", ...question])).code).toBe(0);
    home.lock();
  });
  afterAll(() => home[Symbol.dispose]());

  const run = (...args: string[]): Promise<Finished> => {
    const [program = executable, ...before] = [...home.prefix, executable];
    return home.run([...before, ...args], { program });
  };

  test("a question is answered without a warning", async () => {
    expect(await run("demo", "-p", "What is the capital of Peru?", "-t", "0")).toMatchObject({
      code: 0,
      stdout: "The capital of Peru is Lima.\n",
      stderr: "",
    });
  });

  test.each([
    ["--continue", () => ["--continue"]],
    ["--resume", () => ["--resume", "1"]],
    ["--load", () => ["demo", "--load", file]],
  ])("%s continues a chat, and warns in one line that it isn't saved", async (_, args) => {
    const { code, stdout, stderr } = await run(...args(), ...question);
    expect({ code, stdout }).toEqual({ code: 0, stdout: "Your name is Anna.\n" });
    expect(stderr).toMatch(/^This chat isn't saved: [^\n]*chats\.sqlite[^\n]*\n$/);
  });

  test("a chat continues in the terminal, with one warning per unsaved thing", async () => {
    const [program = executable, ...before] = [...home.prefix, executable];
    const args = [...before, "--continue", "--no-stats"];
    await using session = new TerminalSession(home, args, { program, rows: 60, columns: 200 });
    await session.prompts(2);
    for (const [index, line] of ["What is my name?", "/status", "What is the capital of Peru?"].entries()) {
      session.say(line);
      await session.prompts(index + 3);
    }
    expect(session.text).toContain("Your name is Anna.");
    expect(session.text).toContain("Lima");
    expect(session.text.split("This chat isn't saved")).toHaveLength(2);
    expect(session.text.split("Prompt history is kept for this session only")).toHaveLength(2);
    expect(session.text).toContain("Chat      number 1, can't be written");
    session.say("quit");
    expect(await session.exit()).toBe(0);
  });

  test("saved chats are listed, shown and exported", async () => {
    for (const args of [
      ["chats"],
      ["chats", "show", "1"],
      ["chats", "export", "1"],
      ["chats", "search", "Anna"],
    ]) {
      expect(await run(...args)).toMatchObject({
        code: 0,
        stdout: expect.stringContaining("Anna"),
        stderr: "",
      });
    }
  });

  test("a server keeps conversations for its run, and warns once of each limit", async () => {
    await using server = await TestServer.start(home, ["demo"], { prefix: home.prefix });
    const say = async (
      message: string,
      more: object = {},
    ): Promise<{ text: string; conversation_id: number }> => {
      const response = await server.post("/api/v1/chat", { message, temperature: 0, ...more });
      return (await response.json()) as { text: string; conversation_id: number };
    };
    const { conversation_id } = await say("My name is Anna.");
    expect((await say("What is my name?", { conversation_id })).text).toBe("Your name is Anna.");
    expect(await server.end()).toBe(0);
    const notes = [
      '"anechat ps" and "anechat stop" won\'t see this server: ',
      "Conversations are kept only until this server ends: ",
    ];
    for (const note of notes) expect(server.stderr.split(note)).toHaveLength(2);
  });

  test("commands that must write fail with a clear error, not as a bug", async () => {
    for (const args of [
      ["chats", "rm", "1"],
      ["chats", "import", file],
      ["serve", "demo", "--detach", "--port", "0"],
      ["run", "demo", ...question],
    ]) {
      const { code, stdout, stderr } = await run(...args);
      expect({ args, code, stdout }).toEqual({ args, code: obstacle === "full disk" ? 11 : 4, stdout: "" });
      expect(stderr).not.toContain("bug");
      expect(stderr).not.toMatch(/^ +at /m);
    }
    for (const args of [["list"], ["config"], ["ps"], ["show", "demo"], ["--version"]]) {
      expect((await run(...args)).code).toBe(0);
    }
  });
});

describe.each(possibleObstacles())("a killed chat's messages in the -wal file: %s", (obstacle) => {
  test.each([true, false])(
    "are read, or their loss is an error (with the -shm file: %p)",
    async (isIndexed) => {
      using home = new UnwritableHome(obstacle);
      {
        await using session = new TerminalSession(home, ["demo", "--no-stats"]);
        await session.prompts(1);
        session.say("My name is Anna");
        await session.prompts(2);
        session.kill("SIGKILL");
        await session.exit();
      }
      const database = join(home.data, "chats.sqlite");
      expect(statSync(`${database}-wal`).size).toBeGreaterThan(0);
      if (!isIndexed) rmSync(`${database}-shm`);
      home.lock();
      const [program = executable, ...before] = [...home.prefix, executable];
      const { code, stdout, stderr } = await home.run([...before, "chats"], { program });
      if (stdout.includes("My name is Anna")) expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      else {
        expect({ stdout, isClear: [4, 11].includes(code ?? -1) }).toEqual({ stdout: "", isClear: true });
        expect(stderr).toContain("chats.sqlite");
      }
      if (isIndexed) expect(stdout).toContain("My name is Anna");
    },
  );
});

describe.each(possibleObstacles())("in an empty home that can't be written: %s", (obstacle) => {
  test("the first start answers, with a warning about unpacking, and saves nothing", async () => {
    using home = new UnwritableHome(obstacle);
    home.lock();
    const [program = executable, ...before] = [...home.prefix, executable];
    const answer = await home.run([...before, "demo", "-p", "What is the capital of Peru?", "-t", "0"], {
      program,
    });
    expect(answer).toMatchObject({ code: 0, stdout: "The capital of Peru is Lima.\n" });
    expect(answer.stderr).toMatch(
      /^\S+ can't be used \([^\n]+\): the native libraries are unpacked again at each start\.\n$/,
    );
    expect((await home.run([...before, "chats"], { program })).stderr).toBe("No chats are saved yet.\n");
  });
});

/** An id without a user, as in `docker run --user`. */
const unknownUser = 61_234;

test.skipIf(process.getuid?.() !== 0)(
  "a user who is unknown to the system and has no home gets an answer",
  async () => {
    using home = new Sandbox();
    for (const folder of [home.folder, home.cwd, join(home.folder, "tmp")]) chmodSync(folder, 0o777);
    const as = ["setpriv", `--reuid=${unknownUser}`, `--regid=${unknownUser}`, "--clear-groups"];
    const [program = "", ...before] = [...as, executable];
    const run = (...args: string[]) => home.run([...before, ...args], { program, env: { HOME: undefined } });
    const answered = await run("demo", "-p", "What is the capital of Peru?", "-t", "0");
    expect(answered).toMatchObject({ code: 0, stdout: "The capital of Peru is Lima.\n" });
    expect(answered.stderr).toMatch(/^\S+ can't be used \([^\n]*\n$/);
    expect((await run("doctor")).stdout).toMatch(/^CPU variant/m);
    expect(await run("ps")).toMatchObject({
      code: 0,
      stderr: expect.stringContaining("No server is running."),
    });
  },
);
