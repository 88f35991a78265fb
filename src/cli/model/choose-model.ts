/** The menu that `anechat` shows when no model is named. */
import { AnechatError } from "../../base/errors.ts";
import { hubCacheFolder } from "../../hub/cache.ts";
import { type ModelChoice, modelChoices } from "../../models/choices.ts";
import { formatAddress } from "../../remote/endpoint.ts";
import { isDumb } from "../../terminal/capabilities.ts";
import { chooseModel } from "../../terminal/model-menu.ts";
import { type Io, withMenu } from "../io.ts";

/**
 * @returns a name for obtainModel()
 * @throws AnechatError `interrupted` if nothing was chosen; `usage` on a terminal without menus
 */
export async function askForModel(io: Io): Promise<string> {
  if (isDumb(io.env)) {
    throw new AnechatError("usage", "This terminal can't show the menu of models", {
      hint: 'Name one: "anechat demo", or one of those that "anechat list" shows.',
    });
  }
  const endpoints = [...io.endpoints].map(([name, { url, model }]): ModelChoice => {
    return { kind: "endpoint", name, address: formatAddress({ endpoint: url, model }) };
  });
  const choices = [...modelChoices(io.paths.data, hubCacheFolder(io.env), io.paths.cache), ...endpoints];
  const choice = await withMenu(io, (terminal) => chooseModel(choices, terminal));
  switch (choice?.kind) {
    case undefined:
      throw new AnechatError("interrupted", "No model was chosen");
    case "recent":
    case "downloaded":
    case "converted":
      return choice.path;
    case "demo":
    case "endpoint":
      return choice.name;
    case "recommended":
      return `${choice.model.repo}:${choice.model.file}`;
  }
}
