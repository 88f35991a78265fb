/** `anechat run MODEL`: a chat with a model that stays loaded. */
import type { Command } from "commander";
import { addFlags, type Flags, refuseSeveralWords, withPrompt } from "../../cli/flags.ts";
import { commonFlags, examplesText } from "../../cli/help.ts";
import { explicitLocalFlags } from "../../cli/model/endpoints.ts";
import type { Program } from "../../cli/program.ts";

export function addRunCommand(program: Program): void {
  const chatting = addFlags(
    program.root
      .command("run")
      .summary("chat with a model that stays loaded")
      .description(
        "Chats through a server that keeps the model loaded. Downloads the model and starts the " +
          'server if needed. The next "anechat run" starts immediately; "anechat stop" stops the ' +
          "server.",
      )
      .argument("<model>", "as for a chat")
      .argument("[prompt]", "answer this and exit, as with --prompt")
      // The action reports a prompt without quotes.
      .allowExcessArguments(),
  );
  commonFlags(
    chatting,
    ...["--prompt", "--system-prompt", "--continue", "--temperature", "--max-tokens", "--ctx-size"],
    ...["--gpu-layers", "--json", "--json-schema", "--batch", "--quiet"],
  )
    .addHelpText(
      "after",
      examplesText(
        "run demo",
        'run bartowski/Llama-3.2-1B-Instruct-GGUF "What is a monad?"',
        "ps",
        "stop --all",
      ),
    )
    .action((model: string, prompt: string | undefined, flags: Flags, command: Command) =>
      program.run(async (io) => {
        const asked = withPrompt(prompt, flags);
        refuseSeveralWords("anechat run", command.args);
        return (await import("./run.ts")).run(model, typedModelArgs(command), asked, io);
      }, flags.quiet),
    );
}

/** The flags that say how a model is loaded, as they were typed. */
function typedModelArgs(command: Command): string[] {
  const typed = explicitLocalFlags(command);
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
