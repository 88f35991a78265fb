/** Who may use a server, as its flags say it: its keys, its address, and what would let in more than is meant. */
import { lookup } from "node:dns/promises";
import { AnechatError, errorCode } from "../../base/errors.ts";
import { isLoopback } from "../../base/network.ts";
import { sizeLimits } from "../../base/read-file.ts";
import type { Io } from "../../cli/io.ts";
import { readText } from "../../cli/text-file.ts";
import type { GuardOptions } from "../../server/guard.ts";

export type AccessFlags = {
  host: string;
  apiKey?: string;
  apiKeyFile?: string;
  auth: boolean;
  /** Of a server that `run` starts: it makes a key for this user's commands. */
  ownKey?: boolean;
};

export type Access = Required<Pick<GuardOptions, "keys" | "healthKey">> & {
  /** One of the keys, if the server has made it itself; null if it hasn't. */
  ownKey: string | null;
};

/**
 * @throws AnechatError `usage` for keys that are none, for an address that isn't there, and where everybody could use
 *   the server although nobody said so
 */
export async function accessOf(flags: AccessFlags, io: Io): Promise<Access> {
  const given = keysOf(flags, io);
  const ownKey = flags.ownKey ? randomKey() : null;
  const keys = ownKey === null ? given : [...given, ownKey];
  checkAccess(flags, keys);
  await checkAddress(flags.host);
  // Not the instance: whoever has the port when the server has gone would learn what it was known by.
  return { keys, ownKey, healthKey: crypto.randomUUID() };
}

function randomKey(): string {
  return crypto.getRandomValues(new Uint8Array(24)).toBase64({ alphabet: "base64url" });
}

function keysOf({ apiKey, apiKeyFile }: AccessFlags, io: Io): string[] {
  const lines = apiKeyFile === undefined ? [] : readKeys(apiKeyFile, io);
  const keys = [...(apiKey === undefined ? [] : [apiKey]), ...lines];
  if (keys.some((key) => key.length < 8)) {
    throw new AnechatError("usage", "A key has to have eight characters at least.");
  }
  return keys;
}

/** One a line. */
function readKeys(path: string, io: Io): string[] {
  const text = readText(path, { io, name: `--api-key-file: ${path}`, limit: sizeLimits.small });
  const keys = text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  if (keys.length === 0) throw new AnechatError("usage", `--api-key-file: there is no key in ${path}`);
  return keys;
}

/** Whoever can reach the machine could use it, and read what is said. */
function checkAccess({ host, auth }: AccessFlags, keys: readonly string[]): void {
  if (isLoopback(host) || keys.length > 0 || !auth) return;
  throw new AnechatError("usage", `On ${host}, anyone who reaches this machine could use the server`, {
    hint: "Give a key with --api-key-file FILE; --no-auth lets everybody in.",
  });
}

/** Bun calls a port taken where its host has no address. */
async function checkAddress(host: string): Promise<void> {
  try {
    await lookup(host);
  } catch (cause) {
    throw new AnechatError("usage", `--host: "${host}" has no address (${errorCode(cause)})`, {
      hint: "It has to be an address of this machine.",
      cause,
    });
  }
}
