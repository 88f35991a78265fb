/** `anechat serve`: the models of this machine, by HTTP. */
import { lookup } from "node:dns/promises";
import { hostname as machineName } from "node:os";
import { join } from "node:path";
import packageJson from "../../../package.json" with { type: "json" };
import { AnechatError, errorCode, exitCodes, isWriteFailure } from "../../base/errors.ts";
import { plural } from "../../base/format.ts";
import { sizeLimits } from "../../base/read-file.ts";
import { ChatStore } from "../../chat/store/chat-store.ts";
import { inMemory } from "../../chat/store/database.ts";
import { availableMemory } from "../../engine/free-memory.ts";
import { Conversations } from "../../server/conversations/conversations.ts";
import type { Service } from "../../server/exchange.ts";
import type { GuardOptions } from "../../server/guard.ts";
import { Metrics } from "../../server/metrics.ts";
import { ModelPool } from "../../server/model-pool.ts";
import { Registry, type ServerEntry } from "../../server/registry.ts";
import { type RunningServer, startServer } from "../../server/server.ts";
import type { ModelFlags } from "../flags.ts";
import type { Io } from "../io.ts";
import { chatsPath } from "../saved-chats.ts";
import { readText } from "../text-file.ts";
import { modelFolders } from "./offers.ts";
import { type NamedShelf, namedShelf, wholeShelf } from "./shelf.ts";

export type ServeFlags = ModelFlags & {
  host: string;
  port: number;
  name?: string;
  parallel: number;
  queue: number;
  apiKey?: string;
  apiKeyFile?: string;
  auth: boolean;
  allowHost?: string[];
  cors?: string[];
  /** Milliseconds; negative: for good. */
  keepAlive: number;
  modelMemory?: number;
  parkedMemory?: number;
  maxBody: number;
  save: boolean;
  detach?: boolean;
  /** Of a detached server: the names that its starter knows it by. */
  instance?: string;
  log?: string;
};

/** Milliseconds that answers may go on after the first Ctrl+C. */
const patience = 30_000;

/** Milliseconds that a body may take. */
const bodyPatience = 30_000;

/** Milliseconds that a client may take nothing of an answer; whoever reads along takes each word at once. */
const stallPatience = 60_000;

/** Of what is free: the rest is for everybody else. */
const shareOfMemory = 0.8;

export async function serve(models: readonly string[], flags: ServeFlags, io: Io): Promise<number> {
  const keys = keysOf(flags, io);
  checkAccess(flags, keys);
  await checkAddress(flags.host);
  using ending = untilSignal();
  const shelf: NamedShelf =
    models.length === 0
      ? { ...wholeShelf(flags, flags.parallel, io), sources: [] }
      : await namedShelf(models, flags, flags.parallel, io);
  await using pool = new ModelPool(shelf, {
    memory: flags.modelMemory ?? availableMemory() * shareOfMemory,
    keepAlive: flags.keepAlive,
    parallel: flags.parallel,
    queue: flags.queue,
  });
  // Somebody who names models wants them at once; without, the first request says which.
  for (const name of models.length === 0 ? [] : shelf.names()) (await pool.lease(name))[Symbol.dispose]();
  using conversations = new Conversations({
    open: () => openStore(flags, io),
    onTrouble: (line) => io.note(line),
  });
  const instance = flags.instance ?? crypto.randomUUID();
  // Not the instance: whoever has the port when the server has gone would learn what it was known by.
  const access: Access = { keys, healthKey: crypto.randomUUID() };
  const service: Service = {
    pool,
    metrics: new Metrics(),
    conversations,
    limits: { bytes: flags.maxBody, milliseconds: bodyPatience, stall: stallPatience },
    version: packageJson.version,
    instance,
    now: Date.now,
  };
  const server = start(service, access, flags, io);
  using _entry = register(
    entryOf(
      server,
      instance,
      { ...shelf, folders: models.length === 0 ? modelFolders(io) : [] },
      access,
      flags,
    ),
    flags,
    io,
  );
  announce(server, shelf.names(), keys, flags, io);
  await ending.first;
  if (pool.running > 0) io.note(`Ending after ${plural(pool.running, "answer")}; Ctrl+C ends at once.`);
  await Promise.race([server.stop(patience), ending.second.then(() => server.stop(0))]);
  return exitCodes.ok;
}

/** Where the chats can't be written, conversations are kept in memory. */
function openStore({ save }: ServeFlags, io: Io): ChatStore {
  try {
    if (save) return ChatStore.open(chatsPath(io));
  } catch (error) {
    if (!isWriteFailure(error)) throw error;
    io.note(`Conversations are kept only until this server ends: ${error.message}`);
  }
  return ChatStore.open(inMemory);
}

/** Lets other commands find the server. Of one in the background, the starter waits for its entry. */
function register(entry: ServerEntry, { instance }: ServeFlags, io: Io): Disposable {
  try {
    return new Registry(io.paths.runtime).add(entry);
  } catch (error) {
    if (!isWriteFailure(error) || instance !== undefined) throw error;
    io.note(`"anechat ps" and "anechat stop" won't see this server: ${error.message}`);
    return { [Symbol.dispose]: () => {} };
  }
}

type Access = Required<Pick<GuardOptions, "keys" | "healthKey">>;

function start(service: Service, access: Access, flags: ServeFlags, io: Io): RunningServer {
  try {
    return startServer({
      service,
      hostname: flags.host,
      port: flags.port,
      guard: {
        ...access,
        origins: flags.cors ?? [],
        hosts: [flags.host, machineName(), ...(flags.allowHost ?? [])],
      },
      onRequest: (line) => io.note(line),
      onFailure: (error) => io.note(`  failed: ${error instanceof Error ? error.message : String(error)}`),
    });
  } catch (cause) {
    const code = errorCode(cause);
    if (code === "EADDRINUSE") {
      throw new AnechatError("usage", `Port ${flags.port} of ${flags.host} is taken`, {
        hint: '"anechat ps" shows servers of yours; --port takes another, or 0 any that is free.',
        cause,
      });
    }
    throw new AnechatError(
      "usage",
      `It can't listen on ${flags.host}, port ${flags.port} (${code || "refused"})`,
      {
        hint: "--host has to be an address of this machine.",
        cause,
      },
    );
  }
}

/** @throws AnechatError `usage` */
function keysOf({ apiKey, apiKeyFile }: ServeFlags, io: Io): string[] {
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

/** Whoever can reach the machine could use it, and read the chats. */
function checkAccess({ host, auth }: ServeFlags, keys: readonly string[]): void {
  if (isLoopback(host) || keys.length > 0 || !auth) return;
  throw new AnechatError("usage", `On ${host}, anyone who reaches this machine could use the server`, {
    hint: "Give a key with --api-key-file FILE; --no-auth lets everybody in.",
  });
}

/** Bun calls a port taken where its host has no address. @throws AnechatError `usage` */
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

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127\.\d+\.\d+\.\d+$/.test(host);
}

function entryOf(
  { url }: RunningServer,
  instance: string,
  { names, sources, folders }: NamedShelf & Pick<ServerEntry, "folders">,
  { keys, healthKey }: Access,
  flags: ServeFlags,
): ServerEntry {
  const models = folders.length > 0 ? [] : [...names()];
  return {
    instance,
    name: flags.name ?? models[0] ?? `port-${url.port}`,
    pid: process.pid,
    url: reachableUrl(url),
    models,
    sources: [...sources],
    folders,
    started: Date.now(),
    log: flags.log ?? null,
    needsKey: keys.length > 0,
    healthKey: keys.length > 0 ? healthKey : null,
  };
}

/** All addresses of a machine are reached by its loopback. */
function reachableUrl(url: URL): string {
  const reachable = new URL(url);
  if (url.hostname === "0.0.0.0") reachable.hostname = "127.0.0.1";
  if (url.hostname === "[::]") reachable.hostname = "[::1]";
  return reachable.href;
}

function announce(
  { url }: RunningServer,
  names: readonly string[],
  keys: readonly string[],
  flags: ServeFlags,
  io: Io,
): void {
  const what = names.length <= 3 ? names.join(", ") : plural(names.length, "model");
  const address = url.href.replace(/\/$/, "");
  io.note(`Serving ${what} at ${address}`);
  io.note(`  OpenAI ${address}/v1 · Anthropic ${address} · all of it ${address}/openapi.json`);
  if (!isLoopback(flags.host)) {
    io.note(
      keys.length > 0
        ? "Other machines reach it with the key; what is said goes over the network unencrypted."
        : `Warning: anyone who reaches this machine can use it, and read the chats at /api/v1/chat: ${join(io.paths.data, "chats.sqlite")}`,
    );
  }
}

type Ending = Disposable & { first: Promise<void>; second: Promise<void> };

/** Ctrl+C, and what a service manager sends. */
function untilSignal(): Ending {
  const first = Promise.withResolvers<void>();
  const second = Promise.withResolvers<void>();
  let signals = 0;
  const onSignal = (): void => {
    signals += 1;
    if (signals === 1) first.resolve();
    else second.resolve();
  };
  process.on("SIGINT", onSignal);
  process.on("SIGTERM", onSignal);
  return {
    first: first.promise,
    second: second.promise,
    [Symbol.dispose]: () => {
      process.off("SIGINT", onSignal);
      process.off("SIGTERM", onSignal);
    },
  };
}
