/** `anechat serve`: serves models over HTTP. */
import { Option } from "commander";
import { addModelFlags, bytes, integer, list, number } from "../../cli/flags.ts";
import { commonFlags, examplesText } from "../../cli/help.ts";
import type { Program } from "../../cli/program.ts";
import { bodySize, duration, hostNames, listenAddress, origins, serverName } from "./arguments.ts";
import type { ServeFlags } from "./run.ts";

export function addServeCommand(program: Program): void {
  const serve = program.root
    .command("serve")
    .summary("serve the OpenAI, Anthropic and Ollama APIs")
    .description(
      "Serves models over HTTP: OpenAI's API at /v1, Anthropic's at /v1/messages, Ollama's at /api, " +
        "saved conversations at /api/v1; /openapi.json describes them all. Without a model it serves " +
        "every local model, each loaded on its first request. Only this machine can connect, " +
        "unless --host is given.",
    )
    .argument("[models...]", "models to serve; the first answers requests that name none")
    .optionsGroup("Network:")
    .addOption(
      new Option("--host <address>", "address to listen on")
        .argParser(listenAddress)
        .default("127.0.0.1", "127.0.0.1"),
    )
    .addOption(number("--port <n>", "port; 0: any free one", integer(0, 65535)).default(8080))
    .option("--api-key <key>", "require this key; ANECHAT_API_KEY keeps it out of the process list")
    .option("--api-key-file <file>", "require one of the keys in a file, one per line")
    .option("--no-auth", "require no key, not even from other machines")
    .addOption(list("--allow-host <name>", "also accept requests for this host name; repeatable", hostNames))
    .addOption(
      list(
        "--cors <origin>",
        "allow web pages of this origin, such as https://example.org, or *; repeatable",
        origins,
      ),
    )
    .optionsGroup("Serving:")
    .addOption(
      number("--parallel <n>", "requests that each model answers at the same time", integer(1, 64)).default(
        8,
      ),
    )
    .addOption(
      number("--queue <n>", "requests that may wait; further ones get 503", integer(0, 10_000)).default(64),
    )
    .addOption(
      new Option("--keep-alive <time>", "how long an idle model stays loaded: 30s, 5m, 1h30m, 0; -1: forever")
        .argParser(duration)
        .default(300_000, "5m"),
    )
    .addOption(
      new Option(
        "--model-memory <size>",
        "memory for all models together (default: 80 % of what is free)",
      ).argParser(bytes),
    )
    .addOption(
      new Option(
        "--cache-ram <size>",
        "prompt cache in main memory, for each model (default: 20 % of its KV cache)",
      ).argParser(bytes),
    )
    .addOption(
      new Option("--max-body <size>", "largest request body").argParser(bodySize).default(32e6, "32MB"),
    )
    .option("--any-model", "answer requests for any model with the only one that is served")
    .option("--ollama", "listen on port 11434, too, where Ollama's clients look for it, if it is free")
    .option("--strict", "refuse requests with unknown fields; without it they are ignored and named")
    .option("--slots", "answer GET /slots, which shows what each place of a model's batch does")
    .option("--no-save", "forget the conversations of /api/v1/chat when the server ends")
    .option("--share-chats", "give clients of /api/v1/chat all your chats, not only their own")
    .optionsGroup("Process:")
    .option("--detach", 'run in the background; see "anechat ps" and "anechat stop"')
    .option("--name <name>", "name for ps and stop (default: the first model)", serverName)
    .addOption(new Option("--own-key").hideHelp())
    .addOption(new Option("--instance <id>").hideHelp())
    .addOption(new Option("--log <file>").hideHelp())
    .option("-q, --quiet", "print only errors on stderr")
    .option("--verbose", "show llama.cpp's log, stack traces of errors, and the numbers of each answer")
    .addHelpText(
      "after",
      examplesText(
        "serve demo",
        "serve bartowski/Llama-3.2-1B-Instruct-GGUF:Q4_K_M --parallel 4",
        "serve model.gguf --host 0.0.0.0 --api-key-file keys.txt",
        "serve --detach",
      ),
    )
    .action((models: string[], flags: ServeFlags) =>
      program.run(async (io) => {
        // This is the background process if it has an instance, even if the settings say --detach.
        const isDetached = flags.instance !== undefined;
        if (flags.detach && !isDetached) return (await import("./detach.ts")).detach(models, flags, io);
        return (await import("./run.ts")).serve(models, flags, io);
      }, flags.quiet),
    );
  commonFlags(
    addModelFlags(serve),
    ...["--host", "--port", "--api-key-file", "--cors", "--parallel", "--keep-alive", "--model-memory"],
    ...["--ctx-size", "--gpu-layers", "--detach", "--name"],
  );
}
