/** Who may use a server, according to its flags: keys, address, and a check for open access. */
import { lookup } from "node:dns/promises";
import { AnechatError, reasonOf } from "../../base/errors.ts";
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
  /** Set by `anechat run`: the server makes a key for this user's commands. */
  ownKey?: boolean;
};

export type Access = Required<Pick<GuardOptions, "keys" | "healthKey">> & {
  /** The key that the server made itself, one of `keys`; null if it made none. */
  ownKey: string | null;
};

/**
 * @throws AnechatError `usage` for unusable keys, for an address that doesn't exist, and if other
 *   machines could use the server without a key, unless --no-auth allows it
 */
export async function accessOf(flags: AccessFlags, io: Io): Promise<Access> {
  const userKeys = keysOf(flags, io);
  const ownKey = flags.ownKey ? randomKey() : null;
  const keys = ownKey === null ? userKeys : [...userKeys, ownKey];
  checkAccess(flags, keys);
  await checkAddress(flags.host);
  // Not the instance's id: commands send this key to a port that another program may have taken.
  return { keys, ownKey, healthKey: crypto.randomUUID() };
}

function randomKey(): string {
  return crypto.getRandomValues(new Uint8Array(24)).toBase64({ alphabet: "base64url" });
}

function keysOf({ apiKey, apiKeyFile }: AccessFlags, io: Io): string[] {
  const lines = apiKeyFile === undefined ? [] : readKeys(apiKeyFile, io);
  const keys = [...(apiKey === undefined ? [] : [apiKey]), ...lines];
  if (keys.some((key) => key.length < 8)) {
    throw new AnechatError("usage", "A key must have at least 8 characters");
  }
  return keys;
}

/** One key per line. */
function readKeys(path: string, io: Io): string[] {
  const text = readText(path, { io, flag: "--api-key-file", limit: sizeLimits.small });
  const keys = text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  if (keys.length === 0) throw new AnechatError("usage", `--api-key-file: there is no key in ${path}`);
  return keys;
}

/** Refuses a server that other machines could use without a key. */
function checkAccess({ host, auth }: AccessFlags, keys: readonly string[]): void {
  if (isLoopback(host) || keys.length > 0 || !auth) return;
  throw new AnechatError("usage", `On ${host}, anyone who reaches this machine could use the server`, {
    hint: "Require a key with --api-key-file FILE, or allow everyone with --no-auth.",
  });
}

/** For a host without an address, Bun would report that the port is in use. */
async function checkAddress(host: string): Promise<void> {
  try {
    await lookup(host);
  } catch (cause) {
    throw new AnechatError("usage", `--host: "${host}" has no address: ${reasonOf(cause)}`, {
      hint: "It must be an address of this machine.",
      cause,
    });
  }
}
