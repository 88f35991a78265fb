/**
 * Tools that Anthropic defines and the client runs. A request has only their type, since Anthropic's
 * models know their input; models here get it as a schema.
 * https://platform.claude.com/docs/en/agents-and-tools/tool-use/overview
 */
import type { Tool } from "../../protocol/chat.ts";

const text = { type: "string" } as const;
const line = { type: "integer", minimum: 0 } as const;
const viewRange = { type: "array", items: { type: "integer" }, minItems: 2, maxItems: 2 } as const;

const editing = {
  path: { ...text, description: "Absolute path of a file or folder" },
  file_text: { ...text, description: "For create: the whole text of the file" },
  old_str: { ...text, description: "For str_replace: the text to replace, which must occur once" },
  new_str: { ...text, description: "For str_replace: the new text" },
  insert_line: { ...line, description: "For insert: the line after which the text comes; 0: first" },
  view_range: { ...viewRange, description: "For view: the first and the last line; -1: to the end" },
} as const;

const bash = {
  description: "Runs a command in a bash session that stays open between calls",
  parameters: {
    type: "object",
    properties: {
      command: { ...text, description: "The command to run" },
      restart: { type: "boolean", description: "True starts a new session" },
    },
  },
};

const textEditor = {
  description: "Views, creates and edits text files",
  parameters: {
    type: "object",
    properties: {
      command: { type: "string", enum: ["view", "create", "str_replace", "insert"] },
      ...editing,
      insert_text: { ...text, description: "For insert: the text" },
    },
    required: ["command", "path"],
  },
};

/** The versions of 2024-10-22 and 2025-01-24 can undo, and insert `new_str`. */
const firstTextEditor = {
  description: "Views, creates and edits text files",
  parameters: {
    type: "object",
    properties: {
      command: { type: "string", enum: ["view", "create", "str_replace", "insert", "undo_edit"] },
      ...editing,
      new_str: { ...text, description: "For str_replace and insert: the new text" },
    },
    required: ["command", "path"],
  },
};

const memory = {
  description: "Views, writes and deletes notes in /memories, which outlive the conversation",
  parameters: {
    type: "object",
    properties: {
      command: { type: "string", enum: ["view", "create", "str_replace", "insert", "delete", "rename"] },
      ...editing,
      path: { ...text, description: "A file or folder in /memories; not for rename" },
      insert_text: { ...text, description: "For insert: the text" },
      old_path: { ...text, description: "For rename" },
      new_path: { ...text, description: "For rename" },
    },
    required: ["command"],
  },
};

const byType: readonly { pattern: RegExp; tool: Omit<Tool, "name"> }[] = [
  { pattern: /^bash_\d{8}$/, tool: bash },
  { pattern: /^text_editor_(20241022|20250124)$/, tool: firstTextEditor },
  { pattern: /^text_editor_\d{8}$/, tool: textEditor },
  { pattern: /^memory_\d{8}$/, tool: memory },
];

/** @returns undefined if it is a tool that a client doesn't run, or that needs vision */
export function clientTool({ type, name }: { type: string; name?: unknown }): Tool | undefined {
  if (typeof name !== "string") return undefined;
  const found = byType.find(({ pattern }) => pattern.test(type));
  return found === undefined ? undefined : { name, ...found.tool };
}
