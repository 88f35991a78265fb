/** `anechat verify NAME`: checks a downloaded model's hash; --repair downloads damaged parts. */
import { realpathSync } from "node:fs";
import { basename } from "node:path";
import { AnechatError, exitCodes } from "../../base/errors.ts";
import { formatBytes } from "../../base/format.ts";
import { downloadOptions, hubClient } from "../../cli/hub.ts";
import { type Io, interruptible, stepProgress } from "../../cli/io.ts";
import { findLocalModel } from "../../cli/model/resolve-name.ts";
import { checkModelName } from "../../cli/model/unknown-model.ts";
import { shardsOf } from "../../formats/gguf/split.ts";
import { hubSettings } from "../../hub/settings.ts";
import { digestOfLink, isIntact, reopenDamaged } from "../../hub/verify.ts";
import { printJson, printText } from "../../terminal/print.ts";

type Options = { repair?: boolean; quiet?: boolean; json?: boolean };

export async function verify(name: string, options: Options, io: Io): Promise<number> {
  checkModelName(name, io);
  const found = findLocalModel(name, io);
  if (found.kind !== "cached") {
    throw new AnechatError("usage", `${name} has no hash to compare with`, {
      hint: 'Only models in the Hub\'s cache have a hash. "anechat list" shows them.',
    });
  }
  const { model } = found;
  using interrupt = io.onInterrupt();
  using progress = stepProgress(io, `Verifying ${model.repo}:${model.file}`, options.quiet === true);
  const damaged: string[] = [];
  let before = 0;
  for (const path of shardsOf(model.path)) {
    const digest = digestOfLink(path);
    if (digest === undefined) {
      throw new AnechatError("badModel", `${path} isn't named by its hash`, {
        hint: 'Another program put it there. To download it again: "anechat rm", then "anechat pull".',
      });
    }
    let read = 0;
    const onProgress = (bytes: number): void => {
      read = bytes;
      progress.update(
        (before + bytes) / model.bytes,
        `${formatBytes(before + bytes)} of ${formatBytes(model.bytes)}`,
      );
    };
    const intact = isIntact(path, digest, onProgress, interrupt.signal);
    if (!(await interruptible(intact, interrupt.signal))) damaged.push(path);
    before += read;
  }
  progress.clear();

  if (damaged.length > 0 && options.repair) {
    const fetched = await repair(damaged, model, options, io);
    return report({ intact: true, repaired: damaged.length, fetched }, model.repo, options, io);
  }
  if (damaged.length === 0) return report({ intact: true, repaired: 0, fetched: 0 }, model.repo, options, io);
  if (options.json) printJson(io.stdout, { intact: false, damaged });
  throw new AnechatError(
    "badModel",
    `${damaged.map((path) => basename(path)).join(", ")} of ${model.repo} is damaged`,
    {
      hint: `"anechat verify ${name} --repair" downloads the damaged parts again.`,
    },
  );
}

/** @returns bytes fetched */
async function repair(
  damaged: readonly string[],
  model: { repo: string; commit: string; path: string; file: string },
  { quiet }: Options,
  io: Io,
): Promise<number> {
  const settings = hubSettings(io.env);
  const { download } = await import("../../hub/download.ts");
  const client = await hubClient(settings, io);
  using interrupt = io.onInterrupt();
  const { signal } = interrupt;
  // Asked first: if the Hub can't be reached, no file is changed.
  const listed = await interruptible(client.files(model.repo, model.commit, signal), signal);
  const folder = model.path.slice(0, -model.file.length);
  const files = listed.filter(({ path }) => damaged.includes(folder + path));
  for (const { path, bytes } of files) {
    await reopenDamaged(realpathSync(folder + path), bytes, io.paths.cache);
  }
  using progress = stepProgress(io, `Repairing ${model.repo}`, quiet === true);
  let fetched = 0;
  let last: number | undefined;
  await download(client, model.repo, model.commit, files, {
    ...downloadOptions(settings, io),
    signal,
    onProgress: (received, total) => {
      // The first report counts the undamaged parts.
      fetched += last === undefined ? 0 : received - last;
      last = received;
      progress.update(received / total, `${formatBytes(fetched)} downloaded`);
    },
  });
  progress.done();
  return fetched;
}

function report(
  facts: { intact: boolean; repaired: number; fetched: number },
  repo: string,
  { json }: Options,
  io: Io,
): number {
  const text =
    facts.repaired === 0
      ? `${repo} is intact.`
      : `${repo} is repaired: ${formatBytes(facts.fetched)} were fetched.`;
  if (json) printJson(io.stdout, facts);
  else printText(io.stdout, `${text}\n`);
  return exitCodes.ok;
}
