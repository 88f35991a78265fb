/** The flags of all commands that may convert a model. */
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

/**
 * The value of --quant, --4bit or --8bit.
 * @throws AnechatError `usage` if more than one is given
 */
export function wantedQuantization(flags: ConversionFlags): string | undefined {
  const values = [
    flags.quant,
    flags["4bit"] ? "Q4_K_M" : undefined,
    flags["8bit"] ? "Q8_0" : undefined,
  ].filter((name) => name !== undefined);
  if (values.length > 1) throw new AnechatError("usage", "--quant, --4bit and --8bit exclude each other");
  return values[0]?.toUpperCase();
}

/** For a quantization flag on a GGUF file, which is never converted. */
export function alreadyGguf(name: string): AnechatError {
  return new AnechatError("usage", `${name} is already a GGUF file and can't be quantized again`, {
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
