/** Where models are on this machine, and how the Hub is asked for others: for all commands. */
import { AnechatError } from "../base/errors.ts";
import { pause, untilAborted } from "../base/pause.ts";
import type { HubClient } from "../hub/client.ts";
import type { DownloadOptions } from "../hub/download.ts";
import { type HubSettings, hubSettings } from "../hub/settings.ts";
import type { ModelPaths } from "../models/find.ts";
import type { Io } from "./io.ts";

/** Where models are, and the settings of the Hub. */
export function modelPaths(io: Io): HubSettings & ModelPaths {
  return { ...hubSettings(io.env), ownCache: io.paths.cache };
}

/** Imported lazily: the client brings a schema library along. */
export async function hubClient(settings: HubSettings, io: Io): Promise<HubClient> {
  const { HubClient } = await import("../hub/client.ts");
  return new HubClient(settings, { fetch, sleep: pause, note: (line) => io.note(line) });
}

export function downloadOptions(settings: HubSettings, io: Io): DownloadOptions {
  return {
    cache: settings.cache,
    links: settings.links,
    ownCache: io.paths.cache,
    tools: { now: () => Date.now(), sleep: pause },
  };
}

/** Work that Ctrl+C stops: it ends as such, and not as a bug. */
export async function interruptible<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (signal.aborted) throw new AnechatError("interrupted", "Stopped.");
    throw error;
  }
}

/** The same for work that nothing can stop: it is no longer waited for. */
export function untilInterrupted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return interruptible(untilAborted(work, signal), signal);
}
