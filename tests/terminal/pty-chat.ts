/** A chat without a model, for pty.test.ts: it answers with the input. */
import { Shutdown } from "../../src/base/shutdown.ts";
import { createAnswerView } from "../../src/terminal/answer-view.ts";
import { createColors } from "../../src/terminal/colors.ts";
import { commandCandidates, parseChatInput } from "../../src/terminal/commands.ts";
import { History } from "../../src/terminal/history.ts";
import { LineEditor } from "../../src/terminal/input/line-editor.ts";
import { KeySource } from "../../src/terminal/key-source.ts";

const output = process.stdout;
const colors = createColors({ TERM: "xterm", NO_COLOR: "1" }, output);
const history = History.inMemory();
const shutdown = new Shutdown({ process, ignoresHangup: false });
using keys = new KeySource({ input: process.stdin, output, process, shutdown });

const complete = (text: string) => ({
  from: 0,
  candidates: text.startsWith("/") ? commandCandidates(text) : [],
});
const reader = new LineEditor({ keys, output, colors, history, complete });

for (;;) {
  const result = await reader.read();
  if (result.type !== "line") break;
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
