/** The command line: which arguments there are, and which command they mean. */
import { Command, CommanderError, Option } from "commander";
import { AnechatError, exitCodes } from "../base/errors.ts";
import type { Paths } from "../base/paths.ts";
import { sizeLimits } from "../base/read-file.ts";
import type { Shutdown } from "../base/shutdown.ts";
import type { SavedChat } from "../chat/store/chat-store.ts";
import { readSettings, type Settings } from "../cli/config/files.ts";
import { applySettings, environmentProblems, keysOf, modelSetting } from "../cli/config/settings.ts";
import { addFlags, type Flags } from "../cli/flags.ts";
import { addHelp, examplesText, type FirstScreen, helpCommand, isAbridged } from "../cli/help.ts";
import { type Io, processIo } from "../cli/io.ts";
import { namedModel, refuseLocalFlags, typedLocalFlags, withKeyOwner } from "../cli/model/endpoints.ts";
import { obtainModel } from "../cli/model/obtain-model.ts";
import { hasPipedInput, readStdin } from "../cli/stdin.ts";
import { versionText } from "../cli/version.ts";
import { addWorkspaceCommand } from "./chat/command.ts";
import { addChatsCommands } from "./chats/command.ts";
import { addConfigCommand, configCommand } from "./config/command.ts";
import { addDoctorCommand, doctorCommand } from "./doctor/command.ts";
import { addManyPromptsCommands } from "./many-prompts.ts";
import { addModelCommands } from "./model-commands.ts";
import { addServerCommands } from "./serve/command.ts";
import { addWorkerCommand, workerCommand } from "./worker/command.ts";

const firstScreen: FirstScreen = {
  flags: [
    "--prompt",
    "--system-prompt",
    "--continue",
    "--temperature",
    "--max-tokens",
    "--ctx-size",
    "--gpu-layers",
    "--json",
    "--json-schema",
    "--batch",
    "--endpoint",
    "--version",
  ],
  examples: [
    "demo                                  chat with a tiny built-in model",
    "bartowski/Llama-3.2-1B-Instruct-GGUF  download a model and chat",
    'model.gguf -p "What is a monad?"      answer once and exit',
  ],
};

const examples = `
Examples:
  anechat demo                                          chat with the tiny built-in model
  anechat bartowski/Llama-3.2-3B-Instruct-GGUF:Q4_K_M   chat with a model from Hugging Face
  anechat model.gguf                                    chat with a model file
  anechat model.gguf --prompt "What is a monad?"        answer once and exit
  cat notes.txt | anechat model.gguf -p "Summarize:"    answer about piped text
  anechat --continue                                    continue the last chat
  anechat --endpoint http://gpu-box:8000 --model qwen   chat through an OpenAI-compatible server
  anechat chat --workspace-name my-llama                chat with a model in Kubernetes (Kaito)
  anechat model.gguf --rpc gpu-box,10.0.0.7:50052       use the memory of two rpc servers
  anechat model.gguf --batch in.txt --out out.jsonl     answer every prompt in a file
  anechat model.gguf -p "Name a colour" --json-schema '{"type":"object","properties":{"colour":{"type":"string"}}}'

Exit codes:
  0 ok  1 unexpected  2 usage  3 model not found  4 no access  5 not enough memory
  6 generation failed  7 input too long  8 unusable model file  9 native library unusable
  10 network or Hub  11 disk full  12 damaged data  13 wrong configuration  130 interrupted`;

/**
 * @param args without program name
 * @returns the exit code
 * @throws AnechatError
 */
export async function run(args: readonly string[], paths: Paths, shutdown: Shutdown): Promise<number> {
  let code: number = exitCodes.ok;
  let settings: Settings | undefined;
  const program: Command = addFlags(
    new Command("anechat")
      .description("Chats with a model: a GGUF file, owner/name[:quant] on Hugging Face, or demo.")
      .argument("[model]", "as above; without it, a menu")
      .usage("[model] [options]\n       anechat [command]"),
  )
    .optionsGroup("Help:")
    .addOption(new Option("-V, --version", "show versions, and the backends that work here"))
    .helpOption("-h, --help", "show this help")
    .addHelpText("after", ({ command }) => (isAbridged(command) ? "" : examples))
    .showSuggestionAfterError(true)
    .configureOutput({ outputError: () => {} })
    // What stands behind a command's name is the command's.
    .enablePositionalOptions()
    .exitOverride()
    .action(async (model: string | undefined, flags: Flags & { version?: boolean }) => {
      if (flags.version) process.stdout.write(versionText(paths));
      else {
        const io = processIo(paths, shutdown, flags.quiet === true, settings);
        const saved = await savedChat(flags, io);
        const wanted = namedModel(model, flags, io) ?? saved?.model() ?? settledModel(flags, settings);
        const settled = withKeyOwner(flags, wanted === undefined ? [] : [wanted], io);
        code = await dispatch(wanted, settled, io, saved?.chat, () => program.helpInformation());
      }
    });
  const runCommand = async (command: (io: Io) => Promise<number>, quiet = false): Promise<void> => {
    code = await command(processIo(paths, shutdown, quiet, settings));
  };
  program.commandsGroup("Model commands:");
  addModelCommands(program, runCommand);
  program.commandsGroup("Chat commands:");
  addWorkspaceCommand(program, runCommand, async (model, flags, io) =>
    dispatch(model, flags, io, (await savedChat(flags, io))?.chat, () => program.helpInformation()),
  );
  addChatsCommands(program, runCommand, (number) => run(["--resume", String(number)], paths, shutdown));
  addManyPromptsCommands(program, runCommand);
  program.commandsGroup("Server commands:");
  addServerCommands(program, runCommand, async (open, flags, io) => {
    // What is wrong with them is said before a server is started.
    const asked = await whatIsAsked(true, flags, io);
    const saved = await savedChat(flags, io);
    const opened = await open();
    return answer(asked, opened.model, opened.flags, io, saved?.chat, () => program.helpInformation());
  });
  addWorkerCommand(program, runCommand);
  program.commandsGroup("Setup commands:");
  addConfigCommand(program, runCommand, () => settings);
  addDoctorCommand(program, runCommand);
  program
    .command("completion")
    .summary("print a completion script for your shell")
    .description("Prints a completion script for bash, zsh or fish. Its first lines say where to put it.")
    .argument("<shell>", "bash, zsh or fish")
    .addHelpText(
      "after",
      examplesText("completion bash", "completion fish > ~/.config/fish/completions/anechat.fish"),
    )
    .action((shell: string) =>
      runCommand(async (io) => (await import("./completion/run.ts")).completion(shell, program, io)),
    );
  addHelp(program, firstScreen, args);
  program.hook("preAction", (_, command) => {
    // What a worker opens to other machines is said on its command line, and nowhere else.
    if (program.getOptionValue("version") === true) return;
    if ([workerCommand, helpCommand].includes(command.name())) return;
    const configurable = program.commands.filter((one) => one.name() !== workerCommand);
    const known = [program, ...configurable].flatMap((one) => [...keysOf(one).keys()]);
    const localFlags = typedLocalFlags(command);
    if (localFlags.length > 0) command.setOptionValue("localFlags", localFlags);
    const read = readSettings(paths, process.env, known);
    settings = { ...read, problems: [...environmentProblems(process.env, known), ...read.problems] };
    // These show what is wrong, so that it can be mended: they work with whatever is right.
    if ([configCommand, doctorCommand].includes(command.name())) {
      applySettings(command, settings, process.env, () => {});
      return;
    }
    const [problem] = settings.problems;
    if (problem !== undefined) throw problem;
    applySettings(command, settings, process.env);
  });
  try {
    await program.parseAsync([...args], { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) return commanderExit(error, commandNamed(args, program));
    throw error;
  }
  return code;
}

/** The chat that is gone on with, and what opens the model that was spoken with in it. */
async function savedChat(
  flags: Flags,
  io: Io,
): Promise<{ chat: SavedChat; model: () => string | undefined } | undefined> {
  if (!flags.continue && flags.resume === undefined) return undefined;
  const { chatToResume, modelOf } = await import("../cli/saved-chats.ts");
  const chat = chatToResume(flags, io);
  return chat && { chat, model: () => modelOf(chat) };
}

function settledModel(flags: Flags, settings: Settings | undefined): string | undefined {
  const setting = settings && modelSetting(flags.preset, settings, process.env);
  return setting?.value;
}

/** Many prompts of a file, whatever is typed in a terminal, or one prompt. */
type Asked = { kind: "batch"; file: string } | { kind: "chat" } | { kind: "prompt"; prompt: string };

/** @throws AnechatError `usage` if a model is named, and nothing is asked of it; `inputTooLong` for what is piped in */
async function whatIsAsked(isModelNamed: boolean, flags: Flags, io: Io): Promise<Asked> {
  if (flags.batch !== undefined) return { kind: "batch", file: flags.batch };
  const piped = hasPipedInput() ? await readStdin(io, sizeLimits.message) : undefined;
  if (flags.prompt === undefined && piped === undefined) {
    if (process.stdin.isTTY && process.stdout.isTTY) return { kind: "chat" };
    if (isModelNamed) {
      throw new AnechatError("usage", "There is nothing to answer, and no terminal to chat in.", {
        hint: 'Give --prompt "…", or pipe a text in.',
      });
    }
  }
  const prompt = [flags.prompt, piped]
    .filter((part) => part !== undefined && part.trim() !== "")
    .join("\n\n");
  if (prompt === "" && isModelNamed) throw new AnechatError("usage", "The prompt is empty.");
  return { kind: "prompt", prompt };
}

async function dispatch(
  model: string | undefined,
  flags: Flags,
  io: Io,
  saved: SavedChat | undefined,
  usage: () => string,
): Promise<number> {
  return answer(await whatIsAsked(model !== undefined, flags, io), model, flags, io, saved, usage);
}

async function answer(
  asked: Asked,
  model: string | undefined,
  flags: Flags,
  io: Io,
  saved: SavedChat | undefined,
  usage: () => string,
): Promise<number> {
  if (asked.kind === "batch") return answerBatch(model, asked.file, flags, io);
  if (asked.kind === "chat") return chatWith(model, flags, io, saved);
  if (model === undefined) {
    process.stderr.write(usage());
    return exitCodes.usage;
  }
  const found = await obtainModel(model, flags, io);
  refuseLocalFlags(flags, [found]);
  const { oneShot } = await import("../cli/chat/one-shot.ts");
  return oneShot(found, asked.prompt, flags, io, saved);
}

async function answerBatch(model: string | undefined, file: string, flags: Flags, io: Io): Promise<number> {
  if (model === undefined) throw new AnechatError("usage", "Which model? anechat MODEL --batch FILE");
  if (flags.prompt !== undefined) throw new AnechatError("usage", "--batch and --prompt exclude each other.");
  if (flags.output !== undefined) {
    throw new AnechatError("usage", "--output is for a chat's answers", {
      hint: "With --batch it is --out.",
    });
  }
  const found = await obtainModel(model, flags, io);
  refuseLocalFlags(flags, [found]);
  const { batch } = await import("../cli/chat/batch.ts");
  return batch(found, file, flags, io);
}

/** Loads only what it needs: clack for the menu, the rest for the chat. */
async function chatWith(
  model: string | undefined,
  flags: Flags,
  io: Io,
  saved: SavedChat | undefined,
): Promise<number> {
  const chosen = model ?? (await (await import("../cli/model/choose-model.ts")).askForModel(io));
  const found = await obtainModel(chosen, flags, io);
  refuseLocalFlags(flags, [found]);
  const { chat } = await import("../cli/chat/terminal-chat.ts");
  return chat(found, flags, io, saved);
}

/** "anechat chats list", as far as the arguments name a command. */
function commandNamed(args: readonly string[], program: Command): string {
  const names = [program.name()];
  let command: Command | undefined = program;
  for (const arg of args) {
    command = command.commands.find((one) => one.name() === arg);
    if (command === undefined) break;
    names.push(arg);
  }
  return names.join(" ");
}

/** @param command that the fault is in */
function commanderExit(error: CommanderError, command: string): number {
  if (error.exitCode === 0) return exitCodes.ok;
  throw new AnechatError("usage", error.message.replace(/^error: /, "").replace(/\n/g, " "), {
    hint: `${command} --help shows what there is.`,
  });
}
