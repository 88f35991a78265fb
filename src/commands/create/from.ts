/** The model that FROM names, as a name of anechat. */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { AnechatError } from "../../base/errors.ts";
import type { Io } from "../../cli/io.ts";
import { resolveModelName } from "../../cli/model/resolve-name.ts";
import { checkModelName, suggestModel } from "../../cli/model/unknown-model.ts";
import { formatHubName } from "../../hub/name.ts";
import { wrongLine } from "./modelfile.ts";

/**
 * @param folder of the Modelfile, which relative paths begin at
 * @returns a name that means the same from every folder
 * @throws AnechatError `usage` with the line, `modelNotFound` for a file that doesn't exist
 */
export function modelOf({ name, line }: { name: string; line: number }, folder: string, io: Io): string {
  const path = resolve(folder, name);
  if (isPath(name) || existsSync(path)) {
    checkModelName(path, io);
    return path;
  }
  const meaning = resolveModelName(name, io);
  if (meaning.kind === "path") throw libraryName(name, line, io);
  const isNamed = io.aliases.get(name) !== undefined;
  return meaning.kind === "repo" && !isNamed ? formatHubName(meaning.name) : name;
}

function isPath(name: string): boolean {
  return /^(?:[./~\\]|[A-Za-z]:[\\/])|\.gguf$/i.test(name);
}

/** Ollama's library has names without an owner: "llama3.2:1b". */
function libraryName(name: string, line: number, io: Io): AnechatError {
  const [word = ""] = name.split(":");
  const nearest = suggestModel(word, io);
  return wrongLine(
    line,
    `${JSON.stringify(name)} is no model here, and models of Ollama's library can't be used`,
    nearest === undefined
      ? "FROM takes a Hugging Face name such as owner/name:Q4_K_M, or the path of a GGUF file."
      : `Did you mean "FROM ${nearest}"? FROM takes Hugging Face names and paths.`,
  );
}
