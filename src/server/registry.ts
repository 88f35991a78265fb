/**
 * The running servers of this user: each has an entry in the user's runtime folder. /health is
 * trusted only if it returns the entry's `instance`. An entry stays while its process runs, even if
 * the server doesn't answer. A killed process leaves its entry behind; its pid and port may belong
 * to another process by now.
 */
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { uptime } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { writeFailure } from "../base/errors.ts";
import { readText, sizeLimits } from "../base/read-file.ts";
import { replaceFile } from "../base/replace-file.ts";
import { isRunning, processStart } from "../base/running.ts";

const entrySchema = z.object({
  /** Unique for each run. */
  instance: z.string(),
  name: z.string(),
  pid: z.int().positive(),
  /** From processStart(); null if the system doesn't provide it. */
  processStart: z.string().nullable().default(null),
  /** Its address from this machine. */
  url: z.url(),
  /** The models it was started with, and their sources; empty: all models in its folders. */
  models: z.array(z.string()),
  sources: z.array(z.string()),
  folders: z.array(z.string()).default([]),
  /** Milliseconds since 1970. */
  started: z.number(),
  /** The log file of a detached server. */
  log: z.string().nullable(),
  needsKey: z.boolean(),
  /** If it needs a key: lets this user's commands read /health in full, and nothing else. */
  healthKey: z.string().nullable().default(null),
  /** If a command of this user started it: the key that lets commands use it. */
  ownKey: z.string().nullable().default(null),
});

export type ServerEntry = z.output<typeof entrySchema>;

export type ServerStatus = Omit<ServerEntry, "processStart" | "healthKey" | "ownKey"> & {
  /** Whether it answered; a busy server may not. */
  answers: boolean;
  /** The pid certainly belongs to the process that wrote the entry. */
  isProcessKnown: boolean;
  /** It is still loading the models that it was started with. */
  isLoading: boolean;
  /** Loaded models, and the number of requests being answered. */
  loaded: readonly string[];
  running: number;
};

/** A local server answers much faster than this unless it hangs. */
const patienceMs = 2000;

type Health = z.output<typeof healthSchema>;

const healthSchema = z.object({
  status: z.enum(["ok", "loading"]),
  instance: z.string(),
  models: z.array(z.string()),
  running: z.number(),
});

export class Registry {
  readonly #folder: string;

  /** @param folder private to this user; created when needed */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * Replaces an earlier entry of the same server.
   * @returns removes the entry when disposed
   * @throws AnechatError `noAccess`, `diskFull`
   */
  add(entry: ServerEntry): Disposable {
    try {
      mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
      replaceFile(this.#path(entry), `${JSON.stringify(entry)}\n`);
    } catch (cause) {
      throw writeFailure(this.#folder, cause, "Set XDG_RUNTIME_DIR to a folder that you own.");
    }
    return { [Symbol.dispose]: () => this.remove(entry) };
  }

  remove(entry: Pick<ServerEntry, "instance">): void {
    try {
      rmSync(this.#path(entry), { force: true });
    } catch {
      // The disk may have become read-only. Readers of the entry will find that no server answers.
    }
  }

  /** All entries, also those of servers that no longer run. */
  entries(): ServerEntry[] {
    let names: string[];
    try {
      names = readdirSync(this.#folder).filter((name) => name.endsWith(".json"));
    } catch {
      return [];
    }
    return names
      .flatMap((name) => readEntry(join(this.#folder, name)) ?? [])
      .sort((a, b) => a.started - b.started);
  }

  /** The running servers. Entries of others are removed. */
  async servers(): Promise<ServerStatus[]> {
    const seen = await Promise.all(this.entries().map((entry) => this.#probe(entry)));
    return seen.filter((server) => server !== undefined);
  }

  /** @returns undefined if this server doesn't run */
  async server(instance: string): Promise<ServerStatus | undefined> {
    const entry = this.entries().find((one) => one.instance === instance);
    return entry && (await this.#probe(entry));
  }

  async #probe(entry: ServerEntry): Promise<ServerStatus | undefined> {
    // Keys are not shown.
    const { processStart: start, healthKey: _, ownKey: __, ...about } = entry;
    const shown = { ...about, isProcessKnown: start !== null };
    const health = await askHealth(entry);
    if (health?.instance === entry.instance) {
      const isLoading = health.status === "loading";
      return { ...shown, answers: true, isLoading, loaded: health.models, running: health.running };
    }
    if (isAlive(entry, health)) return { ...shown, answers: false, isLoading: false, loaded: [], running: 0 };
    this.remove(entry);
    return undefined;
  }

  #path({ instance }: Pick<ServerEntry, "instance">): string {
    return join(this.#folder, `${instance}.json`);
  }
}

/**
 * Whether the process that wrote the entry runs, rather than another process with its pid.
 * @param there the reply of an anechat server at its address
 */
function isAlive({ pid, processStart: start, started }: ServerEntry, there: Health | undefined): boolean {
  if (!isRunning(pid)) return false;
  if (start !== null) return processStart(pid) === start;
  // A weaker check: no other anechat server has its address, and the machine hasn't rebooted since.
  return there === undefined && started > Date.now() - uptime() * 1000;
}

/** @returns undefined unless an anechat server answers */
async function askHealth({ url, healthKey, ownKey }: ServerEntry): Promise<Health | undefined> {
  const key = ownKey ?? healthKey;
  try {
    const response = await fetch(new URL("/health", url), {
      headers: key === null ? {} : { Authorization: `Bearer ${key}` },
      signal: AbortSignal.timeout(patienceMs),
      redirect: "error",
      // The address is this machine's own.
      proxy: false,
    });
    return healthSchema.safeParse(await response.json()).data;
  } catch {
    return undefined;
  }
}

function readEntry(path: string): ServerEntry | undefined {
  try {
    return entrySchema.safeParse(JSON.parse(readText(path, { limit: sizeLimits.small }))).data;
  } catch {
    return undefined;
  }
}
