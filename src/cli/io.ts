/** What a command uses of its process: streams, environment, signals, progress and menus. */
import { AnechatError, exitCodes } from "../base/errors.ts";
import type { Environment, Paths } from "../base/paths.ts";
import { untilAborted } from "../base/pause.ts";
import type { Shutdown } from "../base/shutdown.ts";
import { ensureUnpacked } from "../base/unpack.ts";
import { RpcMachines } from "../rpc/machines.ts";
import { createColors } from "../terminal/colors.ts";
import type { MenuTerminal } from "../terminal/menu.ts";
import { type Progress, showProgress } from "../terminal/progress.ts";
import { sanitize } from "../terminal/sanitize.ts";
import { AliasTable } from "./config/aliases.ts";
import type { EndpointSettings } from "./config/files.ts";
import type { Preset } from "./config/presets.ts";

type Interrupt = Disposable & { readonly signal: AbortSignal };

export type Io = {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  readonly env: Environment;
  readonly paths: Paths;
  /** Short names of models from the config files. */
  readonly aliases: AliasTable;
  /** Tables [endpoint.NAME] of the config files, by name. */
  readonly endpoints: ReadonlyMap<string, EndpointSettings>;
  /** Presets of the config files, by name. */
  readonly presets: ReadonlyMap<string, Preset>;
  /** ensureUnpacked(), called once: without a writable cache it would unpack each time. */
  unpacked(): string | undefined;
  /** The rpc servers of --rpc. */
  readonly rpcMachines: RpcMachines;
  /** Prints a line that is not an error on stderr, safe for a terminal. Silent with --quiet. */
  note(line: string): void;
  /**
   * Until disposed, the first Ctrl+C or SIGTERM aborts the signal instead of ending the program. A
   * second Ctrl+C ends it.
   */
  onInterrupt(): Interrupt;
  /** Handles SIGTERM and the end of the terminal. */
  readonly shutdown: Shutdown;
};

export function processIo(
  paths: Paths,
  shutdown: Shutdown,
  quiet: boolean,
  { aliases, endpoints, presets }: Pick<Io, "aliases" | "endpoints" | "presets"> = {
    aliases: new AliasTable(),
    endpoints: new Map(),
    presets: new Map(),
  },
): Io {
  let unpacked: { folder: string | undefined } | undefined;
  const note = (line: string): void => {
    if (!quiet) process.stderr.write(`${sanitize(line)}\n`);
  };
  return {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    paths,
    aliases,
    endpoints,
    presets,
    unpacked: () => {
      unpacked ??= {
        folder: ensureUnpacked(paths.cache, (reason) =>
          note(
            `${paths.cache} can't be used (${reason}): ` +
              "the native libraries are unpacked again at each start.",
          ),
        ),
      };
      return unpacked.folder;
    },
    rpcMachines: new RpcMachines(),
    note,
    onInterrupt: () => onInterrupt(shutdown),
    shutdown,
  };
}

/** Shows the progress of a step on stderr. @param label "Loading model x.gguf" */
export function stepProgress(io: Io, label: string, quiet: boolean): Progress {
  return showProgress({ output: io.stderr, colors: createColors(io.env, io.stderr), label, quiet });
}

/**
 * Shows a menu. Ctrl+C, SIGTERM and the end of the terminal close it and restore the terminal. The
 * code of menus is imported lazily.
 */
export async function withMenu<T>(io: Io, show: (terminal: MenuTerminal) => Promise<T>): Promise<T> {
  const { showMenu } = await import("../terminal/menu.ts");
  using interrupt = io.onInterrupt();
  // stdout is for answers, but the user has to see the menu.
  const output = io.stderr.isTTY ? io.stderr : io.stdout;
  return await showMenu({ input: io.stdin, output, signal: interrupt.signal }, process, show);
}

/** Turns the error of work that Ctrl+C stopped into `interrupted`. */
export async function interruptible<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (signal.aborted) throw new AnechatError("interrupted", "Stopped");
    throw error;
  }
}

/** The same for work that can't be stopped: Ctrl+C only ends the waiting. */
export function untilInterrupted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return interruptible(untilAborted(work, signal), signal);
}

/** Some programs signal a process and its group: two signals within this time are one Ctrl+C. */
const sameKeyMs = 200;

function onInterrupt(shutdown: Shutdown): Interrupt {
  const controller = new AbortController();
  const guard = shutdown.onShutdown(() => controller.abort());
  let firstAt = 0;
  const abort = (): void => {
    if (!controller.signal.aborted) {
      firstAt = performance.now();
      controller.abort();
    } else if (performance.now() - firstAt > sameKeyMs) {
      process.exit(exitCodes.interrupted);
    }
  };
  process.on("SIGINT", abort);
  return {
    signal: controller.signal,
    [Symbol.dispose]: () => {
      guard[Symbol.dispose]();
      process.off("SIGINT", abort);
    },
  };
}
