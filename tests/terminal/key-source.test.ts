import { describe, expect, test } from "bun:test";
import { EventEmitter } from "node:events";
import { KeySource } from "../../src/terminal/key-source.ts";

/** A terminal's input and a process, as far as a KeySource can tell. */
function start() {
  const events: string[] = [];
  const input = Object.assign(new EventEmitter(), {
    setRawMode: (raw: boolean) => events.push(`raw ${raw}`),
    resume: () => events.push("resume"),
    pause: () => events.push("pause"),
  });
  const process = Object.assign(new EventEmitter(), {
    pid: 1,
    kill: (_pid: number, signal: string) => events.push(`kill ${signal}`),
  });
  let flush: (() => void) | undefined;
  const keys = new KeySource({
    input,
    output: { write: (text: string) => events.push(text) },
    process,
    later: (action) => {
      flush = action;
      return () => {
        flush = undefined;
      };
    },
  });
  const type = (text: string): void => void input.emit("data", new TextEncoder().encode(text));
  return { keys, input, process, events, type, wait: () => flush?.() };
}

const press = (name: string) => ({ type: "press", name }) as const;

describe("KeySource", () => {
  test("raw mode lasts from start to end, and the terminal is given back once", () => {
    const { keys, input, process, events } = start();
    expect(events.splice(0)).toEqual(["raw true", "\x1b[?2004h", "resume"]);
    keys[Symbol.dispose]();
    keys[Symbol.dispose]();
    expect(events.filter((event) => event !== "pause")).toEqual(["\x1b[?2004l", "raw false"]);
    expect(input.eventNames()).toEqual([]);
    expect(process.eventNames()).toEqual([]);
  });

  test("the terminal is given back when the process exits or is killed", () => {
    const exiting = start();
    exiting.process.emit("exit");
    expect(exiting.events.slice(-1)).toEqual(["raw false"]);
    const killed = start();
    killed.process.emit("SIGTERM");
    expect(killed.events.slice(-3)).toEqual(["raw false", "pause", "kill SIGTERM"]);
  });

  test("keys typed before anybody asks come first", async () => {
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

  test("Ctrl+C goes to whoever is at work, else to the prompt", async () => {
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

  test("Ctrl+C that was read together with the Enter before it stops the work all the same", async () => {
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

  test("a lone ESC is the Escape key once nothing follows", async () => {
    const { keys, type, wait } = start();
    type("\x1b");
    expect(keys.hasBuffered).toBe(false);
    type("[A\x1b");
    wait();
    expect(await keys.next()).toEqual(press("up"));
    expect(await keys.next()).toEqual(press("escape"));
  });

  test("the end of input is told after the last key, and again", async () => {
    const { keys, type, input } = start();
    type("a");
    input.emit("end");
    expect(await keys.next()).toEqual({ type: "text", text: "a" });
    expect(await keys.next()).toEqual({ type: "end" });
    expect(await keys.next()).toEqual({ type: "end" });
  });

  test("Ctrl+Z gives the terminal to the shell and takes it back", async () => {
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
