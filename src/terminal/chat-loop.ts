/**
 * The prompt loop: reads an input, runs a command or shows an answer, until the user leaves.
 * Answers and commands are passed in: the loop knows no model.
 */
import { toAnechatError } from "../base/errors.ts";
import type { ConversationEvent } from "../chat/conversation.ts";
import { type CommandName, completeCommand, formatHelp, parseChatInput } from "./commands.ts";
import type { History } from "./history.ts";
import { type InputResult, readInput } from "./input/read-input.ts";
import type { KeySource } from "./key-source.ts";
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
   * Shows an answer; Ctrl+C aborts the signal.
   * @param continues the text of the cut answer that this one continues
   */
  show(
    events: (signal: AbortSignal) => AsyncIterable<ConversationEvent>,
    options?: { continues?: string },
  ): Promise<void>;
  /** Lets the user edit a text on the input line. @returns undefined after Ctrl+C or Ctrl+D */
  edit(text: string): Promise<string | undefined>;
  /** Gives the terminal to other code while the work runs. */
  lend<T>(work: () => T | Promise<T>): Promise<T>;
  /** Ctrl+C aborts the signal, until this is disposed. */
  interruptible(): Disposable & { readonly signal: AbortSignal };
};

export type ChatAction = (argument: string, ui: ChatUi) => void | Promise<void>;

/** The commands, except those that the loop runs itself. */
export type ChatActions = Readonly<Record<Exclude<CommandName, "help" | "quit">, ChatAction>>;

type ChatLoopOptions = ShowOptions & {
  keys: KeySource;
  history: History;
  /** Answers a message. */
  answer: ChatAction;
  actions: ChatActions;
  /** Completions for Tab, besides the commands' names. */
  complete(text: string): readonly string[];
  /** Shows stack traces of errors. */
  verbose: boolean;
  /** Prints a line that is not part of the conversation, such as a warning. */
  note(line: string): void;
  /** The notes since the last prompt. */
  takeNotes(): readonly string[];
};

/** Ends when the user leaves. */
export async function runChatLoop(options: ChatLoopOptions): Promise<void> {
  const { history, colors, actions } = options;
  const ui = chatUi(options);
  let wasInterrupted = false;
  for (;;) {
    for (const line of options.takeNotes()) options.note(line);
    ui.print("");
    const input = await read(options);
    if (input.type === "eof" || (input.type === "interrupt" && wasInterrupted)) break;
    wasInterrupted = input.type === "interrupt";
    if (input.type === "interrupt") {
      ui.note("Type quit or press Ctrl+C again to leave.");
      continue;
    }
    const parsed = parseChatInput(input.text);
    if (parsed.type === "empty") continue;
    const warning = history.add(input.text);
    if (warning !== undefined) options.note(warning);
    if (parsed.type === "unknown") ui.print(colors.yellow(parsed.message));
    else if (parsed.type === "message") await attempt(() => options.answer(parsed.text, ui), options);
    else if (parsed.name === "quit") break;
    else if (parsed.name === "help") ui.print(helpText());
    else {
      const action = actions[parsed.name];
      await attempt(() => action(parsed.argument, ui), options);
    }
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
  const { keys, output, colors } = options;
  const print = (text: string): void => void output.write(`${text}\n`);
  const interruptible = (): Disposable & { signal: AbortSignal } => {
    const stopping = new AbortController();
    const interrupt = keys.onInterrupt(() => stopping.abort());
    return { signal: stopping.signal, [Symbol.dispose]: () => interrupt[Symbol.dispose]() };
  };
  return {
    print,
    dim: colors.dim,
    note: (line) => print(colors.dim(sanitize(line))),
    show: async (events, answer) => {
      using interrupt = interruptible();
      await showAnswer(events(interrupt.signal), options, answer);
    },
    edit: async (text) => {
      const input = await read(options, text);
      return input.type === "line" ? input.text : undefined;
    },
    lend: (work) => keys.lend(work),
    interruptible,
  };
}

function read({ keys, output, colors, history, complete }: ChatLoopOptions, text = ""): Promise<InputResult> {
  return readInput({
    keys,
    output,
    colors,
    history: history.entries,
    complete: (typed) => [...completeCommand(typed), ...complete(typed)],
    text,
  });
}

function helpText(): string {
  return `${formatHelp()}

Alt+Enter, or a \\ at the end of a line, starts a new line. Ctrl+C stops an answer.`;
}
