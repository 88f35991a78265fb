/** Shared by the build scripts: folders, and running other programs. */
import { join } from "node:path";

export const projectFolder = join(import.meta.dir, "..");
export const buildFolder = join(projectFolder, "build");

type RunOptions = { cwd?: string; env?: Record<string, string | undefined> };

/** Runs a program to its end with our stdout and stderr. @throws Error if its exit code is not 0 */
export async function run(command: string[], options: RunOptions = {}): Promise<void> {
  const child = Bun.spawn(command, {
    cwd: projectFolder,
    ...options,
    stdio: ["ignore", "inherit", "inherit"],
  });
  if ((await child.exited) !== 0) throw new Error(`"${command.join(" ")}" failed. See its output above.`);
}

/**
 * Runs a program to its end.
 * @returns its stdout without trailing whitespace
 * @throws Error if its exit code is not 0
 */
export async function capture(command: string[], options: RunOptions = {}): Promise<string> {
  const child = Bun.spawn(command, { cwd: projectFolder, ...options, stdio: ["ignore", "pipe", "inherit"] });
  const text = await new Response(child.stdout).text();
  if ((await child.exited) !== 0) throw new Error(`"${command.join(" ")}" failed. See its output above.`);
  return text.trimEnd();
}

/** Runs a script and exits. An error is printed as its message, without a stack trace. */
export async function runScript(main: () => Promise<void>): Promise<never> {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
  process.exit(process.exitCode ?? 0);
}
