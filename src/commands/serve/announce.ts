/** What a server prints once its models are loaded: where it is, and what to set in clients. */
import { plural } from "../../base/format.ts";
import { isLoopback } from "../../base/network.ts";
import type { Io } from "../../cli/io.ts";
import { shellWord } from "../../cli/shell-word.ts";

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
  for (const [client, lines] of clientLines(url, names[0] ?? "NAME", keys.length > 0)) {
    io.note(`  ${client.padEnd(13)}${lines.join(` \\\n${" ".repeat(15)}`)}`);
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
 * Commands and environment variables for popular clients on this machine, for a shell. Most clients
 * need some key, even where the server needs none. With short names, lines fit 80 columns.
 * @param model that the coding agents are to use
 */
function clientLines(
  url: URL,
  model: string,
  needsKey: boolean,
): readonly [client: string, lines: readonly string[]][] {
  const address = withoutSlash(reachableUrl(url));
  const key = needsKey ? "KEY" : "none";
  const name = shellWord(model);
  const provider = "model_providers.anechat";
  return [
    ["OpenAI", [`OPENAI_BASE_URL=${address}/v1 OPENAI_API_KEY=${key}`]],
    [
      "Claude Code",
      [
        `ANTHROPIC_BASE_URL=${address}`,
        `ANTHROPIC_AUTH_TOKEN=${key} ANTHROPIC_MODEL=${name}`,
        `ANTHROPIC_SMALL_FAST_MODEL=${name} claude`,
      ],
    ],
    [
      "Codex",
      [
        ...(needsKey ? [`ANECHAT_API_KEY=${key}`] : []),
        `codex -m ${name} -c model_provider=anechat`,
        `-c ${provider}.name=anechat`,
        `-c ${provider}.base_url=${address}/v1`,
        ...(needsKey ? [`-c ${provider}.env_key=ANECHAT_API_KEY`] : []),
      ],
    ],
    ["Ollama", [`OLLAMA_HOST=${address}${needsKey ? ` OLLAMA_API_KEY=${key}` : ""}`]],
    ["all routes", [`${address}/openapi.json`]],
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
