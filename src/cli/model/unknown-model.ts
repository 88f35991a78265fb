/**
 * The error for a name that is neither a model nor a file. It suggests what was probably meant,
 * from what this machine has. It needs no network.
 */
import { readdirSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { AnechatError, errorCode } from "../../base/errors.ts";
import { nearestWord } from "../../base/suggest.ts";
import { demoName } from "../../models/demo.ts";
import { shortNames } from "../../models/names.ts";
import { type NamedModel, nearestModel } from "../../models/nearest.ts";
import { recommendedModels } from "../../models/recommended.ts";
import type { Io } from "../io.ts";
import { localModels } from "./list-models.ts";
import { resolveModelName } from "./resolve-name.ts";

/** What an error says about a name, besides the name. */
type NameContext = {
  /** Commands that could have been meant, too. */
  commands?: readonly string[];
  /** The file or variable that has the name; missing: it was typed. */
  setIn?: string | undefined;
};

/**
 * @param typed a name that obtainModel() takes
 * @throws AnechatError `modelNotFound` for a file that doesn't exist; and as resolveModelName()
 */
export function checkModelName(typed: string, io: Io, context: NameContext = {}): void {
  const name = resolveModelName(typed, io);
  if (name.kind === "path" && isMissing(name.path)) throw unknownModel(typed, name.path, io, context);
}

/** Whether there is no such file; false if that can't be known. */
export function isMissing(path: string): boolean {
  try {
    statSync(path);
    return false;
  } catch (error) {
    return ["ENOENT", "ENOTDIR", "ENAMETOOLONG", "ELOOP"].includes(errorCode(error));
  }
}

/**
 * @param typed the name, or an alias of it
 * @param name that resolveModelName() took for a path; no such file exists
 */
export function unknownModel(
  typed: string,
  name: string,
  io: Io,
  { commands = [], setIn }: NameContext = {},
): AnechatError {
  const origin =
    typed !== name
      ? `, which the alias ${typed} stands for`
      : setIn === undefined
        ? ""
        : `, which is the model in ${setIn}`;
  if (/[/\\]|^[.~]|\.(?:gguf|safetensors)$/i.test(name)) {
    const nearest = nearestFile(name);
    return new AnechatError("modelNotFound", `There is no file ${name}${origin}`, {
      hint: nearest === undefined ? "Check the path." : `Did you mean "${nearest}"?`,
    });
  }
  const what = commands.length === 0 || origin !== "" ? "model" : "command or model";
  return new AnechatError("modelNotFound", `There is no ${what} "${name}"${origin}`, {
    hint: hintFor(name, io, commands),
  });
}

/** A name that opens a model and is near to the typed one. */
export function suggestModel(typed: string, io: Io): string | undefined {
  return nearestModel(typed, knownModels(io));
}

function hintFor(name: string, io: Io, commands: readonly string[]): string {
  // With commands, the name was the first word of the command line, and could be a question.
  if (commands.length > 0 && /\s/.test(name))
    return `To ask this, name a model before it: anechat ${demoName} "…"`;
  const command = nearestWord(name.toLowerCase(), commands);
  if (command !== undefined) return `Did you mean "anechat ${command}"?`;
  const model = suggestModel(name, io);
  const form = "Models of Hugging Face are named owner/name.";
  if (model === undefined) return `${form} "anechat list" shows the local models.`;
  return model.includes("/") ? `Did you mean "${model}"? ${form}` : `Did you mean "${model}"?`;
}

/** Names that work without a download come first. */
function knownModels(io: Io): NamedModel[] {
  return [
    { name: demoName },
    ...io.aliases.names.map((name) => ({ name })),
    ...[...io.endpoints.keys()].map((name) => ({ name })),
    ...localModels(io).map(({ name, repo, file }) => ({
      name,
      spellings: [repo, basename(repo), withoutEnding(repo), basename(file)],
    })),
    ...shortNames.map((name) => ({ name })),
    ...recommendedModels.map(({ repo }) => ({
      name: repo,
      spellings: [basename(repo), withoutEnding(repo)],
    })),
  ];
}

/** "bartowski/Llama-3.2-1B-Instruct-GGUF" → "Llama-3.2-1B-Instruct" */
function withoutEnding(repo: string): string {
  return basename(repo).replace(/-GGUF$/i, "");
}

/** A model file in the same folder whose name is near. */
function nearestFile(path: string): string | undefined {
  const folder = dirname(path);
  try {
    const files = readdirSync(folder).filter(
      // A link that leads nowhere can have the very name that was typed.
      (name) => /\.gguf$/i.test(name) && !isMissing(join(folder, name)),
    );
    const nearest = nearestWord(basename(path), files);
    return nearest && (path === basename(path) ? nearest : join(folder, nearest));
  } catch {
    // There is no such folder, or it can't be read.
    return undefined;
  }
}
