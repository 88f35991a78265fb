/** Fetches models of the Hub, with everything said about it: GGUF files as they are, weights to be converted. */
import { basename, join } from "node:path";
import { AnechatError } from "../base/errors.ts";
import { formatBytes, formatDuration } from "../base/format.ts";
import { availableMemory } from "../engine/free-memory.ts";
import type { HubClient } from "../hub/client.ts";
import { checkRoom, isSameDisk } from "../hub/disk.ts";
import { formatHubName, type HubName } from "../hub/name.ts";
import { removeSnapshotFile } from "../hub/remove.ts";
import { hubSettings } from "../hub/settings.ts";
import { bitsOf } from "../hub/variants.ts";
import {
  type ConversionSource,
  convertedFrom,
  convertedPath,
  prepareConverted,
} from "../models/converted.ts";
import type { SourcePlan } from "../models/pull.ts";
import { TransferRate } from "../terminal/transfer.ts";
import { runConversion } from "./conversion.ts";
import { alreadyGguf, type ConversionFlags, wantedQuantization } from "./conversion-flags.ts";
import { downloadOptions, hubClient, interruptible } from "./hub.ts";
import { type Io, stepProgress } from "./io.ts";
import { modelPlaces } from "./places.ts";

export type FetchedModel = {
  path: string;
  repo: string;
  commit: string;
  quantization: string;
  bytes: number;
};

/** Fetches a model of the Hub; one without a GGUF file is converted. */
export async function fetchModel(name: HubName, flags: ConversionFlags, io: Io): Promise<FetchedModel> {
  const settings = hubSettings(io.env);
  const quiet = flags.quiet === true;
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
  if ("source" in plan) return convertRepo(client, plan, flags, io);
  if (wantedQuantization(flags) !== undefined) throw alreadyGguf(name.repo);
  if ("reason" in plan) {
    if (quiet || !io.stdin.isTTY || !io.stderr.isTTY) throw choiceError(name, plan, memory);
    const { chooseVariant } = await import("../terminal/variant-menu.ts");
    const chosen = await chooseVariant(name, plan, memory, { input: io.stdin, output: io.stderr });
    if (chosen === undefined) throw new AnechatError("interrupted", "No model was chosen.");
    return fetchModel({ ...name, selector: selectorOf(chosen, plan.variants) }, flags, io);
  }

  const { variant } = plan;
  if (variant.bytes > memory) {
    io.note(
      `${formatBytes(variant.bytes)} is more than the ${formatBytes(memory)} of memory that are free: it may not run here.`,
    );
  }
  const label = formatHubName({ ...name, selector: variant.quantization });
  const path = await transfer(label, plan.missing, quiet, io, (onProgress, onWait) =>
    runPull(client, plan, { ...downloadOptions(settings, io), signal, onProgress, onWait }),
  );
  if (plan.missing === 0 && !quiet) io.note(`${formatHubName(name)} is already here.`);
  const { quantization, bytes } = variant;
  return { path, repo: name.repo, commit: plan.commit, quantization, bytes };
}

/** Fetches a repo's weights and makes a GGUF of them. */
async function convertRepo(
  client: HubClient,
  plan: SourcePlan,
  flags: ConversionFlags,
  io: Io,
): Promise<FetchedModel> {
  const settings = modelPlaces(io);
  const { name, commit } = plan;
  const quiet = flags.quiet === true;
  const quantization = name.selector?.toUpperCase() ?? wantedQuantization(flags);
  if (quantization !== undefined)
    (await import("../convert/quantization.ts")).parseQuantization(quantization);
  const source: ConversionSource = { kind: "repo", name: name.repo, state: commit };
  // It may have been made of this commit before its branch was known to mean it.
  const known = convertedFrom(settings.ownCache, source).find(
    (model) => quantization === undefined || model.quantization === quantization,
  );
  if (known !== undefined) {
    return {
      path: known.path,
      repo: name.repo,
      commit,
      quantization: known.quantization,
      bytes: known.bytes,
    };
  }
  // Rather before the download than after it.
  if (isSameDisk(settings.cache, settings.ownCache)) {
    const weights = plan.source.reduce((sum, { bytes }) => sum + bytes, 0);
    checkRoom(settings.cache, plan.missing + expectedBytes(weights, quantization));
  }
  const folder = await transferSource(client, plan, quiet, io);
  prepareConverted(settings.ownCache, source);
  const removable = flags.keepSource ? [] : plan.fresh.map((path) => join(folder, path));
  const { path, ...result } = await runConversion(
    {
      name: basename(name.repo),
      folder,
      quantization,
      output: (label) => convertedPath(settings.ownCache, source, label),
      onShardDone: (shard) => {
        if (removable.includes(shard))
          removeSnapshotFile(settings.cache, settings.ownCache, name.repo, shard);
      },
    },
    flags,
    io,
  );
  return { path, repo: name.repo, commit, ...result };
}

/** The weights of a repo, in the Hub's cache. @throws as fetchModel */
export async function fetchSource(
  name: HubName,
  flags: ConversionFlags,
  io: Io,
): Promise<{ folder: string; fresh: readonly string[] }> {
  const settings = hubSettings(io.env);
  const client = await hubClient(settings, io);
  const { planSource } = await import("../models/pull.ts");
  using interrupt = io.onInterrupt();
  const { signal } = interrupt;
  const quiet = flags.quiet === true;
  const looking = stepProgress(io, `Looking for ${formatHubName(name)}`, quiet || !io.stderr.isTTY);
  const planning = planSource(client, name, settings.cache, signal);
  const plan = await interruptible(planning, signal).finally(() => looking.clear());
  return { folder: await transferSource(client, plan, quiet, io), fresh: plan.fresh };
}

async function transferSource(client: HubClient, plan: SourcePlan, quiet: boolean, io: Io): Promise<string> {
  const { repo } = plan.name;
  if (!quiet) await mentionGguf(client, repo, io);
  const { pullSource } = await import("../models/pull.ts");
  using interrupt = io.onInterrupt();
  const { signal } = interrupt;
  return transfer(repo, plan.missing, quiet, io, (onProgress, onWait) =>
    pullSource(client, plan, { ...downloadOptions(hubSettings(io.env), io), signal, onProgress, onWait }),
  );
}

/** What a conversion takes, about, of weights of sixteen bits each. */
function expectedBytes(weights: number, quantization: string | undefined): number {
  const bits = quantization === undefined ? undefined : bitsOf(quantization);
  // As defaultQuantization in src/convert/quantization.ts: up to four billion weights eight bits, then four.
  return (weights * ((bits ?? (weights <= 8e9 ? 8 : 4)) + 0.8)) / 16;
}

/** Somebody may have converted it before: said, and never switched to. */
async function mentionGguf(client: HubClient, repo: string, io: Io): Promise<void> {
  const found = await client.ggufOf(repo, AbortSignal.timeout(mentionMs)).catch(() => undefined);
  if (found !== undefined) io.note(`${repo} is converted here. There is a GGUF of it on the Hub: ${found}`);
}

/** Nobody waits longer for a hint. */
const mentionMs = 3_000;

/** A download with its line of progress. */
async function transfer(
  label: string,
  missing: number,
  quiet: boolean,
  io: Io,
  run: (
    onProgress: (received: number, total: number) => void,
    onWait: (file: string) => void,
  ) => Promise<string>,
): Promise<string> {
  using progress = stepProgress(io, `Downloading ${label}`, quiet || missing === 0);
  const began = performance.now();
  const rate = new TransferRate(() => performance.now());
  let last = 0;
  const path = await run(
    (received, total) => {
      // Chunks come by the thousand.
      if (performance.now() - last < 100 && received < total) return;
      last = performance.now();
      progress.update(received / total, rate.describe(received, total));
    },
    (file) => progress.update(undefined, `waiting: another process is fetching ${basename(file)}`),
  );
  progress.done(
    `Downloaded ${formatBytes(missing)} in ${formatDuration(performance.now() - began)} to ${hubSettings(io.env).cache}`,
  );
  return path;
}
