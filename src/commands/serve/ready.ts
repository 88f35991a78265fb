/** Waits for a server that may have yet to load its models. */
import { pause } from "../../base/pause.ts";
import { interruptible } from "../../cli/hub.ts";
import { type Io, stepProgress } from "../../cli/io.ts";
import type { SeenServer } from "../../server/registry.ts";

const lookMs = 50;

/**
 * @param look the server as it is now, or why there is none. What it throws ends the waiting.
 * @param label what is said meanwhile
 * @returns undefined if it has ended
 * @throws AnechatError `interrupted` by Ctrl+C, and what `look` throws
 */
export async function untilReady(
  look: () => Promise<SeenServer | "starting" | "ended">,
  label: string,
  quiet: boolean,
  io: Io,
): Promise<SeenServer | undefined> {
  using interrupt = io.onInterrupt();
  using progress = stepProgress(io, label, quiet);
  for (;;) {
    const server = await look();
    if (server !== "starting" && (server === "ended" || (server.answers && !server.isLoading))) {
      progress.clear();
      return server === "ended" ? undefined : server;
    }
    progress.update(undefined);
    await interruptible(pause(lookMs, interrupt.signal), interrupt.signal);
  }
}
