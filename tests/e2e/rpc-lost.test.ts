/** RPC servers that are lost while in use. For their heartbeat see tests/rpc/machines.test.ts. */
import { describe, expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectFolder, Sandbox } from "../fixtures/executable.ts";
import { Output, startWorker } from "../fixtures/rpc-worker.ts";
import { TestServer } from "../fixtures/server.ts";
import { TerminalSession } from "../fixtures/terminal.ts";

/** An answer that never ends. */
const endless = ["--grammar", 'root ::= "la " root', "--max-tokens", "0"];

describe("an RPC server that is lost", () => {
  test("during an answer is an error, not a hang", async () => {
    using home = new Sandbox();
    await using worker = await startWorker(home);
    const model = await home.model("bpe", { contextLength: 65_536 });
    const child = home.start([model, "--prompt", "Sing!", ...endless, "--rpc", worker.address]);
    const [stdout, errors] = [new Output(child.stdout), new Output(child.stderr)];
    await stdout.shows(/la la/);
    worker.kill("SIGKILL");
    const stderr = await errors.end;
    expect(await child.exited).toBe(10);
    expect(stderr).toStartWith(`anechat: The rpc server ${worker.address} is gone`);
    expect(stderr).not.toContain("ggml");
  });

  test("leaves the chat usable and saved", async () => {
    using home = new Sandbox();
    await using worker = await startWorker(home);
    const model = await home.model("bpe", { contextLength: 65_536 });
    await using chat = new TerminalSession(home, [model, ...endless, "--no-stats", "--rpc", worker.address]);
    await chat.prompts(1);
    chat.say("Sing!");
    await chat.shows("la la la");
    worker.kill("SIGKILL");
    await chat.shows(`The rpc server ${worker.address} is gone`);
    await chat.prompts(2);
    chat.say("quit");
    expect(await chat.exit()).toBe(0);
    const { stdout } = await home.run(["chats", "show", "1"]);
    expect(stdout).toContain("Sing!");
  });

  test("is an error for all next requests of a server, which can still end normally", async () => {
    using home = new Sandbox();
    await using worker = await startWorker(home);
    await using server = await TestServer.start(home, ["demo"], { args: ["--rpc", worker.address] });
    const ask = async (): Promise<[status: number, text: string]> => {
      const messages = [{ role: "user", content: "What is the capital of France?" }];
      const response = await server.post("/v1/chat/completions", { messages, temperature: 0 });
      return [response.status, await response.text()];
    };
    expect((await ask())[1]).toContain("Paris");
    worker.kill("SIGKILL");
    await worker.exit();
    const [status, text] = await ask();
    expect(status).toBe(500);
    expect(text).toContain(`The rpc server ${worker.address} is gone`);
    for (let again = 0; again < 2; again++) {
      expect((await ask())[1]).toContain(`The rpc server ${worker.address} was lost`);
    }
    expect(await server.end()).toBe(0);
  });

  // Windows has no SIGSTOP.
  test.skipIf(process.platform === "win32")(
    "because its process is suspended is detected during an answer",
    async () => {
      using home = new Sandbox();
      await using worker = await startWorker(home);
      const model = await home.model("bpe", { contextLength: 65_536 });
      const script = join(projectFolder, "tests", "fixtures", "impatient.ts");
      const child = home.start([script, model, worker.address], { program: process.execPath });
      const [stdout, errors] = [new Output(child.stdout), new Output(child.stderr)];
      await stdout.shows(/la la/);
      worker.kill("SIGSTOP");
      expect(await errors.end).toBe(
        `network: The rpc server ${worker.address} has part of the model and has not answered for 3.00 s\n`,
      );
      expect(await child.exited).toBe(10);
    },
  );

  // Other systems have no /proc/net/tcp.
  test.skipIf(process.platform !== "linux")(
    "with its machine is detected by TCP keepalive at both ends",
    async () => {
      using home = new Sandbox();
      await using worker = await startWorker(home);
      await using chat = new TerminalSession(home, ["demo", "--no-stats", "--rpc", worker.address]);
      await chat.prompts(1);
      chat.say("What is the capital of France?");
      await chat.prompts(2);
      expect(connectionTimers(Number(worker.address.split(":")[1]))).toEqual(["keepalive", "keepalive"]);
      chat.say("quit");
      expect(await chat.exit()).toBe(0);
    },
  );
});

/**
 * The kernel's timers of the established connections of this port:
 * https://docs.kernel.org/networking/proc_net_tcp.html
 */
function connectionTimers(port: number): string[] {
  const established = "01";
  const suffix = `:${port.toString(16).toUpperCase().padStart(4, "0")}`;
  return readFileSync("/proc/net/tcp", "utf8")
    .split("\n")
    .map((line) => line.trim().split(/\s+/))
    .filter(
      ([, local, remote, state]) =>
        state === established && [local, remote].some((end) => end?.endsWith(suffix)),
    )
    .map((fields) => (fields[5]?.startsWith("02:") ? "keepalive" : `timer ${fields[5]}`));
}
