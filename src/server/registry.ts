/**
 * Which servers of this user run: each has an entry in the user's runtime folder while it does. An entry is
 * believed only if a server answers where it says and by the same name: its process may have been killed,
 * and its number and its port may be somebody else's by now.
 */
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { writeFailure } from "../base/errors.ts";
import { readText, sizeLimits } from "../base/read-file.ts";
import { replaceFile } from "../base/replace-file.ts";
import { isRunning } from "../base/running.ts";

const entrySchema = z.object({
  /** Unique for each run. */
  instance: z.string(),
  name: z.string(),
  pid: z.int().positive(),
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
});

export type ServerEntry = z.output<typeof entrySchema>;

export type SeenServer = Omit<ServerEntry, "healthKey"> & {
  /** Whether it answered; one that didn't may be busy, or be no server any more. */
  answers: boolean;
  /** Models that are loaded, and requests that are being answered. */
  loaded: readonly string[];
  running: number;
};

/** A server on this machine answers at once, unless it hangs. */
const patienceMs = 2000;

const healthSchema = z.object({ instance: z.string(), models: z.array(z.string()), running: z.number() });

export class Registry {
  readonly #folder: string;

  /** @param folder of this user alone; made when it is needed */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** @returns what takes it away again @throws AnechatError `noAccess`, `diskFull` */
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
    const seen = await Promise.all(
      this.entries().map(async (entry): Promise<SeenServer | undefined> => {
        const health = await askHealth(entry);
        // What is shown of a server has no keys in it.
        const { healthKey: _, ...shown } = entry;
        if (typeof health === "object" && health.instance === entry.instance) {
          return { ...shown, answers: true, loaded: health.models, running: health.running };
        }
        // Somebody else there, or nobody: it is gone. Silence may be a server that is stuck.
        if (health === "silent" && isRunning(entry.pid)) {
          return { ...shown, answers: false, loaded: [], running: 0 };
        }
        this.remove(entry);
        return undefined;
      }),
    );
    return seen.filter((server) => server !== undefined);
  }

  #path({ instance }: Pick<ServerEntry, "instance">): string {
    return join(this.#folder, `${instance}.json`);
  }
}

async function askHealth({
  url,
  healthKey,
}: ServerEntry): Promise<z.output<typeof healthSchema> | "silent" | "none"> {
  try {
    const response = await fetch(new URL("/health", url), {
      headers: healthKey === null ? {} : { Authorization: `Bearer ${healthKey}` },
      signal: AbortSignal.timeout(patienceMs),
      redirect: "error",
    });
    return healthSchema.safeParse(await response.json()).data ?? "none";
  } catch (error) {
    return error instanceof DOMException && error.name === "TimeoutError" ? "silent" : "none";
  }
}

function readEntry(path: string): ServerEntry | undefined {
  try {
    return entrySchema.safeParse(JSON.parse(readText(path, { limit: sizeLimits.small }))).data;
  } catch {
    return undefined;
  }
}
