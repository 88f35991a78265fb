/** `anechat pull NAME`: downloads a model, and converts it if necessary. */
import { AnechatError, exitCodes } from "../../base/errors.ts";
import type { Io } from "../../cli/io.ts";
import type { ConversionFlags } from "../../cli/model/conversion-flags.ts";
import { fetchModel } from "../../cli/model/fetch-model.ts";
import { resolveRepo } from "../../cli/model/resolve-name.ts";
import { suggestModel } from "../../cli/model/unknown-model.ts";
import { printJson, printText } from "../../terminal/print.ts";

export async function pull(
  name: string,
  options: ConversionFlags & { json?: boolean },
  io: Io,
): Promise<number> {
  const hubName = resolveRepo(name, io);
  if (hubName === undefined) {
    const nearest = suggestModel(name, io);
    throw new AnechatError("usage", `"${name}" is not a model's name on the Hub`, {
      hint:
        nearest !== undefined && resolveRepo(nearest, io) !== undefined
          ? `Did you mean "${nearest}"?`
          : "Names are owner/name[@revision][:quantization or file], or an address of huggingface.co.",
    });
  }
  const { path, repo, commit, quantization, bytes } = await fetchModel(hubName, options, io);
  const result = { repo, commit, quantization, bytes, path };
  if (options.json) printJson(io.stdout, result);
  else printText(io.stdout, `${path}\n`);
  return exitCodes.ok;
}
