/** The command line: which arguments there are, and which command they mean. */
import { fstatSync } from "node:fs";
import { Command, CommanderError, Option } from "commander";
import { AnechatError, exitCodes } from "../base/errors.ts";
import type { Paths } from "../base/paths.ts";
import { addFlags, type Flags } from "./flags.ts";
import { processIo } from "./io.ts";
import { versionText } from "./version.ts";

const examples = `
Examples:
  anechat model.gguf                                   chat in the terminal
  anechat model.gguf --prompt "What is a monad?"       answer once
  cat notes.txt | anechat model.gguf -p "Summarize:"   answer about a text
  anechat model.gguf -p "Name a colour" --json-schema '{"type":"object","properties":{"colour":{"type":"string"}}}'

Exit codes:
  0 ok  1 unexpected  2 usage  3 model not found  4 no access  5 not enough memory
  6 generation failed  7 input too long  8 unusable model file  9 native library unusable
  130 interrupted`;

/**
 * @param args without program name
 * @returns the exit code
 * @throws AnechatError
 */
export async function run(args: readonly string[], paths: Paths): Promise<number> {
  const command = addFlags(
    new Command("anechat")
      .description("Chats with a language model on this machine.")
      .argument("[model]", "a GGUF file")
      .usage("[model] [options]"),
  )
    .addOption(new Option("-V, --version", "version of anechat and what is inside"))
    .helpOption("-h, --help", "this text")
    .addHelpText("after", examples)
    .showSuggestionAfterError(true)
    .configureOutput({ outputError: () => {} })
    .exitOverride();

  try {
    command.parse([...args], { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) return commanderExit(error);
    throw error;
  }
  const flags = command.opts<Flags & { version?: boolean }>();
  if (flags.version) {
    process.stdout.write(versionText(paths));
    return exitCodes.ok;
  }
  return dispatch(command.args[0], flags, paths, () => command.helpInformation());
}

async function dispatch(
  model: string | undefined,
  flags: Flags,
  paths: Paths,
  usage: () => string,
): Promise<number> {
  const io = processIo(paths, flags.quiet === true);
  const piped = hasPipedInput() ? await new Response(Bun.stdin.stream()).text() : undefined;
  if (flags.prompt === undefined && piped === undefined) {
    if (process.stdin.isTTY && process.stdout.isTTY) {
      const { chat } = await import("./chat.ts");
      return chat(model, flags, io);
    }
    if (model !== undefined) {
      throw new AnechatError("usage", "There is nothing to answer, and no terminal to chat in.", {
        hint: 'Give --prompt "…", or pipe a text in.',
      });
    }
  }
  if (model === undefined) {
    process.stderr.write(usage());
    return exitCodes.usage;
  }
  const prompt = [flags.prompt, piped]
    .filter((part) => part !== undefined && part.trim() !== "")
    .join("\n\n");
  if (prompt === "") throw new AnechatError("usage", "The prompt is empty.");
  const { oneShot } = await import("./one-shot.ts");
  return oneShot(model, prompt, flags, io);
}

/** A pipe or a file, not a terminal, nothing (`< /dev/null`) or closed. */
function hasPipedInput(): boolean {
  try {
    const stdin = fstatSync(0);
    return stdin.isFIFO() || stdin.isFile() || stdin.isSocket();
  } catch {
    return false;
  }
}

function commanderExit(error: CommanderError): number {
  if (error.exitCode === 0) return exitCodes.ok;
  throw new AnechatError("usage", error.message.replace(/^error: /, "").replace(/\n/g, " "), {
    hint: "anechat --help shows what there is.",
  });
}
