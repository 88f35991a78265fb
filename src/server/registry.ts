/**
 * Which servers of this user run: each has an entry in the user's runtime folder while it does. What a server says of
 * itself is believed only if it has the entry's name. An entry stays as long as its process lives, whatever is heard
 * from its address; a process that ended may have left one, and its number and port may be another's by now.
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
  /** From processStart(); null where the system doesn't tell. */
  processStart: z.string().nullable().default(null),
  /** Where this machine reaches it. */
  url: z.url(),
  /** Those it was started with, and what opens each of them; none: all that are in its folders. */
  models: z.array(z.string()),
  sources: z.array(z.string()),
  folders: z.array(z.string()).default([]),
  /** Milliseconds since 1970. */
  started: z.number(),
  /** Of a detached one. */
  log: z.string().nullable(),
  needsKey: z.boolean(),
  /** Of a server that needs a key: lets this user's commands ask how it is, and nothing else. */
  healthKey: z.string().nullable().default(null),
  /** Of a server that this user's commands started for themselves: lets them use it. */
  ownKey: z.string().nullable().default(null),
});

export type ServerEntry = z.output<typeof entrySchema>;

export type SeenServer = Omit<ServerEntry, "processStart" | "healthKey" | "ownKey"> & {
  /** Whether it answered; one that didn't may be busy. */
  answers: boolean;
  /** Its number is certain to be of the process that wrote the entry. */
  isProcessKnown: boolean;
  /** It has yet to load the models that it was started with. */
  isLoading: boolean;
  /** Models that are loaded, and requests that are being answered. */
  loaded: readonly string[];
  running: number;
};

/** A server on this machine answers at once, unless it hangs. */
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

  /** @param folder of this user alone; made when it is needed */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Replaces an earlier entry of the same server. @returns what takes it away again @throws AnechatError `noAccess`, `diskFull` */
  add(entry: ServerEntry): Disposable {
    try {
      mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
      replaceFile(this.#path(entry), `${JSON.stringify(entry)}\n`);
    } catch (cause) {
      throw writeFailure(this.#folder, cause, "XDG_RUNTIME_DIR may name a folder of your own.");
    }
    return { [Symbol.dispose]: () => this.remove(entry) };
  }

  remove(entry: Pick<ServerEntry, "instance">): void {
    try {
      rmSync(this.#path(entry), { force: true });
    } catch {
      // A disk that has become read-only. Readers of the entry find that no server answers.
    }
  }

  /** What is written down, whether or not it is still true. */
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

  /** The servers that run; entries of those that don't are taken away. */
  async servers(): Promise<SeenServer[]> {
    const seen = await Promise.all(this.entries().map((entry) => this.#look(entry)));
    return seen.filter((server) => server !== undefined);
  }

  /** One of them. @returns undefined if it doesn't run */
  async server(instance: string): Promise<SeenServer | undefined> {
    const entry = this.entries().find((one) => one.instance === instance);
    return entry && (await this.#look(entry));
  }

  async #look(entry: ServerEntry): Promise<SeenServer | undefined> {
    // What is shown of a server has no keys in it.
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

/** Whether the process that wrote the entry runs, and not another with its number. @param there who answers in its place */
function isAlive({ pid, processStart: start, started }: ServerEntry, there: Health | undefined): boolean {
  if (!isRunning(pid)) return false;
  if (start !== null) return processStart(pid) === start;
  // The next best: no other server of ours has its address, and the machine wasn't started anew.
  return there === undefined && started > Date.now() - uptime() * 1000;
}

/** @returns undefined if nothing came that a server of ours says */
async function askHealth({ url, healthKey, ownKey }: ServerEntry): Promise<Health | undefined> {
  const key = ownKey ?? healthKey;
  try {
    const response = await fetch(new URL("/health", url), {
      headers: key === null ? {} : { Authorization: `Bearer ${key}` },
      signal: AbortSignal.timeout(patienceMs),
      redirect: "error",
      // It is this machine, by whichever of its names.
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
