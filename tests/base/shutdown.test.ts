/** After a signal, a process stops its work and ends, even if the work doesn't stop. */
import { describe, expect, test } from "bun:test";
import { EventEmitter } from "node:events";
import { Shutdown } from "../../src/base/shutdown.ts";

/** The part of a process that a Shutdown uses. */
function start(ignoresHangup = false) {
  const events: string[] = [];
  const emitter = new EventEmitter();
  let late: (() => void) | undefined;
  const process = Object.assign(emitter, {
    pid: 1,
    kill: (_pid: number, signal: string) => events.push(`kill ${signal}`),
    exit: (code: number) => events.push(`exit ${code}`),
  });
  process.on("exit", () => events.push("cleaned up"));
  const shutdown = new Shutdown({
    process,
    ignoresHangup,
    later: (action) => {
      late = action;
    },
  });
  return { shutdown, process, events, passTime: () => late?.() };
}

describe("Shutdown", () => {
  test("signals are listened to only while there is work to stop", () => {
    const { shutdown, process } = start();
    const listened = (): number => process.listenerCount("SIGTERM") + process.listenerCount("SIGHUP");
    expect(listened()).toBe(0);
    const [outer, inner] = [shutdown.onShutdown(() => {}), shutdown.onShutdown(() => {})];
    expect(listened()).toBe(2);
    outer[Symbol.dispose]();
    expect(listened()).toBe(2);
    inner[Symbol.dispose]();
    expect(listened()).toBe(0);
  });

  test.each(["SIGTERM", "SIGHUP"])("%s stops all work, and then ends the process", (signal) => {
    const { shutdown, process, events } = start();
    using _one = shutdown.onShutdown(() => events.push("one stopped"));
    using _other = shutdown.onShutdown(() => events.push("other stopped"));
    process.emit(signal);
    expect(events).toEqual(["one stopped", "other stopped"]);
    expect(shutdown.isEnding).toBe(true);
    shutdown.end();
    expect(events.slice(2, 4)).toEqual(["cleaned up", `kill ${signal}`]);
    expect(process.listenerCount(signal)).toBe(0);
  });

  test("work that doesn't stop is abandoned after a while", () => {
    const { shutdown, process, events, passTime } = start();
    using _stuck = shutdown.onShutdown(() => events.push("stopped"));
    process.emit("SIGHUP");
    // A terminal that closes sends several signals.
    process.emit("SIGHUP");
    process.emit("SIGTERM");
    expect(events).toEqual(["stopped"]);
    passTime();
    expect(events).toContain("kill SIGHUP");
  });

  test("work that begins after the signal is stopped immediately", () => {
    const { shutdown, process, events } = start();
    shutdown.onShutdown(() => {})[Symbol.dispose]();
    using _first = shutdown.onShutdown(() => {});
    process.emit("SIGTERM");
    using _second = shutdown.onShutdown(() => events.push("stopped"));
    expect(events).toEqual(["stopped"]);
  });

  test("a closed terminal counts as SIGHUP, also if the process ignores the signal", () => {
    const { shutdown, process, events } = start(true);
    using _work = shutdown.onShutdown(() => events.push("stopped"));
    expect(process.listenerCount("SIGHUP")).toBe(0);
    shutdown.hangUp();
    shutdown.end();
    expect(events).toEqual(["stopped", "cleaned up", "kill SIGHUP", "exit 129"]);
  });

  test("without a signal nothing ends", () => {
    const { shutdown, events } = start();
    shutdown.end();
    expect(events).toEqual([]);
  });
});
