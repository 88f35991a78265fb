/** Where this user's models lie. */
import { type HubSettings, hubSettings } from "../hub/settings.ts";
import type { ModelPlaces } from "../models/find.ts";
import type { Io } from "./io.ts";

export function modelPlaces(io: Io): HubSettings & ModelPlaces {
  return { ...hubSettings(io.env), ownCache: io.paths.cache, aliases: io.aliases };
}
