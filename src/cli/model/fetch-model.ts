/** Downloads models from the Hub and shows the progress. A repo without GGUF files is converted. */
import { basename, join } from "node:path";
import { AnechatError } from "../../base/errors.ts";
import { formatBytes, formatDuration } from "../../base/format.ts";
import { availableMemory } from "../../engine/memory/available.ts";
import type { HubClient } from "../../hub/client.ts";
import { checkFreeSpace, isSameDisk } from "../../hub/disk.ts";
import { formatHubName, type HubName } from "../../hub/name.ts";
import { removeSnapshotFile } from "../../hub/remove.ts";
import { hubSettings } from "../../hub/settings.ts";
import { bitsOf } from "../../hub/variants.ts";
import {
  type ConversionSource,
  convertedFrom,
  convertedPath,
  prepareConverted,
} from "../../models/converted.ts";
import type { SourcePlan } from "../../models/pull.ts";
import { isDumb } from "../../terminal/capabilities.ts";
import { transferMeter } from "../../terminal/transfer.ts";
import { downloadOptions, hubClient, modelPaths } from "../hub.ts";
import { type Io, interruptible, stepProgress, withMenu } from "../io.ts";
import { runConversion } from "./conversion.ts";
import { alreadyGguf, type ConversionFlags, wantedQuantization } from "./conversion-flags.ts";

type FetchedModel = {
  path: string;
  repo: string;
  commit: string;
  quantization: string;
  bytes: number;
};

/** Downloads a model from the Hub. One without a GGUF file is converted. */
export async function fetchModel(name: HubName, flags: ConversionFlags, io: Io): Promise<FetchedModel> {
  const settings = hubSettings(io.env);
  const quiet = flags.quiet === true;
  // Imported lazily: most commands never download.
  const client = await hubClient(settings, io);
  const { choiceError, planPull, runPull, selectorOf } = await import("../../models/pull.ts");
  using interrupt = io.onInterrupt();
  const { signal } = interrupt;
  const memory = availableMemory();

  const plan = await lookUp(name, planPull(client, name, settings.cache, signal), signal, quiet, io);
  if ("source" in plan) return convertRepo(client, plan, flags, io);
  if (wantedQuantization(flags) !== undefined) throw alreadyGguf(name.repo);
  if ("reason" in plan) {
    if (quiet || !io.stdin.isTTY || !io.stderr.isTTY || isDumb(io.env)) throw choiceError(name, plan, memory);
    const { chooseVariant } = await import("../../terminal/variant-menu.ts");
    const chosen = await withMenu(io, (terminal) => chooseVariant(name, plan, memory, terminal));
    if (chosen === undefined) throw new AnechatError("interrupted", "No model was chosen");
    return fetchModel({ ...name, selector: selectorOf(chosen, plan.variants) }, flags, io);
  }

  const { variant } = plan;
  if (variant.bytes > memory) {
    io.note(
      `The model has ${formatBytes(variant.bytes)}, ` +
        `but only ${formatBytes(memory)} of memory are free. It may not run on this machine.`,
    );
  }
  const label = formatHubName({ ...name, selector: variant.quantization });
  const path = await transfer(label, plan.missing, quiet, io, (onProgress, onWait) =>
    runPull(client, plan, { ...downloadOptions(settings, io), signal, onProgress, onWait }),
  );
  if (plan.missing === 0 && !quiet) io.note(`${formatHubName(name)} is already downloaded.`);
  const { quantization, bytes } = variant;
  return { path, repo: name.repo, commit: plan.commit, quantization, bytes };
}

/** Downloads a repo's weights and converts them to a GGUF file. */
async function convertRepo(
  client: HubClient,
  plan: SourcePlan,
  flags: ConversionFlags,
  io: Io,
): Promise<FetchedModel> {
  const settings = modelPaths(io);
  const { name, commit } = plan;
  const quantization = name.selector?.toUpperCase() ?? wantedQuantization(flags);
  if (quantization !== undefined)
    (await import("../../convert/quantization.ts")).parseQuantization(quantization);
  const source: ConversionSource = { kind: "repo", name: name.repo, state: commit };
  // The search on disk misses it if the cache doesn't know that the branch is at this commit.
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
  // Before the download, not after it.
  if (isSameDisk(settings.cache, settings.ownCache)) {
    const weights = plan.source.reduce((sum, { bytes }) => sum + bytes, 0);
    checkFreeSpace(settings.cache, plan.missing + expectedBytes(weights, quantization));
  }
  const fetched = await transferSource(client, plan, flags, io);
  prepareConverted(settings.ownCache, source);
  const { path, ...result } = await runConversion(
    {
      name: basename(name.repo),
      ...fetched,
      quantization,
      output: (label) => convertedPath(settings.ownCache, source, label),
    },
    flags,
    io,
  );
  return { path, repo: name.repo, commit, ...result };
}

/** Downloads a repo's weights into the Hub's cache. */
export async function fetchSource(name: HubName, flags: ConversionFlags, io: Io): Promise<FetchedSource> {
  const settings = hubSettings(io.env);
  const client = await hubClient(settings, io);
  const { planSource } = await import("../../models/pull.ts");
  using interrupt = io.onInterrupt();
  const { signal } = interrupt;
  const quiet = flags.quiet === true;
  const plan = await lookUp(name, planSource(client, name, settings.cache, signal), signal, quiet, io);
  return transferSource(client, plan, flags, io);
}

/** Waits for the Hub's answer about a name, and shows progress. */
function lookUp<Plan>(
  name: HubName,
  planning: Promise<Plan>,
  signal: AbortSignal,
  quiet: boolean,
  io: Io,
): Promise<Plan> {
  const looking = stepProgress(io, `Looking for ${formatHubName(name)}`, quiet || !io.stderr.isTTY);
  return interruptible(planning, signal).finally(() => looking.clear());
}

type FetchedSource = {
  folder: string;
  /** Removes a file that was downloaded only for this conversion, unless --keep-source is given. */
  onShardDone: (path: string) => void;
};

async function transferSource(
  client: HubClient,
  plan: SourcePlan,
  flags: ConversionFlags,
  io: Io,
): Promise<FetchedSource> {
  const settings = modelPaths(io);
  const { repo } = plan.name;
  const quiet = flags.quiet === true;
  if (!quiet) await mentionGguf(client, repo, io);
  const { pullSource } = await import("../../models/pull.ts");
  using interrupt = io.onInterrupt();
  const { signal } = interrupt;
  const folder = await transfer(repo, plan.missing, quiet, io, (onProgress, onWait) =>
    pullSource(client, plan, { ...downloadOptions(settings, io), signal, onProgress, onWait }),
  );
  const removable = new Set(flags.keepSource ? [] : plan.fresh.map((path) => join(folder, path)));
  return {
    folder,
    onShardDone: (path) => {
      if (removable.has(path)) removeSnapshotFile(settings.cache, settings.ownCache, repo, path);
    },
  };
}

/** Estimated size of the result. @param weights bytes of the 16-bit weights */
function expectedBytes(weights: number, quantization: string | undefined): number {
  const bits = quantization === undefined ? undefined : bitsOf(quantization);
  // As defaultQuantization() does: 8 bits up to four billion weights, then 4.
  return (weights * ((bits ?? (weights <= 8e9 ? 8 : 4)) + 0.8)) / 16;
}

/** Mentions a GGUF of the same model on the Hub, which is never used instead. */
async function mentionGguf(client: HubClient, repo: string, io: Io): Promise<void> {
  const found = await client.ggufOf(repo, AbortSignal.timeout(mentionMs)).catch(() => undefined);
  if (found !== undefined) io.note(`${repo} is converted here. There is a GGUF of it on the Hub: ${found}`);
}

/** Time limit for finding that GGUF. */
const mentionMs = 3_000;

/** Runs a download and shows its progress. */
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
  const path = await run(transferMeter(progress), (file) =>
    progress.update(undefined, `waiting: another process is downloading ${basename(file)}`),
  );
  progress.done(
    `Downloaded ${formatBytes(missing)} in ${formatDuration(performance.now() - began)} ` +
      `to ${hubSettings(io.env).cache}`,
  );
  return path;
}
