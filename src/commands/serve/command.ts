/** The commands about servers: serve, run, ps, stop; their arguments and help. */
import { type Command, Option } from "commander";
import { typedLocalFlags } from "../../cli/endpoints.ts";
import { examplesText } from "../../cli/examples.ts";
import { addFlags, addModelFlags, bytes, type Flags, integer, list, number } from "../../cli/flags.ts";
import type { Io } from "../../cli/io.ts";
import { bodySize, duration, hostNames, listenAddress, origins, serverName } from "./arguments.ts";
import type { ServeFlags } from "./run.ts";

/** A model that is served, and the flags to chat with it. */
type Opened = { model: string; flags: Flags };

/** @param chat has a model opened in whichever way was asked: a chat, one answer, a batch */
export function addServerCommands(
  program: Command,
  run: (work: (io: Io) => Promise<number>, quiet?: boolean) => Promise<void>,
  chat: (open: () => Promise<Opened>, flags: Flags, io: Io) => Promise<number>,
): void {
  const serve = program
    .command("serve")
    .summary("answer by HTTP, as OpenAI and Anthropic do")
    .description(
      "Serves models by HTTP: OpenAI's API at /v1, Anthropic's at /v1/messages, one of kept conversations at " +
        "/api/v1; /openapi.json describes them all. Without a model it serves all that are here, each loaded when " +
        "it is asked for. Only this machine can reach it, unless --host says otherwise.",
    )
    .argument("[models...]", "as for a chat; the first is meant where a request names none")
    .optionsGroup("Reaching it:")
    .addOption(
      new Option("--host <address>", "of this machine to listen on")
        .argParser(listenAddress)
        .default("127.0.0.1"),
    )
    .addOption(number("--port <n>", "0: any that is free", integer(0, 65535)).default(8080))
    .option(
      "--api-key <key>",
      "ask for this key; better from a file or ANECHAT_API_KEY: others see command lines",
    )
    .option("--api-key-file <file>", "ask for one of the keys of a file, one a line")
    .option("--no-auth", "let everybody in, also from other machines")
    .addOption(list("--allow-host <name>", "answer also to this name of the machine; repeatable", hostNames))
    .addOption(
      list(
        "--cors <origin>",
        "let pages of this origin ask, such as https://example.org, or of all: *; repeatable",
        origins,
      ),
    )
    .optionsGroup("Serving:")
    .addOption(
      number("--parallel <n>", "requests that a model answers at the same time", integer(1, 64)).default(8),
    )
    .addOption(
      number("--queue <n>", "requests that may wait besides; more are sent away", integer(0, 10_000)).default(
        64,
      ),
    )
    .addOption(
      new Option(
        "--keep-alive <time>",
        "how long an idle model stays loaded: 30s, 5m, 1h30m, 0, or -1 for good",
      )
        .argParser(duration)
        .default(300_000, "5m"),
    )
    .addOption(
      new Option(
        "--model-memory <size>",
        "for all models together (default: 80 % of what is free)",
      ).argParser(bytes),
    )
    .addOption(
      new Option(
        "--parked-memory <size>",
        "of each model, for conversations that others took the place of (default: 20 % of its context's)",
      ).argParser(bytes),
    )
    .addOption(new Option("--max-body <size>", "of a request").argParser(bodySize).default(32e6, "32MB"))
    .option("--no-save", "keep no conversations of /api/v1/chat beyond this run")
    .option("--share-chats", "let clients of /api/v1/chat have all your chats, and not only their own")
    .optionsGroup("Running:")
    .option("--detach", 'go on in the background: see "anechat ps" and "anechat stop"')
    .option("--name <name>", "what ps and stop call it (default: the first model)", serverName)
    .addOption(new Option("--own-key").hideHelp())
    .addOption(new Option("--instance <id>").hideHelp())
    .addOption(new Option("--log <file>").hideHelp())
    .option("-q, --quiet", "nothing on stderr but errors")
    .option("--verbose", "llama.cpp's log, and stack traces of errors")
    .addHelpText(
      "after",
      examplesText(
        "serve demo",
        "serve bartowski/Llama-3.2-3B-Instruct-GGUF:Q4_K_M --parallel 4",
        "serve model.gguf --host 0.0.0.0 --api-key-file keys.txt",
        "serve --detach",
      ),
    )
    .action((models: string[], flags: ServeFlags) =>
      run(async (io) => {
        // A server that was started in the background is there already, whatever its settings say.
        const isDetached = flags.instance !== undefined;
        if (flags.detach && !isDetached) return (await import("./detach.ts")).detach(models, flags, io);
        return (await import("./run.ts")).serve(models, flags, io);
      }, flags.quiet),
    );
  addModelFlags(serve);

  addFlags(
    program
      .command("run")
      .summary("chat with a model that stays loaded")
      .description(
        "Chats with a model through a server that stays: fetches the model if it isn't here, starts a server if none " +
          'of yours offers it. The next "anechat run" begins at once; "anechat stop" ends the server.',
      )
      .argument("<model>", "as for a chat"),
  )
    .addHelpText(
      "after",
      examplesText(
        "run demo",
        'run bartowski/Llama-3.2-3B-Instruct-GGUF -p "What is a monad?"',
        "ps",
        "stop --all",
      ),
    )
    .action((model: string, flags: Flags, command: Command) => {
      const modelArgs = typedModelArgs(command);
      return run((io) => {
        const open = async (): Promise<Opened> => {
          const { servedModel } = await import("../run/run.ts");
          const { address, key } = await servedModel(model, modelArgs, flags, io);
          return { model: address, flags: { ...flags, ...key, localFlags: [] } };
        };
        return chat(open, flags, io);
      }, flags.quiet);
    });

  program
    .command("ps")
    .summary("which servers run")
    .description("Lists the servers of yours that run.")
    .option("--json", "print JSON")
    .addHelpText("after", examplesText("ps", "ps --json"))
    .action((flags: { json?: boolean }) => run(async (io) => (await import("../ps/run.ts")).ps(flags, io)));

  program
    .command("stop")
    .summary("end a server")
    .description("Ends servers; answers that are being written are waited for.")
    .argument("[names...]", "as ps shows them, or their ports")
    .option("--all", "all of them")
    .option("-q, --quiet", "nothing on stderr but errors")
    .addHelpText("after", examplesText("stop demo", "stop 8080", "stop --all"))
    .action((names: string[], flags: { all?: boolean; quiet?: boolean }) =>
      run(async (io) => (await import("../stop/run.ts")).stop(names, flags, io), flags.quiet),
    );
}

/** The flags that say how a model is loaded, as they were typed. */
function typedModelArgs(command: Command): string[] {
  const typed = typedLocalFlags(command);
  return command.options
    .filter(({ long, flags }) => typed.includes(long ?? flags))
    .flatMap((option) => {
      const value: unknown = command.getOptionValue(option.attributeName());
      const flag = option.long ?? option.flags;
      return typeof value === "boolean"
        ? [flag]
        : [flag, Array.isArray(value) ? value.join(",") : String(value)];
    });
}
