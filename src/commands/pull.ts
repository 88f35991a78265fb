/** `anechat pull NAME`: fetches a model without opening it. */
import { AnechatError, exitCodes } from "../base/errors.ts";
import { hubSettings } from "../hub/settings.ts";
import { hubNameOf } from "../models/find.ts";
import type { Io } from "./io.ts";
import { fetchModel } from "./obtain-model.ts";

export async function pull(
  name: string,
  options: { quiet?: boolean; json?: boolean },
  io: Io,
): Promise<number> {
  const settings = hubSettings(io.env);
  const hubName = hubNameOf(name, settings.endpoint);
  if (hubName === undefined) {
    throw new AnechatError("usage", `"${name}" is no name of a model on the Hub`, {
      hint: "Names are owner/name[@revision][:quantization or file], or an address of huggingface.co.",
    });
  }
  const { path, plan } = await fetchModel(hubName, settings, options.quiet === true, io);
  const { repo } = plan.name;
  const { quantization, bytes } = plan.variant;
  const result = { repo, commit: plan.commit, quantization, bytes, path };
  io.stdout.write(options.json ? `${JSON.stringify(result)}\n` : `${path}\n`);
  return exitCodes.ok;
}
