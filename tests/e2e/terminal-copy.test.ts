/** What a user selects in the terminal and copies is what the model wrote. */
import { expect, test } from "bun:test";
import { Sandbox } from "../fixtures/executable.ts";
import { FakeEndpoint, gated } from "../fixtures/fake-endpoint.ts";
import { TerminalSession } from "../fixtures/terminal.ts";

/** A script that a line break in a wrong place, or a bar beside it, would break. */
const script = `\
long="${"0123456789".repeat(20)}"
for word in one two; do
  if [ "$word" = two ]; then
    echo "$word: \${#long}"
  fi
done

cat <<'END'
  *indented* text
END
echo "$long"`;

async function runs(text: string): Promise<string> {
  const child = Bun.spawn(["bash", "-c", text], { stderr: "pipe", stdout: "pipe" });
  const [stdout, stderr] = await Promise.all([
    new Response(child.stdout).text(),
    new Response(child.stderr).text(),
  ]);
  return stderr + stdout;
}

test.each([40, 80, 200])("a code block that is copied runs: a window of %d columns", async (columns) => {
  using home = new Sandbox();
  await using server = new FakeEndpoint();
  const answer = gated();
  server.reply(answer.reply);
  await using chat = new TerminalSession(home, [server.address, "--no-stats"], { columns, rows: 24 });
  await chat.prompts(1);
  chat.say("Show code");
  const text = `Run this:\n\n\`\`\`bash\n${script}\n\`\`\`\n\nThat is all.`;
  for (const chunk of text.match(/.{1,7}/gs)!) answer.send(chunk);
  answer.end();
  await chat.prompts(2);
  const copied = (): string => {
    const { lines } = chat.screen;
    const start = lines.findIndex((line) => line.includes("long="));
    const end = lines.findIndex((line) => line.includes('echo "$long"'));
    return chat.screen.copied(start, end + 1);
  };
  expect(copied()).toBe(script);
  expect(await runs(copied())).toBe(await runs(script));
  // Wrapped again by the terminal, it is still the same code.
  chat.resize(columns + 30, 24);
  expect(copied()).toBe(script);
  chat.say("quit");
  expect(await chat.exit()).toBe(0);
});
