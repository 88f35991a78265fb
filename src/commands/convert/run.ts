/** `anechat convert SOURCE [OUT.gguf]`: converts a model to one GGUF file. */
import { existsSync, statSync } from "node:fs";
import { basename, resolve } from "node:path";
import { AnechatError, exitCodes } from "../../base/errors.ts";
import type { Io } from "../../cli/io.ts";
import { type Conversion, runConversion } from "../../cli/model/conversion.ts";
import { type ConversionFlags, wantedQuantization } from "../../cli/model/conversion-flags.ts";
import { resolveModelName } from "../../cli/model/resolve-name.ts";
import { isSourceFolder } from "../../convert/source-files.ts";
import { demoName } from "../../models/demo.ts";
import { printJson, printText } from "../../terminal/print.ts";

type Options = ConversionFlags & { json?: boolean; force?: boolean };

export async function convert(
  source: string,
  out: string | undefined,
  options: Options,
  io: Io,
): Promise<number> {
  const quantization = wantedQuantization(options);
  if (out !== undefined) checkOutput(out, options);
  const { name, ...from } = await sourceOf(source, options, io);
  const output = (label: string): string => {
    const path = resolve(out ?? `${name}-${label}.gguf`);
    if (out === undefined) checkOutput(path, options);
    return path;
  };
  const converted = await runConversion({ name, ...from, quantization, output }, options, io);
  if (options.json) printJson(io.stdout, converted);
  else printText(io.stdout, `${converted.path}\n`);
  return exitCodes.ok;
}

async function sourceOf(
  typed: string,
  options: Options,
  io: Io,
): Promise<Pick<Conversion, "name" | "folder" | "onShardDone">> {
  const source = resolveModelName(typed, io);
  // A folder called demo is a source, unlike the built-in model.
  const path = source.kind === "path" ? source.path : source.kind === "demo" ? demoName : undefined;
  if (path !== undefined && existsSync(path)) {
    if (statSync(path).isDirectory() && isSourceFolder(path)) {
      return { name: basename(resolve(path)), folder: path };
    }
    throw new AnechatError("usage", `${path} is not a model to convert`, {
      hint: "Name a folder with config.json and safetensors files.",
    });
  }
  if (source.kind !== "repo" && path === undefined) {
    throw new AnechatError("usage", `${typed} is a remote model, which can't be converted`, {
      hint: "Name a folder with config.json and safetensors files, or owner/name of the Hub.",
    });
  }
  if (source.kind !== "repo") {
    throw new AnechatError("modelNotFound", `There is no folder ${path}`, {
      hint: "Name a folder with config.json and safetensors files, or owner/name of the Hub.",
    });
  }
  const { name } = source;
  if (name.selector !== undefined) {
    throw new AnechatError("usage", `Choose the quantization with --quant, not with ":${name.selector}"`, {
      hint: `anechat convert ${name.repo} --quant ${name.selector}`,
    });
  }
  const { fetchSource } = await import("../../cli/model/fetch-model.ts");
  return { name: basename(name.repo), ...(await fetchSource(name, options, io)) };
}

function checkOutput(path: string, { force }: Options): void {
  if (!existsSync(path)) return;
  if (statSync(path).isDirectory()) {
    throw new AnechatError("usage", `${path} is a folder`, { hint: "Name the file to write." });
  }
  if (!force) {
    throw new AnechatError("usage", `${path} exists already`, {
      hint: "Name another file, or use --force.",
    });
  }
}
