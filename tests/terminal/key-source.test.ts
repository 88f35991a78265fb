import { describe, expect, test } from "bun:test";
import { EventEmitter } from "node:events";
import { Shutdown } from "../../src/base/shutdown.ts";
import { keyboardModes } from "../../src/terminal/capabilities.ts";
import { KeySource } from "../../src/terminal/key-source.ts";
import type { Key } from "../../src/terminal/keys.ts";

/** The error of setRawMode after the terminal was closed. */
const closed = Object.assign(new Error("i/o error"), { code: "EIO" });

/** The part of a terminal's input and of a process that a KeySource uses. */
function start(options: { modes?: { on: string; off: string } } = {}) {
  const events: string[] = [];
  const input = Object.assign(new EventEmitter(), {
    isTTY: true,
    isClosed: false,
    setRawMode: (raw: boolean) => {
      events.push(`raw ${raw}`);
      if (input.isClosed) throw closed;
    },
    resume: () => events.push("resume"),
    pause: () => events.push("pause"),
  });
  const process = Object.assign(new EventEmitter(), {
    pid: 1,
    kill: (_pid: number, signal: string) => events.push(`kill ${signal}`),
    exit: (code: number) => events.push(`exit ${code}`),
  });
  const shutdown = new Shutdown({ process, ignoresHangup: false, later: () => {} });
  let flush: (() => void) | undefined;
  let now = 0;
  let delay = 0;
  const keys = new KeySource({
    input,
    output: { write: (text: string) => events.push(text) },
    process,
    shutdown,
    ...options,
    now: () => now,
    later: (action, milliseconds) => {
      flush = action;
      delay = milliseconds;
      return () => {
        flush = undefined;
      };
    },
  });
  const type = (text: string): void => void input.emit("data", new TextEncoder().encode(text));
  const pass = (milliseconds: number): void => {
    now += milliseconds;
  };
  return { keys, input, process, shutdown, events, type, pass, wait: () => flush?.(), delay: () => delay };
}

const press = (name: string) => ({ type: "press", name }) as const;

describe("KeySource", () => {
  test("raw mode lasts from start to end, and the terminal is restored once", () => {
    const { keys, input, process, events } = start();
    expect(events.splice(0)).toEqual(["raw true", "\x1b[?2004h", "resume"]);
    keys[Symbol.dispose]();
    keys[Symbol.dispose]();
    expect(events.filter((event) => event !== "pause")).toEqual(["\x1b[?2004l", "raw false"]);
    expect(input.eventNames()).toEqual([]);
    expect(process.eventNames()).toEqual([]);
  });

  const modes = keyboardModes({ TERM: "xterm-256color" });

  test.each<[string, (started: ReturnType<typeof start>) => unknown]>([
    ["the end", ({ keys }) => keys[Symbol.dispose]()],
    ["lending it", ({ keys }) => keys.lend(() => {})],
    ["Ctrl+Z", ({ type }) => type("\x1a")],
    ["Ctrl+Z in kitty's protocol", ({ type }) => type("\x1b[122;5u")],
    ["Ctrl+\\", ({ type }) => type("\x1c")],
    ["Ctrl+\\ in kitty's protocol", ({ type }) => type("\x1b[92;5u")],
    ["SIGTERM", ({ process }) => process.emit("SIGTERM")],
    ["SIGHUP", ({ process }) => process.emit("SIGHUP")],
    ["SIGQUIT", ({ process }) => process.emit("SIGQUIT")],
    ["process.exit or an exception", ({ process }) => process.emit("exit")],
    ["a closed terminal", ({ input }) => input.emit("end")],
  ])("%s undoes every mode before raw mode ends", (_, leave) => {
    const started = start({ modes });
    expect(started.events.splice(0)).toEqual(["raw true", modes.on, "resume"]);
    leave(started);
    expect(started.events.slice(0, 2)).toEqual([modes.off, "raw false"]);
    // The shell's terminal gets nothing more.
    expect(started.events.slice(2)).not.toContain(modes.off);
  });

  test("a terminal that comes back is asked for its modes again", async () => {
    const { keys, type, process, events } = start({ modes });
    await keys.lend(() => events.push("lent"));
    type("\x1a");
    process.emit("SIGCONT");
    expect(events.filter((event) => event === modes.on || event === modes.off || event === "lent")).toEqual([
      modes.on,
      modes.off,
      "lent",
      modes.on,
      modes.off,
      modes.on,
    ]);
  });

  test("the terminal is restored when the process exits or is killed", () => {
    const exiting = start();
    exiting.process.emit("exit");
    expect(exiting.events.slice(-1)).toEqual(["raw false"]);
    const quitting = start();
    quitting.process.emit("SIGQUIT");
    expect(quitting.events.slice(-3)).toEqual(["raw false", "pause", "kill SIGQUIT"]);
    const killed = start();
    killed.process.emit("SIGTERM");
    expect(killed.events.slice(-1)).toEqual(["raw false"]);
  });

  test.each(["SIGTERM", "SIGHUP"])(
    "%s stops the running work, and work that begins later",
    async (signal) => {
      const { keys, process, shutdown } = start();
      const calls: string[] = [];
      {
        using _work = keys.onInterrupt(() => calls.push("running"));
        process.emit(signal);
      }
      expect(calls).toEqual(["running"]);
      using _more = keys.onInterrupt(() => calls.push("later"));
      await Promise.resolve();
      expect(calls).toEqual(["running", "later"]);
      expect(await keys.next()).toEqual({ type: "end" });
      expect(shutdown.isEnding).toBe(true);
    },
  );

  test.each(["end", "error"])(
    "a terminal that was closed (%s) ends the work and the process",
    async (event) => {
      const { keys, input, shutdown } = start();
      let isStopped = false;
      using _work = keys.onInterrupt(() => {
        isStopped = true;
      });
      input.isClosed = true;
      input.emit(event);
      expect(isStopped).toBe(true);
      expect(shutdown.isEnding).toBe(true);
      expect(await keys.next()).toEqual({ type: "end" });
      // Its mode can't be set any more, which must not be an error.
      expect(() => keys[Symbol.dispose]()).not.toThrow();
    },
  );

  test("Ctrl+C ends the process if the work doesn't stop for a second", async () => {
    const { keys, type, events, pass } = start();
    let stops = 0;
    const work = keys.onInterrupt(() => {
      stops += 1;
    });
    type("\x03");
    pass(500);
    type("\x03");
    expect([stops, events.includes("exit 130")]).toEqual([2, false]);
    // The next prompt resets the time.
    work[Symbol.dispose]();
    const next = keys.next();
    pass(5000);
    type("a");
    await next;
    using _slow = keys.onInterrupt(() => {});
    type("\x03");
    pass(1500);
    expect(events).not.toContain("exit 130");
    type("\x03");
    expect(events).toContain("exit 130");
  });

  test("keys that were typed earlier come first", async () => {
    const { keys, type } = start();
    type("ab");
    type("\r");
    expect(keys.hasBuffered).toBe(true);
    expect(await keys.next()).toEqual({ type: "text", text: "ab" });
    expect(await keys.next()).toEqual(press("enter"));
    expect(keys.hasBuffered).toBe(false);
    const next = keys.next();
    type("c");
    expect(await next).toEqual({ type: "text", text: "c" });
  });

  test("Ctrl+C interrupts the current work, or else goes to the prompt", async () => {
    const { keys, type, process } = start();
    const calls: string[] = [];
    {
      using _outer = keys.onInterrupt(() => calls.push("outer"));
      {
        using _inner = keys.onInterrupt(() => calls.push("inner"));
        type("x\x03y");
      }
      process.emit("SIGINT");
    }
    expect(calls).toEqual(["inner", "outer"]);
    type("\x03");
    expect(await keys.next()).toEqual({ type: "text", text: "x" });
    expect(await keys.next()).toEqual({ type: "text", text: "y" });
    expect(await keys.next()).toEqual(press("ctrl+c"));
  });

  test("Ctrl+C in the same read as the Enter before it interrupts the work", async () => {
    const { keys, type } = start();
    type("go\r\x03next");
    await keys.next();
    await keys.next();
    let interrupted = false;
    using _guard = keys.onInterrupt(() => {
      interrupted = true;
    });
    await Promise.resolve();
    expect(interrupted).toBe(true);
    expect(await keys.next()).toEqual({ type: "text", text: "next" });
  });

  test("a lone ESC is the Escape key if nothing follows", async () => {
    const { keys, type, wait } = start();
    type("\x1b");
    expect(keys.hasBuffered).toBe(false);
    type("[A\x1b");
    wait();
    expect(await keys.next()).toEqual(press("up"));
    expect(await keys.next()).toEqual(press("escape"));
  });

  test("the rest of a sequence has more time than a lone ESC", () => {
    const { type, delay } = start();
    type("\x1b");
    expect(delay()).toBe(50);
    type("[");
    expect(delay()).toBe(500);
  });

  test("a line feed is Enter if it may have been typed before raw mode began", async () => {
    const { keys, type, process, wait } = start();
    type("early\n");
    type("\n");
    expect(keys.buffered).toEqual([{ type: "text", text: "early" }, press("enter"), press("ctrl+j")]);
    type("\x1a");
    process.emit("SIGCONT");
    type("\n");
    type("\x1a");
    process.emit("SIGCONT");
    wait();
    type("\n");
    expect(keys.buffered.slice(3)).toEqual([press("enter"), press("ctrl+j")]);
  });

  test("what is typed while no prompt reads is announced", async () => {
    const { keys, type } = start();
    let changes = 0;
    const listening = keys.onBuffered(() => {
      changes += 1;
    });
    type("ab\r");
    expect(keys.buffered).toEqual([{ type: "text", text: "ab" }, press("enter")]);
    expect(changes).toBe(1);
    await keys.next();
    expect(keys.buffered).toEqual([press("enter")]);
    expect(changes).toBe(2);
    await keys.next();
    const next = keys.next();
    // The prompt reads it: nothing is buffered.
    type("c");
    await next;
    expect([keys.buffered, changes]).toEqual([[], 3]);
    listening[Symbol.dispose]();
    type("d");
    expect(changes).toBe(3);
  });

  test("Esc stops the work after a short delay, and what was typed stays", async () => {
    const { keys, type, wait } = start();
    let stops = 0;
    using _work = keys.onInterrupt(
      () => {
        stops += 1;
      },
      { escape: true },
    );
    type("next\x1b");
    expect(stops).toBe(0);
    wait();
    expect(stops).toBe(1);
    expect(await keys.next()).toEqual({ type: "text", text: "next" });
  });

  test("Esc stops work once: what follows stopped work goes on", async () => {
    const { keys, type } = start();
    const stops: string[] = [];
    const work = keys.onInterrupt(() => stops.push("switch"), { escape: true });
    type("\x1b[27u");
    using _restoring = keys.onInterrupt(() => stops.push("the previous model"), { escape: true });
    type("\x1b[27u");
    work[Symbol.dispose]();
    type("\x1b[27u");
    expect(stops).toEqual(["switch"]);
    expect(keys.hasBuffered).toBe(false);
    type("\x03");
    expect(stops).toEqual(["switch", "the previous model"]);
    // After the next prompt it stops again.
    type("a");
    await keys.next();
    type("\x1b[27u");
    expect(stops).toHaveLength(3);
  });

  test("Esc doesn't stop work without which the program ends: it waits for the prompt", async () => {
    const { keys, type } = start();
    using _loading = keys.onInterrupt(() => {
      throw new Error("stopped");
    });
    type("\x1b[27u");
    expect(await keys.next()).toEqual(press("escape"));
  });

  test("focus reports are no keys", () => {
    const { keys, type } = start();
    expect(keys.focused).toBeUndefined();
    type("\x1b[O");
    expect(keys.focused).toBe(false);
    type("\x1b[I");
    expect(keys.focused).toBe(true);
    expect(keys.hasBuffered).toBe(false);
  });

  test("the end of input comes after the last key, and each time after that", async () => {
    const { keys, type, input } = start();
    input.isTTY = false;
    type("a");
    input.emit("end");
    expect(await keys.next()).toEqual({ type: "text", text: "a" });
    expect(await keys.next()).toEqual({ type: "end" });
    expect(await keys.next()).toEqual({ type: "end" });
  });

  test("Ctrl+Z restores the terminal for the shell, and takes it again later", async () => {
    const { keys, type, process, events } = start();
    events.length = 0;
    const next = keys.next();
    type("\x1a");
    expect(events).toEqual(["\x1b[?2004l", "raw false", "kill SIGTSTP"]);
    process.emit("SIGCONT");
    expect(events.slice(3)).toEqual(["raw true", "\x1b[?2004h"]);
    expect(await next).toEqual(press("resume"));
  });

  test("the work learns that it continues after Ctrl+Z, but not while the terminal is lent", async () => {
    const { keys, process } = start();
    let resumed = 0;
    const listening = keys.onResume(() => {
      resumed += 1;
    });
    process.emit("SIGCONT");
    expect(resumed).toBe(1);
    await keys.lend(() => void process.emit("SIGCONT"));
    listening[Symbol.dispose]();
    process.emit("SIGCONT");
    expect(resumed).toBe(1);
    expect(keys.buffered).toEqual([]);
  });
});

/** What a KeySource promises: each key goes to the prompt that reads, to the work, or is kept. */
class Model {
  buffered: Key[] = [];
  received: Key[] = [];
  stops: number[] = [];
  isWaiting = false;
  readonly work: { id: number; escape: boolean }[] = [];
  #wasEscaped = false;

  type(key: Key): void {
    const name = key.type === "press" ? key.name : "";
    const innermost = this.work.at(-1);
    if (this.isWaiting) {
      this.received.push(key);
      this.isWaiting = false;
    } else if (name === "ctrl+c" && innermost !== undefined) {
      this.stops.push(innermost.id);
    } else if (name === "escape" && this.#wasEscaped) {
      // Dropped: nothing more is to be stopped.
    } else if (name === "escape" && innermost?.escape === true) {
      this.#wasEscaped = true;
      this.stops.push(innermost.id);
    } else this.buffered.push(key);
  }

  read(): void {
    this.#wasEscaped = false;
    const key = this.buffered.shift();
    if (key === undefined) this.isWaiting = true;
    else this.received.push(key);
  }

  begin(id: number, byEscape: boolean): void {
    this.work.push({ id, escape: byEscape });
    const early = this.buffered.findIndex((key) => key.type === "press" && key.name === "ctrl+c");
    if (early === -1) return;
    this.buffered.splice(early, 1);
    this.stops.push(id);
  }
}

test("no key is lost, doubled or reordered, whatever the prompt and the work do", async () => {
  let state = 1;
  const random = (below: number): number => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return (state >> 8) % below;
  };
  for (let round = 0; round < 100; round += 1) {
    const { keys, type } = start();
    const model = new Model();
    const received: unknown[] = [];
    const stops: number[] = [];
    const work: Disposable[] = [];
    let announced: readonly Key[] = [];
    keys.onBuffered(() => {
      announced = keys.buffered;
    });
    for (let step = 0; step < 60; step += 1) {
      switch (random(6)) {
        case 0:
          type(String(step));
          model.type({ type: "text", text: String(step) });
          break;
        case 1:
          type("\x03");
          model.type(press("ctrl+c"));
          break;
        case 2:
          type("\x1b[27u");
          model.type(press("escape"));
          break;
        case 3:
          if (model.isWaiting) break;
          void keys.next().then((key) => received.push(key));
          model.read();
          break;
        case 4: {
          const byEscape = random(2) === 0;
          work.push(keys.onInterrupt(() => stops.push(step), { escape: byEscape }));
          model.begin(step, byEscape);
          break;
        }
        case 5: {
          const ended = random(work.length + 1);
          work.splice(ended, 1)[0]?.[Symbol.dispose]();
          model.work.splice(ended, 1);
          break;
        }
      }
      await Promise.resolve();
      expect(received).toEqual(model.received);
      expect(stops).toEqual(model.stops);
      expect(keys.buffered).toEqual(model.buffered);
      expect(announced).toEqual(model.buffered);
      expect(keys.hasBuffered).toBe(model.buffered.length > 0);
    }
  }
});
