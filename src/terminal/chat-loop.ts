/**
 * The prompt loop: reads a line, does what it says or shows the answer, until
 * the user leaves. It knows no model: who answers is passed in.
 */
import { toAnechatError } from "../base/errors.ts";
import type { ConversationEvent } from "../chat/conversation.ts";
import { completeCommand, formatHelp, parseChatInput } from "./commands.ts";
import type { History } from "./history.ts";
import { readInput } from "./input/read-input.ts";
import type { KeySource } from "./key-source.ts";
import { sanitize } from "./sanitize.ts";
import { type ShowOptions, showAnswer } from "./show-answer.ts";

export type ChatLoopOptions = ShowOptions & {
  keys: KeySource;
  history: History;
  /** Answers a message; the signal stops it. */
  ask(text: string, signal: AbortSignal): AsyncIterable<ConversationEvent>;
  /** Forgets what was said. */
  clear(): void;
  /** For /status: what and its value, in order. */
  status(): readonly (readonly [label: string, value: string])[];
  /** A line beside the conversation, such as a warning. */
  note(line: string): void;
  /** Stack traces of errors. */
  verbose: boolean;
};

/** Ends when the user leaves. */
export async function runChatLoop(options: ChatLoopOptions): Promise<void> {
  const { keys, history, output, colors } = options;
  const print = (text: string): void => void output.write(`${text}\n`);
  let wasInterrupted = false;
  for (;;) {
    print("");
    const input = await readInput({
      keys,
      output,
      colors,
      history: history.entries,
      complete: completeCommand,
    });
    if (input.type === "eof" || (input.type === "interrupt" && wasInterrupted)) break;
    wasInterrupted = input.type === "interrupt";
    if (input.type === "interrupt") {
      print(colors.dim("Type quit or press Ctrl+C again to leave."));
      continue;
    }
    const said = parseChatInput(input.text);
    if (said.type === "empty") continue;
    const warning = history.add(input.text);
    if (warning !== undefined) options.note(warning);
    if (said.type === "unknown") print(colors.yellow(said.message));
    else if (said.type === "message") await answer(said.text, options);
    else if (said.name === "quit") break;
    else if (said.name === "status") print(statusText(options));
    else if (said.name === "help") print(helpText());
    else {
      options.clear();
      print(colors.dim("The conversation is forgotten."));
    }
  }
  print("Goodbye!");
}

/** A failed answer says why; the conversation goes on. */
async function answer(text: string, options: ChatLoopOptions): Promise<void> {
  const { keys, output, colors, verbose } = options;
  const stopping = new AbortController();
  using _interrupt = keys.onInterrupt(() => stopping.abort());
  try {
    await showAnswer(options.ask(text, stopping.signal), options);
  } catch (thrown) {
    const error = toAnechatError(thrown);
    output.write(`${colors.red(sanitize(error.message))}\n`);
    if (error.hint !== undefined) output.write(`  ${sanitize(error.hint)}\n`);
    if (verbose && error.stack !== undefined) output.write(`${colors.dim(sanitize(error.stack))}\n`);
  }
}

function statusText({ status, colors }: ChatLoopOptions): string {
  return status()
    .map(([label, value]) => `${colors.dim(label.padEnd(9))} ${sanitize(value)}`)
    .join("\n");
}

function helpText(): string {
  return `${formatHelp()}

Alt+Enter or a \\ at the end of a line begins a new one. Ctrl+C stops an answer.`;
}
