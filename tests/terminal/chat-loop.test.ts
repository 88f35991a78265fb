import { expect, test } from "bun:test";
import { type ChatAction, type ChatActions, runChatLoop } from "../../src/terminal/chat-loop.ts";
import { createColors } from "../../src/terminal/colors.ts";
import { commandTable } from "../../src/terminal/commands.ts";
import { History } from "../../src/terminal/history.ts";
import type { InputResult } from "../../src/terminal/input/line-reader.ts";
import type { InterruptOptions } from "../../src/terminal/interrupts.ts";
import { Screen } from "../fixtures/screen.ts";

/** Runs the loop with these inputs. @returns what was called, the screen, and how often it read */
async function run(...inputs: InputResult[]) {
  const calls: string[] = [];
  const interrupts: (InterruptOptions | undefined)[] = [];
  const output = new Screen();
  let reads = 0;
  const action =
    (name: string): ChatAction =>
    (argument) =>
      void calls.push(`${name} ${argument}`.trim());
  await runChatLoop({
    keyboard: {
      onInterrupt: (_, options) => {
        interrupts.push(options);
        return { [Symbol.dispose]: () => {} };
      },
      onResume: () => ({ [Symbol.dispose]: () => {} }),
      lend: async (work) => await work(),
      help: (columns) => `The keys of this keyboard in ${columns} columns`,
    },
    reader: {
      read: async () => {
        reads += 1;
        return inputs.shift() ?? { type: "eof" };
      },
    },
    history: History.inMemory(),
    output,
    colors: createColors({ NO_COLOR: "1" }, output),
    style: "plain",
    textWidth: 0,
    stats: false,
    quiet: true,
    verbose: false,
    answer: async (text, ui) => {
      calls.push(`answer ${text}`);
      await ui.show(async function* () {});
    },
    actions: Object.fromEntries<ChatAction>(
      commandTable.map(({ name }) => [name, action(name)]),
    ) as ChatActions,
    note: (line) => calls.push(`note ${line}`),
    takeNotes: () => [],
  });
  return { calls, interrupts, text: output.text, reads };
}

const line = (text: string): InputResult => ({ type: "line", text });

test("Esc Esc on an empty line is /edit", async () => {
  const { calls } = await run(line("Hello"), { type: "edit-last" }, line("/retry"));
  expect(calls).toEqual(["answer Hello", "edit", "retry"]);
});

test("the end of the input leaves without reading again", async () => {
  const { text, reads } = await run({ type: "eof" }, line("Hello"));
  expect(text).toEndWith("Goodbye!");
  expect(reads).toBe(1);
});

test("/help ends with the keys of this keyboard, for this window", async () => {
  const { text } = await run(line("/help"));
  expect(text).toContain("\n\nThe keys of this keyboard in 80 columns\n");
});

test("Esc stops an answer, too", async () => {
  const { interrupts } = await run(line("Hello"));
  expect(interrupts).toEqual([{ escape: true }]);
});
