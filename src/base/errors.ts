/**
 * The one error type people see: what was wrong, what to do, which exit code.
 * Thrown where the fault is found, shown once by `main.ts`.
 */

/** Exit codes of the executable; the README's table is made from these. */
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

/** What an anechat that ended so reported; `unexpected` for whatever none reports. @param exitCode null: a signal ended it */
export function errorCodeOf(exitCode: number | null): ErrorCode {
  const found = Object.entries(exitCodes).find(([code, value]) => value === exitCode && code !== "ok");
  return found === undefined ? "unexpected" : (found[0] as ErrorCode);
}

export class AnechatError extends Error {
  override readonly name = "AnechatError";
  readonly code: ErrorCode;
  /** What the user can do about it; one sentence. */
  readonly hint: string | undefined;
  /** The option of a request that is at fault, by the name it has inside; each front end has its own for it. */
  readonly field: string | undefined;

  constructor(
    code: ErrorCode,
    message: string,
    options: { hint?: string; field?: string; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.hint = options.hint;
    this.field = options.field;
  }

  get exitCode(): number {
    return exitCodes[this.code];
  }
}

/** The `code` of a system error ("ENOENT"); "" for whatever has none. */
export function errorCode(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

/**
 * What to say of a file that a user named and the file system refused: `diskFull`, else `noAccess`.
 * @param path or another name of what can't be written, such as "stdout"
 */
export function writeFailure(path: string, cause: unknown, hint?: string): AnechatError {
  const code = errorCode(cause);
  const isFull = ["ENOSPC", "EDQUOT", "EFBIG"].includes(code);
  return new AnechatError(isFull ? "diskFull" : "noAccess", `${path} can't be written (${code})`, {
    ...(hint === undefined ? {} : { hint }),
    cause,
  });
}

/** Whether something can't be kept because its place is read-only, forbidden or full. */
export function isWriteFailure(error: unknown): error is AnechatError {
  return error instanceof AnechatError && (error.code === "noAccess" || error.code === "diskFull");
}

/** Errors of a file system that is full or refuses access: no bug, wherever they are thrown. */
const refusals: Readonly<Record<string, { code: ErrorCode; hint: string }>> = {
  ...Object.fromEntries(
    ["ENOSPC", "EDQUOT", "EFBIG"].map((code) => [code, { code: "diskFull", hint: "Make room there." }]),
  ),
  ...Object.fromEntries(
    ["EROFS", "EACCES", "EPERM"].map((code) => [
      code,
      { code: "noAccess", hint: "Look at who may read and write there." },
    ]),
  ),
};

/**
 * Whatever was thrown, as an AnechatError: what the file system refuses as such, and unknown errors as `unexpected`,
 * with the original as cause.
 */
export function toAnechatError(thrown: unknown): AnechatError {
  if (thrown instanceof AnechatError) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  const refusal = refusals[errorCode(thrown)];
  if (refusal !== undefined)
    return new AnechatError(refusal.code, message, { hint: refusal.hint, cause: thrown });
  return new AnechatError("unexpected", message, {
    hint: "This looks like a bug: run again with --verbose and report what it prints.",
    cause: thrown,
  });
}

/** A plain copy of an error that can cross a Worker border; see {@link errorFromWire}. */
export type WireError = { code: ErrorCode; message: string; hint?: string; field?: string; stack?: string };

export function errorToWire(thrown: unknown): WireError {
  const error = toAnechatError(thrown);
  const stack = error.cause instanceof Error ? error.cause.stack : error.stack;
  return {
    code: error.code,
    message: error.message,
    ...(error.hint === undefined ? {} : { hint: error.hint }),
    ...(error.field === undefined ? {} : { field: error.field }),
    ...(stack === undefined ? {} : { stack }),
  };
}

export function errorFromWire(wire: WireError): AnechatError {
  const { code, message, stack, ...more } = wire;
  const error = new AnechatError(code, message, more);
  if (stack !== undefined) error.stack = stack;
  return error;
}
