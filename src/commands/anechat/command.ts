/** `anechat [model]`: the command without a name, its flags and help. */
import { Option } from "commander";
import { addFlags, type Flags } from "../../cli/flags.ts";
import { type FirstScreen, isAbridged } from "../../cli/help.ts";
import type { Program } from "../../cli/program.ts";

export const firstScreen: FirstScreen = {
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
    'model.gguf "What is a monad?"         answer once and exit',
  ],
};

const examples = `
Examples:
  anechat demo                                          chat with the tiny built-in model
  anechat bartowski/Llama-3.2-1B-Instruct-GGUF:Q4_K_M   chat with a model from Hugging Face
  anechat model.gguf                                    chat with a model file
  anechat model.gguf "What is a monad?"                 answer once and exit
  anechat model.gguf -p "What is 7*8?" --think off      answer without reasoning
  cat notes.txt | anechat model.gguf -p "Summarize:"    answer about piped text
  anechat --continue                                    continue the last chat
  anechat --endpoint http://gpu-box:8000 --model qwen   chat through an OpenAI-compatible server
  anechat chat --workspace-name my-llama                chat with a model in Kubernetes (Kaito)
  anechat model.gguf --rpc gpu-box,10.0.0.7:50052       use the memory of two rpc servers
  anechat model.gguf --batch in.txt --out out.jsonl     answer every prompt in a file
  anechat model.gguf -p "A colour?" --json-schema '{"enum":["red","blue"]}'   answer by a schema

Exit codes:
  0 ok  1 unexpected  2 usage  3 model not found  4 no access  5 not enough memory
  6 generation failed  7 input too long  8 unusable model file  9 native library unusable
  10 network or Hub  11 disk full  12 damaged data  13 wrong configuration  130 interrupted`;

export function addAnechatCommand(program: Program): void {
  program.root
    .description("Chats with a model: a GGUF file, owner/name[:quant] on Hugging Face, or demo.")
    .argument("[model]", "GGUF file, Hub repo, endpoint or demo; omit it to choose from a menu")
    .argument("[prompt]", "answer this and exit, as with --prompt")
    .usage("[model] [prompt] [options]\n       anechat [command]");
  addFlags(program.root)
    .optionsGroup("Help:")
    .addOption(new Option("-V, --version", "show versions, and the backends that work here"))
    .helpOption("-h, --help", "show this help")
    .addHelpText("after", ({ command }) => (isAbridged(command) ? "" : examples))
    .action(async (_model, _prompt, flags: Flags & { version?: boolean }) =>
      program.run(async (io) => {
        if (flags.version) {
          io.stdout.write((await import("../../cli/version.ts")).versionText(io.paths));
          return 0;
        }
        return (await import("./run.ts")).anechat(program, program.root.args, flags, io);
      }, flags.quiet),
    );
}
