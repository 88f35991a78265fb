/** From what the user calls a model to a file on this disk: found, or fetched from the Hub with everything said about it. */
import { basename } from "node:path";
import { AnechatError } from "../base/errors.ts";
import { formatBytes, formatDuration } from "../base/format.ts";
import { availableMemory } from "../engine/free-memory.ts";
import { formatHubName, type HubName } from "../hub/name.ts";
import { type HubSettings, hubSettings } from "../hub/settings.ts";
import { findModel } from "../models/find.ts";
import type { PullPlan } from "../models/pull.ts";
import { TransferRate } from "../terminal/transfer.ts";
import { downloadOptions, hubClient, interruptible } from "./hub.ts";
import { type Io, stepProgress } from "./io.ts";

export type LocalModel = {
  path: string;
  /** As it is shown: the file's name, or "demo". */
  name: string;
  isDemo: boolean;
};

/**
 * What is here is used without a network.
 * @throws AnechatError of finding, and of fetching
 */
export async function obtainModel(name: string, quiet: boolean, io: Io): Promise<LocalModel> {
  const settings = hubSettings(io.env);
  const found = findModel(name, settings, () => io.unpacked());
  switch (found.kind) {
    case "demo":
      return { path: found.path, name, isDemo: true };
    case "file":
    case "cached":
      return { path: found.path, name: basename(found.path), isDemo: false };
    case "remote": {
      const { path } = await fetchModel(found.name, settings, quiet, io);
      return { path, name: basename(path), isDemo: false };
    }
  }
}

/** @returns the path of the model, or of its first shard, and what was fetched */
export async function fetchModel(
  name: HubName,
  settings: HubSettings,
  quiet: boolean,
  io: Io,
): Promise<{ path: string; plan: PullPlan }> {
  // Only who fetches pays for loading what fetching needs.
  const client = await hubClient(settings, io);
  const { choiceError, planPull, runPull, selectorOf } = await import("../models/pull.ts");
  using interrupt = io.onInterrupt();
  const { signal } = interrupt;
  const memory = availableMemory();

  const looking = stepProgress(io, `Looking for ${formatHubName(name)}`, quiet || !io.stderr.isTTY);
  const plan = await interruptible(planPull(client, name, settings.cache, signal), signal).finally(() =>
    looking.clear(),
  );
  if ("reason" in plan) {
    if (quiet || !io.stdin.isTTY || !io.stderr.isTTY) throw choiceError(name, plan, memory);
    const { chooseVariant } = await import("../terminal/variant-menu.ts");
    const chosen = await chooseVariant(name, plan, memory, { input: io.stdin, output: io.stderr });
    if (chosen === undefined) throw new AnechatError("interrupted", "No model was chosen.");
    return fetchModel({ ...name, selector: selectorOf(chosen, plan.variants) }, settings, quiet, io);
  }

  const { variant } = plan;
  if (variant.bytes > memory) {
    io.note(
      `${formatBytes(variant.bytes)} is more than the ${formatBytes(memory)} of memory that are free: it may not run here.`,
    );
  }
  const label = `Downloading ${formatHubName({ ...name, selector: variant.quantization })}`;
  const isHere = plan.missing === 0;
  using progress = stepProgress(io, label, quiet || isHere);
  const began = performance.now();
  const rate = new TransferRate(() => performance.now());
  let last = 0;
  const path = await runPull(client, plan, {
    ...downloadOptions(settings, io),
    signal,
    onWait: (file) => progress.update(undefined, `waiting: another process is fetching ${basename(file)}`),
    onProgress: (received, total) => {
      // Chunks come by the thousand.
      if (performance.now() - last < 100 && received < total) return;
      last = performance.now();
      progress.update(received / total, rate.describe(received, total));
    },
  });
  if (isHere && !quiet) io.note(`${formatHubName(name)} is already here.`);
  progress.done(
    `Downloaded ${formatBytes(plan.missing)} in ${formatDuration(performance.now() - began)} to ${settings.cache}`,
  );
  return { path, plan };
}
