/** `anechat ps`: lists the user's running servers. */
import { exitCodes } from "../../base/errors.ts";
import { localTime } from "../../base/format.ts";
import type { Io } from "../../cli/io.ts";
import { Registry, type ServerStatus } from "../../server/registry.ts";
import { printJson } from "../../terminal/print.ts";
import { sanitizeLine } from "../../terminal/sanitize.ts";

export async function ps(flags: { json?: boolean }, io: Io): Promise<number> {
  const servers = await new Registry(io.paths.runtime).servers();
  if (flags.json) {
    printJson(io.stdout, servers);
    return exitCodes.ok;
  }
  if (servers.length === 0) {
    io.note('No server is running. "anechat serve" starts one.');
    return exitCodes.ok;
  }
  const rows = [
    ["NAME", "ADDRESS", "PID", "SINCE", "STATE"],
    ...servers.map((server) => [
      server.name,
      server.url.replace(/\/$/, ""),
      String(server.pid),
      localTime(server.started),
      stateOf(server),
    ]),
  ].map((row) => row.map(sanitizeLine));
  const widths =
    rows[0]?.map((_, column) => Math.max(...rows.map((row) => Bun.stringWidth(row[column] ?? "")))) ?? [];
  for (const row of rows) {
    const cells = row.map((cell, column) => cell + " ".repeat((widths[column] ?? 0) - Bun.stringWidth(cell)));
    io.stdout.write(`${cells.join("  ").trimEnd()}\n`);
  }
  return exitCodes.ok;
}

function stateOf({ answers, isLoading, running, loaded }: ServerStatus): string {
  if (!answers) return "doesn't answer";
  if (isLoading) return "loading";
  return `${running} running, ${loaded.length === 0 ? "nothing" : loaded.join(", ")} loaded`;
}
