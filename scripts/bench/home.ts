/** A temporary home folder in which programs run. */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** It is removed on dispose. */
export class Home implements Disposable {
  readonly folder = mkdtempSync(join(tmpdir(), "anechat-bench-"));

  async run(command: string[]): Promise<string> {
    const child = this.#start(command);
    const [stdout, stderr, status] = await Promise.all([
      new Response(child.stdout).text(),
      new Response(child.stderr).text(),
      child.exited,
    ]);
    if (status !== 0) throw new Error(`"${command.join(" ")}" ended with ${status}:\n${stderr.slice(-2000)}`);
    return stdout;
  }

  /** Milliseconds until the first output on stdout. */
  async firstOutput(command: string[]): Promise<number> {
    const start = performance.now();
    const child = this.#start(command);
    let milliseconds: number | undefined;
    for await (const _ of child.stdout) milliseconds ??= performance.now() - start;
    if (milliseconds === undefined || (await child.exited) !== 0) {
      throw new Error(
        `"${command.join(" ")}" failed or printed nothing:\n${await new Response(child.stderr).text()}`,
      );
    }
    return milliseconds;
  }

  #start(command: string[]) {
    mkdirSync(join(this.folder, "home"), { recursive: true });
    const env = { PATH: process.env.PATH, HOME: join(this.folder, "home") };
    return Bun.spawn(command, { env, stdio: ["ignore", "pipe", "pipe"] });
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
