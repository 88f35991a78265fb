/** What a command gets from its surroundings: streams, environment, signals. Tests pass their own. */
import { exitCodes } from "../base/errors.ts";
import type { Environment, Paths } from "../base/paths.ts";
import type { Shutdown } from "../base/shutdown.ts";
import { ensureUnpacked } from "../base/unpack.ts";
import { RpcMachines } from "../rpc/machines.ts";
import { createColors } from "../terminal/colors.ts";
import { type Progress, showProgress } from "../terminal/progress.ts";
import { sanitize } from "../terminal/sanitize.ts";
import { AliasTable } from "./config/aliases.ts";
import type { EndpointSettings } from "./config/files.ts";

export type Interrupt = Disposable & { readonly signal: AbortSignal };

export type Io = {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  readonly env: Environment;
  readonly paths: Paths;
  /** Short names of models, of the config file. */
  readonly aliases: AliasTable;
  /** Of the config file. */
  readonly endpoints: ReadonlyMap<string, EndpointSettings>;
  /** ensureUnpacked(), once: where the cache can't be written it would unpack again each time. */
  unpacked(): string | undefined;
  /** Of --rpc. */
  readonly rpcMachines: RpcMachines;
  /** A line on stderr that is no error, made safe for a terminal; silent with --quiet. */
  note(line: string): void;
  /** Until disposed, the first Ctrl+C aborts the signal instead of ending the program; the second ends it. So does SIGTERM. */
  onInterrupt(): Interrupt;
  /** What SIGTERM and the end of the terminal do. */
  readonly shutdown: Shutdown;
};

export function processIo(
  paths: Paths,
  shutdown: Shutdown,
  quiet: boolean,
  { aliases, endpoints }: Pick<Io, "aliases" | "endpoints"> = {
    aliases: new AliasTable(),
    endpoints: new Map(),
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
    unpacked: () => {
      unpacked ??= {
        folder: ensureUnpacked(paths.cache, (reason) =>
          note(
            `${paths.cache} can't be used (${reason}): the native libraries are unpacked again at each start.`,
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

/** A step's progress on stderr. @param label "Loading model x.gguf" */
export function stepProgress(io: Io, label: string, quiet: boolean): Progress {
  return showProgress({ output: io.stderr, colors: createColors(io.env, io.stderr), label, quiet });
}

/** Some programs signal a process and its group: two signals so close are one Ctrl+C. */
const sameKeyMs = 200;

function onInterrupt(shutdown: Shutdown): Interrupt {
  const controller = new AbortController();
  const guard = shutdown.guard(() => controller.abort());
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
