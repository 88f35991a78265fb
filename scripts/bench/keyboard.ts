/**
 * Benchmarks the keyboard of a chat in a pseudo-terminal: from a key to its echo while an answer
 * streams, and a large paste.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { formatBytes } from "../../src/base/format.ts";
import { seededRandom } from "../random.ts";
import { markdownChunks } from "./markdown.ts";
import { median, quantile } from "./measure.ts";
import type { Row } from "./table.ts";

const keyCount = 400;
/** The line is cleared after this many keys, as after a question of some words. */
const lineLength = 60;
/** About 2,500 tokens per second, faster than models answer. */
const stream = { chunkLength: 20, milliseconds: 2 };
const pasteLength = 1_000_000;
const prompt = "prompt -> ";

export async function keyboardRows(executable: string, rounds: number): Promise<Row[]> {
  const { chunkLength, milliseconds } = stream;
  const args = [join(import.meta.dir, "answer-server.ts"), String(chunkLength), String(milliseconds)];
  const server = Bun.spawn([process.execPath, ...args], { stdio: ["ignore", "pipe", "inherit"] });
  try {
    const { value } = await server.stdout.getReader().read();
    const address = new TextDecoder().decode(value).trim();
    const echoes: number[] = [];
    const pastes: number[] = [];
    const longLines: number[] = [];
    const [text = ""] = markdownChunks(Number.POSITIVE_INFINITY, pasteLength);
    for (let round = 0; round < rounds; round += 1) {
      echoes.push(...(await echoTimes(executable, address)));
      pastes.push(await pasteTime(executable, address, text));
      longLines.push(await pasteTime(executable, address, text.replaceAll("\n", " ")));
    }
    const what = `paste of ${formatBytes(pasteLength)}`;
    return [
      echoRow(echoes),
      pasteRow(`${what}, until its end is shown`, pastes),
      pasteRow(`${what} in one line, until its end is shown`, longLines),
    ];
  } finally {
    server.kill();
  }
}

function echoRow(times: readonly number[]): Row {
  const [middle, worst] = [median(times), quantile(times, 0.99)];
  const show = (time: number): string => `${time.toFixed(1)} ms`;
  return {
    what: `${times.length} keys typed while an answer streams, to the echo (median, 99 %)`,
    ours: `${show(middle)}, ${show(worst)}`,
    theirs: "",
    result: show(worst),
    target: "< 10 ms",
    isMet: worst < 10,
  };
}

function pasteRow(what: string, times: readonly number[]): Row {
  const time = median(times);
  const shown = `${time.toFixed(0)} ms`;
  return {
    what,
    ours: shown,
    theirs: "",
    result: shown,
    target: "< 1 s",
    isMet: time < 1000,
  };
}

/** Milliseconds from each key to its echo. */
async function echoTimes(executable: string, address: string): Promise<number[]> {
  await using chat = new Chat([executable, address]);
  await chat.shows(prompt);
  await chat.timeUntil("Tell me everything.\r", "lighthouse");
  const random = seededRandom(1);
  const times: number[] = [];
  for (let index = 0; index < keyCount; index += 1) {
    // A letter that neither the answer nor the line has: Latin Extended-A and B, then Cyrillic.
    const letter = String.fromCodePoint(index < 320 ? 0x100 + index : 0x400 + index - 320);
    times.push(await chat.timeUntil(letter, letter));
    if (index % lineLength === lineLength - 1) chat.type(clearLine);
    // At any phase of the stream. Fast typists need 60 ms for a key.
    await Bun.sleep(5 + random.below(20));
  }
  return times;
}

/** Milliseconds until the end of the pasted text is shown. */
async function pasteTime(executable: string, address: string, text: string): Promise<number> {
  await using chat = new Chat([executable, address]);
  await chat.shows(prompt);
  const end = "END OF THE PASTE";
  return await chat.timeUntil(`\x1b[200~${text}${end}\x1b[201~`, end);
}

/** Ctrl+U */
const clearLine = "\x15";
const deadlineMs = 60_000;

/** A chat in a pseudo-terminal, in a temporary home. It is killed on dispose. */
class Chat implements AsyncDisposable {
  readonly #home = mkdtempSync(join(tmpdir(), "anechat-bench-"));
  readonly #child: Bun.Subprocess;
  #text = "";
  #received = (): void => {};

  constructor(command: string[]) {
    const decoder = new TextDecoder();
    this.#child = Bun.spawn(command, {
      cwd: this.#home,
      env: { PATH: process.env.PATH, HOME: this.#home, TERM: "xterm-256color", LANG: "C.UTF-8" },
      terminal: {
        cols: 80,
        rows: 24,
        data: (_, bytes) => {
          this.#text += decoder.decode(bytes, { stream: true });
          this.#received();
        },
      },
    });
  }

  type(text: string): void {
    this.#child.terminal!.write(text);
  }

  /** Types, and waits. @returns milliseconds until the program has written `expected` */
  async timeUntil(text: string, expected: string): Promise<number> {
    this.#text = "";
    const start = performance.now();
    this.type(text);
    await this.shows(expected);
    return performance.now() - start;
  }

  /** @throws Error if it takes too long */
  async shows(expected: string): Promise<void> {
    const shown = Promise.withResolvers<void>();
    const timer = setTimeout(
      () => shown.reject(new Error(`"${expected}" was not shown:\n${this.#text.slice(-2000)}`)),
      deadlineMs,
    );
    this.#received = () => {
      if (this.#text.includes(expected)) shown.resolve();
    };
    this.#received();
    try {
      await shown.promise;
    } finally {
      clearTimeout(timer);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#child.kill("SIGKILL");
    await this.#child.exited;
    this.#child.terminal!.close();
    rmSync(this.#home, { recursive: true, force: true });
  }
}
