/** Commands about the model: which one answers, what it is, and its settings. */
import { AnechatError } from "../../../base/errors.ts";
import { formatBytes, formatCount } from "../../../base/format.ts";
import { typedPath } from "../../../chat/typed-paths.ts";
import { readModelDescription } from "../../../models/description.ts";
import { formatAddress } from "../../../remote/endpoint.ts";
import { answerLook } from "../../../terminal/answer-style.ts";
import { createAnswerView } from "../../../terminal/answer-view.ts";
import type { ChatActions, ChatUi } from "../../../terminal/chat-loop.ts";
import { sanitize } from "../../../terminal/sanitize.ts";
import { defaultThoughtsStyle, type ThoughtsStyle, thoughtsStyles } from "../../../terminal/thoughts.ts";
import { listModels } from "../../model/list-models.ts";
import { neededMemory, neededMemoryText } from "../../model/memory-text.ts";
import { withThinking } from "../../thinking.ts";
import { remoteThinkingSupport, type ThinkingSupport, thinkingSupport } from "../../thinking-support.ts";
import type { ChatSession } from "../chat-session.ts";
import { modelNames } from "../complete.ts";
import {
  type Assignment,
  parseAssignment,
  resolveKey,
  type SettingRow,
  settingRows,
  withSetting,
} from "../settings.ts";
import { rowsText, statusOf, tokenCounts } from "../status.ts";
import { changeSystemPrompt } from "./messages.ts";

type ModelActions = Pick<
  ChatActions,
  "models" | "switch" | "show" | "set" | "think" | "nothink" | "tokens" | "status"
>;

export function modelActions(chat: ChatSession): ModelActions {
  const { io } = chat;
  return {
    models: (_, ui) => {
      listModels({}, io);
      for (const line of remoteModels(chat)) ui.print(sanitize(line));
    },
    switch: async (argument, ui) => {
      // A file that is dropped on the terminal comes quoted or escaped.
      const name = typedPath(argument);
      if (name === "")
        throw new AnechatError("usage", "/switch needs a model: /switch NAME", {
          hint: `The models are: ${modelNames(io).join(", ")}`,
        });
      await chat.switchTo(name, ui);
      ui.note(`${chat.session.name} answers from now on. The conversation stays.`);
      if (chat.options.thinking === true && !supportOf(chat).reasons)
        ui.note("It doesn't reason: /think has no effect.");
    },
    show: (argument, ui) => show(chat, argument.trim().toLowerCase(), ui),
    set: (argument, ui) => set(chat, argument.trim(), ui),
    think: (argument, ui) => think(chat, argument, ui),
    nothink: (_, ui) => think(chat, "off", ui),
    tokens: async (_, ui) => ui.print(rowsText(await tokenCounts(chat), ui.dim)),
    status: (_, ui) => ui.print(rowsText(statusOf(chat), ui.dim)),
  };
}

/** Names for /switch that are not local models. */
function remoteModels({ session, io }: ChatSession): string[] {
  const tables = [...io.endpoints].map(
    ([name, { url, model }]) => `${name}  ${formatAddress({ endpoint: url, model })}`,
  );
  if (session.kind === "local") return tables;
  return [...tables, `At ${session.place}:`, ...session.backend.names.map((name) => `  #${name}`)];
}

function set(chat: ChatSession, argument: string, ui: ChatUi): void {
  const [, word = "", rest = ""] = /^(\S+)\s*(.*)$/s.exec(argument) ?? [];
  const name = word.toLowerCase();
  if (name === "" || (name === "parameter" && rest === "")) showSettings(chat, ui);
  else if (name === "system") changeSystemPrompt(chat, rest, ui);
  else if (name === "think" && rest === "") think(chat, "", ui);
  else if (name === "nothink") think(chat, "off", ui);
  else assign(chat, parseAssignment(argument), ui);
}

function assign(chat: ChatSession, { key: typed, value }: Assignment, ui: ChatUi): void {
  const key = resolveKey(typed);
  if (key === "think") {
    think(chat, value, ui);
    return;
  }
  if (key === "show-thinking") chat.showThinking = thoughtsStyleOf(value);
  else chat.options = withSetting(chat.options, key, value);
  const row = settings(chat).find((one) => one.key === key);
  ui.note(`${key} ${row?.value}${value === "default" ? ` (${row?.source})` : ""}`);
}

/** @param word "default", or a style @throws AnechatError `usage` */
function thoughtsStyleOf(word: string): ThoughtsStyle {
  if (word === "default") return defaultThoughtsStyle;
  const style = thoughtsStyles.find((one) => one === word.toLowerCase());
  if (style !== undefined) return style;
  throw new AnechatError("usage", `Thoughts can't be shown "${word}"`, {
    hint: `The ways are: ${thoughtsStyles.join(", ")}.`,
  });
}

function settings(chat: ChatSession): SettingRow[] {
  const { showThinking: value, flags } = chat;
  const [set, given] = [value !== defaultThoughtsStyle, value === flags.showThinking];
  const source = given ? "flag or config" : set || flags.showThinking !== undefined ? "set here" : "default";
  return [...settingRows(sourcesOf(chat)), { key: "show-thinking", value, source }];
}

function showSettings(chat: ChatSession, ui: ChatUi): void {
  const rows = settings(chat);
  const keyWidth = Math.max(...rows.map(({ key }) => key.length));
  const valueWidth = Math.max(...rows.map(({ value }) => value.length));
  ui.print(
    rows
      .map(({ key, value, source }) => {
        return `${key.padEnd(keyWidth)}  ${sanitize(value).padEnd(valueWidth)}  ${ui.dim(source)}`;
      })
      .join("\n"),
  );
  ui.note("/set KEY VALUE changes one; the value default restores the model's own.");
}

function sourcesOf(chat: ChatSession): Parameters<typeof settingRows>[0] {
  const { options, given, modelPath } = chat;
  if (modelPath === undefined) return { options, given, metadata: undefined };
  const { metadata } = readModelDescription(modelPath).header;
  return { options, given, metadata: (key) => metadata.getNumber(key) };
}

function think(chat: ChatSession, level: string, ui: ChatUi): void {
  const { options, note } = withThinking(chat.options, level, supportOf(chat));
  chat.options = options;
  ui.note(note);
}

function supportOf({ modelPath, session }: ChatSession): ThinkingSupport {
  if (session.kind === "remote") return remoteThinkingSupport(session.backend.takesReasoningBudget);
  return thinkingSupport(modelPath === undefined ? "" : (readModelDescription(modelPath).chatTemplate ?? ""));
}

const parts = ["model", "template", "parameters", "license", "system", "thoughts"];

/** /show, with ollama's words for the parts. */
function show(chat: ChatSession, part: string, ui: ChatUi): void {
  switch (part) {
    case "system":
      ui.note(`System prompt: ${chat.conversation.systemPrompt ?? "none"}`);
      break;
    case "parameters":
      showSettings(chat, ui);
      break;
    case "thoughts":
      showThoughts(chat, ui);
      break;
    case "":
    case "info":
    case "model":
      ui.print(rowsText(factRows(chat), ui.dim));
      break;
    case "template":
    case "license":
      ui.print(sanitize(textOfPart(chat, part)));
      break;
    default:
      throw new AnechatError("usage", `There is no "${part}" to show`, {
        hint: `The parts are: ${parts.join(", ")}.`,
      });
  }
}

function showThoughts({ conversation: { lastAnswer }, io, flags }: ChatSession, ui: ChatUi): void {
  const thoughts = lastAnswer?.reasoning?.trim() ?? "";
  if (thoughts === "") {
    ui.note("The last answer has no thoughts.");
    return;
  }
  const view = createAnswerView(answerLook(io.stdout, io.env, { ...flags, showThinking: "live" }));
  view.reasoning(thoughts);
  view.end();
}

function textOfPart({ modelPath }: ChatSession, part: "template" | "license"): string {
  if (modelPath === undefined) {
    throw new AnechatError("usage", `An endpoint doesn't report the model's ${part}`);
  }
  const { facts, chatTemplate } = readModelDescription(modelPath);
  if (part === "template") return chatTemplate ?? "This model has no chat template.";
  return facts.license ?? "The model's file names no license.";
}

function factRows(chat: ChatSession): [string, string][] {
  const { session, modelPath, contextLimit } = chat;
  if (session.kind === "remote" || modelPath === undefined) {
    const context = Number.isFinite(contextLimit) ? `${contextLimit} tokens` : "not reported";
    return [
      ["Model", session.name],
      ["At", session.kind === "remote" ? session.place : ""],
      ["Context", context],
    ];
  }
  const { facts, header } = readModelDescription(modelPath);
  const { architecture, parameters, quantization, trainedContext, license, bytes, path } = facts;
  return [
    ["Model", facts.name === null ? session.name : `${session.name} (${facts.name})`],
    ["Family", architecture],
    ["Size", `${formatCount(parameters)} parameters, ${quantization}, ${formatBytes(bytes)}`],
    ["Context", trainedContext === null ? "not given" : `${trainedContext} tokens`],
    ["Memory", neededMemoryText(neededMemory(header, session.info.contextSize))],
    ["License", license ?? "not given"],
    ["File", path],
  ];
}
