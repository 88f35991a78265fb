/** !command: its output is shown and kept, and Ctrl+C stops all of it. */
import { describe, expect, test } from "bun:test";
import { runShell, type ShellResult } from "../../../src/cli/chat/shell.ts";

/** @param stopAt aborts when this is printed */
async function run(command: string, stopAt?: string): Promise<ShellResult & { shown: string[] }> {
  const stopping = new AbortController();
  const shown: string[] = [];
  const print = (text: string): void => {
    shown.push(text);
    if (text === stopAt) stopping.abort();
  };
  const result = await runShell(command, { env: { SHELL: "/bin/sh" }, print, signal: stopping.signal });
  return { ...result, shown };
}

describe.skipIf(process.platform === "win32")("a shell command", () => {
  test("shows lines of both streams and keeps them", async () => {
    const { output, shown, end, isCut } = await run("printf 'one\\n\\ntwo'; printf 'three\\n' >&2");
    expect(shown.join("\n").split("\n").sort()).toEqual(["", "one", "three", "two"].sort());
    expect(output).toContain("one\n\ntwo");
    expect(output).toContain("three\n");
    expect({ end, isCut }).toEqual({ end: undefined, isCut: false });
  });

  test("reports how it failed", async () => {
    expect((await run("exit 3")).end).toBe("ended with status 3");
    expect((await run("kill -9 $$")).end).toBe("was ended by SIGKILL");
    const missing = await runShell("x", {
      env: { SHELL: "/nowhere/sh" },
      print: () => {},
      signal: new AbortController().signal,
    });
    expect(missing.end).toStartWith("can't be started: ");
    expect(missing.end).not.toMatch(/\bE[A-Z]{3,}\b/);
  });

  test("can't control the terminal, and what is kept has no sequences", async () => {
    const { shown, output } = await run("printf '\\033[31mred\\033[0m \\a\\033]0;title\\007\\n'");
    expect(shown.join("")).not.toMatch(/[\u0007\u001b]/);
    expect(output).toContain("red");
    expect(output).not.toContain("\u001b[");
  });

  test("stops with all programs of a pipeline", async () => {
    const { end, shown } = await run("echo begun; sleep 1000 | sleep 1000 | cat", "begun");
    expect(end).toBe("was stopped");
    expect(shown).toEqual(["begun"]);
  });

  test("that ignores Ctrl+C is killed", async () => {
    const { end } = await run("trap '' INT; echo begun; while :; do sleep 1000; done", "begun");
    expect(end).toBe("was stopped");
  });

  test.each(["sleep 1000 &", "setsid sleep 1000 &"])(
    "is not waited for after its shell has ended: %s",
    async (command) => {
      const { output, shown, end } = await run(`${command} echo $!; echo begun`);
      process.kill(Number.parseInt(output, 10), "SIGKILL");
      expect(shown.join("\n")).toContain("begun");
      expect(end).toBe("left a program in the background, whose further output is not shown");
    },
  );

  test("keeps all that is in the pipe when its shell ends", async () => {
    const { output, end } = await run("seq 100000");
    expect(output).toEndWith("\n100000\n");
    expect(end).toBeUndefined();
  });

  test("stops, also if a program in the background ignores Ctrl+C", async () => {
    const { end } = await run("(trap '' INT; echo begun; while :; do sleep 1000; done) & wait", "begun");
    expect(end).toBe("was stopped");
  });

  test("whose output never pauses lets the keyboard be read between its parts", async () => {
    let turn = 0;
    let timer = setImmediate(function count() {
      turn += 1;
      timer = setImmediate(count);
    });
    const printedIn: number[] = [];
    const print = (): void => {
      printedIn.push(turn);
      // A terminal is slower than the program, so that more output is always ready.
      Bun.sleepSync(1);
    };
    const signal = new AbortController().signal;
    await runShell("yes | head -c 3000000", { env: { SHELL: "/bin/sh" }, print, signal });
    clearImmediate(timer);
    expect(new Set(printedIn).size).toBe(printedIn.length);
  });

  test("without an end in its output keeps the beginning", async () => {
    const { output, isCut, shown } = await run("yes | head -c 3000000 | tr -d '\\n'");
    expect(isCut).toBe(true);
    expect(output).toBe("y".repeat(1_000_000));
    expect(shown.join("")).toHaveLength(1_500_000);
  });
});
