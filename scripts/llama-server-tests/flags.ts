/**
 * llama-server's flags, as llama.cpp's tests give them, in words of `anechat serve`. Its flags of
 * sampling are defaults of requests there; anechat has none, so plugin.py puts them into requests.
 */

/** A model file, by the words that llama-server has for it. */
export type ModelWords = { repo?: string; file?: string };

export type Translation = {
  /** For `anechat serve`, without the model. */
  args: string[];
  model: ModelWords;
  /** Names that the model has in the API. */
  alias: string | undefined;
  /** A template's text or name, and its file. */
  template: string | undefined;
  templateFile: string | undefined;
};

/** A test needs what anechat doesn't have. */
export class NotApplicable extends Error {}

/** Flags without a meaning here, or whose meaning anechat has always. Those with "=" take a value. */
const without = [
  ...["--offline", "--cont-batching", "--embedding", "--embeddings", "--reranking", "--metrics", "--jinja"],
  ...["--no-jinja", "--no-slots", "--no-ui", "--no-mmproj", "--swa-full", "--verbose", "--kv-unified"],
  ...["--no-cache-idle-slots"],
  ...["--batch-size=", "--ubatch-size=", "-ctk=", "-ctv=", "-fa=", "--n-gpu-layers="],
  // Defaults of requests.
  ...["--temp=", "--seed=", "--n-predict=", "--reasoning="],
];

const known = new Map(without.map((flag) => [flag.replace(/=$/, ""), flag.endsWith("=")] as const));

/** @throws NotApplicable */
export function translate(flags: readonly string[]): Translation {
  const words = [...flags];
  const result: Translation = {
    args: [],
    model: {},
    alias: undefined,
    template: undefined,
    templateFile: undefined,
  };
  let context: number | undefined;
  let parallel = 1;
  const isUnified = words.includes("--kv-unified");
  for (let flag = words.shift(); flag !== undefined; flag = words.shift()) {
    const value = (): string => {
      const next = words.shift();
      if (next === undefined) throw new Error(`${flag} has no value`);
      return next;
    };
    switch (flag) {
      case "--host":
        result.args.push("--host", oneAddress(value()));
        break;
      case "--port":
      case "--api-key":
      case "--threads":
        result.args.push(flag, value());
        break;
      case "--slots":
        result.args.push(flag);
        break;
      case "--cache-ram":
        result.args.push(flag, cacheSize(value()));
        break;
      case "--ctx-size":
        context = Number(value());
        break;
      case "--parallel":
        parallel = Number(value());
        break;
      case "--hf-repo":
        result.model.repo = value();
        break;
      case "--hf-file":
      case "--model":
      case "--model-url":
        result.model.file = value();
        break;
      case "--alias":
        result.alias = oneAlias(value());
        break;
      case "--chat-template":
        result.template = value();
        break;
      case "--chat-template-file":
        result.templateFile = value();
        break;
      case "--reasoning-format":
        if (value() === "none") throw new NotApplicable("reasoning is always separated from the answer");
        break;
      default: {
        const takesValue = known.get(flag);
        if (takesValue === undefined) throw new NotApplicable(`there is no flag like ${flag}`);
        if (takesValue) value();
      }
    }
  }
  // The tests name any model, as llama-server allows.
  result.args.push("--any-model", "--parallel", String(parallel));
  // llama-server divides its context between the slots; here each conversation may have all of it.
  if (context !== undefined) {
    result.args.push("--ctx-size", String(isUnified ? context : Math.floor(context / parallel)));
  }
  return result;
}

function oneAddress(value: string): string {
  if (value.includes(",")) throw new NotApplicable("a server listens on one address");
  return value;
}

function oneAlias(value: string): string {
  if (value.includes(",")) throw new NotApplicable("--alias with several names");
  return value;
}

/** In MiB; -1 is "no limit". */
function cacheSize(value: string): string {
  return value === "-1" ? "1TB" : `${value}MB`;
}
