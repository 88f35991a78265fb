/** `anechat stop`: stops servers, and waits until they have ended. */
import { AnechatError, errorCode, exitCodes, toAnechatError } from "../../base/errors.ts";
import { plural } from "../../base/format.ts";
import { isRunning } from "../../base/running.ts";
import { type Io, stepProgress } from "../../cli/io.ts";
import { Registry, type ServerStatus } from "../../server/registry.ts";
import { sanitize } from "../../terminal/sanitize.ts";

/** Longer than the 30 s for which a server lets answers continue. */
const patienceMs = 40_000;
const pollMs = 50;

export async function stop(
  names: readonly string[],
  flags: { all?: boolean; quiet?: boolean },
  io: Io,
): Promise<number> {
  if ((flags.all === true) === names.length > 0) {
    throw new AnechatError("usage", "Which server? Name one, or --all.", {
      hint: '"anechat ps" shows them.',
    });
  }
  const registry = new Registry(io.paths.runtime);
  const servers = await registry.servers();
  const chosen = flags.all ? servers : names.map((name) => serverOf(name, servers));
  if (chosen.length === 0) io.note("No server is running.");
  // A server that is stuck must not keep others from being stopped.
  const failures: AnechatError[] = [];
  for (const server of new Set(chosen)) {
    try {
      await end(server, registry, flags.quiet === true, io);
    } catch (error) {
      failures.push(toAnechatError(error));
    }
  }
  const [first, ...others] = failures;
  for (const { message } of others) io.note(message);
  if (first !== undefined) throw first;
  return exitCodes.ok;
}

function serverOf(name: string, servers: readonly ServerStatus[]): ServerStatus {
  const found = servers.filter((server) => server.name === name || new URL(server.url).port === name);
  const [server] = found;
  if (server === undefined) {
    throw new AnechatError("usage", `No server "${name}" is running`, {
      hint:
        servers.length === 0
          ? "There are no running servers."
          : `Running: ${servers.map((one) => one.name).join(", ")}.`,
    });
  }
  if (found.length > 1) {
    throw new AnechatError("usage", `${plural(found.length, "server")} have the name "${name}"`, {
      hint: `Give the port instead: ${found.map(({ url }) => new URL(url).port).join(", ")}.`,
    });
  }
  return server;
}

async function end(server: ServerStatus, registry: Registry, quiet: boolean, io: Io): Promise<void> {
  const { name, pid, running } = server;
  if (!server.answers && !server.isProcessKnown) {
    // The process id may belong to another program by now.
    throw new AnechatError(
      "unexpected",
      `${name} doesn't answer, and process ${pid} may be another program`,
      {
        hint: `If it is the server: kill ${pid}`,
      },
    );
  }
  using progress = stepProgress(io, `Ending ${sanitize(name)}`, quiet);
  if (running > 0) progress.update(undefined, `after ${plural(running, "answer")}`);
  try {
    process.kill(pid, "SIGTERM");
  } catch (error) {
    // It has ended already.
    if (errorCode(error) !== "ESRCH") throw error;
  }
  const late = performance.now() + patienceMs;
  while (isRunning(pid)) {
    if (performance.now() > late) {
      throw new AnechatError("unexpected", `${name} (process ${pid}) doesn't end`, {
        hint: `To force it: kill -KILL ${pid}`,
      });
    }
    await Bun.sleep(pollMs);
  }
  registry.remove(server);
  progress.done(`${name} has ended.`);
}
