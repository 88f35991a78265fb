/** `anechat worker`: lends this machine to others as an rpc server. */
import { Option } from "commander";
import { integer } from "../../cli/flags.ts";
import { examplesText } from "../../cli/help.ts";
import type { Program } from "../../cli/program.ts";
import { defaultPort } from "../../rpc/probe.ts";
import type { WorkerFlags } from "./run.ts";

export function addWorkerCommand(program: Program): void {
  const command = program.root
    .command("worker")
    .summary("lend this machine to others as an rpc server")
    .description(
      "Runs llama.cpp's RPC server: an anechat on another machine uses this one's memory and " +
        "processors with --rpc. It serves one client at a time, until Ctrl+C. The protocol has " +
        "neither encryption nor keys: use it only in networks that you trust.",
    )
    .optionsGroup("Flags:")
    .option("--host <address>", "IPv4 address to listen on; 0.0.0.0: all", "127.0.0.1")
    .addOption(
      new Option("--port <n>", "port; 0: any free one").argParser(integer(0, 65_535)).default(defaultPort),
    )
    .addOption(
      new Option("--threads <n>", "CPU threads (default: the performance cores it may use)").argParser(
        integer(1, 512),
      ),
    )
    .addOption(
      new Option(
        "--device <name,…>",
        "devices to offer; --version lists them (default: the GPUs, else the CPU)",
      ).argParser(names),
    )
    .option("--cache", "cache large weights on disk, so that the next load is faster")
    .option("--verbose", "show who connects, and stack traces of errors")
    .addHelpText(
      "after",
      examplesText(
        "worker                              for this machine only, to try it",
        "worker --host 192.168.1.20          in a network that you trust",
        "model.gguf --rpc 192.168.1.20:50052 on the other machine",
        "worker --host 0.0.0.0 --port 50053 --device CUDA0 --cache",
      ),
    )
    .action((flags: WorkerFlags) => program.run(async (io) => (await import("./run.ts")).worker(flags, io)));
  // What other machines may use is only set on the command line, never by settings.
  program.withoutSettings(command);
}

function names(text: string, earlier: readonly string[] | undefined): readonly string[] {
  return [...(earlier ?? []), ...text.split(",").map((name) => name.trim())];
}
