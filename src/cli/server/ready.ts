/** Waits until a server has loaded its models. */
import { pause } from "../../base/pause.ts";
import type { ServerStatus } from "../../server/registry.ts";
import { type Io, interruptible, stepProgress } from "../io.ts";

const pollMs = 50;

/**
 * @param look returns the server's present state; an error that it throws ends the waiting
 * @param label shown while waiting
 * @returns undefined if it has ended
 * @throws AnechatError `interrupted` by Ctrl+C, and what `look` throws
 */
export async function untilReady(
  look: () => Promise<ServerStatus | "starting" | "ended">,
  label: string,
  quiet: boolean,
  io: Io,
): Promise<ServerStatus | undefined> {
  using interrupt = io.onInterrupt();
  using progress = stepProgress(io, label, quiet);
  for (;;) {
    const server = await look();
    if (server !== "starting" && (server === "ended" || (server.answers && !server.isLoading))) {
      progress.clear();
      return server === "ended" ? undefined : server;
    }
    progress.update(undefined);
    await interruptible(pause(pollMs, interrupt.signal), interrupt.signal);
  }
}
