/** A chat with both models, each with its own earlier answers. */
import { exitCodes, toAnechatError } from "../../base/errors.ts";
import { type Opening, withOpening } from "../../batch/prompts-file.ts";
import type { Io } from "../../cli/io.ts";
import type { Message } from "../../protocol/chat.ts";
import { createColors } from "../../terminal/colors.ts";
import { commandCandidates, formatHelp, parseChatInput } from "../../terminal/commands.ts";
import { History } from "../../terminal/history.ts";
import { openKeyboard } from "../../terminal/keyboard.ts";
import { columnsOf } from "../../terminal/output.ts";
import { sanitize } from "../../terminal/sanitize.ts";
import type { Pair } from "./pair.ts";
import { streamComparison } from "./stream.ts";

const compareCommands = [
  { name: "retry", help: "Ask the last question again" },
  { name: "clear", aliases: ["new"], bare: true, help: "Start a new conversation" },
  { name: "help", aliases: ["?"], bare: true, help: "Show this list" },
  { name: "quit", aliases: ["exit", "bye", "q"], bare: true, help: "Leave (also: quit, exit, bye, Ctrl+D)" },
] as const;

type Chats = readonly [first: readonly Message[], second: readonly Message[]];

/**
 * @param openings of each model's conversation
 * @returns the exit code
 */
export async function converse(pair: Pair, openings: readonly [Opening, Opening], io: Io): Promise<number> {
  const { stdin: input, stdout: output, shutdown, env } = io;
  using keyboard = openKeyboard({ input, output, process, shutdown, env });
  const colors = createColors(env, output);
  const print = (line: string): void => void output.write(`${line}\n`);
  const history = History.inMemory();
  const reader = keyboard.reader({
    colors,
    history,
    complete: (text, cursor) => {
      const typed = text.slice(0, cursor);
      return { from: 0, candidates: typed.startsWith("/") ? commandCandidates(typed, compareCommands) : [] };
    },
  });
  const begin = (): Chats => [withOpening([], openings[0]), withOpening([], openings[1])];
  let chats = begin();
  /** The last question, and the chats before it. */
  let last: { text: string; before: Chats } | undefined;

  const ask = async (text: string, before: Chats): Promise<void> => {
    last = { text, before };
    const question: Message = { role: "user", content: text };
    const [first, second] = [
      [...before[0], question],
      [...before[1], question],
    ];
    const stopping = new AbortController();
    using _interrupt = keyboard.onInterrupt(() => stopping.abort(), { escape: true });
    try {
      const comparison = await streamComparison(pair, [first, second], stopping.signal, io);
      if (comparison === undefined) {
        chats = before;
        print(colors.dim("Both models forget this question. /retry asks it again."));
        return;
      }
      const [left, right] = comparison.answers;
      chats = [
        [...first, { role: "assistant", content: left.text }],
        [...second, { role: "assistant", content: right.text }],
      ];
    } catch (thrown) {
      const error = toAnechatError(thrown);
      chats = before;
      print(colors.red(sanitize(error.message)));
      if (error.hint !== undefined) print(`  ${sanitize(error.hint)}`);
    }
  };

  /** The last question while it is edited: its answer replaces the earlier one. */
  let edited: typeof last;
  for (;;) {
    print("");
    const input = await reader.read(edited === undefined ? {} : { text: edited.text });
    if (input.type === "eof") break;
    if (input.type === "edit-last") {
      edited = last;
      continue;
    }
    if (input.type === "thoughts") {
      print(colors.dim("A comparison keeps no thoughts."));
      continue;
    }
    const before = edited?.before ?? chats;
    edited = undefined;
    const line = parseChatInput(input.text, compareCommands);
    if (line.type === "empty") continue;
    history.add(input.text);
    if (line.type === "unknown") print(colors.yellow(line.message));
    else if (line.type === "message") await ask(line.text, before);
    else if (line.name === "quit") break;
    else if (line.name === "help") {
      const columns = columnsOf(output);
      print(formatHelp(compareCommands, { columns }));
      print(`\nEach model sees only its own answers.\n\n${keyboard.help(columns)}`);
    } else if (line.name === "clear") {
      chats = begin();
      last = undefined;
      print(colors.dim("A new conversation with both models."));
    } else if (last === undefined) print(colors.yellow("There is no question to ask again."));
    else await ask(last.text, last.before);
  }
  print("Goodbye!");
  return exitCodes.ok;
}
