/** The help about the keys of a chat. */
import { expect, test } from "bun:test";
import { EventEmitter } from "node:events";
import { openKeyboard } from "../../src/terminal/keyboard.ts";

test.each(["xterm-256color", "dumb"])("the help about keys fits the window, with TERM=%s", (TERM) => {
  const input = Object.assign(new EventEmitter(), { isTTY: true, setRawMode() {}, resume() {}, pause() {} });
  const events = Object.assign(new EventEmitter(), { pid: 1, kill() {}, exit() {} });
  const shutdown = { onShutdown: () => ({ [Symbol.dispose]() {} }), hangUp() {} };
  using keyboard = openKeyboard({ input, output: { write() {} }, process: events, shutdown, env: { TERM } });
  for (const columns of [30, 80, 200]) {
    const rows = keyboard.help(columns).split("\n");
    expect(rows.filter((row) => Bun.stringWidth(row) > columns)).toEqual([]);
    expect(rows.some((row) => row.startsWith("Ctrl+C"))).toBe(true);
  }
});
