/** `anechat serve --detach`: starts the server as a process that stays when this one ends. */
import { spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { embeddedFiles } from "../../base/embedded.ts";
import { AnechatError, type ErrorCode, errorCodeOf, exitCodes, writeFailure } from "../../base/errors.ts";
import type { Io } from "../../cli/io.ts";
import { checkModelName } from "../../cli/model/unknown-model.ts";
import { untilReady } from "../../cli/server/ready.ts";
import { Registry, type ServerStatus } from "../../server/registry.ts";
import type { ServeFlags } from "./run.ts";

/** Lines of the log in the error of a server that didn't start. */
const lastLines = 5;

export async function detach(models: readonly string[], flags: ServeFlags, io: Io): Promise<number> {
  for (const model of models) checkModelName(model, io);
  const args = process.argv.slice(process.argv.indexOf("serve"));
  const entry = await startDetached(args, models[0] ?? "the server", flags, io);
  // Scripts need the address.
  io.stdout.write(`${entry.url.replace(/\/$/, "")}\n`);
  io.note(
    `${entry.name} runs as process ${entry.pid}. Its log: ${entry.log}. ` +
      `"anechat stop ${entry.name}" stops it.`,
  );
  return exitCodes.ok;
}

/**
 * Starts a server and waits until it answers with its models loaded.
 * @param args of the command line, from "serve" on
 * @param label of the server, shown while waiting
 * @throws AnechatError if it doesn't start: with the end of its log, and the code of its exit
 *   status
 */
export async function startDetached(
  args: readonly string[],
  label: string,
  flags: Pick<ServeFlags, "apiKey" | "quiet">,
  io: Io,
): Promise<ServerStatus> {
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
    // First, because after a "--" they would be names of models.
    [...program, command, "--instance", instance, "--log", log, ...others],
    {
      detached: true,
      stdio: ["ignore", output, output],
      // All users of a machine can see a command line.
      env: { ...io.env, ...(flags.apiKey === undefined ? {} : { ANECHAT_API_KEY: flags.apiKey }) },
    },
  );
  closeSync(output);
  child.unref();
  let failure: { code: ErrorCode; reason: string } | undefined;
  child.on("error", ({ message }) => {
    failure = { code: "unexpected", reason: message };
  });
  child.on("exit", (exitCode, signal) => {
    const output = readFileSync(log, "utf8").trim().split("\n").slice(-lastLines).join("\n");
    // On a full disk, the log is empty.
    failure ??=
      signal === null
        ? { code: errorCodeOf(exitCode), reason: output || `it ended with status ${exitCode}` }
        : { code: "interrupted", reason: signal };
  });
  const registry = new Registry(io.paths.runtime);
  const look = async (): Promise<ServerStatus | "starting"> => {
    if (failure === undefined) return (await registry.server(instance)) ?? "starting";
    const reason = failure.reason.replace(/^anechat: /m, "");
    throw new AnechatError(failure.code, `The server didn't start: ${reason}`, { hint: `Its log: ${log}` });
  };
  try {
    const server = await untilReady(look, `Starting ${label}`, flags.quiet === true, io);
    if (server !== undefined) return server;
    throw new Error("untilReady() ends with a server or an error");
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
    throw writeFailure(
      folder,
      cause,
      "A server in the background writes its log there. XDG_CACHE_HOME chooses another folder.",
    );
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
