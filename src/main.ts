/**
 * The executable: runs the command line and prints the error if it fails. Commands are in
 * commands/.
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
  // The reader closed the pipe, as in `| head -1`. That is not an error.
  if (error.code === "EPIPE") process.exit(exitCodes.ok);
  // The terminal was closed. The answer so far is saved.
  if (error.code === "EIO" && stdout.isTTY) return shutdown.hangUp();
  const failure = writeFailure("stdout", error);
  show(failure);
  process.exit(failure.exitCode);
});
// This can't be reported anywhere. The answer continues on stdout.
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
  // The message may contain file names and text of a model.
  stderr.write(`${sanitize(`anechat: ${error.message}${hint}${stack}`)}\n`);
}

/**
 * Exits after a slow reader has read everything: an earlier exit would lose what is in the pipe.
 */
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
