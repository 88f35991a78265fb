/** Uses a model in one of three ways: a file of prompts, a chat in the terminal, or one prompt. */
import { AnechatError } from "../../base/errors.ts";
import { sizeLimits } from "../../base/read-file.ts";
import type { SavedChat } from "../../chat/store/chat-store.ts";
import type { Flags } from "../flags.ts";
import type { Io } from "../io.ts";
import { rejectLocalFlags } from "../model/endpoints.ts";
import { obtainModel } from "../model/obtain-model.ts";
import { withModelPreset } from "../model/preset-flags.ts";
import { hasPipedInput, readStdin } from "../stdin.ts";

export type Question =
  | { kind: "batch"; file: string }
  | { kind: "chat" }
  | { kind: "prompt"; prompt: string };

type AskOptions = {
  question: Question;
  /** The model's name. */
  model: string;
  flags: Flags;
  /** The chat to continue. */
  saved: SavedChat | undefined;
};

/**
 * Decides from flags and streams which of these ways it is.
 * @throws AnechatError `usage` for a named model without a prompt; `inputTooLong` for piped text
 */
export async function readQuestion(isModelNamed: boolean, flags: Flags, io: Io): Promise<Question> {
  if (flags.batch !== undefined) return { kind: "batch", file: flags.batch };
  const piped = hasPipedInput() ? await readStdin(io, sizeLimits.message) : undefined;
  if (flags.prompt === undefined && piped === undefined) {
    if (io.stdin.isTTY && io.stdout.isTTY) return { kind: "chat" };
    if (isModelNamed) {
      throw new AnechatError("usage", "There is nothing to answer, and no terminal to chat in", {
        hint: 'Give --prompt "…", or pipe a text in.',
      });
    }
  }
  const prompt = [flags.prompt, piped]
    .filter((part) => part !== undefined && part.trim() !== "")
    .join("\n\n");
  if (prompt === "" && isModelNamed) throw new AnechatError("usage", "The prompt is empty");
  return { kind: "prompt", prompt };
}

/** A saved chat, and the name that opens its last model. */
type ResumedChat = { chat: SavedChat; model: () => string | undefined };

/**
 * The chat of --continue or --resume. The database is opened only for these flags.
 * @throws AnechatError `usage` if there is no such chat
 */
export async function savedChat(flags: Flags, io: Io): Promise<ResumedChat | undefined> {
  if (!flags.continue && flags.resume === undefined) return undefined;
  const { chatToResume, modelOf } = await import("../saved-chats.ts");
  const chat = chatToResume(flags, io);
  return chat && { chat, model: () => modelOf(chat) };
}

/** Imports only the code of the way that is used. @returns the exit code */
export async function ask({ question, model, flags: typed, saved }: AskOptions, io: Io): Promise<number> {
  const flags = withModelPreset(typed, model, io);
  if (question.kind === "batch") checkBatchFlags(flags);
  const found = await obtainModel(model, flags, io);
  rejectLocalFlags(flags, [found]);
  switch (question.kind) {
    case "batch":
      return (await import("./batch.ts")).batch(found, question.file, flags, io);
    case "chat":
      return (await import("./terminal-chat.ts")).chat(found, flags, io, saved);
    case "prompt":
      return (await import("./one-shot.ts")).oneShot(found, question.prompt, flags, io, saved);
  }
}

function checkBatchFlags({ prompt, output }: Flags): void {
  if (prompt !== undefined) throw new AnechatError("usage", "--batch and --prompt exclude each other");
  if (output !== undefined) {
    throw new AnechatError("usage", "--output can't be used with --batch", {
      hint: "Use --out.",
    });
  }
}
