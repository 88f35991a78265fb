import { describe, expect, test } from "bun:test";
import { EventEmitter } from "node:events";
import { Shutdown } from "../../src/base/shutdown.ts";
import { CookedReader } from "../../src/terminal/input/cooked-reader.ts";
import { LineSource } from "../../src/terminal/line-source.ts";

/** A reader of lines on a terminal and a process that the test plays. */
function start() {
  const input = Object.assign(new EventEmitter(), { isTTY: true, resume: () => {}, pause: () => {} });
  const exits: number[] = [];
  const process = Object.assign(new EventEmitter(), {
    pid: 1,
    kill: () => {},
    exit: (code: number) => exits.push(code),
  });
  const shutdown = new Shutdown({ process, ignoresHangup: false, later: () => {} });
  let time = 0;
  const now = (): number => time;
  const lines = new LineSource({ input, process, shutdown, now });
  let written = "";
  const output = {
    write: (text: string) => {
      written += text;
    },
  };
  const reader = new CookedReader({ lines, output, now });
  return {
    lines,
    reader,
    input,
    process,
    exits,
    shutdown,
    written: () => written,
    type: (text: string) => void input.emit("data", new TextEncoder().encode(text)),
    ctrlC: () => void process.emit("SIGINT"),
    pass: (milliseconds: number) => {
      time += milliseconds;
    },
  };
}

const line = (text: string) => ({ type: "line", text }) as const;

/** Lets what waits for a line continue. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe("an input", () => {
  test("is a line of the terminal", async () => {
    const { reader, type, written } = start();
    const read = reader.read();
    type("héllo\n");
    expect(await read).toEqual(line("héllo"));
    expect(written()).toBe("prompt -> ");
  });

  test("arrives in any pieces, and with any line break", async () => {
    const { reader, input } = start();
    const bytes = new TextEncoder().encode("漢字\r\n");
    for (const byte of bytes) input.emit("data", Uint8Array.of(byte));
    expect(await reader.read()).toEqual(line("漢字"));
  });

  test.each([
    ["one\\\ntwo\n", "one\ntwo"],
    ["a path\\\\\n", "a path\\\\"],
    ['"""one\n\ntwo"""\n', "one\n\ntwo"],
    ['"""\n/quit\n  indented\n"""\n', "/quit\n  indented"],
    ['"""one line"""\n', "one line"],
    ['"""quoted""" means what?\n', '"""quoted""" means what?'],
    ['"""a\\\nb"""\n', "a\\\nb"],
    ['"""\n"""doc"""\nx = 1\n"""\n', '"""doc"""\nx = 1'],
    ["  spaces \n", "  spaces "],
    // Arrow keys, which this terminal doesn't know.
    ["a\x1b[D\n", "a␛[D"],
  ])("%j is %j", async (typed, text) => {
    const { reader, type } = start();
    type(typed);
    expect(await reader.read()).toEqual(line(text));
  });

  test("that continues is marked below the prompt's arrow", async () => {
    const { reader, type, written } = start();
    const read = reader.read();
    type("one\\\n");
    await settle();
    type("two\n");
    await read;
    expect(written()).toBe("prompt -> " + "       -> ");
  });

  test("that was typed ahead is shown after its prompt", async () => {
    const { reader, type, written } = start();
    type("ahead\n");
    await reader.read();
    expect(written()).toBe("prompt -> ahead\n");
  });

  test("that is edited is shown, and typed again", async () => {
    const { reader, type, written } = start();
    const read = reader.read({ text: "a\x1bb" });
    type("ab\n");
    expect(await read).toEqual(line("ab"));
    expect(written()).toContain("a␛b\nprompt -> ");
  });
});

describe("Ctrl+C at the prompt", () => {
  test("asks again; twice in a row, it leaves", async () => {
    const { reader, ctrlC, pass, written } = start();
    const read = reader.read();
    ctrlC();
    await settle();
    pass(900);
    ctrlC();
    expect(await read).toEqual({ type: "eof" });
    expect(written()).toBe("prompt -> \nPress Ctrl+C twice to leave\nprompt -> \n");
  });

  test("doesn't leave if another line was typed in between", async () => {
    const { reader, ctrlC, type, pass } = start();
    const read = reader.read();
    ctrlC();
    await settle();
    pass(1500);
    ctrlC();
    await settle();
    type("still here\n");
    expect(await read).toEqual(line("still here"));
  });

  test("drops the lines of an input that isn't complete", async () => {
    const { reader, ctrlC, type } = start();
    const read = reader.read();
    type('"""one\n');
    await settle();
    ctrlC();
    await settle();
    type("two\n");
    expect(await read).toEqual(line("two"));
  });
});

test("Ctrl+C stops the work, and what was typed ahead stays", async () => {
  const { lines, reader, ctrlC, type } = start();
  const stops: string[] = [];
  {
    using _work = lines.onInterrupt(() => stops.push("work"));
    type("ahead\n");
    ctrlC();
  }
  expect(stops).toEqual(["work"]);
  expect(await reader.read()).toEqual(line("ahead"));
});

test("Ctrl+C that comes just before the work stops it", async () => {
  const { lines, reader, ctrlC, type } = start();
  type("go\n");
  await reader.read();
  ctrlC();
  let isStopped = false;
  using _work = lines.onInterrupt(() => {
    isStopped = true;
  });
  await settle();
  expect(isStopped).toBe(true);
});

test("Ctrl+C ends the process if the work doesn't stop for a second", () => {
  const { lines, ctrlC, pass, exits } = start();
  using _work = lines.onInterrupt(() => {});
  ctrlC();
  pass(500);
  ctrlC();
  expect(exits).toEqual([]);
  pass(1000);
  ctrlC();
  expect(exits).toEqual([130]);
});

test("Ctrl+D leaves, after what was typed before it", async () => {
  const { reader, input, type } = start();
  type("first\nlast");
  input.emit("end");
  expect(await reader.read()).toEqual(line("first"));
  expect(await reader.read()).toEqual(line("last"));
  expect(await reader.read()).toEqual({ type: "eof" });
});

test.each(["SIGTERM", "SIGHUP"])("%s stops the work and ends the input", async (signal) => {
  const { lines, reader, process } = start();
  let isStopped = false;
  using _work = lines.onInterrupt(() => {
    isStopped = true;
  });
  process.emit(signal);
  expect(isStopped).toBe(true);
  expect(await reader.read()).toEqual({ type: "eof" });
});

test("a terminal that was closed stops the work and ends the process", async () => {
  const { lines, reader, input, shutdown } = start();
  let isStopped = false;
  using _work = lines.onInterrupt(() => {
    isStopped = true;
  });
  input.emit("error");
  expect([isStopped, shutdown.isEnding]).toEqual([true, true]);
  expect(await reader.read()).toEqual({ type: "eof" });
});

test("after Ctrl+Z the prompt is shown again", async () => {
  const { reader, process, type, written } = start();
  const read = reader.read();
  process.emit("SIGCONT");
  await settle();
  type("x\n");
  await read;
  expect(written()).toBe("prompt -> prompt -> ");
});

test("while the terminal is lent, lines and Ctrl+C are for its borrower", async () => {
  const { lines, ctrlC, type } = start();
  let stops = 0;
  using _work = lines.onInterrupt(() => {
    stops += 1;
  });
  await lines.lend(() => {
    type("theirs\n");
    ctrlC();
  });
  expect([stops, lines.hasBuffered]).toEqual([0, false]);
  type("ours\n");
  expect(lines.hasBuffered).toBe(true);
});

test("however random bytes are cut, the lines are the same, without control characters", async () => {
  let state = 11;
  const random = (below: number): number => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return (state >> 8) % below;
  };
  const linesOf = async (bytes: Uint8Array, longestRead: number): Promise<unknown[]> => {
    const { lines, input } = start();
    for (let at = 0; at < bytes.length; ) {
      const length = 1 + random(longestRead);
      input.emit("data", bytes.subarray(at, at + length));
      at += length;
    }
    input.emit("end");
    const events: unknown[] = [];
    for (;;) {
      const event = await lines.next();
      events.push(event);
      if (event.type === "end") return events;
      if (event.type === "line") expect(event.text).not.toMatch(/[\x00-\x08\x0b-\x1f\x7f-\x9f]/);
    }
  };
  for (let round = 0; round < 300; round += 1) {
    const bytes = new Uint8Array(random(60)).map(() => (random(5) === 0 ? 0x0a : random(256)));
    expect(await linesOf(bytes, 3)).toEqual(await linesOf(bytes, 1000));
  }
});

test("disposing it leaves no listener", () => {
  const { lines, input, process } = start();
  lines[Symbol.dispose]();
  expect([input.eventNames(), process.eventNames()]).toEqual([[], []]);
});
