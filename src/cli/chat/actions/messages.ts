/** Commands about what is sent: files, output of the shell, the system prompt. */
import { AnechatError } from "../../../base/errors.ts";
import { plural } from "../../../base/format.ts";
import type { ChatActions, ChatUi } from "../../../terminal/chat-loop.ts";
import { sanitizeLine } from "../../../terminal/sanitize.ts";
import type { ChatSession } from "../chat-session.ts";
import { runShell, type ShellResult } from "../shell.ts";

type MessageActions = Pick<ChatActions, "file" | "shell" | "system">;

export function messageActions(chat: ChatSession): MessageActions {
  let allowsShell = false;
  return {
    file: (argument, ui) => file(chat, argument.trim(), ui),
    shell: async (command, ui) => {
      if (command === "") throw new AnechatError("usage", "Which command? For example: !ls -l");
      allowsShell ||= await confirmed("Run shell commands from this chat? [y/N]", ui);
      if (allowsShell) await shell(chat, command, ui);
      else ui.note("It was not run. A space before the ! sends it to the model.");
    },
    system: (text, ui) => changeSystemPrompt(chat, text, ui),
  };
}

/** /system and /set system: "" shows the prompt, "-" removes it. */
export function changeSystemPrompt({ conversation }: ChatSession, text: string, ui: ChatUi): void {
  if (text !== "") conversation.setSystemPrompt(text === "-" ? "" : text);
  ui.note(`System prompt: ${conversation.systemPrompt ?? "none"}`);
}

async function file({ attachments, flags }: ChatSession, argument: string, ui: ChatUi): Promise<void> {
  if (flags.raw) throw new AnechatError("usage", "With --raw only what you type is sent, without files");
  if (argument.startsWith("-")) {
    const detached = attachments.detach(argument.slice(1).trim());
    ui.note(`No longer attached: ${detached.map(({ path }) => path).join(", ")}`);
    return;
  }
  if (argument !== "") {
    await attachments.attach(argument, ui.note);
    const { length } = attachments.files;
    ui.note(length === 1 ? "It is sent with the next message." : `The next message has ${length} files.`);
    return;
  }
  if (attachments.files.length === 0) {
    ui.note("No file is attached: /file PATH attaches one to the next message.");
    return;
  }
  const rows = attachments.files.map(({ path, tokens }, index) => {
    return `${index + 1}  ${sanitizeLine(path)}  ${ui.dim(`about ${plural(tokens, "token")}`)}`;
  });
  ui.print(rows.join("\n"));
  ui.note("They go with the next message. /file -N detaches one, /file - all.");
}

async function shell({ attachments, flags, io }: ChatSession, command: string, ui: ChatUi): Promise<void> {
  let result: ShellResult;
  {
    using interrupt = ui.interruptible();
    result = await runShell(command, { env: io.env, print: ui.print, signal: interrupt.signal });
  }
  if (result.end !== undefined) ui.note(`The command ${result.end}.`);
  if (result.isCut) ui.note("Only the beginning of the output is kept: it is too long.");
  if (result.output.trim() === "") {
    ui.note("There was no output.");
    return;
  }
  if (flags.raw) {
    ui.note("With --raw only what you type is sent, without this output.");
    return;
  }
  const name = `output of \`${command}\``;
  const { tokens } = await attachments.attachText(name, result.output);
  ui.note(`The output goes with your next message (about ${plural(tokens, "token")}). /file - detaches it.`);
}

/** Asks on the input line. Anything but "y" or "yes" is no. */
async function confirmed(question: string, ui: ChatUi): Promise<boolean> {
  ui.print(question);
  const answer = await ui.edit("");
  return /^\s*y(es)?\s*$/i.test(answer ?? "");
}
