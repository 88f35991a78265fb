/** A chat with both models, each with its own earlier answers. */
import { exitCodes, toAnechatError } from "../../base/errors.ts";
import { withSystemPrompt } from "../../batch/prompts-file.ts";
import type { Io } from "../../cli/io.ts";
import type { Message } from "../../protocol/chat.ts";
import { createColors } from "../../terminal/colors.ts";
import { completeCommand, formatHelp, parseChatInput } from "../../terminal/commands.ts";
import { type InputResult, readInput } from "../../terminal/input/read-input.ts";
import { KeySource } from "../../terminal/key-source.ts";
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

/** @returns the exit code */
export async function converse(pair: Pair, systemPrompt: string | undefined, io: Io): Promise<number> {
  using keys = new KeySource({ input: io.stdin, output: io.stdout, process, shutdown: io.shutdown });
  const colors = createColors(io.env, io.stdout);
  const print = (line: string): void => void io.stdout.write(`${line}\n`);
  const history: string[] = [];
  const read = (): Promise<InputResult> =>
    readInput({
      keys,
      output: io.stdout,
      colors,
      history,
      complete: (text) => completeCommand(text, compareCommands),
    });
  const begin = (): Chats => [withSystemPrompt([], systemPrompt), withSystemPrompt([], systemPrompt)];
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
    using _interrupt = keys.onInterrupt(() => stopping.abort());
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

  let wasInterrupted = false;
  for (;;) {
    print("");
    const input = await read();
    if (input.type === "eof" || (input.type === "interrupt" && wasInterrupted)) break;
    wasInterrupted = input.type === "interrupt";
    if (input.type === "interrupt") {
      print(colors.dim("Type quit or press Ctrl+C again to leave."));
      continue;
    }
    const line = parseChatInput(input.text, compareCommands);
    if (line.type === "empty") continue;
    history.push(input.text);
    if (line.type === "unknown") print(colors.yellow(line.message));
    else if (line.type === "message") await ask(line.text, chats);
    else if (line.name === "quit") break;
    else if (line.name === "help") {
      print(
        `${formatHelp(compareCommands)}\n\nCtrl+C stops an answer. Each model sees only its own answers.`,
      );
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
