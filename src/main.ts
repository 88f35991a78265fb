/**
 * The executable: runs the command line and shows, at one place, whatever went
 * wrong. Everything else is in commands/.
 */
import { exitCodes, toAnechatError } from "./base/errors.ts";
import { resolvePaths } from "./base/paths.ts";
import { run } from "./commands/program.ts";
import { cpuCheckArgument, runCpuCheck } from "./llama/cpu-check.ts";
import { sanitize } from "./terminal/sanitize.ts";

// A reader that has seen enough (`| head -1`) is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(exitCodes.ok);
  throw error;
});

const args = process.argv.slice(2);
if (args[0] === cpuCheckArgument) {
  runCpuCheck(args);
  process.exit(exitCodes.ok);
}
const isVerbose = args.includes("--verbose");

try {
  leave(await run(args, resolvePaths(process.env)));
} catch (thrown) {
  const error = toAnechatError(thrown);
  const hint = error.hint === undefined ? "" : `\n  ${error.hint}`;
  const stack = isVerbose ? `\n${stackOf(error)}` : "";
  // Names of files and words of models may be in it.
  process.stderr.write(`${sanitize(`anechat: ${error.message}${hint}${stack}`)}\n`);
  leave(error.exitCode);
}

/** Exits once a slow reader has got everything: exiting at once would throw away what waits in the pipe. */
function leave(code: number): void {
  process.stdout.end(() => process.exit(code));
}

function stackOf(error: Error): string {
  const own = error.stack ?? error.message;
  return error.cause instanceof Error ? `${own}\ncaused by ${stackOf(error.cause)}` : own;
}
