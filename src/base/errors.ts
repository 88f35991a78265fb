/**
 * The error type that users see: what was wrong, what to do, and the exit code. It is thrown where
 * the fault is found, and shown once, by `main.ts`.
 */
import { plainMessage, systemReason } from "./system-errors.ts";

/** Exit codes of the executable; docs/cli.md explains them. */
export const exitCodes = {
  ok: 0,
  unexpected: 1,
  usage: 2,
  modelNotFound: 3,
  noAccess: 4,
  notEnoughMemory: 5,
  generationFailed: 6,
  inputTooLong: 7,
  badModel: 8,
  engineUnavailable: 9,
  network: 10,
  diskFull: 11,
  badData: 12,
  badConfig: 13,
  interrupted: 130,
} as const;

/** A key of {@link exitCodes}: names the kind of failure in `--json` output and in tests. */
export type ErrorCode = Exclude<keyof typeof exitCodes, "ok">;

/**
 * The error behind the exit code of an anechat process; `unexpected` for unknown codes.
 * @param exitCode null if a signal ended the process
 */
export function errorCodeOf(exitCode: number | null): ErrorCode {
  const found = Object.entries(exitCodes).find(([code, value]) => value === exitCode && code !== "ok");
  return found === undefined ? "unexpected" : (found[0] as ErrorCode);
}

export type Excess = { tokens: number; limit: number };

export class AnechatError extends Error {
  override readonly name = "AnechatError";
  readonly code: ErrorCode;
  /** What the user can do about it; one sentence. */
  readonly hint: string | undefined;
  /** The invalid option of a request, by its internal name; each front end has its own name. */
  readonly field: string | undefined;
  /** For `inputTooLong`: the tokens of the input, and the most that are possible. */
  readonly excess: Excess | undefined;

  constructor(
    code: ErrorCode,
    message: string,
    options: { hint?: string; field?: string; excess?: Excess; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.hint = options.hint;
    this.field = options.field;
    this.excess = options.excess;
  }

  get exitCode(): number {
    return exitCodes[this.code];
  }
}

/** The `code` of a system error ("ENOENT"); "" if there is none. */
export function errorCode(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

/**
 * The error for a file that can't be written: `diskFull` or `noAccess`.
 * @param path of the file, or another name such as "stdout"
 */
export function writeFailure(path: string, cause: unknown, hint?: string): AnechatError {
  const code = errorCode(cause);
  const isFull = ["ENOSPC", "EDQUOT", "EFBIG"].includes(code);
  const reason = code === "ENOENT" ? "its folder doesn't exist" : reasonOf(cause);
  return new AnechatError(isFull ? "diskFull" : "noAccess", `${path} can't be written: ${reason}`, {
    ...(hint === undefined ? {} : { hint }),
    cause,
  });
}

/** Whether a write failed because the place is read-only, forbidden or full. */
export function isWriteFailure(error: unknown): error is AnechatError {
  return error instanceof AnechatError && (error.code === "noAccess" || error.code === "diskFull");
}

/** File system errors that are not bugs, wherever they are thrown: disk full, access denied. */
const refusals: Readonly<Record<string, { code: ErrorCode; hint: string }>> = {
  ...Object.fromEntries(
    ["ENOSPC", "EDQUOT", "EFBIG"].map((code) => [
      code,
      { code: "diskFull", hint: "Free some space on that disk." },
    ]),
  ),
  ...Object.fromEntries(
    ["EROFS", "EACCES", "EPERM"].map((code) => [
      code,
      { code: "noAccess", hint: "Check the permissions of the file and its folder." },
    ]),
  ),
};

/** The message of any thrown value, in words: without the code of a system error. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? plainMessage(thrown) : String(thrown);
}

/**
 * Why something failed, as the end of a sentence; without the path, and without "JSON Parse error",
 * which the sentence says in words.
 */
export function reasonOf(thrown: unknown): string {
  return systemReason(errorCode(thrown)) ?? messageOf(thrown).replace(/^JSON Parse error: /, "");
}

/**
 * Any thrown value as an AnechatError: refusals of the file system by their codes, unknown errors
 * as `unexpected`. The original is the cause.
 */
export function toAnechatError(thrown: unknown): AnechatError {
  if (thrown instanceof AnechatError) return thrown;
  const message = messageOf(thrown);
  const refusal = refusals[errorCode(thrown)];
  if (refusal !== undefined)
    return new AnechatError(refusal.code, message, { hint: refusal.hint, cause: thrown });
  return new AnechatError("unexpected", message, {
    hint: "This looks like a bug: run again with --verbose and report what it prints.",
    cause: thrown,
  });
}

/** A plain copy of an error that can be posted between threads; see {@link errorFromWire}. */
export type WireError = {
  code: ErrorCode;
  message: string;
  hint?: string;
  field?: string;
  excess?: Excess;
  stack?: string;
};

export function errorToWire(thrown: unknown): WireError {
  const error = toAnechatError(thrown);
  const stack = error.cause instanceof Error ? error.cause.stack : error.stack;
  return {
    code: error.code,
    message: error.message,
    ...(error.hint === undefined ? {} : { hint: error.hint }),
    ...(error.field === undefined ? {} : { field: error.field }),
    ...(error.excess === undefined ? {} : { excess: error.excess }),
    ...(stack === undefined ? {} : { stack }),
  };
}

export function errorFromWire(wire: WireError): AnechatError {
  const { code, message, stack, ...more } = wire;
  const error = new AnechatError(code, message, more);
  if (stack !== undefined) error.stack = stack;
  return error;
}
