/**
 * The executable: runs the command line and shows, at one place, whatever went
 * wrong. Everything else is in commands/.
 */
import { type AnechatError, exitCodes, toAnechatError, writeFailure } from "./base/errors.ts";
import { resolvePaths } from "./base/paths.ts";
import { run } from "./commands/program.ts";
import { cpuCheckArgument, runCpuCheck } from "./llama/cpu-check.ts";
import { sanitize } from "./terminal/sanitize.ts";

const args = process.argv.slice(2);
if (args[0] === cpuCheckArgument) {
  runCpuCheck(args);
  process.exit(exitCodes.ok);
}
const isVerbose = args.includes("--verbose");

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // A reader that has seen enough (`| head -1`) is no error.
  if (error.code === "EPIPE") process.exit(exitCodes.ok);
  const failure = writeFailure("stdout", error);
  show(failure);
  process.exit(failure.exitCode);
});
// There is no other place to report it: the answer goes on.
process.stderr.on("error", () => {});

try {
  leave(await run(args, resolvePaths(process.env)));
} catch (thrown) {
  const error = toAnechatError(thrown);
  show(error);
  leave(error.exitCode);
}

function show(error: AnechatError): void {
  const hint = error.hint === undefined ? "" : `\n  ${error.hint}`;
  const stack = isVerbose ? `\n${stackOf(error)}` : "";
  // Names of files and words of models may be in it.
  process.stderr.write(`${sanitize(`anechat: ${error.message}${hint}${stack}`)}\n`);
}

/** Exits once a slow reader has got everything: exiting at once would throw away what waits in the pipe. */
function leave(code: number): void {
  // A failure of the last write is reported only after this callback, and its exit code counts.
  process.stdout.end(() => setImmediate(() => process.exit(code)));
}

function stackOf(error: Error): string {
  const own = error.stack ?? error.message;
  return error.cause instanceof Error ? `${own}\ncaused by ${stackOf(error.cause)}` : own;
}
