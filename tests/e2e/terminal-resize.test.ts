/** A window that changes again and again while an answer streams. */
import { expect, test } from "bun:test";
import { seededRandom } from "../../scripts/random.ts";
import { Sandbox } from "../fixtures/executable.ts";
import { FakeEndpoint, gated } from "../fixtures/fake-endpoint.ts";
import { TerminalSession } from "../fixtures/terminal.ts";

const count = 60;
const marks = Array.from({ length: count }, (_, index) => `mark${String(index).padStart(2, "0")}`);
const words = "lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor".split(" ");

/** Kinds of markdown: lines that end with a mark. */
const kinds: Record<string, { begin: string; line: (text: string) => string; close: string; end: string }> = {
  list: { begin: "", line: (text) => `- ${text} `, close: "\n", end: "" },
  table: {
    begin: "| A | B |\n|---|---|\n",
    line: (text) => `| ${text.slice(0, 20)} | `,
    close: " |\n",
    end: "",
  },
  code: { begin: "```python\n", line: (text) => `"${text}" # `, close: "\n", end: "```\n" },
  prose: { begin: "", line: (text) => `${text} `, close: " ", end: "\n" },
};

const terminals = { "xterm.js": false, "most others": true };
const cases = Object.keys(kinds).flatMap((kind) =>
  Object.entries(terminals).map((one) => [kind, ...one] as const),
);

test.each(cases)("each row is on the screen once: %s, in %s", async (kind, _, reflowCursorLine) => {
  const { begin, line, close, end } = kinds[kind]!;
  using home = new Sandbox();
  await using server = new FakeEndpoint();
  await using chat = new TerminalSession(home, [server.address, "--no-stats"], { reflowCursorLine });
  const random = seededRandom(kind.length);
  const text = (): string =>
    Array.from({ length: 1 + random.below(14) }, () => words[random.below(words.length)]).join(" ");
  for (let turn = 1; turn <= 3; turn += 1) {
    const answer = gated();
    server.reply(answer.reply);
    await chat.prompts(turn);
    const before = chat.screen.logicalLines.length;
    chat.say("Go on");
    answer.send(begin);
    for (let sent = 0; sent < count; ) {
      const some = marks.slice(sent, sent + 1 + random.below(6));
      const lines = some.map((mark) => line(text()) + mark + close).join("");
      const last = lines.lastIndexOf("mark");
      for (let at = 0; at < last; ) {
        const piece = lines.slice(at, Math.min(last, at + 1 + random.below(40)));
        answer.send(piece);
        at += piece.length;
      }
      // When the last mark is shown, all is shown: nothing is painted while the window changes.
      answer.send(lines.slice(last));
      sent += some.length;
      await chat.showsWrapped(some.at(-1)!, turn);
      if (random.below(2) === 0) chat.resize(40 + random.below(100), 6 + random.below(34));
    }
    answer.send(end);
    answer.end();
    await chat.prompts(turn + 1);
    const shown = chat.screen.logicalLines.slice(before).join("\n");
    expect([...shown.matchAll(/mark\d\d/g)].map(([mark]) => mark)).toEqual(marks);
  }
  chat.say("quit");
  expect(await chat.exit()).toBe(0);
});
