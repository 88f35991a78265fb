import { describe, expect, test } from "bun:test";
import type { AnechatError } from "../../src/base/errors.ts";
import { Signals } from "../../src/llama/signals.ts";
import { RpcMachines, type RpcUser } from "../../src/rpc/machines.ts";

const rhythm = { beatMs: 5, patience: 10 };

describe("rpc servers in use", () => {
  test("are lost when they stop answering, and named", async () => {
    using server = await answering(3);
    const user = new User([server.address]);
    using _watch = new RpcMachines(rhythm).watch(user);
    const { code, message, hint } = await user.lost;
    expect(code).toBe("network");
    expect(message).toBe(
      `The rpc server ${server.address} has part of the model and has not answered for 0.05 s`,
    );
    expect(hint).toContain("start anechat again");
  });

  test("that never answered are not judged: they may be llama.cpp's own", async () => {
    using silent = await answering(0);
    using falling = await answering(3);
    const [ofSilent, ofBoth] = [new User([silent.address]), new User([silent.address, falling.address])];
    const machines = new RpcMachines(rhythm);
    using _one = machines.watch(ofSilent);
    using _both = machines.watch(ofBoth);
    expect((await ofBoth.lost).message).toContain(falling.address);
    expect(silent.requests).toBeGreaterThan(rhythm.patience);
    expect(ofSilent.isLost).toBe(false);
  });

  test("may miss some heartbeats", async () => {
    const answers = 20;
    using server = await answering(answers, 3);
    const user = new User([server.address]);
    using _watch = new RpcMachines(rhythm).watch(user);
    await user.lost;
    expect(server.requests).toBeGreaterThan(answers * 3);
  });

  test("are sent no heartbeats for an engine that is idle", async () => {
    using idle = await answering(1);
    using busy = await answering(3);
    const machines = new RpcMachines(rhythm);
    const [ofIdle, ofBusy] = [new User([idle.address], false), new User([busy.address])];
    using _idle = machines.watch(ofIdle);
    using _busy = machines.watch(ofBusy);
    await ofBusy.lost;
    // The first one only tests whether it answers.
    expect(idle.requests).toBe(1);
    expect(ofIdle.isLost).toBe(false);
  });

  test("fail every engine that uses them once, and block new engines", async () => {
    using server = await answering(3);
    const machines = new RpcMachines(rhythm);
    const users = [new User([server.address]), new User([server.address], false)];
    machines.refuseLost();
    for (const user of users) machines.watch(user);
    expect(machines.used).toEqual([server.address]);
    await Promise.all(users.map((user) => user.lost));
    expect(users.map((user) => user.times)).toEqual([1, 1]);
    expect(() => machines.refuseLost()).toThrow(`The rpc server ${server.address} was lost`);
  });

  test("are reported lost as soon as native code sets the signal", async () => {
    const user = new User(["127.0.0.1:1", "127.0.0.1:2"], false);
    using _watch = new RpcMachines().watch(user);
    // As native code does: anechat_signals in native/anechat.h.
    new Int32Array(user.signals.buffer)[2] = 1;
    expect((await user.lost).message).toBe(
      "One of the rpc servers 127.0.0.1:1, 127.0.0.1:2 is gone, and part of the model with it",
    );
  });

  test("don't concern an engine that no longer uses them", async () => {
    using server = await answering(3);
    const machines = new RpcMachines(rhythm);
    const [before, now] = [new User([server.address]), new User([server.address])];
    machines.watch(before)[Symbol.dispose]();
    using _watch = machines.watch(now);
    await now.lost;
    expect(before.isLost).toBe(false);
  });
});

/** An engine, as RpcMachines sees it. */
class User implements RpcUser {
  readonly addresses: readonly string[];
  readonly signals = new Signals();
  readonly lost: Promise<AnechatError>;
  times = 0;
  readonly #isWaiting: boolean;
  readonly #onLost: (error: AnechatError) => void;

  constructor(addresses: readonly string[], isWaiting = true) {
    this.addresses = addresses;
    this.#isWaiting = isWaiting;
    const { promise, resolve } = Promise.withResolvers<AnechatError>();
    this.lost = promise;
    this.#onLost = resolve;
  }

  get isLost(): boolean {
    return this.times > 0;
  }

  isWaiting(): boolean {
    return this.#isWaiting;
  }

  onLost(error: AnechatError): void {
    this.times += 1;
    this.#onLost(error);
  }
}

type FakeServer = Disposable & { readonly address: string; readonly requests: number };

/** Answers every n-th heartbeat until it has given this many answers, and then none. */
async function answering(answers: number, every = 1): Promise<FakeServer> {
  let requests = 0;
  const socket = await Bun.udpSocket({
    hostname: "127.0.0.1",
    socket: {
      data(own, bytes, port, address) {
        requests += 1;
        if (requests % every !== 0 || requests > answers * every) return;
        own.send(Buffer.from(bytes.toString("latin1").replace("?", "!"), "latin1"), port, address);
      },
    },
  });
  return {
    address: `127.0.0.1:${socket.port}`,
    get requests() {
      return requests;
    },
    [Symbol.dispose]: () => socket.close(),
  };
}
