/**
 * Opens the native library with the functions of the table in symbols.ts, compares their types with
 * those that the C compiler saw, and reads the library's strings. library.ts loads the modules.
 */
import { CString, dlopen, type Pointer, suffix } from "bun:ffi";
import { join } from "node:path";
import { AnechatError, messageOf } from "../base/errors.ts";
import { type Native, nativeType, symbols } from "./symbols.ts";

export type { Native } from "./symbols.ts";

/** ANECHAT_ABI_VERSION in native/anechat.h. */
const abiVersion = 6;

/**
 * @param folder of libanechat and the backend modules
 * @throws AnechatError `engineUnavailable` that names each missing or differently typed function
 */
export function openNative(folder: string): Native {
  const path = join(folder, process.platform === "win32" ? "anechat.dll" : `libanechat.${suffix}`);
  const native = open(path);
  if (native.anechat_abi_version() !== abiVersion) {
    throw unusable(
      `${path} has ABI version ${native.anechat_abi_version()}, this program needs ${abiVersion}`,
    );
  }
  checkSignatures(native.anechat_signatures(), symbols, path);
  return native;
}

/** llama.cpp's log since the last call: lines such as "E text", "W text" or "I text". */
export function takeLog(native: Native): string[] {
  const address = native.anechat_log_take();
  if (address === null) return [];
  const text = takeString(native, address);
  return text.split("\n").filter((line) => line.length > 2);
}

/** The shim's message for the call that just failed in this thread. */
export function lastError(native: Native): string {
  return native.anechat_last_error();
}

/** The error to throw for the call that just failed in this thread. */
export function callFailure(native: Native): Error {
  const message = lastError(native);
  return shortage(message) ?? new Error(message);
}

/**
 * The error if the system refused memory or a thread, which is not the request's fault.
 * @param message the shim's, for a call that failed
 */
export function shortage(message: string): AnechatError | undefined {
  const isShortage =
    message === "std::bad_alloc" || message === "the system has no memory for another thread";
  if (!isShortage) return undefined;
  return new AnechatError("notEnoughMemory", "The system has no memory or no thread left for this", {
    hint: "Close other programs, or raise the memory and thread limits that anechat runs under.",
  });
}

/** Copies a string that the shim returned and frees it. Throws {@link callFailure} for NULL. */
export function takeString(native: Native, address: Pointer | null): string {
  if (address === null) throw callFailure(native);
  const text = String(new CString(address));
  native.anechat_free(address);
  return text;
}

/**
 * Compares the table with the types that the C compiler saw.
 * @param signatures lines of "name result argument …", from anechat_signatures()
 * @throws AnechatError that names every function that differs
 */
export function checkSignatures(
  signatures: string,
  table: Readonly<Record<string, { args: readonly string[]; returns: string }>>,
  path: string,
): void {
  const actual = new Map<string, string>();
  for (const line of signatures.split("\n")) {
    const space = line.indexOf(" ");
    if (space > 0) actual.set(line.slice(0, space), line.slice(space + 1));
  }
  const differing: string[] = [];
  for (const [name, { args, returns }] of Object.entries(table)) {
    const expected = [returns, ...args].map(nativeType).join(" ");
    const found = actual.get(name);
    if (found !== expected) {
      differing.push(
        `${name} (bound as "${expected}", the library has ${found === undefined ? "none" : `"${found}"`})`,
      );
    }
  }
  if (differing.length > 0) throw unusable(`${path} does not fit this program: ${differing.join(", ")}`);
}

function open(path: string): Native {
  try {
    return dlopen(path, symbols).symbols as unknown as Native;
  } catch (cause) {
    const message = messageOf(cause);
    throw unusable(message.includes(path) ? message : `${path}: ${message}`, cause);
  }
}

export function unusable(message: string, cause?: unknown): AnechatError {
  return new AnechatError("engineUnavailable", `The native library can't be used: ${message}`, {
    hint: "The executable and its native library must be of one build: download or build it again.",
    cause,
  });
}
