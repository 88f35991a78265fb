/** Opens a model at an endpoint for a command: asks whether it is there, and says how it goes. */
import { formatAddress, isInTheClear } from "../../remote/endpoint.ts";
import { RemoteBackend } from "../../remote/remote-backend.ts";
import { Registry } from "../../server/registry.ts";
import { waitingNote } from "../../terminal/notes.ts";
import type { Progress } from "../../terminal/progress.ts";
import { sanitizeLine } from "../../terminal/sanitize.ts";
import type { ModelFlags } from "../flags.ts";
import { interruptible } from "../hub.ts";
import { type Io, stepProgress } from "../io.ts";
import type { RemoteModel } from "../model/obtain-model.ts";
import { servedSource } from "../server/served-models.ts";
import type { RemoteSession } from "./session.ts";

/** @throws AnechatError `network`, `noAccess`, `modelNotFound` */
export async function openRemote(
  { options }: RemoteModel,
  flags: ModelFlags,
  io: Io,
  signal: AbortSignal,
): Promise<RemoteSession> {
  const { endpoint } = options;
  const { host } = new URL(endpoint);
  if (options.apiKey !== undefined && isInTheClear(endpoint)) {
    io.note(`Your key goes to ${host} over http: whoever is on the way can read it. Use https if it has it.`);
  }
  const backend = new RemoteBackend(options);
  using connecting = connectionProgress(`Connecting to ${host}`, flags, io);
  await connecting.connect(backend, signal);
  const name = backend.model ?? "";
  connecting.done(`Connected: ${sanitizeLine(name)} answers at ${host}${contextText(backend)}.`);
  return {
    kind: "remote",
    name,
    answering: { name, hash: "", source: sourceOf(endpoint, name, io) },
    backend,
    place: endpoint,
    sibling: (model) => formatAddress({ endpoint, model }),
    // Each answer has a connection of its own, which ends with it.
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}

/** What opens the model again: a server of one's own may be gone by then, and what it serves is still here. */
function sourceOf(endpoint: string, name: string, io: Io): string {
  const { origin } = new URL(endpoint);
  const own = new Registry(io.paths.runtime).entries().find(({ url }) => new URL(url).origin === origin);
  return (own && servedSource(own, name, io)) ?? formatAddress({ endpoint, model: name });
}

/** How connecting goes, on stderr. */
export type ConnectionProgress = Disposable &
  Pick<Progress, "done"> & {
    /** Asks the endpoint of a backend whether it is there. */
    connect(backend: RemoteBackend, signal: AbortSignal): Promise<void>;
  };

export function connectionProgress(
  label: string,
  { quiet: isQuiet }: ModelFlags,
  io: Io,
): ConnectionProgress {
  // A script that reads stderr wants to know what went wrong, not that all went well.
  const quiet = isQuiet === true || !io.stderr.isTTY;
  const progress = stepProgress(io, label, quiet);
  return {
    connect: (backend, signal) => {
      const connecting = backend.connect(signal, (waiting) => {
        if (quiet) io.note(waitingNote(waiting));
        else progress.say(waitingNote(waiting));
      });
      return interruptible(connecting, signal);
    },
    done: (line) => progress.done(line),
    [Symbol.dispose]: () => progress[Symbol.dispose](),
  };
}

/** " (context 8192)", where the endpoint tells. */
export function contextText({ contextLimit }: RemoteBackend): string {
  return Number.isFinite(contextLimit) ? ` (context ${contextLimit})` : "";
}
