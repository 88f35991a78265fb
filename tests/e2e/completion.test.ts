/** Completion in real shells in a terminal. */
import { describe, expect, test } from "bun:test";
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { executable, Sandbox } from "../fixtures/executable.ts";
import { ShellSession } from "../fixtures/shell.ts";
import { chat } from "../fixtures/terminal.ts";

/** `setUp` reads the script whose path follows. */
type Shell = { name: string; args: string[]; setUp: string };

const shells: Shell[] = [
  { name: "bash", args: ["--norc", "--noprofile", "-i"], setUp: "source" },
  {
    name: "zsh",
    args: ["-f", "-i"],
    setUp: "autoload -Uz compinit; compinit -u -D; source",
  },
  { name: "fish", args: ["--no-config", "-i"], setUp: "source" },
];

/** A home with a preset, an alias, an endpoint, and files in the working folder. */
function furnishedHome(): Sandbox {
  const home = new Sandbox();
  home.configure(
    '[preset.coder]\ntemperature = 0\n[alias]\nlittle = "demo"\n[endpoint.office]\nurl = "http://127.0.0.1:9/v1"\n',
  );
  writeFileSync(join(home.cwd, "my notes.gguf"), "");
  mkdirSync(join(home.cwd, "zoo"));
  writeFileSync(join(home.cwd, "zoo", "questions.txt"), "");
  writeFileSync(join(home.cwd, "odd $x \"y\" 'z'.gguf"), "");
  symlinkSync(join(home.cwd, "zoo"), join(home.cwd, "linked"));
  return home;
}

/** In this shell, anechat prints its arguments, except for completion. */
async function opened({ name, args, setUp }: Shell, home: Sandbox): Promise<ShellSession> {
  const stub = home.file(
    "bin/anechat",
    `#!/bin/sh\n[ "$1" = __complete ] && exec "${executable}" "$@"\nprintf '<%s>' "$@"; echo\n`,
  );
  chmodSync(stub, 0o755);
  const path = `${dirname(stub)}:${process.env.PATH}`;
  const session = new ShellSession(Bun.which(name) ?? name, args, home, path);
  const script = home.file("script", (await home.run(["completion", name])).stdout);
  await session.shows(`${setUp} ${script}; echo rea''dy\r`, "ready");
  return session;
}

/** Typed before Tab, and the arguments that anechat gets afterwards. */
const completed: readonly (readonly [typed: string, args: string])[] = [
  ["compl\tba\t", "<completion><bash>"],
  ["chats exp\t1", "<chats><export><1>"],
  ["demo --max-tok\t5", "<demo><--max-tokens><5>"],
  ["demo --preset co\t", "<demo><--preset><coder>"],
  ["litt\t", "<little>"],
  ["--endpoint off\t", "<--endpoint><office>"],
  ["my\t", "<my notes.gguf>"],
  ["odd\t", "<odd $x \"y\" 'z'.gguf>"],
  ['"odd\t', "<odd $x \"y\" 'z'.gguf>"],
  ["'odd\t", "<odd $x \"y\" 'z'.gguf>"],
  ["run link\tque\t", "<run><linked/questions.txt>"],
  ["demo --batch zo\tque\t", "<demo><--batch><zoo/questions.txt>"],
  ["run zo\tque\t", "<run><zoo/questions.txt>"],
];

describe.each(shells)("in $name", (shell) => {
  test.skipIf(Bun.which(shell.name) === null)(
    "Tab completes commands, flags, models, presets and paths with spaces",
    async () => {
      using home = furnishedHome();
      await using session = await opened(shell, home);
      for (const [typed, args] of completed) await session.shows(`anechat ${typed}\r`, args);
    },
  );
});

test("Tab in bash lists shells, and chats with their titles", async () => {
  using home = furnishedHome();
  for (const question of ["Are bananas berries?", "What is a monad?"]) await chat(home, ["demo"], [question]);
  await using session = await opened(shells[0]!, home);
  await session.shows("anechat completion \t\t", /^bash +fish +zsh/m);
  await session.shows("\x15anechat chats show \t\t", /^2 {2}What is a monad\?\s+1 {2}Are bananas berries\?/m);
});

test("the answer to Tab takes less than 100 ms and works with wrong settings", async () => {
  using home = new Sandbox();
  home.configure('temperature = "hot"\n[preset.coder]\ntemperature = 0\n');
  const ask = () => home.run(["__complete", "zsh", "demo", "--preset", ""]);
  expect(await ask()).toMatchObject({ code: 0, stdout: "coder\t\n", stderr: "" });
  const times: number[] = [];
  for (let run = 0; run < 5; run += 1) {
    const start = performance.now();
    await ask();
    times.push(performance.now() - start);
  }
  expect(Math.min(...times)).toBeLessThan(100);
});
