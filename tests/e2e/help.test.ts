/** `--help` and `anechat help`: their content, and that it fits a screen. */
import { afterAll, describe, expect, test } from "bun:test";
import { listCommands } from "../fixtures/commands.ts";
import { Sandbox } from "../fixtures/executable.ts";

const home = new Sandbox();
afterAll(() => home[Symbol.dispose]());

const screen = { rows: 48, columns: 80 };

/** Rows that a text takes in a terminal of 80 columns. */
const rowsOf = (text: string): number =>
  text
    .trimEnd()
    .split("\n")
    .reduce((rows, line) => rows + Math.max(1, Math.ceil(line.length / screen.columns)), 0);

const lines = (text: string): string[] => text.trimEnd().split("\n");

/** stdout of a run that succeeds and prints nothing else. */
async function shown(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await home.run(args);
  expect({ args, code, stderr }).toEqual({ args, code: 0, stderr: "" });
  return stdout;
}

describe("--help", () => {
  test("of the program fits a screen: usage, commands, twelve flags, examples", async () => {
    const help = await shown("--help");
    expect(lines(help).length).toBeLessThanOrEqual(screen.rows);
    expect(lines(help).filter((line) => line.length > screen.columns)).toEqual([]);
    expect(help).toStartWith("Usage: anechat [model] [prompt] [options]");
    const [program] = listCommands();
    expect(program?.subcommands.length).toBeGreaterThan(15);
    for (const command of program?.subcommands ?? []) {
      if (command !== "help") expect(help).toMatch(new RegExp(`^ +(?:\\w+ +)?${command} {2,}\\S`, "m"));
    }
    const [, commands = "", flags = "", examples = ""] = help.split(/^(?:Commands|Common flags|Examples):$/m);
    expect(commands).toContain("serve");
    expect(flags.match(/^ {2}(?:-\w, )?--/gm)).toHaveLength(12);
    expect(examples).toStartWith("\n  anechat demo ");
    expect(lines(help).at(-1)).toBe(
      "anechat help all: every flag · anechat help COMMAND: flags of one command",
    );
  });

  test("of every command fits a screen, with a pointer if it omits flags", async () => {
    for (const { path, flags } of listCommands()) {
      const help = await shown(...path, "--help");
      expect({ path, fits: rowsOf(help) <= screen.rows }).toEqual({ path, fits: true });
      if (path.length === 0) continue;
      const isWhole = flags.every((flag) => help.includes(flag));
      const pointer = `anechat help ${path.join(" ")} all: every flag`;
      expect({ path, isAbridged: help.includes(pointer) }).toEqual({ path, isAbridged: !isWhole });
    }
  });

  test("shows the common flags of serve first, and not the rare ones", async () => {
    const help = await shown("serve", "--help");
    expect(help).toContain("--port <n>");
    expect(help).not.toContain("--queue");
  });

  test("with --all shows every flag, as anechat help all does", async () => {
    expect(await shown("--help", "--all")).toBe(await shown("help", "all"));
    expect(await shown("serve", "--help", "--all")).toBe(await shown("help", "serve", "all"));
  });
});

describe("anechat help", () => {
  test("alone, of a command and of a command below one is their --help", async () => {
    for (const path of [[], ["serve"], ["chats"], ["chats", "export"], ["help"]]) {
      expect(await shown("help", ...path)).toBe(await shown(...path, "--help"));
    }
    expect(await shown("help", "ls")).toBe(await shown("list", "--help"));
  });

  test("all names every flag, of the program and of each command", async () => {
    for (const { path, flags } of listCommands()) {
      const help = await shown("help", ...path, "all");
      const named = new Set(help.match(/--[a-z0-9-]+/g));
      expect({ path, missing: flags.filter((flag) => !named.has(flag)) }).toEqual({ path, missing: [] });
      expect(help).toContain("Examples:\n  anechat ");
      expect(help).not.toContain(": every flag\n");
    }
  });

  test("all groups the program's flags, and ends with the exit codes", async () => {
    const help = await shown("help", "all");
    for (const part of ["Asking:", "Sampling (default:", "Model:", "--top-k <n>", "Exit codes:"]) {
      expect(help).toContain(part);
    }
  });

  test.each([
    [["nosuch"], "There is no command nosuch\n  anechat --help lists the commands."],
    [["serv"], 'There is no command serv\n  Did you mean "anechat help serve"?'],
    [["chats", "exprt"], 'There is no command chats exprt\n  Did you mean "anechat help chats export"?'],
    [["pull", "nosuch", "all"], "There is no command pull nosuch\n  anechat pull --help lists the commands."],
  ])("of the unknown %p is an error with the nearest command", async (words, message) => {
    const { code, stdout, stderr } = await home.run(["help", ...words]);
    expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: "", stderr: `anechat: ${message}\n` });
  });

  test("works with invalid settings", async () => {
    const env = { ANECHAT_TEMPERATURE: "hot", ANECHAT_NOSUCH: "1" };
    expect(await home.run(["help", "serve"], { env })).toMatchObject({ code: 0, stderr: "" });
  });
});

test("flags that are internal are in no help and no completion", async () => {
  const texts = await Promise.all([shown("help", "serve", "all"), shown("__complete", "zsh", "serve", "--")]);
  expect(texts[1]).toContain("--port\t");
  for (const text of texts) expect(text).not.toContain("own-key");
});
