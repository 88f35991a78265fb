/**
 * Errors for refusals of a server and for network faults, with hints. Messages of the server are
 * shortened, and the key is removed. Sanitize them before printing.
 */
import { AnechatError, errorCode } from "../base/errors.ts";
import { nearestWord } from "../base/suggest.ts";
import { systemReason } from "../base/system-errors.ts";
import type { Refusal } from "./wire.ts";

/** The endpoint that an error is about. */
export type Target = {
  /** Base URL of the API. */
  endpoint: string;
  /** Its name in errors; default its host. */
  name?: string | undefined;
  model: string | undefined;
  /** Replaced in messages of the server. */
  secrets: readonly string[];
  /** Where the key comes from: "$OPENAI_API_KEY"; undefined without a key. */
  keySource: string | undefined;
};

/** Characters of a server's message that are shown. */
const maxMessageLength = 400;
const maxNames = 8;

const hostOf = ({ endpoint, name }: Target): string => name ?? new URL(endpoint).host;

/** @param refusal from the body; undefined if the body isn't an error of the API */
export function statusError(status: number, refusal: Refusal | undefined, target: Target): AnechatError {
  const host = hostOf(target);
  const reason = quoted(refusal?.message ?? "", target);
  if (status === 401 || status === 403) {
    const message =
      target.keySource === undefined
        ? `${host} needs an API key (${status})`
        : `${host} doesn't accept the key of ${target.keySource} (${status})`;
    const hint =
      target.keySource === undefined
        ? "Put the key into an environment variable, and name the variable with --api-key-env NAME " +
          "or with api-key-env in config.toml."
        : "Check that it is complete, valid, and for this endpoint.";
    return new AnechatError("noAccess", message + reason, { hint });
  }
  if (refusal !== undefined && isTooLong(refusal)) return tooLongError(refusal, target);
  if (status === 429) {
    return new AnechatError("network", `${host} received too many requests (429)${reason}`, {
      hint: "Wait a while, or send fewer requests in parallel: --parallel 1.",
    });
  }
  if (status >= 500) {
    return new AnechatError("network", `${host} answered ${status}${reason}`, {
      hint: "It may be starting, busy or down: try again later.",
    });
  }
  if (status === 404) {
    return new AnechatError("network", `${host} has no such API (404)${reason}`, {
      hint: `Check the address ${target.endpoint}: /chat/completions must be below it.`,
    });
  }
  return new AnechatError("generationFailed", `${host} refuses the request (${status})${reason}`, {
    hint: "It may not support one of the settings. Leave out those that you don't need.",
  });
}

/** OpenAI's newer models refuse max_tokens, and their message names max_completion_tokens. */
export function wantsMaxCompletionTokens({ message }: Refusal): boolean {
  return /max_tokens/.test(message) && /max_completion_tokens/.test(message);
}

/** An error in the middle of an answer, which has no HTTP status. */
export function streamError(refusal: Refusal, target: Target): AnechatError {
  if (isTooLong(refusal)) return tooLongError(refusal, target);
  const reason = quoted(refusal.message, target);
  return new AnechatError("generationFailed", `${hostOf(target)} couldn't finish the answer${reason}`);
}

/** The server's content filter withheld the rest of the answer. */
export function filteredError(target: Target): AnechatError {
  return new AnechatError("generationFailed", `${hostOf(target)} stopped the answer with a content filter`);
}

/** @param names of the server's models; empty if unknown */
export function noModelError(model: string, names: readonly string[], target: Target): AnechatError {
  const nearest = nearestWord(model, names);
  const hint =
    nearest !== undefined
      ? `Did you mean "${shortened(nearest)}"?`
      : names.length === 0
        ? "Ask the server's operator for the names of its models."
        : `It has: ${listed(names)}.`;
  return new AnechatError("modelNotFound", `There is no model "${shortened(model)}" at ${hostOf(target)}`, {
    hint,
  });
}

/** No model was named. */
export function whichModelError(names: readonly string[], target: Target): AnechatError {
  if (names.length === 0) {
    return new AnechatError("modelNotFound", `${hostOf(target)} doesn't list its models`, {
      hint: "Name one: --model NAME.",
    });
  }
  return new AnechatError("modelNotFound", `${hostOf(target)} has several models: which one?`, {
    hint: `Name one with --model, or after a # in the address: ${listed(names)}.`,
  });
}

/** Whether the server doesn't have the model. OpenAI sends status 404, others 400. */
export function isAboutModel({ code, message }: Refusal): boolean {
  if (code === "model_not_found") return true;
  return /\bmodel\b/i.test(message) && /not (?:found|exist|a valid)|unknown|invalid model/i.test(message);
}

export function protocolError(what: string, target: Target): AnechatError {
  return new AnechatError("network", `${hostOf(target)} returned ${what}`, {
    hint:
      `Is ${target.endpoint} the address of an OpenAI-compatible server? ` +
      "A login page or a proxy may have answered instead.",
  });
}

export function redirectError(status: number, location: string | null, target: Target): AnechatError {
  const url =
    location !== null && URL.canParse(location, target.endpoint)
      ? new URL(location, target.endpoint)
      : undefined;
  const where = url === undefined ? "" : ` to ${shortened(url.origin + url.pathname)}`;
  return new AnechatError("network", `${hostOf(target)} redirects (${status})${where}`, {
    hint: "Nothing was sent there. To use that server, give its address.",
  });
}

/** The connection ended before the answer was complete. */
export function brokenError(target: Target, cause?: unknown): AnechatError {
  return new AnechatError(
    "network",
    `The connection to ${hostOf(target)} broke in the middle of the answer`,
    {
      hint: "The text so far is kept. Ask again.",
      cause,
    },
  );
}

/** @param error thrown by fetch; its own message is not shown */
export function networkError(error: unknown, target: Target): AnechatError {
  const code = isTimeout(error) ? "ETIMEDOUT" : errorCode(error);
  const host = hostOf(target);
  const known = faults.find(({ codes }) => codes.test(code));
  if (known === undefined) {
    const name = code === "" ? "" : ` (${systemReason(code) ?? code})`;
    return new AnechatError("network", `The connection to ${host} broke before an answer came${name}`, {
      hint: "Is it a language model server, and is the port right? Does it need https://?",
      cause: error,
    });
  }
  return new AnechatError("network", known.message(host), { hint: known.hint(host), cause: error });
}

/** Whether AbortSignal.timeout() caused it. */
export function isTimeout(error: unknown): boolean {
  return error instanceof Error && error.name === "TimeoutError";
}

/** Whether a retry may help. Bad certificates and unknown names won't change. */
export function isTransientFault(error: unknown): boolean {
  return /^E?CONN|REFUSED|RESET|ECONNABORTED|EPIPE|FailedToOpenSocket/i.test(errorCode(error));
}

export function isTransientStatus(status: number): boolean {
  return [429, 500, 502, 503, 504].includes(status);
}

type Fault = { codes: RegExp; message(host: string): string; hint(host: string): string };

const trust = "If you trust it, set NODE_EXTRA_CA_CERTS=FILE.pem.";

/** By the codes of OpenSSL (X509_verify_cert_error_string) and of the system. */
const faults: readonly Fault[] = [
  {
    codes: /SELF_SIGNED_CERT/,
    message: (host) => `${host} has a self-signed certificate`,
    hint: () => trust,
  },
  {
    codes: /CERT_HAS_EXPIRED/,
    message: (host) => `${host} has an expired certificate`,
    hint: () => "Check this machine's clock. Otherwise the server's owner has to renew it.",
  },
  {
    codes: /CERT_NOT_YET_VALID/,
    message: (host) => `${host} has a certificate that isn't valid yet`,
    hint: () => "Check this machine's clock.",
  },
  {
    codes: /ALTNAME_INVALID|HOSTNAME_MISMATCH/,
    message: (host) => `${host} has a certificate for another host`,
    hint: () => "Use the name that the certificate is for.",
  },
  {
    codes: /UNABLE_TO_(?:VERIFY|GET)|CERT_UNTRUSTED|CERT_SIGNATURE/,
    message: (host) => `${host} has a certificate of an unknown authority`,
    hint: () => trust,
  },
  {
    codes: /EPROTO|SSL|TLS|CERT/,
    message: (host) => `The TLS connection to ${host} failed`,
    hint: (host) => `Is its address http://${host}?`,
  },
  {
    codes: /ENOTFOUND|EAI_AGAIN|DNS/,
    message: (host) => `${host} can't be found`,
    hint: () => "Check the address for typos, and that this machine is online.",
  },
  {
    codes: /REFUSED|FailedToOpenSocket|UNREACH/i,
    message: (host) => `${host} can't be reached`,
    hint: () => "Is the server running, and are host and port right? A firewall may block it.",
  },
  {
    codes: /TIMEDOUT|TIMEOUT/i,
    message: (host) => `${host} didn't answer in time`,
    hint: () => "Check the connection, and that the server isn't overloaded.",
  },
];

/** Tokens of the model's context, if the refusal is about it and has the number. */
export function contextTokensOf(refusal: Refusal): number | undefined {
  return isTooLong(refusal) ? tokensIn(refusal).context : undefined;
}

function isTooLong({ code, message }: Refusal): boolean {
  if (/^(?:context_length_exceeded|exceed_context_size_error)$/.test(code)) return true;
  return /context (?:length|window|size)/i.test(message) && /\b(?:exceed|maximum|only|too)/i.test(message);
}

function tooLongError(refusal: Refusal, target: Target): AnechatError {
  const { prompt, context } = tokensIn(refusal);
  const numbers =
    prompt !== undefined && context !== undefined
      ? `: ${prompt} tokens, and the limit is ${context}`
      : context === undefined
        ? quoted(refusal.message, target)
        : `: the limit is ${context} tokens`;
  return new AnechatError("inputTooLong", `That is too long for the model at ${hostOf(target)}${numbers}`, {
    hint: "Shorten it, limit the answer (--max-tokens), or use /compact or /clear in a chat.",
  });
}

/** Both numbers, from llama-server's fields or from the messages of OpenAI and vLLM. */
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

/** ": message", on one line and without secrets. */
export function quoted(message: string, { secrets }: Pick<Target, "secrets">): string {
  let text = message.replace(/\s+/g, " ").trim();
  for (const secret of secrets) text = text.replaceAll(secret, "•••");
  return text === "" ? "" : `: ${shortened(text)}`;
}

function shortened(text: string): string {
  const characters = [...text];
  return characters.length <= maxMessageLength
    ? text
    : `${characters.slice(0, maxMessageLength - 1).join("")}…`;
}

export function listed(names: readonly string[]): string {
  const shown = names.slice(0, maxNames).map(shortened).join(", ");
  return names.length <= maxNames ? shown : `${shown} and ${names.length - maxNames} more`;
}
