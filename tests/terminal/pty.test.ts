import { expect, test } from "bun:test";
import { join } from "node:path";
import { Screen } from "../fixtures/screen.ts";

const decoder = new TextDecoder();

/** The chat of `pty-chat.ts` in a pseudo-terminal, and its screen. */
function startChat() {
  const screen = new Screen(60, 12, { convertEol: false });
  let changed = (): void => {};
  const child = Bun.spawn([process.execPath, join(import.meta.dir, "pty-chat.ts")], {
    terminal: {
      cols: screen.columns,
      rows: screen.rows,
      data(_terminal, bytes) {
        screen.write(decoder.decode(bytes, { stream: true }));
        changed();
      },
    },
  });
  const terminal = child.terminal!;
  const shows = async (text: string): Promise<void> => {
    while (!screen.text.includes(text)) {
      await new Promise<void>((resolve) => {
        changed = resolve;
      });
    }
  };
  return { screen, child, terminal, shows };
}

test("a session in a real pseudo-terminal", async () => {
  const { screen, child, terminal, shows } = startChat();
  await shows("prompt ->");
  terminal.write("héllo");
  await shows("héllo");
  terminal.write("\r");
  await shows('You said "héllo"\nprompt ->');
  // A character's bytes in two reads; Alt+Enter; a paste with a line break.
  terminal.write(new Uint8Array([0xe6, 0xbc]));
  terminal.write(new Uint8Array([0xa2]));
  terminal.write("\x1b\rb\x1b[200~\r\nc\x1b[201~\r");
  await shows('You said "漢\\nb\\nc"');
  // History, and a command completed by Tab.
  terminal.write("\x1b[A\x1b[A\x1b[A\x1b[A!\r");
  await shows('You said "héllo!"');
  // Ctrl+C stops an answer; keys typed during it wait for the prompt.
  terminal.write("forever\r");
  await shows("working");
  terminal.write("typed ahead\r\x03");
  await shows('You said "typed ahead"');
  terminal.write("\x03");
  await shows("Press Ctrl+C again to leave");
  terminal.write("/q\t\r");
  expect(await child.exited).toBe(0);
  await shows("Goodbye!");
  expect(screen.lines).toEqual([
    "prompt -> héllo",
    'You said "héllo"',
    "prompt -> 漢",
    "       -> b",
    "       -> c",
    'You said "漢\\nb\\nc"',
    "prompt -> héllo!",
    'You said "héllo!"',
    "prompt -> forever",
    "working",
    "(stopped)",
    "prompt -> typed ahead",
    'You said "typed ahead"',
    "prompt -> /quit",
    "Goodbye!",
  ]);
  expect(screen.written).toEndWith("\x1b[?2004l");
}, 20_000);

test("a killed chat restores the terminal", async () => {
  const { screen, child, terminal, shows } = startChat();
  await shows("prompt ->");
  child.kill("SIGTERM");
  await child.exited;
  expect(child.signalCode).toBe("SIGTERM");
  await shows("");
  expect(screen.written).toContain("\x1b[?2004l");
  // ECHO and ICANON are back on (termios of Linux: 0o10 and 0o2).
  expect(terminal.localFlags & 0o12).toBe(0o12);
}, 20_000);
