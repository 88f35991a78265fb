/**
 * The RPC workers of this process: what they have free, and whether they are still there. llama.cpp has one connection
 * to each, and none in place of one that was lost; so what is known here is the same for every engine.
 */
import { AnechatError } from "../base/errors.ts";
import { formatDuration } from "../base/format.ts";
import type { RpcVersion } from "../llama/library.ts";
import type { Signals } from "../llama/signals.ts";
import { Heartbeat } from "./heartbeat.ts";
import { probeRpcServer } from "./probe.ts";

export type Rhythm = {
  /** How often a worker is asked whether it runs, while somebody waits for it. */
  beatMs: number;
  /** Questions in a row that it may leave open. */
  patience: number;
};

/** Half a minute: a machine that is out of breath answers sooner, however busy its processors are. */
const usual: Rhythm = { beatMs: 2000, patience: 15 };

/** How often it is looked whether native code has lost one: nothing in the engine's thread could tell. */
const lostMs = 100;

/** An engine that computes with workers. */
export type RpcUser = {
  addresses: readonly string[];
  signals: Signals;
  /** Whether anything is expected of its thread; nobody is asked for an engine that is idle. */
  isWaiting(): boolean;
  /** Called once: its thread may wait for ever. */
  onLost(error: AnechatError): void;
};

export class RpcMachines {
  readonly #rhythm: Rhythm;
  readonly #free = new Map<string, number>();
  readonly #lost = new Set<string>();
  readonly #pulses = new Map<string, Heartbeat>();
  readonly #users = new Set<RpcUser>();
  /** Native code writes into them to the end of the process. */
  readonly #signals = new Set<Signals>();
  #timers: NodeJS.Timeout[] = [];

  constructor(rhythm: Rhythm = usual) {
    this.#rhythm = rhythm;
  }

  /** Those that engines of this process have used: each further engine asks them what they have, too. */
  get used(): readonly string[] {
    return [...this.#pulses.keys()];
  }

  /**
   * Once one is lost, native code blocks whoever asks what there is to compute with: no further engine can start.
   * @throws AnechatError `network`
   */
  refuseLost(): void {
    for (const address of this.#lost) throw lostEarlier(address);
  }

  /**
   * Asks workers that weren't asked before: one that computes for us answers no further question.
   * @returns bytes that are free on all of them
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

  /** Watches them for an engine, from before it connects; until disposed, or one is lost. */
  watch(user: RpcUser): Disposable {
    this.#users.add(user);
    this.#signals.add(user.signals);
    for (const address of user.addresses) {
      if (!this.#pulses.has(address)) this.#pulses.set(address, new Heartbeat(address));
      // At once: whether it answers at all is best known before anything goes wrong.
      this.#pulses.get(address)?.beat();
    }
    if (this.#timers.length === 0) {
      this.#timers = [
        setInterval(() => this.#look(), lostMs),
        setInterval(() => this.#beat(), this.#rhythm.beatMs),
      ];
      // No reason to stay alive.
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
    for (const [address, pulse] of this.#pulses) {
      if (!expected.has(address)) pulse.rest();
      else if (pulse.missed < this.#rhythm.patience) pulse.beat();
      else this.#lose([address], silent(address, this.#rhythm));
    }
  }

  #lose(addresses: readonly string[], error: AnechatError): void {
    for (const address of addresses) {
      this.#lost.add(address);
      this.#pulses.get(address)?.[Symbol.dispose]();
      this.#pulses.delete(address);
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

const hint =
  "See to the worker and to the network in between, and start anechat again: a chat goes on with --continue.";

function gone(workers: readonly string[]): AnechatError {
  const who = workers.length === 1 ? `The worker ${workers[0]}` : `One of the workers ${workers.join(", ")}`;
  return new AnechatError("network", `${who} is gone, and with it a part of the model`, { hint });
}

/** It may be stopped; its machine may be; the network may be down. */
function silent(worker: string, { beatMs, patience }: Rhythm): AnechatError {
  const limit = formatDuration(beatMs * patience);
  return new AnechatError(
    "network",
    `The worker ${worker} has a part of the model and says nothing for ${limit}`,
    {
      hint,
    },
  );
}

function lostEarlier(worker: string): AnechatError {
  return new AnechatError("network", `The worker ${worker} was lost, and llama.cpp can't go back to it`, {
    hint: "Start anechat again, once the worker runs.",
  });
}
