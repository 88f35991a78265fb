/** `anechat eval`: tests a model with a set of prompts. */
import { addModelFlags, addSamplingFlags, parallelOption } from "../../cli/flags.ts";
import { commonFlags, examplesText } from "../../cli/help.ts";
import { addEndpointFlags } from "../../cli/model/endpoints.ts";
import type { Program } from "../../cli/program.ts";
import type { EvalFlags } from "./run.ts";

export function addEvalCommand(program: Program): void {
  const evaluate = program.root
    .command("eval")
    .summary("test a model with a file of prompts")
    .description(
      "Asks a model many prompts and reports. Without a file, it measures how often the model " +
        "refuses, with a small set of prompts to refuse and to answer. With a file of cases, " +
        "each with a check (contains, excludes, regex, exact, json-schema, refuses), it is a " +
        "test: the exit code is 1 if a case fails.",
    )
    .argument("[model]", "as for a chat")
    .optionsGroup("Asking:")
    .option(
      "--prompts <file>",
      'file with lines such as {"prompt": "2+2?", "contains": "4"}, or plain prompts',
    )
    .option(
      "--judge <refusals|file>",
      "phrases that mark a refusal: the built-in ones, or a file, one per line",
      "refusals",
    )
    .option("-s, --system-prompt <text>", "how the model should behave")
    .addOption(parallelOption())
    .optionsGroup("Output:")
    .option("-f, --format <format>", "table, jsonl or junit", "table")
    .option("--json", "print one JSON object: model, summary, results")
    .option("-q, --quiet", "print only errors on stderr")
    .option("--verbose", "show llama.cpp's log, and stack traces of errors")
    .addHelpText(
      "after",
      examplesText(
        "eval model.gguf",
        "eval model.gguf --prompts cases.jsonl",
        "eval demo --prompts cases.jsonl --format junit > report.xml",
        "eval http://localhost:8000/v1#qwen --prompts cases.jsonl",
      ),
    )
    .action((model: string | undefined, flags: EvalFlags) =>
      program.run(async (io) => (await import("./run.ts")).evaluate(model, flags, io), flags.quiet),
    );
  addEndpointFlags(addSamplingFlags(evaluate)).option(
    "--model <name>",
    "model name at the endpoint; without --endpoint, same as [model]",
  );
  commonFlags(
    addModelFlags(evaluate),
    ...["--prompts", "--judge", "--format", "--json", "--system-prompt", "--parallel", "--endpoint"],
    ...["--model", "--temperature", "--max-tokens", "--ctx-size", "--gpu-layers"],
  );
}
