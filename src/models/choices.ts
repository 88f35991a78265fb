/** The entries of the menu that opens when no model is named. */
import { statSync } from "node:fs";
import { basename } from "node:path";
import { cachedModels } from "../hub/cache.ts";
import { convertedModels } from "./converted.ts";
import { demoName } from "./demo.ts";
import { fitsMemory } from "./pull.ts";
import { recentModels } from "./recent.ts";
import { type RecommendedModel, recommendedModels } from "./recommended.ts";

export type ModelChoice =
  | { kind: "recent"; name: string; path: string; bytes: number }
  | { kind: "downloaded" | "converted"; name: string; path: string; bytes: number }
  | { kind: "demo"; name: string }
  /** From the config file; its name opens it. */
  | { kind: "endpoint"; name: string; address: string }
  | { kind: "recommended"; name: string; model: RecommendedModel };

/**
 * Recent models first, then downloaded ones, converted ones, the demo, and recommended downloads.
 *
 * @param dataFolder anechat's
 * @param hubCache from hubCacheFolder()
 * @param ownCache anechat's cache
 */
export function modelChoices(dataFolder: string, hubCache: string, ownCache: string): ModelChoice[] {
  const cached = cachedModels(hubCache);
  const converted = convertedModels(ownCache);
  const nameOf = (path: string): string => {
    const model = cached.find((one) => one.path === path);
    return model === undefined ? basename(path) : hubName(model);
  };
  const recent = recentModels(dataFolder);
  return [
    ...recent.map(
      (path): ModelChoice => ({ kind: "recent", name: nameOf(path), path, bytes: statSync(path).size }),
    ),
    ...cached
      .filter(({ path }) => !recent.includes(path))
      .map((model): ModelChoice => ({ kind: "downloaded", ...model, name: hubName(model) })),
    ...converted
      .filter(({ path }) => !recent.includes(path))
      .map(
        ({ source, quantization, path, bytes }): ModelChoice => ({
          kind: "converted",
          name: `${source} ${quantization}`,
          path,
          bytes,
        }),
      ),
    { kind: "demo", name: demoName },
    ...recommendedModels
      .filter(({ repo, file }) => !cached.some((model) => model.repo === repo && model.file === file))
      .map((model): ModelChoice => ({ kind: "recommended", name: model.repo, model })),
  ];
}

export type RankedChoice = ModelChoice & {
  /** Whether this machine's memory is enough; true for a model elsewhere. */
  fits: boolean;
  /** As measured in the latest chat with it; undefined if there was none. */
  tokensPerSecond: number | undefined;
};

/**
 * What fits comes first; otherwise the order stays.
 * @param memory free bytes
 * @param speeds tokens per second, by what opens a model: a path, an address, "demo"
 */
export function rankChoices(
  choices: readonly ModelChoice[],
  memory: number,
  speeds: ReadonlyMap<string, number>,
): RankedChoice[] {
  const ranked = choices.map((choice) => ({
    ...choice,
    fits: fitsMemory(bytesOf(choice), memory),
    tokensPerSecond: speeds.get(sourceOf(choice)),
  }));
  return [...ranked.filter(({ fits }) => fits), ...ranked.filter(({ fits }) => !fits)];
}

function bytesOf(choice: ModelChoice): number {
  if (choice.kind === "recommended") return choice.model.bytes;
  return "bytes" in choice ? choice.bytes : 0;
}

function sourceOf(choice: ModelChoice): string {
  if (choice.kind === "endpoint") return choice.address;
  return "path" in choice ? choice.path : choice.name;
}

function hubName({ repo, file }: { repo: string; file: string }): string {
  return `${repo} ${basename(file)}`;
}
