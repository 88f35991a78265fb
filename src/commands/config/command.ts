/** `anechat config`: shows the settings and where each comes from. */
import type { Program } from "../../cli/program.ts";

export function addConfigCommand(program: Program): void {
  const command = program.root
    .command("config")
    .summary("show the settings and where each comes from")
    .description(
      "Shows the settings, where each comes from, and what is wrong with them. Every flag has a " +
        "key: its name without dashes (stats for --no-stats). Set it in config.toml, or as an " +
        "environment variable: ANECHAT_ and the key in capitals. The order is: flag, " +
        "environment, preset, config.toml, ~/.llmchat_config, default.",
    )
    .optionsGroup("Flags:")
    .option("--preset <name>", "include the settings of [preset.<name>]")
    .option("--json", "print JSON")
    .addHelpText(
      "after",
      `
An example of config.toml:
  model = "bartowski/Llama-3.2-1B-Instruct-GGUF:Q4_K_M"
  temperature = 0.3
  stats = false

  [preset.coder]
  model = "qwen2.5-7b-instruct"
  system-prompt = "You write short, correct code."

  [alias]
  small = "bartowski/Llama-3.2-1B-Instruct-GGUF"

  [endpoint.work]
  url = "https://llm.example.com/v1"
  model = "llama-3.3-70b"
  api-key-env = "WORK_KEY"

Examples:
  anechat config
  anechat config --preset coder --json
  ANECHAT_TEMPERATURE=0 anechat config`,
    )
    .action((options: { json?: boolean; preset?: string }) =>
      program.run(async (io) => (await import("./run.ts")).showConfig(program, options, io)),
    );
  program.toleratesWrongSettings(command);
}
