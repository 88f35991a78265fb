/** Runs a command of the user's shell, shows what it prints, and keeps that for the next message. */
import { messageOf } from "../../base/errors.ts";
import type { Environment } from "../../base/paths.ts";
import { sanitize } from "../../terminal/sanitize.ts";

export type ShellResult = {
  /** stdout and stderr as they came, without sequences for terminals. */
  output: string;
  /** Whether the output is longer than what is kept. */
  isCut: boolean;
  /** How it failed: "ended with status 1"; undefined for status 0. */
  end: string | undefined;
};

type ShellOptions = {
  env: Environment;
  /** Prints one or more lines. */
  print(text: string): void;
  /** Stops the command and the programs that it has started. */
  signal: AbortSignal;
};

/** Characters that are kept. No context has room for more. */
const keptCharacters = 1_000_000;

/** A line is shown in parts of this length. */
const shownCharacters = 4096;

/** How long the programs have to end after Ctrl+C before they are killed. */
const graceMs = 1000;

/** Once the shell has ended: silence of this length means that nothing more is read. */
const silenceMs = 200;

/**
 * The command gets no input. It runs in its own process group, so that Ctrl+C reaches all programs
 * of a pipeline. Programs that it leaves in the background continue, but are not waited for.
 */
export async function runShell(command: string, { env, print, signal }: ShellOptions): Promise<ShellResult> {
  let child: Bun.Subprocess<"ignore", "pipe", "pipe">;
  try {
    child = Bun.spawn([...shellOf(env), command], {
      stdio: ["ignore", "pipe", "pipe"],
      detached: process.platform !== "win32",
    });
  } catch (error) {
    return { output: "", isCut: false, end: `can't be started: ${messageOf(error)}` };
  }
  const kept = { text: "", isCut: false };
  let heardAt = performance.now();
  const keep = (text: string): void => {
    heardAt = performance.now();
    const room = keptCharacters - kept.text.length;
    kept.text += text.slice(0, room);
    kept.isCut ||= text.length > room;
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stoppedAt: number | undefined;
  const stop = (): void => {
    stoppedAt = performance.now();
    signalGroup(child.pid, "SIGINT");
    timer = setTimeout(() => signalGroup(child.pid, "SIGKILL"), graceMs);
  };
  signal.addEventListener("abort", stop);
  if (signal.aborted) stop();
  const readers = [child.stdout.getReader(), child.stderr.getReader()];
  const shown = Promise.all(readers.map((reader) => showLines(reader, print, keep)));
  let isOpen = true;
  try {
    const hasEnded = shown.then(() => true);
    // A failure to show the output is not waited for either.
    await Promise.race([child.exited, hasEnded.then(() => child.exited)]);
    const deadline = (): number => silenceMs + (stoppedAt === undefined ? heardAt : stoppedAt + graceMs);
    for (let left = silenceMs; isOpen && left > 0; left = deadline() - performance.now()) {
      isOpen = !(await Promise.race([hasEnded, Bun.sleep(left).then(() => false)]));
    }
  } finally {
    for (const reader of readers) void reader.cancel();
    signal.removeEventListener("abort", stop);
    clearTimeout(timer);
  }
  await shown;
  const end = endOf(child, signal.aborted) ?? (isOpen ? leftRunning : undefined);
  return { output: Bun.stripANSI(kept.text), isCut: kept.isCut, end };
}

const leftRunning = "left a program in the background, whose further output is not shown";

/** The program and its flag before the command. */
function shellOf(env: Environment): [program: string, ...flags: string[]] {
  if (process.platform === "win32") return [env.COMSPEC || "cmd.exe", "/d", "/s", "/c"];
  return [env.SHELL || "/bin/sh", "-c"];
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(process.platform === "win32" ? pid : -pid, signal);
  } catch {
    // It has ended meanwhile.
  }
}

/** Shows lines as they are complete, and long ones in parts. */
async function showLines(
  reader: { read(): Promise<{ done: boolean; value?: Uint8Array | undefined }> },
  print: (text: string) => void,
  keep: (text: string) => void,
): Promise<void> {
  const decoder = new TextDecoder();
  let rest = "";
  const show = (text: string): void => {
    if (text !== "") print(sanitize(Bun.stripANSI(text)));
  };
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    const text = decoder.decode(value, { stream: true });
    keep(text);
    rest += text;
    const end = rest.length > shownCharacters ? rest.length : rest.lastIndexOf("\n") + 1;
    show(rest.slice(0, end).replace(/\n$/, ""));
    rest = rest.slice(end);
    // Output that never pauses must not keep the program from reading the keyboard.
    await new Promise(setImmediate);
  }
  const last = decoder.decode();
  keep(last);
  show(rest + last);
}

function endOf({ exitCode, signalCode }: Bun.Subprocess, wasStopped: boolean): string | undefined {
  if (wasStopped) return "was stopped";
  if (signalCode !== null) return `was ended by ${signalCode}`;
  return exitCode === 0 ? undefined : `ended with status ${exitCode}`;
}
