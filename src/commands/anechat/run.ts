/** `anechat` without a command: a chat, one prompt, or a file of prompts. */
import { AnechatError, exitCodes } from "../../base/errors.ts";
import { ask, readQuestion, savedChat } from "../../cli/chat/ask.ts";
import { modelSetting } from "../../cli/config/settings.ts";
import type { Flags } from "../../cli/flags.ts";
import type { Io } from "../../cli/io.ts";
import { bindApiKey, namedModel } from "../../cli/model/endpoints.ts";
import type { Program } from "../../cli/program.ts";

/**
 * The model is the named one, else that of the continued chat, else that of the settings, else the
 * choice in a menu.
 * @returns the exit code
 */
export async function anechat(
  { root, settings }: Program,
  model: string | undefined,
  flags: Flags,
  io: Io,
): Promise<number> {
  const resumed = await savedChat(flags, io);
  const setting = (): string | undefined => settings && modelSetting(flags.preset, settings, io.env)?.value;
  const name = namedModel(model, flags, io) ?? resumed?.model() ?? setting();
  const settled = bindApiKey(flags, name === undefined ? [] : [name], io);
  const question = await readQuestion(name !== undefined, settled, io);
  if (name === undefined && question.kind === "batch")
    throw new AnechatError("usage", "--batch needs a model: anechat MODEL --batch FILE");
  if (name === undefined && question.kind === "prompt") {
    io.stderr.write(root.helpInformation());
    return exitCodes.usage;
  }
  const chosen = name ?? (await (await import("../../cli/model/choose-model.ts")).askForModel(io));
  return ask({ question, model: chosen, flags: settled, saved: resumed?.chat }, io);
}
