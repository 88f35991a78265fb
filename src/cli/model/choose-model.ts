/** The menu that `anechat` shows when no model is named. */
import { AnechatError } from "../../base/errors.ts";
import { type AnswerTiming, ChatStore } from "../../chat/store/chat-store.ts";
import { availableMemory } from "../../engine/memory/available.ts";
import { hubCacheFolder } from "../../hub/cache.ts";
import { type ModelChoice, modelChoices, rankChoices } from "../../models/choices.ts";
import { formatAddress } from "../../remote/endpoint.ts";
import { isDumb } from "../../terminal/capabilities.ts";
import { chooseModel } from "../../terminal/model-menu.ts";
import { tokensPerSecond } from "../../terminal/stats.ts";
import { type Io, withMenu } from "../io.ts";
import { chatsPath } from "../saved-chats.ts";

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
  const local = modelChoices(io.paths.data, hubCacheFolder(io.env), io.paths.cache);
  const choices = rankChoices([...local, ...endpoints], availableMemory(), measuredSpeeds(io));
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

/** How many of the latest answers are looked at. */
const maxAnswers = 300;

/** Tokens per second of each model's latest answer that says it, by what opens the model. */
function measuredSpeeds(io: Io): Map<string, number> {
  const speeds = new Map<string, number>();
  for (const { source, usage, timings } of latestTimings(io)) {
    const speed = tokensPerSecond({ usage, timings });
    // After a few tokens, a speed is mostly chance.
    if (speed !== undefined && usage.completionTokens >= 8 && !speeds.has(source)) speeds.set(source, speed);
  }
  return speeds;
}

function latestTimings(io: Io): AnswerTiming[] {
  try {
    using store = ChatStore.openForReading(chatsPath(io));
    return store?.timings(maxAnswers) ?? [];
  } catch (error) {
    // The menu works without speeds. A chat reports what is wrong with the database.
    if (error instanceof AnechatError) return [];
    throw error;
  }
}
