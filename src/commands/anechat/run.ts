/** `anechat` without a command: a chat, one prompt, or a file of prompts. */
import { basename } from "node:path";
import { AnechatError, exitCodes } from "../../base/errors.ts";
import { ask, type Question, readQuestion, savedChat } from "../../cli/chat/ask.ts";
import { commandNames } from "../../cli/command-names.ts";
import { modelSetting } from "../../cli/config/settings.ts";
import { type Flags, refuseSeveralWords, withPrompt } from "../../cli/flags.ts";
import type { Io } from "../../cli/io.ts";
import { bindApiKey, namedModel } from "../../cli/model/endpoints.ts";
import { checkModelName } from "../../cli/model/unknown-model.ts";
import type { Program } from "../../cli/program.ts";
import { demoName } from "../../models/demo.ts";
import { recentModels } from "../../models/recent.ts";

/**
 * The model is the named one, else that of the continued chat, else that of the settings. Without
 * any, a chat begins with a menu, and a prompt is answered by the model that was used last.
 * @param args a model and a prompt; more is an error
 * @returns the exit code
 */
export async function anechat(
  { root, settings }: Program,
  args: readonly string[],
  typedFlags: Flags,
  io: Io,
): Promise<number> {
  const [model, prompt] = args;
  const flags = withPrompt(prompt, typedFlags);
  const resumed = await savedChat(flags, io);
  const named = namedModel(model, flags, io) ?? resumed?.model();
  const setting = named === undefined && settings ? modelSetting(flags.preset, settings, io.env) : undefined;
  const name = named ?? setting?.value;
  // Before stdin is read: a misspelt command is not a model that can answer it.
  if (name !== undefined) {
    const commands = model === undefined ? [] : commandNames(root);
    checkModelName(name, io, { commands, setIn: setting?.source });
  }
  refuseSeveralWords("anechat", args);
  const settled = bindApiKey(flags, name === undefined ? [] : [name], io);
  const question = await readQuestion(name !== undefined, settled, io);
  if (name === undefined && question.kind === "batch")
    throw new AnechatError("usage", "--batch needs a model: anechat MODEL --batch FILE");
  if (name === undefined && question.kind === "prompt" && question.prompt === "") {
    if (flags.prompt !== undefined) throw new AnechatError("usage", "The prompt is empty");
    io.stderr.write(root.helpInformation());
    return exitCodes.usage;
  }
  const chosen = name ?? (await modelFor(question, io));
  return ask({ question, model: chosen, flags: settled, saved: resumed?.chat }, io);
}

/** A chat asks in a menu. A prompt goes to no server that its command line doesn't name. */
async function modelFor(question: Question, io: Io): Promise<string> {
  if (question.kind === "chat") {
    return (await import("../../cli/model/choose-model.ts")).askForModel(io);
  }
  const [last] = recentModels(io.paths.data);
  io.note(
    last === undefined
      ? `Answered by ${demoName}: no model is named.`
      : `Answered by ${basename(last)}, which was used last: no model is named.`,
  );
  return last ?? demoName;
}
