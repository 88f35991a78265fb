import { describe, expect, test } from "bun:test";
import { EventEmitter } from "node:events";
import { Shutdown } from "../../src/base/shutdown.ts";
import { KeySource } from "../../src/terminal/key-source.ts";

/** The error of setRawMode after the terminal was closed. */
const closed = Object.assign(new Error("i/o error"), { code: "EIO" });

/** The part of a terminal's input and of a process that a KeySource uses. */
function start() {
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
  const keys = new KeySource({
    input,
    output: { write: (text: string) => events.push(text) },
    process,
    shutdown,
    now: () => now,
    later: (action) => {
      flush = action;
      return () => {
        flush = undefined;
      };
    },
  });
  const type = (text: string): void => void input.emit("data", new TextEncoder().encode(text));
  const pass = (milliseconds: number): void => {
    now += milliseconds;
  };
  return { keys, input, process, shutdown, events, type, pass, wait: () => flush?.() };
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
});
