/**
 * The prompt loop: reads a line, does what it says or shows the answer, until
 * the user leaves. It knows no model: who answers, and what commands do, is passed in.
 */
import { toAnechatError } from "../base/errors.ts";
import type { ConversationEvent } from "../chat/conversation.ts";
import { type CommandName, completeCommand, formatHelp, parseChatInput } from "./commands.ts";
import type { History } from "./history.ts";
import { type InputResult, readInput } from "./input/read-input.ts";
import type { KeySource } from "./key-source.ts";
import { sanitize } from "./sanitize.ts";
import { type ShowOptions, showAnswer } from "./show-answer.ts";

/** What a command has to show itself with. */
export type ChatUi = {
  /** Text of others is to be sanitized before. */
  print(text: string): void;
  dim(text: string): string;
  /** A quiet line about what was done. */
  note(line: string): void;
  /** Shows an answer; the signal is Ctrl+C's. */
  show(events: (signal: AbortSignal) => AsyncIterable<ConversationEvent>): Promise<void>;
  /** Has a text changed on the input line. @returns undefined if it was left by Ctrl+C or Ctrl+D */
  edit(text: string): Promise<string | undefined>;
  /** Gives the terminal away for as long as the work takes. */
  lend<T>(work: () => T | Promise<T>): Promise<T>;
  /** Until disposed of, Ctrl+C aborts the signal. */
  interruptible(): Disposable & { readonly signal: AbortSignal };
};

export type ChatAction = (argument: string, ui: ChatUi) => void | Promise<void>;

/** All but those that the loop itself does. */
export type ChatActions = Readonly<Record<Exclude<CommandName, "help" | "quit">, ChatAction>>;

export type ChatLoopOptions = ShowOptions & {
  keys: KeySource;
  history: History;
  /** Answers a message. */
  answer: ChatAction;
  actions: ChatActions;
  /** What an input may go on as besides the commands' names, for Tab. */
  complete(text: string): readonly string[];
  /** Stack traces of errors. */
  verbose: boolean;
  /** A line beside the conversation, such as a warning. */
  note(line: string): void;
  /** Such lines that came up since the last prompt. */
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
    const said = parseChatInput(input.text);
    if (said.type === "empty") continue;
    const warning = history.add(input.text);
    if (warning !== undefined) options.note(warning);
    if (said.type === "unknown") ui.print(colors.yellow(said.message));
    else if (said.type === "message") await attempt(() => options.answer(said.text, ui), options);
    else if (said.name === "quit") break;
    else if (said.name === "help") ui.print(helpText());
    else {
      const action = actions[said.name];
      await attempt(() => action(said.argument, ui), options);
    }
  }
  ui.print("Goodbye!");
}

/** What failed says why; the conversation goes on. */
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
    show: async (events) => {
      using interrupt = interruptible();
      await showAnswer(events(interrupt.signal), options);
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
