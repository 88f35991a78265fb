/** `anechat show NAME`: shows what a model is, how much memory it needs, and where its file is. */
import { exitCodes } from "../../base/errors.ts";
import { formatBytes, formatCount } from "../../base/format.ts";
import { hubClient, modelPaths } from "../../cli/hub.ts";
import type { Io } from "../../cli/io.ts";
import {
  type LargestContext,
  largestContext,
  largestContextText,
  type NeededMemory,
  neededMemory,
  neededMemoryText,
} from "../../cli/model/memory-text.ts";
import { presetsOf } from "../../cli/model/preset-flags.ts";
import { findLocalModel } from "../../cli/model/resolve-name.ts";
import { checkModelName } from "../../cli/model/unknown-model.ts";
import { availableMemory } from "../../engine/memory/available.ts";
import type { Metadata } from "../../formats/gguf/metadata.ts";
import type { HubSettings } from "../../hub/settings.ts";
import { type ModelDescription, readModelDescription, templateKey } from "../../models/description.ts";
import type { FoundModel } from "../../models/find.ts";
import { printJson } from "../../terminal/print.ts";
import { sanitize } from "../../terminal/sanitize.ts";

const upstreamTexts: Readonly<Record<Upstream, string>> = {
  same: "unchanged since it was fetched",
  changed: "changed since: anechat pull fetches what is new",
  "not asked": "not asked: no network",
};
const upstreamMs = 3_000;

const contexts = [4096, 8192, 32_768, 131_072];

export async function show(name: string, options: { json?: boolean }, io: Io): Promise<number> {
  const settings = modelPaths(io);
  checkModelName(name, io);
  const found = findLocalModel(name, io);
  const { header, facts: own, chatTemplate } = readModelDescription(found.path);
  const trainedContext = own.trainedContext ?? undefined;
  const facts = {
    ...own,
    presets: presetsOf(name, io).flatMap(({ file }) => file ?? []),
    upstream: found.kind === "cached" ? await upstreamOf(found, settings, io) : null,
    // Only contexts up to the trained one, but at least one.
    memory: contexts
      .map((size, index) => (index === 0 ? Math.min(size, trainedContext ?? size) : size))
      .filter((size) => size <= (trainedContext ?? size))
      .map((context) => neededMemory(header, context)),
    largestContext: largestContext(header, availableMemory()),
    chatTemplate,
    metadata: plainMetadata(header.metadata),
  };
  if (options.json) printJson(io.stdout, facts);
  else io.stdout.write(`${sanitize(text(facts))}\n`);
  return exitCodes.ok;
}

/** For JSON: an array is replaced by its length, a 64-bit integer is text. */
function plainMetadata(metadata: Metadata): Record<string, string | number | boolean> {
  const plain: Record<string, string | number | boolean> = {};
  for (const [key, value] of metadata.entries()) {
    if (key === templateKey) continue;
    if (value.type === "array") plain[key] = `${value.length} values of type ${value.elementType}`;
    else plain[key] = typeof value.value === "bigint" ? String(value.value) : value.value;
  }
  return plain;
}

type Upstream = "same" | "changed" | "not asked";

/** Whether the Hub has a newer commit. Gives up after 3 s. */
async function upstreamOf(
  { name, model }: Extract<FoundModel, { kind: "cached" }>,
  settings: HubSettings,
  io: Io,
): Promise<Upstream> {
  if (settings.offline) return "not asked";
  try {
    const client = await hubClient(settings, io);
    const commit = await client.commitOf(name.repo, name.revision, AbortSignal.timeout(upstreamMs));
    return commit === model.commit ? "same" : "changed";
  } catch {
    return "not asked";
  }
}

type Facts = ModelDescription & {
  /** The files of the presets that the name stands for, which "anechat create" made. */
  presets: string[];
  upstream: Upstream | null;
  memory: NeededMemory[];
  largestContext: LargestContext;
  chatTemplate: string | null;
  metadata: Record<string, string | number | boolean>;
};

function text(facts: Facts): string {
  const rows: [string, string][] = [
    ...facts.presets.map((file): [string, string] => ["Preset", file]),
    ["Name", facts.name ?? "not given"],
    ["Architecture", facts.architecture],
    ["Parameters", formatCount(facts.parameters)],
    ["Quantization", facts.quantization],
    ["Context", facts.trainedContext === null ? "not given" : `${facts.trainedContext} tokens`],
    ["License", facts.license ?? "not given"],
    ["Size", formatBytes(facts.bytes)],
    ["File", facts.path],
    ...(facts.upstream === null ? [] : [["Upstream", upstreamTexts[facts.upstream]] as [string, string]]),
    ...facts.memory.map((needed): [string, string] => ["Memory", neededMemoryText(needed)]),
    ["Fits", largestContextText(facts.largestContext)],
    ["Template", facts.chatTemplate === null ? "none" : `\n\n${facts.chatTemplate}`],
  ];
  const keys = Object.entries(facts.metadata).map(([key, value]) => `  ${key} = ${String(value)}`);
  return [...rows.map(([label, value]) => `${label.padEnd(13)} ${value}`), "\nMetadata\n", ...keys].join(
    "\n",
  );
}
