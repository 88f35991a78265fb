/**
 * The executable: runs the command line and shows, at one place, whatever went
 * wrong. Everything else is in commands/.
 */
import { exitCodes, toAnechatError } from "./base/errors.ts";
import { resolvePaths } from "./base/paths.ts";
import { ignoresHangup, Shutdown } from "./base/shutdown.ts";
import { run } from "./commands/program.ts";
import { sanitize } from "./terminal/sanitize.ts";

const { stdout, stderr } = process;
const shutdown = new Shutdown({ process, ignoresHangup: ignoresHangup() });

// A reader that has seen enough (`| head -1`) is no error.
stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(exitCodes.ok);
  if (error.code !== "EIO" || !stdout.isTTY) throw error;
  // The terminal was closed, and the answer is saved as far as it came.
  shutdown.hangUp();
});
// Nothing is left to tell it to.
stderr.on("error", () => {});

const args = process.argv.slice(2);
const isVerbose = args.includes("--verbose");

try {
  leave(await run(args, resolvePaths(process.env), shutdown));
} catch (thrown) {
  const error = toAnechatError(thrown);
  const hint = error.hint === undefined ? "" : `\n  ${error.hint}`;
  const stack = isVerbose ? `\n${stackOf(error)}` : "";
  // Names of files and words of models may be in it.
  stderr.write(`${sanitize(`anechat: ${error.message}${hint}${stack}`)}\n`);
  leave(error.exitCode);
}

/** Exits once a slow reader has got everything: exiting at once would throw away what waits in the pipe. */
function leave(code: number): void {
  stdout.end(() => {
    shutdown.end();
    process.exit(code);
  });
}

function stackOf(error: Error): string {
  const own = error.stack ?? error.message;
  return error.cause instanceof Error ? `${own}\ncaused by ${stackOf(error.cause)}` : own;
}
