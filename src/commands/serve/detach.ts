/** `anechat serve --detach`: the same server as a process of its own, which stays when this one ends. */
import { spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { embeddedFiles } from "../../base/embedded.ts";
import { AnechatError, type ErrorCode, errorCodeOf, exitCodes, writeFailure } from "../../base/errors.ts";
import type { Io } from "../../cli/io.ts";
import { Registry, type SeenServer } from "../../server/registry.ts";
import { untilReady } from "./ready.ts";
import type { ServeFlags } from "./run.ts";

/** Lines of its log that tell why a server didn't start. */
const lastLines = 5;

export async function detach(models: readonly string[], flags: ServeFlags, io: Io): Promise<number> {
  const args = process.argv.slice(process.argv.indexOf("serve"));
  const entry = await startDetached(args, models[0] ?? "the server", flags, io);
  // What a script needs to use it.
  io.stdout.write(`${entry.url.replace(/\/$/, "")}\n`);
  io.note(
    `${entry.name} runs as process ${entry.pid}. Its log: ${entry.log}. "anechat stop ${entry.name}" ends it.`,
  );
  return exitCodes.ok;
}

/**
 * Starts a server and waits until it answers with its models loaded.
 * @param args from "serve" on
 * @param label what is waited for
 * @throws AnechatError with what its log says, and what it ended with, if it doesn't start
 */
export async function startDetached(
  args: readonly string[],
  label: string,
  flags: Pick<ServeFlags, "apiKey" | "quiet">,
  io: Io,
): Promise<SeenServer> {
  const instance = crypto.randomUUID();
  const folder = join(io.paths.cache, "logs");
  const log = join(
    folder,
    `serve-${new Date().toISOString().replaceAll(":", "-").slice(0, 19)}-${instance.slice(0, 8)}.log`,
  );
  const output = openLog(folder, log);
  const program = embeddedFiles === undefined ? [process.argv[1] ?? ""] : [];
  const [command = "serve", ...others] = withoutKey(args).filter((arg) => arg !== "--detach");
  const child = spawn(
    process.execPath,
    // In front: behind a "--" they would be names of models.
    [...program, command, "--instance", instance, "--log", log, ...others],
    {
      detached: true,
      stdio: ["ignore", output, output],
      // A command line is seen by all users of a machine.
      env: { ...io.env, ...(flags.apiKey === undefined ? {} : { ANECHAT_API_KEY: flags.apiKey }) },
    },
  );
  closeSync(output);
  child.unref();
  let failure: { code: ErrorCode; said: string } | undefined;
  child.on("error", ({ message }) => {
    failure = { code: "unexpected", said: message };
  });
  child.on("exit", (exitCode, signal) => {
    const said = readFileSync(log, "utf8").trim().split("\n").slice(-lastLines).join("\n");
    // On a full disk it can't even say why.
    failure ??=
      signal === null
        ? { code: errorCodeOf(exitCode), said: said || `it ended with status ${exitCode}` }
        : { code: "interrupted", said: signal };
  });
  const registry = new Registry(io.paths.runtime);
  const look = async (): Promise<SeenServer | "starting"> => {
    if (failure === undefined) return (await registry.server(instance)) ?? "starting";
    const said = failure.said.replace(/^anechat: /m, "");
    throw new AnechatError(failure.code, `The server didn't start: ${said}`, { hint: `Its log: ${log}` });
  };
  try {
    const server = await untilReady(look, `Starting ${label}`, flags.quiet === true, io);
    if (server !== undefined) return server;
    throw new Error("a server that is waited for has no other end than a failure");
  } catch (error) {
    child.kill();
    throw error;
  }
}

/** @throws AnechatError `noAccess`, `diskFull` */
function openLog(folder: string, log: string): number {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return openSync(log, "a", 0o600);
  } catch (cause) {
    throw writeFailure(folder, cause, "A server in the background keeps its log there: see XDG_CACHE_HOME.");
  }
}

function withoutKey(args: readonly string[]): string[] {
  const kept: string[] = [];
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] as string;
    if (arg === "--api-key") index += 1;
    else if (!arg.startsWith("--api-key=")) kept.push(arg);
  }
  return kept;
}
