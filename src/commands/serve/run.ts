/**
 * `anechat serve`: serves local models over HTTP. It listens before it loads models, so that a port
 * in use is reported immediately, and early clients wait.
 */
import { hostname as machineName } from "node:os";
import { basename } from "node:path";
import packageJson from "../../../package.json" with { type: "json" };
import {
  AnechatError,
  errorCode,
  exitCodes,
  isWriteFailure,
  messageOf,
  reasonOf,
} from "../../base/errors.ts";
import { plural } from "../../base/format.ts";
import { processStart } from "../../base/running.ts";
import { ChatStore } from "../../chat/store/chat-store.ts";
import { DatabaseLocked, inMemory } from "../../chat/store/database.ts";
import type { ModelFlags } from "../../cli/flags.ts";
import { type Io, untilInterrupted } from "../../cli/io.ts";
import { checkModelName } from "../../cli/model/unknown-model.ts";
import { chatsPath } from "../../cli/saved-chats.ts";
import { modelFolders } from "../../cli/server/served-models.ts";
import { availableMemory } from "../../engine/memory/available.ts";
import { Conversations } from "../../server/conversations/conversations.ts";
import type { ServerFacts } from "../../server/exchange.ts";
import { Metrics } from "../../server/metrics.ts";
import { ModelPool } from "../../server/model-pool.ts";
import { ResponseStore } from "../../server/openai/responses/store.ts";
import { Registry, type ServerEntry } from "../../server/registry.ts";
import { type RunningServer, startServer } from "../../server/server.ts";
import { type Access, type AccessFlags, accessOf } from "./access.ts";
import { announce, reachableUrl, withoutSlash } from "./announce.ts";
import { catalogOf, catalogOfAll, checkAnyModel, type NamedCatalog } from "./model-catalog.ts";
import { modelLibrary, refusalOf } from "./model-library.ts";
import { listenForOllama } from "./ollama-port.ts";

export type ServeFlags = ModelFlags &
  AccessFlags & {
    port: number;
    name?: string;
    parallel: number;
    queue: number;
    allowHost?: string[];
    cors?: string[];
    /** Milliseconds; negative: forever. */
    keepAlive: number;
    modelMemory?: number;
    cacheRam?: number;
    maxBody: number;
    save: boolean;
    shareChats?: boolean;
    strict?: boolean;
    slots?: boolean;
    ollama?: boolean;
    anyModel?: boolean;
    detach?: boolean;
    /** Of a detached server: its id and log file, which the process that starts it chooses. */
    instance?: string;
    log?: string;
  };

/** How long answers may continue after the first Ctrl+C. */
const endPatienceMs = 30_000;

/** Time limit for reading a request's body. */
const bodyPatienceMs = 30_000;

/** How long a client may read nothing of its answer. */
const stallPatienceMs = 60_000;

/** Share of the free memory for models by default; the rest is for other programs. */
const shareOfMemory = 0.8;

export async function serve(models: readonly string[], flags: ServeFlags, io: Io): Promise<number> {
  // A signal ends the loading immediately; later, answers may end first.
  using loading = io.onInterrupt();
  for (const model of models) checkModelName(model, io);
  checkAnyModel(models, flags);
  const access = await accessOf(flags, io);
  const facts: ServerFacts = {
    metrics: new Metrics(),
    limits: { bytes: flags.maxBody, milliseconds: bodyPatienceMs, stall: stallPatienceMs },
    version: packageJson.version,
    isStrict: flags.strict === true,
    showsSlots: flags.slots === true,
    instance: flags.instance ?? crypto.randomUUID(),
    now: Date.now,
  };
  const server = start(facts, access, flags, io);
  if (flags.ollama) listenForOllama(server, flags, io);
  const update = register(entryOf(server, facts, access, models, flags), flags, io);

  if (models.length > 0) io.note(`Loading ${models.join(", ")} for ${withoutSlash(server.url.href)}`);
  const { catalog, pool } = await open(models, flags, io, loading.signal, update);
  using ending = untilSignal(io);
  loading[Symbol.dispose]();
  using conversations = new Conversations({
    open: () => openStore("Conversations", flags, io),
    keylessOwner: `run:${facts.instance}`,
    sharesAll: flags.shareChats === true,
    onTrouble: (line) => io.note(line),
  });
  await using responses = new ResponseStore({
    open: () => openStore("Responses", flags, io),
    now: facts.now,
    onTrouble: (line) => io.note(line),
  });
  const library = modelLibrary(refusalOf(models, access.keys, flags), io);
  server.serve({ pool, conversations, responses, library });
  announce(server.url, catalog.names(), access.keys, flags, io);
  await ending.first;
  if (pool.running > 0) io.note(`Ending after ${plural(pool.running, "answer")}; Ctrl+C ends immediately.`);
  // The models are not freed: the process ends, and the system frees its memory faster.
  await Promise.race([server.stop(endPatienceMs), ending.second.then(() => server.stop(0))]);
  return exitCodes.ok;
}

/**
 * Lets other commands find the server until its process ends.
 * @returns updates the entry
 * @throws AnechatError `noAccess`, `diskFull` for a server in the background, whose starter needs
 *   the entry
 */
function register(
  entry: ServerEntry,
  { instance }: ServeFlags,
  io: Io,
): (more: Partial<ServerEntry>) => void {
  const registry = new Registry(io.paths.runtime);
  let isNoted = false;
  const add = (more: Partial<ServerEntry>): void => {
    try {
      registry.add({ ...entry, ...more });
    } catch (error) {
      if (!isWriteFailure(error) || instance !== undefined) throw error;
      if (!isNoted) io.note(`"anechat ps" and "anechat stop" won't see this server: ${error.message}`);
      isNoted = true;
    }
  };
  add({});
  process.on("exit", () => registry.remove(entry));
  return add;
}

/**
 * If the chats can't be written, they are kept in memory. If the database is locked, the request
 * tries again.
 * @param what is stored there
 */
function openStore(what: "Conversations" | "Responses", { save }: ServeFlags, io: Io): ChatStore {
  try {
    if (save) return ChatStore.open(chatsPath(io), 0);
  } catch (error) {
    if (!isWriteFailure(error) || error instanceof DatabaseLocked) throw error;
    io.note(`${what} are kept only until this server ends: ${error.message}`);
  }
  return ChatStore.open(inMemory);
}

type Opened = { catalog: NamedCatalog; pool: ModelPool };

/**
 * Named models are downloaded and loaded now. Without names, a request loads its model.
 * @param onFound called with what the server serves, before that is loaded
 * @throws AnechatError if a model can't be found or loaded; `interrupted` by a signal
 */
async function open(
  models: readonly string[],
  flags: ServeFlags,
  io: Io,
  signal: AbortSignal,
  onFound: (found: Partial<Pick<ServerEntry, "name" | "models" | "sources" | "folders">>) => void,
): Promise<Opened> {
  const work = async (): Promise<Opened> => {
    const servesAll = models.length === 0;
    const catalog = servesAll
      ? { ...catalogOfAll(flags, io), sources: new Map<string, string>() }
      : await catalogOf(models, flags, io);
    const names = [...catalog.sources.keys()];
    onFound({
      ...(flags.name === undefined && names[0] !== undefined ? { name: names[0] } : {}),
      models: names,
      sources: [...catalog.sources.values()],
      folders: servesAll ? modelFolders(io) : [],
    });
    const pool = new ModelPool(catalog, {
      memory: flags.modelMemory ?? availableMemory() * shareOfMemory,
      keepAlive: flags.keepAlive,
      parallel: flags.parallel,
      queue: flags.queue,
    });
    signal.addEventListener("abort", () => void pool.end());
    for (const name of names) (await pool.lease(name))[Symbol.dispose]();
    return { catalog, pool };
  };
  return untilInterrupted(work(), signal);
}

function start(facts: ServerFacts, access: Access, flags: ServeFlags, io: Io): RunningServer {
  try {
    return startServer({
      facts,
      hostname: flags.host,
      port: flags.port,
      guard: {
        ...access,
        origins: flags.cors ?? [],
        hosts: [flags.host, machineName(), ...(flags.allowHost ?? [])],
      },
      onRequest: (line) => io.note(line),
      isVerbose: flags.verbose === true,
      onFailure: (error) => io.note(`  failed: ${messageOf(error)}`),
    });
  } catch (cause) {
    if (errorCode(cause) === "EADDRINUSE") {
      throw new AnechatError("usage", `Port ${flags.port} is in use on ${flags.host}`, {
        hint: '"anechat ps" shows your servers. Choose another port with --port; 0 takes any free one.',
        cause,
      });
    }
    throw new AnechatError(
      "usage",
      `Can't listen on port ${flags.port} of ${flags.host}: ${reasonOf(cause)}`,
      {
        hint: "--host must be an address of this machine.",
        cause,
      },
    );
  }
}

/** The server's entry before its models are found. */
function entryOf(
  { url }: RunningServer,
  { instance, now }: ServerFacts,
  { keys, healthKey, ownKey }: Access,
  models: readonly string[],
  flags: ServeFlags,
): ServerEntry {
  const [first] = models;
  return {
    instance,
    // Without the folders of a path, which would be shown.
    name: flags.name ?? (first === undefined ? `port-${url.port}` : basename(first)),
    pid: process.pid,
    processStart: processStart(process.pid) ?? null,
    url: reachableUrl(url),
    models: [],
    sources: [],
    folders: [],
    started: now(),
    log: flags.log ?? null,
    needsKey: keys.length > 0,
    healthKey: keys.length > 0 ? healthKey : null,
    ownKey,
  };
}

type Ending = Disposable & { first: Promise<void>; second: Promise<void> };

/** Resolves on Ctrl+C, SIGTERM, and the end of the terminal. */
function untilSignal({ shutdown }: Io): Ending {
  const first = Promise.withResolvers<void>();
  const second = Promise.withResolvers<void>();
  let hasBegun = false;
  const onSignal = (signal: NodeJS.Signals): void => {
    if (!hasBegun) first.resolve();
    // A terminal that closes sends it several times.
    else if (signal !== "SIGHUP") second.resolve();
    hasBegun = true;
  };
  const all = ["SIGINT", ...shutdown.signals] as const;
  for (const signal of all) process.on(signal, onSignal);
  return {
    first: first.promise,
    second: second.promise,
    [Symbol.dispose]: () => {
      for (const signal of all) process.off(signal, onSignal);
    },
  };
}
