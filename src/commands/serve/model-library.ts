/** Lets clients download and remove models, where the server allows it. */
import { basename } from "node:path";
import { AnechatError } from "../../base/errors.ts";
import { EventQueue } from "../../base/event-queue.ts";
import { isLoopback } from "../../base/network.ts";
import { removePreset } from "../../cli/config/presets.ts";
import { downloadOptions, hubClient, modelPaths } from "../../cli/hub.ts";
import type { Io } from "../../cli/io.ts";
import { findLocalModel, resolveRepo } from "../../cli/model/resolve-name.ts";
import { availableMemory } from "../../engine/memory/available.ts";
import { formatHubName } from "../../hub/name.ts";
import { removeModel } from "../../hub/remove.ts";
import { hubSettings } from "../../hub/settings.ts";
import { removeConverted } from "../../models/converted.ts";
import type { ModelLibrary, PullEvent } from "../../server/model-library.ts";

/** Progress is sent this often. */
const progressMs = 200;

/**
 * Why clients may not change the models on disk.
 * @param models of the command line
 */
export function refusalOf(
  models: readonly string[],
  keys: readonly string[],
  { host }: { host: string },
): string | undefined {
  if (!isLoopback(host) && keys.length === 0) {
    return (
      "Models can't be downloaded or removed here, because other machines reach this server " +
      "without a key"
    );
  }
  if (models.length > 0) {
    return (
      "Models can't be downloaded or removed here, because this server offers only the models " +
      'it was started with; "anechat serve" without names offers all'
    );
  }
  return undefined;
}

export function modelLibrary(refusal: string | undefined, io: Io): ModelLibrary {
  return {
    refusal,
    pull: (name, signal) => pulled(name, signal, io),
    remove: (name) => remove(name, io),
  };
}

/** The download runs beside the iteration, and stops when that is left. */
async function* pulled(name: string, signal: AbortSignal, io: Io): AsyncGenerator<PullEvent, void> {
  yield { type: "manifest" };
  const leaving = new AbortController();
  const events = new EventQueue<PullEvent>();
  download(name, AbortSignal.any([signal, leaving.signal]), (event) => events.push(event), io).then(
    () => events.close(),
    (error: unknown) => events.fail(error),
  );
  try {
    yield* events;
  } finally {
    leaving.abort();
  }
}

/** @throws AnechatError also for a repo that would have to be converted, or that needs a choice */
async function download(
  typed: string,
  signal: AbortSignal,
  send: (event: PullEvent) => void,
  io: Io,
): Promise<void> {
  const name = resolveRepo(typed, io);
  if (name === undefined) {
    throw new AnechatError("usage", `${JSON.stringify(typed)} is not a model's name on Hugging Face`, {
      hint: "Names are owner/name, or owner/name:Q4_K_M for a quantization.",
    });
  }
  const settings = hubSettings(io.env);
  const client = await hubClient(settings, io);
  const { choiceError, planPull, runPull } = await import("../../models/pull.ts");
  const plan = await planPull(client, name, settings.cache, signal);
  if ("source" in plan) {
    throw new AnechatError("usage", `${name.repo} has no GGUF file and has to be converted`, {
      hint: `Run "anechat pull ${formatHubName(name)}" on the server's machine.`,
    });
  }
  if ("reason" in plan) throw choiceError(name, plan, availableMemory());
  const [first] = plan.variant.files;
  const digest = first?.sha256 ?? first?.gitSha1 ?? "";
  let sentAt = Number.NEGATIVE_INFINITY;
  const onProgress = (completed: number, total: number): void => {
    const isDue = performance.now() - sentAt >= progressMs || completed === total;
    if (!isDue) return;
    sentAt = performance.now();
    send({ type: "progress", digest, completed, total });
  };
  const total = plan.variant.bytes;
  send({ type: "progress", digest, completed: total - plan.missing, total });
  await runPull(client, plan, {
    ...downloadOptions(settings, io),
    signal,
    onProgress,
    onWait: (file) => send({ type: "waiting", file: basename(file) }),
  });
  send({ type: "progress", digest, completed: total, total });
}

function remove(name: string, io: Io): void {
  const preset = io.aliases.isPreset(name) ? io.presets.get(name) : undefined;
  if (preset !== undefined) {
    removePreset(name, preset);
    return;
  }
  if (io.aliases.get(name) !== undefined) {
    throw new AnechatError("usage", `${name} is an alias of a config file`, {
      hint: "Remove the model by its own name.",
    });
  }
  const { cache } = modelPaths(io);
  const found = findLocalModel(name, io);
  if (found.kind === "converted") removeConverted(io.paths.cache, found.model);
  else if (found.kind === "cached") removeModel(cache, io.paths.cache, found.model);
  else throw new AnechatError("usage", `${name} is not a downloaded or converted model`);
}
