/** What a server prints once its models are loaded: where it is, and what to set in clients. */
import { plural } from "../../base/format.ts";
import { isLoopback } from "../../base/network.ts";
import type { Io } from "../../cli/io.ts";

/** @param url that the server listens on @param names of its models, for clients */
export function announce(
  url: URL,
  names: readonly string[],
  keys: readonly string[],
  flags: { host: string; shareChats?: boolean },
  io: Io,
): void {
  const what = names.length <= 3 ? names.join(", ") : plural(names.length, "model");
  io.note(`Serving ${what} at ${withoutSlash(url.href)}`);
  for (const [client, settings] of clientSettings(url, keys.length > 0)) {
    io.note(`  ${client.padEnd(13)}${settings}`);
  }
  if (!isLoopback(flags.host)) {
    io.note(
      keys.length > 0
        ? "Other machines reach it with the key. Messages are sent over the network unencrypted."
        : "Warning: anyone who reaches this machine can use it, and read the chats of /api/v1/chat.",
    );
  }
  if (flags.shareChats) {
    const who = keys.length > 0 ? "every client with a key" : "everyone who reaches the server";
    io.note(`Warning: ${who} can read and continue all your chats, also the terminal's (--share-chats).`);
  }
}

/**
 * Environment variables that lead popular clients on this machine to the server. Most clients need
 * some key, even where the server needs none.
 */
function clientSettings(url: URL, needsKey: boolean): readonly [client: string, settings: string][] {
  const address = withoutSlash(reachableUrl(url));
  const key = needsKey ? "KEY" : "none";
  return [
    ["OpenAI", `OPENAI_BASE_URL=${address}/v1 OPENAI_API_KEY=${key}`],
    ["Claude Code", `ANTHROPIC_BASE_URL=${address} ANTHROPIC_AUTH_TOKEN=${key}`],
    ["Ollama", `OLLAMA_HOST=${address}`],
    ["all routes", `${address}/openapi.json`],
  ];
}

/** A server on all addresses is reached through loopback. */
export function reachableUrl(url: URL): string {
  const reachable = new URL(url);
  if (url.hostname === "0.0.0.0") reachable.hostname = "127.0.0.1";
  if (url.hostname === "[::]") reachable.hostname = "[::1]";
  return reachable.href;
}

export function withoutSlash(address: string): string {
  return address.replace(/\/$/, "");
}
