/** What all commands that use the Hub share: settings, client, download options. */
import { pause } from "../base/pause.ts";
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
