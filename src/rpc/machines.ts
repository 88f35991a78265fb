/**
 * The rpc servers that this process uses: their free memory, and whether they still run. llama.cpp
 * keeps one connection to each for the whole process and never replaces a lost one, so all engines
 * share this state.
 */
import { AnechatError } from "../base/errors.ts";
import { formatDuration } from "../base/format.ts";
import type { RpcVersion } from "../llama/library.ts";
import type { Signals } from "../llama/signals.ts";
import { Heartbeat } from "./heartbeat.ts";
import { probeRpcServer } from "./probe.ts";

type Rhythm = {
  /** How often a server in use is sent a heartbeat. */
  beatMs: number;
  /** Heartbeats in a row that may stay unanswered. */
  patience: number;
};

/** Half a minute in all. Even a machine whose processors are busy answers sooner. */
const defaultRhythm: Rhythm = { beatMs: 2000, patience: 15 };

/** How often native code's lost signal is read. The engine's thread may be blocked. */
const lostMs = 100;

/** An engine that computes with rpc servers. */
export type RpcUser = {
  addresses: readonly string[];
  signals: Signals;
  /** Whether its thread is working; heartbeats are sent only then. */
  isWaiting(): boolean;
  /** Called once. The engine's thread may be blocked forever. */
  onLost(error: AnechatError): void;
};

export class RpcMachines {
  readonly #rhythm: Rhythm;
  readonly #free = new Map<string, number>();
  readonly #lost = new Set<string>();
  readonly #heartbeats = new Map<string, Heartbeat>();
  readonly #users = new Set<RpcUser>();
  /** Kept until the process ends, because native code may still write into them. */
  readonly #signals = new Set<Signals>();
  #timers: NodeJS.Timeout[] = [];

  constructor(rhythm: Rhythm = defaultRhythm) {
    this.#rhythm = rhythm;
  }

  /** Addresses that engines have used. llama.cpp asks all of them again for each further engine. */
  get used(): readonly string[] {
    return [...this.#heartbeats.keys()];
  }

  /**
   * Once a server is lost, listing devices blocks in native code, so no further engine can start.
   * @throws AnechatError `network`
   */
  refuseLost(): void {
    for (const address of this.#lost) throw lostEarlier(address);
  }

  /**
   * Probes each server once: a server that computes for this process answers no second connection.
   * @returns free bytes of all of them together
   * @throws AnechatError `network` for the first that llama.cpp could not use
   */
  async memory(addresses: readonly string[], version: RpcVersion): Promise<number> {
    const free = await Promise.all(addresses.map((address) => this.#freeOn(address, version)));
    return free.reduce((sum, bytes) => sum + bytes, 0);
  }

  async #freeOn(address: string, version: RpcVersion): Promise<number> {
    const known = this.#free.get(address);
    if (known !== undefined) return known;
    const devices = await probeRpcServer(address, version);
    const sum = devices.reduce((total, device) => total + device.free, 0);
    this.#free.set(address, sum);
    return sum;
  }

  /** Watches an engine's servers, from before it connects until disposed or until one is lost. */
  watch(user: RpcUser): Disposable {
    this.#users.add(user);
    this.#signals.add(user.signals);
    for (const address of user.addresses) {
      if (!this.#heartbeats.has(address)) this.#heartbeats.set(address, new Heartbeat(address));
      // Immediately, to learn whether it answers heartbeats while all is well.
      this.#heartbeats.get(address)?.beat();
    }
    if (this.#timers.length === 0) {
      this.#timers = [
        setInterval(() => this.#look(), lostMs),
        setInterval(() => this.#beat(), this.#rhythm.beatMs),
      ];
      // They must not keep the process alive.
      for (const timer of this.#timers) timer.unref();
    }
    return { [Symbol.dispose]: () => this.#forget(user) };
  }

  #look(): void {
    for (const user of [...this.#users]) {
      if (user.signals.lost) this.#lose(user.addresses, gone(user.addresses));
    }
  }

  #beat(): void {
    const expected = new Set(
      [...this.#users].filter((user) => user.isWaiting()).flatMap((user) => user.addresses),
    );
    for (const [address, heartbeat] of this.#heartbeats) {
      if (!expected.has(address)) heartbeat.rest();
      else if (heartbeat.missed < this.#rhythm.patience) heartbeat.beat();
      else this.#lose([address], silent(address, this.#rhythm));
    }
  }

  #lose(addresses: readonly string[], error: AnechatError): void {
    for (const address of addresses) {
      this.#lost.add(address);
      this.#heartbeats.get(address)?.[Symbol.dispose]();
      this.#heartbeats.delete(address);
    }
    for (const user of [...this.#users]) {
      if (!user.addresses.some((address) => addresses.includes(address))) continue;
      this.#forget(user);
      user.onLost(error);
    }
  }

  #forget(user: RpcUser): void {
    this.#users.delete(user);
    if (this.#users.size > 0) return;
    for (const timer of this.#timers) clearInterval(timer);
    this.#timers = [];
  }
}

const hint = "Check the rpc server and the network, and start anechat again. --continue continues a chat.";

function gone(addresses: readonly string[]): AnechatError {
  const [only = ""] = addresses;
  const which =
    addresses.length === 1 ? `The rpc server ${only}` : `One of the rpc servers ${addresses.join(", ")}`;
  return new AnechatError("network", `${which} is gone, and part of the model with it`, { hint });
}

/** The server or its machine may be stopped, or the network down. */
function silent(address: string, { beatMs, patience }: Rhythm): AnechatError {
  const limit = formatDuration(beatMs * patience);
  return new AnechatError(
    "network",
    `The rpc server ${address} has part of the model and has not answered for ${limit}`,
    {
      hint,
    },
  );
}

function lostEarlier(address: string): AnechatError {
  return new AnechatError("network", `The rpc server ${address} was lost, and llama.cpp can't reconnect`, {
    hint: "Start anechat again when the rpc server runs.",
  });
}
