/** The worker command's arguments and help; what it does stands in worker.ts, loaded when it is asked for. */
import { type Command, Option } from "commander";
import { examplesText } from "../../cli/examples.ts";
import { integer } from "../../cli/flags.ts";
import type { Io } from "../../cli/io.ts";
import { defaultPort } from "../../rpc/probe.ts";
import type { WorkerFlags } from "./run.ts";

export const workerCommand = "worker";

export function addWorkerCommand(
  program: Command,
  run: (work: (io: Io) => Promise<number>) => Promise<void>,
): void {
  program
    .command(workerCommand)
    .summary("compute for another machine")
    .description(
      "Lends this machine's memory and processors to an anechat elsewhere, which names it with --rpc; it is " +
        "llama.cpp's RPC server. It serves one program at a time, until Ctrl+C. The protocol has neither encryption " +
        "nor keys: it is for networks that you trust.",
    )
    .optionsGroup("Options:")
    .option("--host <address>", "IPv4 address to listen on; 0.0.0.0: all", "127.0.0.1")
    .addOption(
      new Option("--port <n>", "0: any that is free").argParser(integer(0, 65_535)).default(defaultPort),
    )
    .addOption(
      new Option("--threads <n>", "CPU threads (default: one for each performance core)").argParser(
        integer(1, 512),
      ),
    )
    .addOption(
      new Option(
        "--device <name,…>",
        "what to offer, of what --version lists (default: the GPUs, else the CPU)",
      ).argParser(names),
    )
    .option("--cache", "keep large weights that are sent, so that the next load is faster")
    .option("--verbose", "who connects, and stack traces of errors")
    .addHelpText(
      "after",
      examplesText(
        "worker                                     for this machine alone: to try it",
        "worker --host 192.168.1.20                 in a network that you trust",
        "model.gguf --rpc 192.168.1.20:50052        on the other machine",
        "worker --host 0.0.0.0 --port 50053 --device CUDA0 --cache",
      ),
    )
    .action((flags: WorkerFlags) => run(async (io) => (await import("./run.ts")).worker(flags, io)));
}

function names(text: string, earlier: readonly string[] | undefined): readonly string[] {
  return [...(earlier ?? []), ...text.split(",").map((name) => name.trim())];
}
