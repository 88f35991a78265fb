/**
 * What a server's refusals and a network's faults mean, each in one sentence with advice. The server's own words are
 * kept short and the key is taken out of them; who shows them makes them safe to print.
 */
import { AnechatError, errorCode } from "../base/errors.ts";
import { nearestWord } from "../base/suggest.ts";
import type { Refusal } from "./wire.ts";

/** Who was asked, for the sentence. */
export type Asked = {
  /** Base of the requests. */
  endpoint: string;
  /** What it is called; its host, if missing. */
  name?: string | undefined;
  model: string | undefined;
  /** Never to be shown. */
  secrets: readonly string[];
  /** Where the key comes from: "$OPENAI_API_KEY"; undefined without a key. */
  keySource: string | undefined;
};

/** Characters of a server's words that are shown. */
const longestMessage = 400;
const mostNames = 8;

const hostOf = ({ endpoint, name }: Asked): string => name ?? new URL(endpoint).host;

/** @param refusal what the body says; undefined where it says nothing of the API */
export function statusError(status: number, refusal: Refusal | undefined, asked: Asked): AnechatError {
  const host = hostOf(asked);
  const said = quoted(refusal?.message ?? "", asked);
  if (status === 401 || status === 403) {
    const message =
      asked.keySource === undefined
        ? `${host} wants a key (${status})`
        : `${host} doesn't accept the key of ${asked.keySource} (${status})`;
    const hint =
      asked.keySource === undefined
        ? "Put it into a variable of the environment and name that: --api-key-env NAME; or api-key-env in config.toml."
        : "Check that it is whole, valid, and of this endpoint.";
    return new AnechatError("noAccess", message + said, { hint });
  }
  if (refusal !== undefined && isTooLong(refusal)) return tooLongError(refusal, asked);
  if (status === 429) {
    return new AnechatError("network", `${host} has had too many requests (429)${said}`, {
      hint: "Wait a while, or ask fewer at the same time: --parallel 1.",
    });
  }
  if (status >= 500) {
    return new AnechatError("network", `${host} answered ${status}${said}`, {
      hint: "It may be starting, busy or down: try again later.",
    });
  }
  if (status === 404) {
    return new AnechatError("network", `${host} has no such API (404)${said}`, {
      hint: `Check the address ${asked.endpoint}: it has to be where /chat/completions is.`,
    });
  }
  return new AnechatError("generationFailed", `${host} refuses the request (${status})${said}`, {
    hint: "A setting may be one that it doesn't know: leave out what you don't need.",
  });
}

/** OpenAI's newer models take the limit of an answer under another name alone, and say so. */
export function wantsOtherLimit({ message }: Refusal): boolean {
  return /max_tokens/.test(message) && /max_completion_tokens/.test(message);
}

/** An error in the midst of an answer, which has no status any more. */
export function streamError(refusal: Refusal, asked: Asked): AnechatError {
  if (isTooLong(refusal)) return tooLongError(refusal, asked);
  const said = quoted(refusal.message, asked);
  return new AnechatError("generationFailed", `${hostOf(asked)} couldn't finish the answer${said}`);
}

/** The server read the answer and keeps the rest to itself. */
export function filteredError(asked: Asked): AnechatError {
  return new AnechatError("generationFailed", `${hostOf(asked)} stopped the answer by a filter`);
}

/** @param names of the models that are there; empty where that isn't known */
export function noModelError(model: string, names: readonly string[], asked: Asked): AnechatError {
  const nearest = nearestWord(model, names);
  const hint =
    nearest !== undefined
      ? `Did you mean "${shortened(nearest)}"?`
      : names.length === 0
        ? "Its owner knows what its models are called."
        : `It has: ${listed(names)}.`;
  return new AnechatError("modelNotFound", `There is no model "${shortened(model)}" at ${hostOf(asked)}`, {
    hint,
  });
}

/** Nobody said which model. */
export function whichModelError(names: readonly string[], asked: Asked): AnechatError {
  if (names.length === 0) {
    return new AnechatError("modelNotFound", `${hostOf(asked)} doesn't say which models it has`, {
      hint: "Name one: --model NAME.",
    });
  }
  return new AnechatError("modelNotFound", `${hostOf(asked)} has several models: which one?`, {
    hint: `Name one with --model, or behind a # of the address: ${listed(names)}.`,
  });
}

/** Whether a refusal says that the model isn't there: OpenAI's has a status of 404, others' of 400. */
export function isAboutModel({ code, message }: Refusal): boolean {
  if (code === "model_not_found") return true;
  return /\bmodel\b/i.test(message) && /not (?:found|exist|a valid)|unknown|invalid model/i.test(message);
}

export function strangeError(what: string, asked: Asked): AnechatError {
  return new AnechatError("network", `${hostOf(asked)} answers with ${what}`, {
    hint: `Is ${asked.endpoint} the address of an OpenAI-compatible server? A login page or a proxy may stand between.`,
  });
}

export function redirectError(status: number, location: string | null, asked: Asked): AnechatError {
  const target =
    location !== null && URL.canParse(location, asked.endpoint)
      ? new URL(location, asked.endpoint)
      : undefined;
  const where = target === undefined ? "" : ` to ${shortened(target.origin + target.pathname)}`;
  return new AnechatError("network", `${hostOf(asked)} sends us elsewhere (${status})${where}`, {
    hint: "Nothing was sent there. If that is where you want to go, name that address.",
  });
}

/** The connection ended before the answer did. */
export function brokenError(asked: Asked, cause?: unknown): AnechatError {
  return new AnechatError("network", `The connection to ${hostOf(asked)} broke in the midst of the answer`, {
    hint: "What came is kept. Ask again.",
    cause,
  });
}

/** Why an address couldn't be spoken with. @param error what fetch threw; of its own words none is shown */
export function networkError(error: unknown, asked: Asked): AnechatError {
  const code = isTimeout(error) ? "ETIMEDOUT" : errorCode(error);
  const host = hostOf(asked);
  const known = faults.find(({ codes }) => codes.test(code));
  if (known === undefined) {
    const name = code === "" ? "" : ` (${code})`;
    return new AnechatError("network", `The connection to ${host} broke before an answer came${name}`, {
      hint: "Is it a server of language models, and is the port right? One that wants https closes http at once.",
      cause: error,
    });
  }
  return new AnechatError("network", known.message(host), { hint: known.hint(host), cause: error });
}

/** Of AbortSignal.timeout(). */
export function isTimeout(error: unknown): boolean {
  return error instanceof Error && error.name === "TimeoutError";
}

/** Whether trying again may help: a certificate and a name stay what they are. */
export function isPassingFault(error: unknown): boolean {
  return /^E?CONN|REFUSED|RESET|ECONNABORTED|EPIPE|FailedToOpenSocket/i.test(errorCode(error));
}

export function isPassingStatus(status: number): boolean {
  return [429, 500, 502, 503, 504].includes(status);
}

type Fault = { codes: RegExp; message(host: string): string; hint(host: string): string };

const trust = "NODE_EXTRA_CA_CERTS=FILE.pem makes it known, if you trust it.";

/** By the codes of OpenSSL (X509_verify_cert_error_string) and of the system. */
const faults: readonly Fault[] = [
  {
    codes: /SELF_SIGNED_CERT/,
    message: (host) => `${host} shows a certificate that it signed itself`,
    hint: () => trust,
  },
  {
    codes: /CERT_HAS_EXPIRED/,
    message: (host) => `${host} shows a certificate that has expired`,
    hint: () => "Check this machine's clock; else its owner has to renew it.",
  },
  {
    codes: /CERT_NOT_YET_VALID/,
    message: (host) => `${host} shows a certificate that isn't valid yet`,
    hint: () => "Check this machine's clock.",
  },
  {
    codes: /ALTNAME_INVALID|HOSTNAME_MISMATCH/,
    message: (host) => `${host} shows a certificate of another host`,
    hint: () => "Use the name that its certificate is for.",
  },
  {
    codes: /UNABLE_TO_(?:VERIFY|GET)|CERT_UNTRUSTED|CERT_SIGNATURE/,
    message: (host) => `${host} shows a certificate of an authority that isn't known here`,
    hint: () => trust,
  },
  {
    codes: /EPROTO|SSL|TLS|CERT/,
    message: (host) => `${host} doesn't speak TLS as it has to`,
    hint: (host) => `Is it http://${host}?`,
  },
  {
    codes: /ENOTFOUND|EAI_AGAIN|DNS/,
    message: (host) => `${host} can't be found`,
    hint: () => "Check the address for a slip, and that this machine is online.",
  },
  {
    codes: /REFUSED|FailedToOpenSocket|UNREACH/i,
    message: (host) => `${host} can't be reached`,
    hint: () => "Is the server running, and are host and port right? A firewall may stand between.",
  },
  {
    codes: /TIMEDOUT|TIMEOUT/i,
    message: (host) => `${host} didn't answer in time`,
    hint: () => "Check the connection, and that the server isn't overloaded.",
  },
];

/** Tokens of the model's context, where a refusal is about that and tells. */
export function contextTokensOf(refusal: Refusal): number | undefined {
  return isTooLong(refusal) ? tokensIn(refusal).context : undefined;
}

function isTooLong({ code, message }: Refusal): boolean {
  if (/^(?:context_length_exceeded|exceed_context_size_error)$/.test(code)) return true;
  return /context (?:length|window|size)/i.test(message) && /\b(?:exceed|maximum|only|too)/i.test(message);
}

function tooLongError(refusal: Refusal, asked: Asked): AnechatError {
  const { prompt, context } = tokensIn(refusal);
  const numbers =
    prompt !== undefined && context !== undefined
      ? `: ${prompt} tokens, and ${context} are the most`
      : context === undefined
        ? quoted(refusal.message, asked)
        : `: ${context} tokens are the most`;
  return new AnechatError("inputTooLong", `That is too long for the model at ${hostOf(asked)}${numbers}`, {
    hint: "Shorten it, ask for a shorter answer (--max-tokens), or in a chat: /compact, /clear.",
  });
}

/** The two numbers, from llama-server's fields or out of the sentences of OpenAI and vLLM. */
function tokensIn(refusal: Refusal): { prompt: number | undefined; context: number | undefined } {
  const find = (...patterns: RegExp[]): number | undefined => {
    for (const pattern of patterns) {
      const [, digits] = pattern.exec(refusal.message) ?? [];
      if (digits !== undefined) return Number(digits.replaceAll(",", ""));
    }
    return undefined;
  };
  return {
    prompt:
      refusal.promptTokens ??
      find(
        /(?:resulted in|requested|passed)\D{0,20}([\d,]+)/i,
        /(?:prompt|input|request)\D{0,30}([\d,]+) tokens/i,
      ),
    context:
      refusal.contextTokens ??
      find(
        /context (?:length|window|size)(?: is| of)?(?: only)?\D{0,10}([\d,]+)/i,
        /maximum\D{0,30}([\d,]+) tokens/i,
      ),
  };
}

/** ": its words", on one line and without the key. */
export function quoted(message: string, { secrets }: Pick<Asked, "secrets">): string {
  let text = message.replace(/\s+/g, " ").trim();
  for (const secret of secrets) text = text.replaceAll(secret, "•••");
  return text === "" ? "" : `: ${shortened(text)}`;
}

function shortened(text: string): string {
  const characters = [...text];
  return characters.length <= longestMessage ? text : `${characters.slice(0, longestMessage - 1).join("")}…`;
}

export function listed(names: readonly string[]): string {
  const shown = names.slice(0, mostNames).map(shortened).join(", ");
  return names.length <= mostNames ? shown : `${shown} and ${names.length - mostNames} more`;
}
