/** A chat without a model, for pty.test.ts: it answers with the input. */
import { Shutdown } from "../../src/base/shutdown.ts";
import { createAnswerView } from "../../src/terminal/answer-view.ts";
import { createColors } from "../../src/terminal/colors.ts";
import { completeCommand, parseChatInput } from "../../src/terminal/commands.ts";
import { History } from "../../src/terminal/history.ts";
import { readInput } from "../../src/terminal/input/read-input.ts";
import { KeySource } from "../../src/terminal/key-source.ts";

const output = process.stdout;
const colors = createColors({ NO_COLOR: "1" }, output);
const history = History.inMemory();
const shutdown = new Shutdown({ process, ignoresHangup: false });
using keys = new KeySource({ input: process.stdin, output, process, shutdown });

for (let interrupts = 0; interrupts < 2; ) {
  const result = await readInput({
    keys,
    output,
    colors,
    history: history.entries,
    complete: completeCommand,
  });
  if (result.type === "eof") break;
  if (result.type === "interrupt") {
    interrupts += 1;
    output.write("Ctrl+C again to leave.\n");
    continue;
  }
  interrupts = 0;
  const input = parseChatInput(result.text);
  if (input.type === "command") break;
  if (input.type !== "message") continue;
  history.add(input.text);
  const answer = createAnswerView({ output, colors, style: "markdown" });
  if (input.text === "forever") {
    answer.write("working");
    const { promise, resolve } = Promise.withResolvers<void>();
    using _guard = keys.onInterrupt(resolve);
    await promise;
    answer.interrupt();
    continue;
  }
  for (const piece of `You said **${JSON.stringify(input.text)}**`) answer.write(piece);
  answer.end();
}
output.write("Goodbye!\n");
shutdown.end();
