/** Folders and helpers to run programs, for all build scripts. */
import { join } from "node:path";

export const projectFolder = join(import.meta.dir, "..");
export const buildFolder = join(projectFolder, "build");

type RunOptions = { cwd?: string; env?: Record<string, string | undefined> };

/** Runs a program to its end; it prints to our stdout and stderr. @throws if its status isn't 0 */
export async function run(command: string[], options: RunOptions = {}): Promise<void> {
  const child = Bun.spawn(command, {
    cwd: projectFolder,
    ...options,
    stdio: ["ignore", "inherit", "inherit"],
  });
  if ((await child.exited) !== 0) throw new Error(`"${command.join(" ")}" failed; its own message is above.`);
}

/**
 * Runs a program to its end.
 * @returns its stdout without the last newline
 * @throws if its status isn't 0
 */
export async function capture(command: string[], options: RunOptions = {}): Promise<string> {
  const child = Bun.spawn(command, { cwd: projectFolder, ...options, stdio: ["ignore", "pipe", "inherit"] });
  const text = await new Response(child.stdout).text();
  if ((await child.exited) !== 0) throw new Error(`"${command.join(" ")}" failed; its own message is above.`);
  return text.trimEnd();
}

/** Runs a script. An error ends it with one sentence instead of a stack trace. */
export async function runScript(main: () => Promise<void>): Promise<never> {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
  process.exit(process.exitCode ?? 0);
}
