/**
 * The executable: runs the command line and shows, at one place, whatever went
 * wrong. Everything else is in commands/.
 */
import { type AnechatError, exitCodes, toAnechatError, writeFailure } from "./base/errors.ts";
import { resolvePaths } from "./base/paths.ts";
import { ignoresHangup, Shutdown } from "./base/shutdown.ts";
import { runCommandLine } from "./commands/index.ts";
import { cpuCheckArgument, runCpuCheck } from "./llama/cpu-check.ts";
import { sanitize } from "./terminal/sanitize.ts";

const { stdout, stderr } = process;
const shutdown = new Shutdown({ process, ignoresHangup: ignoresHangup() });

const args = process.argv.slice(2);
if (args[0] === cpuCheckArgument) {
  runCpuCheck(args);
  process.exit(exitCodes.ok);
}
const isVerbose = args.includes("--verbose");

stdout.on("error", (error: NodeJS.ErrnoException) => {
  // A reader that has seen enough (`| head -1`) is no error.
  if (error.code === "EPIPE") process.exit(exitCodes.ok);
  // The terminal was closed, and the answer is saved as far as it came.
  if (error.code === "EIO" && stdout.isTTY) return shutdown.hangUp();
  const failure = writeFailure("stdout", error);
  show(failure);
  process.exit(failure.exitCode);
});
// There is no other place to report it: the answer goes on.
stderr.on("error", () => {});

try {
  leave(await runCommandLine(args, resolvePaths(process.env), shutdown));
} catch (thrown) {
  const error = toAnechatError(thrown);
  show(error);
  leave(error.exitCode);
}

function show(error: AnechatError): void {
  const hint = error.hint === undefined ? "" : `\n  ${error.hint}`;
  const stack = isVerbose ? `\n${stackOf(error)}` : "";
  // Names of files and words of models may be in it.
  stderr.write(`${sanitize(`anechat: ${error.message}${hint}${stack}`)}\n`);
}

/** Exits once a slow reader has got everything: exiting at once would throw away what waits in the pipe. */
function leave(code: number): void {
  // A failure of the last write is reported only after this callback, and its exit code counts.
  stdout.end(() =>
    setImmediate(() => {
      shutdown.end();
      process.exit(code);
    }),
  );
}

function stackOf(error: Error): string {
  const own = error.stack ?? error.message;
  return error.cause instanceof Error ? `${own}\ncaused by ${stackOf(error.cause)}` : own;
}
