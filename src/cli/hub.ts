/** What all commands that use the Hub share: settings, client, download options, Ctrl+C. */
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

/** Imported lazily: the client loads a schema library. */
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

/** Turns the error of work that Ctrl+C stopped into `interrupted`. */
export async function interruptible<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (signal.aborted) throw new AnechatError("interrupted", "Stopped");
    throw error;
  }
}

/** The same for work that can't be stopped: Ctrl+C only ends the waiting. */
export function untilInterrupted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return interruptible(untilAborted(work, signal), signal);
}
