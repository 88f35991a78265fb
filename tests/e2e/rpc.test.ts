/** --rpc, and the RPC server `anechat worker`. */
import { describe, expect, test } from "bun:test";
import { createServer } from "node:net";
import { type Finished, Sandbox } from "../fixtures/executable.ts";
import { Output, startWorker } from "../fixtures/rpc-worker.ts";
import { TerminalSession } from "../fixtures/terminal.ts";

const question = ["--prompt", "What is the capital of France?", "--temperature", "0"];

type Answer = { text: string; model: { device: string } };

function answerOf({ code, stdout, stderr }: Finished): Answer {
  if (code !== 0) throw new Error(`exit code ${code}: ${stderr}`);
  return JSON.parse(stdout) as Answer;
}

describe("--rpc", () => {
  test("two RPC servers give the same answer as this machine", async () => {
    using home = new Sandbox();
    await using one = await startWorker(home);
    await using other = await startWorker(home);
    const rpc = `${one.address},${other.address}`;
    const alone = answerOf(await home.run(["demo", ...question, "--json"]));
    const shared = answerOf(await home.run(["demo", ...question, "--json", "--rpc", rpc]));
    expect(shared.text).toContain("Paris");
    expect(shared.text).toBe(alone.text);
    expect(alone.model.device).toBe("CPU");
    expect(shared.model.device).toBe(`CPU + RPC[${one.address}] + RPC[${other.address}]`);
  });

  test("each RPC server has a part of the weights and of the KV cache", async () => {
    using home = new Sandbox();
    await using one = await startWorker(home);
    await using other = await startWorker(home);
    const { stderr } = await home.run([
      "demo",
      ...question,
      "--verbose",
      "--rpc",
      `${one.address},${other.address}`,
    ]);
    for (const { address } of [one, other]) {
      for (const kind of ["model", "KV"]) {
        const size = new RegExp(`${address.replaceAll(".", "\\.")}\\] ${kind} buffer size = +([\\d.]+) MiB`);
        expect(Number(size.exec(stderr)?.[1])).toBeGreaterThan(0);
      }
    }
  });

  test("--gpu-layers 0 keeps all layers on this machine", async () => {
    using home = new Sandbox();
    await using worker = await startWorker(home);
    const args = ["demo", ...question, "--json", "--gpu-layers", "0", "--rpc", worker.address];
    expect(answerOf(await home.run(args)).model.device).toBe("CPU");
  });

  test("an RPC server serves one program after the other, and a batch", async () => {
    using home = new Sandbox();
    await using worker = await startWorker(home);
    const prompts = home.file("prompts.txt", "What is the capital of Peru?\nWhat is the capital of Japan?\n");
    const batch = ["demo", "--batch", prompts, "--temperature", "0", "--rpc", worker.address];
    const { stdout } = await home.run(batch);
    expect(stdout).toMatch(/Lima[^\n]*\n[^\n]*Tokyo/);
    const again = await home.run(["demo", ...question, "--rpc", worker.address]);
    expect(again.stdout).toContain("Paris");
  });

  test("compare uses one RPC server for both models", async () => {
    using home = new Sandbox();
    await using worker = await startWorker(home);
    const models = ["--model1", "demo", "--model2", "demo"];
    const { code, stdout } = await home.run(["compare", ...models, ...question, "--rpc", worker.address]);
    expect(code).toBe(0);
    expect(stdout).toContain("Paris");
  });

  test("a chat changes its model on the same RPC server", async () => {
    using home = new Sandbox();
    await using worker = await startWorker(home);
    const model = await home.model("bpe");
    await using chat = new TerminalSession(home, ["demo", "--no-stats", "--rpc", worker.address]);
    await chat.prompts(1);
    chat.say(`/switch ${model}`);
    await chat.prompts(2);
    chat.say("/switch demo");
    await chat.prompts(3);
    chat.say("What is the capital of France?");
    await chat.shows("Paris");
    await chat.prompts(4);
    chat.say("quit");
    expect(await chat.exit()).toBe(0);
  });

  test("without a server there, the error names the address and the command", async () => {
    using home = new Sandbox();
    const { port, close } = await occupiedPort();
    await close();
    const address = `127.0.0.1:${port}`;
    const { code, stdout, stderr } = await home.run(["demo", ...question, "--rpc", address]);
    expect(code).toBe(10);
    expect(stdout).toBe("");
    expect(stderr).toStartWith(`anechat: No rpc server answers at ${address}: the connection was refused\n`);
    expect(stderr).toContain("anechat worker --host");
  });

  test("an invalid address is refused before anything is loaded", async () => {
    using home = new Sandbox();
    const { code, stderr } = await home.run(["demo", ...question, "--rpc", "gpu-box:port"]);
    expect(code).toBe(2);
    expect(stderr).toStartWith('anechat: "gpu-box:port" is not the address of an rpc server\n');
  });
});

describe("anechat worker", () => {
  test("prints its address and its devices on stderr", async () => {
    using home = new Sandbox();
    const child = home.start(["worker", "--port", "0", "--threads", "3"]);
    const [stdout, stderr] = [new Output(child.stdout), new Output(child.stderr)];
    await stderr.shows(/Use it with/);
    child.kill("SIGINT");
    const output = await stderr.end;
    expect(output).toMatch(
      /^The worker listens on 127\.0\.0\.1:\d+ and offers\n {2}CPU \(.+\): .+ GB, 3 threads\n/,
    );
    expect(output).not.toContain("Warning");
    expect(await stdout.end).toBe("");
  });

  test("ends by Ctrl+C with 130, and by SIGTERM and SIGHUP, also while in use", async () => {
    using home = new Sandbox();
    for (const [signal, code] of [
      ["SIGINT", 130],
      ["SIGTERM", "SIGTERM"],
      ["SIGHUP", "SIGHUP"],
    ] as const) {
      await using worker = await startWorker(home);
      await using chat = new TerminalSession(home, ["demo", "--no-stats", "--rpc", worker.address]);
      await chat.prompts(1);
      worker.kill(signal);
      expect(await worker.exit()).toBe(code);
    }
  });

  test("warns if other machines can reach it", async () => {
    using home = new Sandbox();
    const child = home.start(["worker", "--host", "0.0.0.0", "--port", "0"]);
    const stderr = new Output(child.stderr);
    await stderr.shows(/never on the internet/);
    child.kill("SIGINT");
    const output = await stderr.end;
    expect(output).toContain("Warning: other machines can reach 0.0.0.0.");
    expect(output).toContain("neither encryption nor keys");
  });

  test("a port in use is an error that names it", async () => {
    using home = new Sandbox();
    const { port, close } = await occupiedPort();
    const { code, stderr } = await home.run(["worker", "--port", String(port)]);
    await close();
    expect(code).toBe(10);
    expect(stderr).toStartWith(`anechat: Port ${port} is in use on 127.0.0.1\n`);
  });

  test("a UDP port in use is a warning, and it works without heartbeat", async () => {
    using home = new Sandbox();
    const other = await Bun.udpSocket({ hostname: "127.0.0.1" });
    const child = home.start(["worker", "--port", String(other.port)]);
    const stderr = new Output(child.stderr);
    await stderr.shows(/Use it with/);
    child.kill("SIGINT");
    expect(await stderr.end).toContain(
      `Warning: can't listen on UDP port ${other.port} (the port is in use)`,
    );
    other.close();
  });

  test("an address or a device that this machine doesn't have is refused", async () => {
    using home = new Sandbox();
    const address = await home.run(["worker", "--host", "::1"]);
    expect(address.code).toBe(2);
    expect(address.stderr).toContain('"::1" has no IPv4 address');
    const device = await home.run(["worker", "--port", "0", "--device", "CPU,abacus"]);
    expect(device.code).toBe(2);
    expect(device.stderr).toMatch(/has no device "abacus"\n {2}It has CPU/);
  });

  test("ignores the config file, so that a host for another command doesn't open it", async () => {
    using home = new Sandbox();
    home.configure('temperature = 0\nrpc = ["127.0.0.1:1"]\n');
    await using worker = await startWorker(home);
    expect(worker.address).toStartWith("127.0.0.1:");
    const { code, stderr } = await home.run(["demo", "--prompt", "Hi"]);
    expect(code).toBe(10);
    expect(stderr).toContain("No rpc server answers at 127.0.0.1:1: ");
  });
});

async function occupiedPort(): Promise<{ port: number; close: () => Promise<void> }> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const bound = server.address();
  if (typeof bound !== "object" || bound === null) throw new Error("it has no port");
  return { port: bound.port, close: () => new Promise((closed) => server.close(() => closed())) };
}
