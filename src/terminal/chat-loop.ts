/**
 * The prompt loop: reads an input, runs a command or shows an answer, until the user leaves.
 * Answers and commands are passed in: the loop knows no model.
 */
import { toAnechatError } from "../base/errors.ts";
import type { ConversationEvent } from "../chat/conversation.ts";
import { type CommandName, commandTable, formatCommandHelp, formatHelp, parseChatInput } from "./commands.ts";
import type { History } from "./history.ts";
import type { LineReader } from "./input/line-reader.ts";
import type { Keyboard } from "./keyboard.ts";
import { columnsOf } from "./output.ts";
import { sanitize } from "./sanitize.ts";
import { type ShowOptions, showAnswer } from "./show-answer.ts";

/** What a command uses to show something. */
export type ChatUi = {
  /** Untrusted text must be sanitized before. */
  print(text: string): void;
  dim(text: string): string;
  /** A dimmed line about what was done. */
  note(line: string): void;
  /**
   * Shows an answer; Ctrl+C and Esc abort the signal.
   * @param continues the text of the cut answer that this one continues
   */
  show(
    events: (signal: AbortSignal) => AsyncIterable<ConversationEvent>,
    options?: { continues?: string },
  ): Promise<void>;
  /** Lets the user edit a text on the input line. @returns undefined if the user leaves instead */
  edit(text: string): Promise<string | undefined>;
  /** Gives the terminal to other code while the work runs. */
  lend<T>(work: () => T | Promise<T>): Promise<T>;
  /** Ctrl+C and Esc abort the signal, until this is disposed. */
  interruptible(): Disposable & { readonly signal: AbortSignal };
};

export type ChatAction = (argument: string, ui: ChatUi) => void | Promise<void>;

/** The commands, except those that the loop runs itself. */
export type ChatActions = Readonly<Record<Exclude<CommandName, "help" | "quit">, ChatAction>>;

type ChatLoopOptions = ShowOptions & {
  keyboard: Pick<Keyboard, "onInterrupt" | "onResume" | "lend" | "help">;
  reader: LineReader;
  history: History;
  /** Answers a message. */
  answer: ChatAction;
  actions: ChatActions;
  /** Shows stack traces of errors. */
  verbose: boolean;
  /** Prints a line that is not part of the conversation, such as a warning. */
  note(line: string): void;
  /** The notes since the last prompt. */
  takeNotes(): readonly string[];
};

/** Ends when the user leaves. */
export async function runChatLoop(options: ChatLoopOptions): Promise<void> {
  const { reader, history, colors, actions } = options;
  const ui = chatUi(options);
  const run = (name: keyof ChatActions, argument: string): Promise<void> =>
    attempt(() => actions[name](argument, ui), options);
  for (;;) {
    for (const line of options.takeNotes()) options.note(line);
    ui.print("");
    const input = await reader.read();
    if (input.type === "eof") break;
    if (input.type === "edit-last") {
      await run("edit", "");
      continue;
    }
    if (input.type === "thoughts") {
      await run("show", "thoughts");
      continue;
    }
    const parsed = parseChatInput(input.text);
    if (parsed.type === "empty") continue;
    const warning = history.add(input.text);
    if (warning !== undefined) options.note(warning);
    if (parsed.type === "unknown") ui.print(colors.yellow(parsed.message));
    else if (parsed.type === "message") await attempt(() => options.answer(parsed.text, ui), options);
    else if (parsed.name === "quit") break;
    else if (parsed.name === "help") ui.print(helpText(parsed.argument, options));
    else await run(parsed.name, parsed.argument);
  }
  ui.print("Goodbye!");
}

/** Shows the error of a failure; the conversation continues. */
async function attempt(
  work: () => void | Promise<void>,
  { output, colors, verbose }: ChatLoopOptions,
): Promise<void> {
  try {
    await work();
  } catch (thrown) {
    const error = toAnechatError(thrown);
    output.write(`${colors.red(sanitize(error.message))}\n`);
    if (error.hint !== undefined) output.write(`  ${sanitize(error.hint)}\n`);
    if (verbose && error.stack !== undefined) output.write(`${colors.dim(sanitize(error.stack))}\n`);
  }
}

function chatUi(options: ChatLoopOptions): ChatUi {
  const { keyboard, reader, output, colors } = options;
  const print = (text: string): void => void output.write(`${text}\n`);
  const interruptible = (): Disposable & { signal: AbortSignal } => {
    const stopping = new AbortController();
    const interrupt = keyboard.onInterrupt(() => stopping.abort(), { escape: true });
    return { signal: stopping.signal, [Symbol.dispose]: () => interrupt[Symbol.dispose]() };
  };
  return {
    print,
    dim: colors.dim,
    note: (line) => print(colors.dim(sanitize(line))),
    show: async (events, answer) => {
      using interrupt = interruptible();
      const { typedAhead } = reader;
      const onResume = keyboard.onResume.bind(keyboard);
      const shown = { ...options, onResume, ...(typedAhead === undefined ? {} : { typedAhead }) };
      await showAnswer(events(interrupt.signal), shown, answer);
    },
    edit: async (text) => {
      const input = await reader.read({ text });
      return input.type === "line" ? input.text : undefined;
    },
    lend: (work) => keyboard.lend(work),
    interruptible,
  };
}

function helpText(about: string, { colors, output, keyboard }: ChatLoopOptions): string {
  const columns = columnsOf(output);
  if (about !== "") return sanitize(formatCommandHelp(about, commandTable, { columns }));
  return `${formatHelp(commandTable, { columns, heading: colors.bold })}\n\n${keyboard.help(columns)}`;
}
