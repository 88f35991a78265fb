/** Flags of every command that may convert a model. */
import type { Command } from "commander";
import { AnechatError } from "../../base/errors.ts";

export type ConversionFlags = {
  quant?: string;
  "4bit"?: boolean;
  "8bit"?: boolean;
  pre?: string;
  keepSource?: boolean;
  quiet?: boolean;
};

/** What --quant, --4bit and --8bit ask for. @throws AnechatError usage where they contradict each other */
export function wantedQuantization(flags: ConversionFlags): string | undefined {
  const wanted = [
    flags.quant,
    flags["4bit"] ? "Q4_K_M" : undefined,
    flags["8bit"] ? "Q8_0" : undefined,
  ].filter((name) => name !== undefined);
  if (wanted.length > 1) throw new AnechatError("usage", "--quant, --4bit and --8bit exclude each other.");
  return wanted[0]?.toUpperCase();
}

/** A GGUF file stays what it is. */
export function alreadyGguf(name: string): AnechatError {
  return new AnechatError("usage", `${name} is a GGUF file already: it isn't quantized again`, {
    hint: "Leave --quant out, or name a repo or folder with the unquantized model.",
  });
}

/** @param heading of the group in --help */
export function addConversionFlags(command: Command, heading: string): Command {
  return command
    .optionsGroup(heading)
    .option("--quant <type>", "Q8_0, Q4_K_M, Q6_K, BF16, F16 … (default: by model size and memory)")
    .option("--4bit", "short for --quant Q4_K_M")
    .option("--8bit", "short for --quant Q8_0")
    .option("--pre <name>", "llama.cpp's name of the pre-tokenizer, if it is not recognized")
    .option("--keep-source", "keep the downloaded weights after converting");
}
