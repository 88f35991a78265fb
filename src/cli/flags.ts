/**
 * The flags that several commands share. Their checks turn text into typed options, or throw a
 * usage error that names the accepted values.
 */
import { type Command, InvalidArgumentError, Option } from "commander";
import { AnechatError, reasonOf } from "../base/errors.ts";
import { sizeLimits } from "../base/read-file.ts";
import type { LoadOptions } from "../engine/load.ts";
import type { GenerateOptions, Message, SamplingOptions } from "../protocol/chat.ts";
import { maxRpcServers, parseRpcServers } from "../rpc/probe.ts";
import { defaultTextWidth } from "../terminal/answer-style.ts";
import { type ThoughtsStyle, thoughtsStyles } from "../terminal/thoughts.ts";
import type { Io } from "./io.ts";
import { addConversionFlags, type ConversionFlags } from "./model/conversion-flags.ts";
import { addEndpointFlags, type EndpointFlags } from "./model/endpoints.ts";
import { shellQuoted, shellWord } from "./shell-word.ts";
import { readText } from "./text-file.ts";
import { thinkingOf, thinkingWords } from "./thinking.ts";

/** The sampling options that are plain numbers. */
export const samplingNumbers = [
  "temperature",
  "topK",
  "topP",
  "minP",
  "repeatPenalty",
  "repeatLastN",
  "frequencyPenalty",
  "presencePenalty",
  "seed",
] as const satisfies readonly (keyof SamplingOptions)[];

/** The flags of addSamplingFlags(), and the constraints of addOutputFlags(). */
export type SamplingFlags = Pick<SamplingOptions, (typeof samplingNumbers)[number]> & {
  maxTokens?: number;
  think?: string;
  stop?: string[];
  logitBias?: [number, number][];
  jsonSchema?: string;
  grammar?: string;
};

/** The flags of addModelFlags(), and what is shown while a model loads. */
export type ModelFlags = {
  ctxSize?: number;
  gpuLayers?: number;
  threads?: number;
  rpc?: readonly string[];
  quiet?: boolean;
  verbose?: boolean;
  raw?: boolean;
  /** Bytes of main memory for a server's prompt cache. */
  cacheRam?: number;
} & ConversionFlags &
  EndpointFlags;

/** The flags of addFlags(), as commander returns them. */
export type Flags = SamplingFlags &
  ModelFlags & {
    prompt?: string;
    history: boolean;
    continue?: boolean;
    resume?: number;
    load?: string;
    save: boolean;
    saveTo?: string;
    output?: string;
    preset?: string;
    maxTurns: number;
    trimTokens?: number;
    batch?: string;
    out?: string;
    parallel: number;
    snapshotCache: number;
    json?: boolean;
    plain?: boolean;
    showThinking?: ThoughtsStyle;
    textWidth: number;
    notify: boolean;
    vi?: boolean;
    stats: boolean;
  } & OpeningFlags;

/** What precedes the messages of a conversation, and which options were given for this run. */
export type OpeningFlags = {
  systemPrompt?: string;
  /** Example turns of a preset. */
  examples?: readonly Message[];
  /** Options that a model's preset leaves: see withModelPreset(). */
  explicit?: readonly string[];
};

export function addFlags(command: Command): Command {
  addPromptFlags(command)
    .optionsGroup("Many prompts:")
    .option("--batch <file>", "answer a file of prompts, JSON or text; -: stdin")
    .option("--out <file>", "write the answers of --batch here, as JSON lines; run it again to resume")
    .addOption(parallelOption());
  addChatFlags(command).addOption(
    new Option("--snapshot-cache <size>", "disk space for KV snapshots, which reopen chats quickly; 0: off")
      .argParser(bytes)
      .default(4e9, "4GB"),
  );
  addEndpointFlags(addOutputFlags(command)).option(
    "--model <name>",
    "model name at the endpoint; without --endpoint, same as [model]",
  );
  return addModelFlags(addSamplingFlags(command));
}

/**
 * The flags with the prompt that is an argument.
 * @throws AnechatError `usage` if there is one as a flag, too
 */
export function withPrompt(prompt: string | undefined, flags: Flags): Flags {
  if (prompt === undefined) return flags;
  if (flags.prompt === undefined) return { ...flags, prompt };
  throw new AnechatError("usage", "There are two prompts: one after the model, and one with --prompt", {
    hint: "Leave one of them out.",
  });
}

/**
 * @param command as typed, for the hint
 * @param args a model and a prompt
 * @throws AnechatError `usage` if there are more
 */
export function refuseSeveralWords(command: string, args: readonly string[]): void {
  const [model = "", ...words] = args;
  if (words.length <= 1) return;
  // What begins with a dash was typed after "--".
  const isFlagLike = [model, words[0] ?? ""].some((word) => word.startsWith("-"));
  throw new AnechatError("usage", "A prompt of several words needs quotes", {
    hint: `${command} ${isFlagLike ? "-- " : ""}${shellWord(model)} ${shellQuoted(words.join(" "))}`,
  });
}

/** The prompt, and what is sent with it. */
export function addPromptFlags(command: Command): Command {
  return command
    .optionsGroup("Asking:")
    .option("-p, --prompt <text>", "answer this and exit; piped text is appended")
    .option("-s, --system-prompt <text>", "how the model should behave")
    .option("--no-history", "send each prompt alone, without the earlier turns")
    .option("--raw", "send the prompt as it is, without the chat template")
    .addOption(
      number("--max-turns <n>", "how many of the latest turns to send; 0: all that fit", integer(0)).default(
        50,
      ),
    )
    .addOption(number("--trim-tokens <n>", "drop the oldest turns above this many tokens", integer(1)))
    .option("--preset <name>", "use the settings of [preset.<name>] in config.toml");
}

/** Which chat is continued, and where it is saved. */
export function addChatFlags(command: Command): Command {
  return command
    .optionsGroup("Chats:")
    .option("-C, --continue", "continue the last chat with its model")
    .addOption(number("--resume <number>", 'continue a chat listed by "anechat chats"', integer(1)))
    .option("--load <file>", "continue a chat from a JSON file")
    .option("--no-save", "save neither the chat nor the prompt history")
    .option("--save-to <folder>", "also save each chat there, as session_<date>.json");
}

/** How an answer looks, and where it is written. */
export function addOutputFlags(command: Command): Command {
  return command
    .optionsGroup("Output:")
    .option("--json", "print one JSON object with text, usage and timings")
    .option("--json-schema <file|json>", "answer in JSON that matches this schema")
    .option("--grammar <file|gbnf>", "answer in text that matches this GBNF grammar")
    .option(
      "-o, --output <file>",
      "also write the answers to a file; a .py file or the like gets only the code",
    )
    .option("--plain", "show markdown without formatting")
    .addOption(
      new Option("--show-thinking <how>", "a model's thoughts in the terminal (folded)").choices(
        thoughtsStyles,
      ),
    )
    .addOption(
      number("--text-width <n>", "columns of text in a wider window; 0: all of them", integer(0)).default(
        defaultTextWidth,
      ),
    )
    .option("--vi", "edit the prompt with vi's keys")
    .option("--no-notify", "don't ring when an answer took over 30 s and the window is in the background")
    .option("--no-stats", "show no statistics after each answer")
    .option("-q, --quiet", "print only errors on stderr")
    .option("--verbose", "show llama.cpp's log, and stack traces of errors");
}

export function parallelOption(): Option {
  return number("--parallel <n>", "prompts answered at the same time", integer(1, 64)).default(8);
}

/** @param maxTokens another spelling, for a command where -n has another meaning */
export function addSamplingFlags(command: Command, maxTokens = "-n, --max-tokens <n>"): Command {
  return command
    .optionsGroup("Sampling (default: the model's own, else the value in parentheses):")
    .addOption(
      number(
        maxTokens,
        "maximum tokens per answer, after its reasoning; 0: all that fit (512; in chats 0)",
        integer(0),
      ),
    )
    .addOption(
      new Option("--think <how>", `how long to reason: ${thinkingWords}`).argParser((word) => {
        thinkingOf(word);
        return word;
      }),
    )
    .addOption(
      number("-t, --temperature <x>", "randomness; 0: always the likeliest token (0.7)", real(0, 100)),
    )
    .addOption(number("--top-k <n>", "sample from the k likeliest tokens; 0: all (0)", integer(0)))
    .addOption(
      number(
        "--top-p <x>",
        "sample from the likeliest tokens that add up to this probability (0.9)",
        real(0, 1),
      ),
    )
    .addOption(number("--min-p <x>", "minimum probability, relative to the likeliest token (0)", real(0, 1)))
    .addOption(number("--repeat-penalty <x>", "penalty on repeated tokens; 1: off (1)", real(0.01, 100)))
    .addOption(number("--repeat-last-n <n>", "how many tokens the penalties look back on (64)", integer(0)))
    .addOption(
      number("--frequency-penalty <x>", "penalty that grows with each repetition (0)", real(-100, 100)),
    )
    .addOption(
      number("--presence-penalty <x>", "penalty on every token that has occurred (0)", real(-100, 100)),
    )
    .addOption(
      number("--seed <n>", "random seed; the same seed repeats an answer (random)", integer(0, 0xffffffff)),
    )
    .addOption(list("--logit-bias <token=bias>", "add to the logit of a token id; repeatable", collectBias))
    .addOption(list("--stop <text>", "end the answer before this text; repeatable", collect));
}

/** How a model is loaded, and converted if necessary. */
export function addModelFlags(command: Command): Command {
  command
    .optionsGroup("Model:")
    .addOption(number("-c, --ctx-size <n>", "fixed context size (default: 8192 tokens, growing)", integer(1)))
    .addOption(number("--gpu-layers <n>", "layers to put on the GPU (default: all that fit)", integer(0)))
    .addOption(
      number(
        "--threads <n>",
        "CPU threads (default: the free performance cores; 1 for a tiny model)",
        integer(1, 512),
      ),
    )
    .addOption(
      list("--rpc <host:port,…>", 'split the layers across these rpc servers ("anechat worker")', rpcServers),
    );
  return addConversionFlags(command, "Converting (models that are not GGUF):");
}

/** @throws AnechatError `usage` for flags that exclude each other, and for unusable files */
export function generateOptions(flags: SamplingFlags, io: Io): GenerateOptions {
  if (flags.jsonSchema !== undefined && flags.grammar !== undefined) {
    throw new AnechatError("usage", "--json-schema and --grammar exclude each other");
  }
  const sampling: SamplingOptions = {
    ...Object.fromEntries(
      samplingNumbers.flatMap((key) => (flags[key] === undefined ? [] : [[key, flags[key]]])),
    ),
    ...defined<SamplingOptions>({
      logitBias: flags.logitBias,
      jsonSchema: flags.jsonSchema === undefined ? undefined : readSchema(flags.jsonSchema, io),
      grammar: flags.grammar === undefined ? undefined : readGrammar(flags.grammar, io),
    }),
  };
  return defined<GenerateOptions>({
    sampling,
    maxAnswerTokens: flags.maxTokens === undefined ? undefined : maxTokensOf(flags.maxTokens),
    stop: flags.stop,
    ...(flags.think === undefined ? {} : thinkingOf(flags.think)),
  });
}

/** In scripts, nobody stops a model that reasons without end. */
export const scriptLimits = { reasoningBudget: 8192 } satisfies GenerateOptions;

/**
 * The options of answers that no person watches.
 * @throws AnechatError as {@link generateOptions}
 */
export function scriptOptions(flags: SamplingFlags, io: Io): GenerateOptions {
  return { ...scriptLimits, ...generateOptions(flags, io) };
}

/** The limit that people write as 0 or a number. */
export function maxTokensOf(written: number): number {
  return written === 0 ? Number.POSITIVE_INFINITY : written;
}

export function loadOptions(flags: ModelFlags): Omit<LoadOptions, "path"> {
  return defined<Omit<LoadOptions, "path">>({
    contextSize: flags.ctxSize,
    gpuLayers: flags.gpuLayers,
    threads: flags.threads,
    promptCacheBytes: flags.cacheRam,
    rpcServers: flags.rpc,
  });
}

function readSchema(argument: string, io: Io): string {
  const text = argument.trimStart().startsWith("{") ? argument : readArgument("--json-schema", argument, io);
  try {
    const schema: unknown = JSON.parse(text);
    if (typeof schema === "object" && schema !== null && !Array.isArray(schema)) return text;
  } catch (cause) {
    const reason = reasonOf(cause);
    throw new AnechatError("usage", `--json-schema is not valid JSON: ${reason}`, { cause });
  }
  throw new AnechatError("usage", "--json-schema must be a JSON object");
}

function readGrammar(argument: string, io: Io): string {
  return argument.includes("::=") ? argument : readArgument("--grammar", argument, io);
}

function readArgument(flag: string, path: string, io: Io): string {
  const hint = "Give the path of a file, or the text itself.";
  return readText(path, { io, flag, limit: sizeLimits.small, hint });
}

export function number(flags: string, description: string, parse: (text: string) => number): Option {
  return new Option(flags, description).argParser(parse);
}

/**
 * A flag that may be given more than once; in the config file it may be a list. Its argParser()
 * appends.
 */
export class ListOption extends Option {}

/** @param add appends one more value to the earlier ones */
export function list<T>(
  flags: string,
  description: string,
  add: (text: string, earlier: T | undefined) => T,
): ListOption {
  return new ListOption(flags, description).argParser(add);
}

export function integer(min: number, max = Number.MAX_SAFE_INTEGER): (text: string) => number {
  return (text) => {
    const value = /^[+-]?\d+$/.test(text) ? Number(text) : Number.NaN;
    if (value >= min && value <= max) return value;
    throw new InvalidArgumentError(`Must be an integer ${range(min, max)}.`);
  };
}

function real(min: number, max: number): (text: string) => number {
  return (text) => {
    const value = text.trim() === "" ? Number.NaN : Number(text);
    if (value >= min && value <= max) return value;
    throw new InvalidArgumentError(`Must be a number ${range(min, max)}.`);
  };
}

/** "500MB", "4 GB", "1000000". */
export function bytes(text: string): number {
  const match = /^(\d+(?:\.\d+)?)\s*([kmgt]?)i?b?$/i.exec(text.trim());
  if (match === null) throw new InvalidArgumentError("Must be a size such as 500MB or 4GB.");
  return Math.round(Number(match[1]) * 1000 ** " kmgt".indexOf((match[2] || " ").toLowerCase()));
}

function range(min: number, max: number): string {
  return max === Number.MAX_SAFE_INTEGER ? `of at least ${min}` : `from ${min} to ${max}`;
}

function rpcServers(text: string, earlier: readonly string[] | undefined): readonly string[] {
  const all = [...(earlier ?? []), ...parseRpcServers(text)];
  const twice = all.find((address, index) => all.indexOf(address) !== index);
  if (twice !== undefined) throw new InvalidArgumentError(`${twice} is listed twice.`);
  if (all.length > maxRpcServers)
    throw new InvalidArgumentError(`The maximum is ${maxRpcServers} rpc servers.`);
  return all;
}

export function collect(text: string, earlier: string[] | undefined): string[] {
  return [...(earlier ?? []), text];
}

function collectBias(text: string, earlier: [number, number][] | undefined): [number, number][] {
  const match = /^(\d+)=([+-]?(?:\d+(?:\.\d+)?|inf))$/i.exec(text);
  const [, token, bias] = match ?? [];
  if (token === undefined || bias === undefined) {
    throw new InvalidArgumentError("Must look like 151643=-5 or 42=-inf.");
  }
  const value = /inf/i.test(bias)
    ? bias.startsWith("-")
      ? Number.NEGATIVE_INFINITY
      : Number.POSITIVE_INFINITY
    : Number(bias);
  return [...(earlier ?? []), [Number(token), value]];
}

/** The object without the keys that are undefined. */
function defined<T extends object>(values: { [K in keyof T]?: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;
}
