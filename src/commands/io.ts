/** What a command gets from its surroundings: streams, environment, signals. Tests pass their own. */
import type { Environment, Paths } from "../base/paths.ts";

export type Interrupt = Disposable & { readonly signal: AbortSignal };

export type Io = {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  readonly env: Environment;
  readonly paths: Paths;
  /** A line on stderr that is no error; silent with --quiet. */
  note(line: string): void;
  /** Until disposed, the first Ctrl+C aborts the signal instead of ending the program; the second ends it. */
  onInterrupt(): Interrupt;
};

export function processIo(paths: Paths, quiet: boolean): Io {
  return {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    paths,
    note: (line) => {
      if (!quiet) process.stderr.write(`${line}\n`);
    },
    onInterrupt,
  };
}

function onInterrupt(): Interrupt {
  const controller = new AbortController();
  const abort = (): void => {
    if (controller.signal.aborted) process.exit(130);
    controller.abort();
  };
  process.on("SIGINT", abort);
  return { signal: controller.signal, [Symbol.dispose]: () => process.off("SIGINT", abort) };
}
