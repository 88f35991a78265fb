/** Opens a model at an endpoint: checks that the endpoint answers, and shows the progress. */
import { formatAddress, isPlaintextHttp } from "../../remote/endpoint.ts";
import { RemoteBackend } from "../../remote/remote-backend.ts";
import { Registry } from "../../server/registry.ts";
import { waitingNote } from "../../terminal/notes.ts";
import type { Progress } from "../../terminal/progress.ts";
import { sanitizeLine } from "../../terminal/sanitize.ts";
import type { ModelFlags } from "../flags.ts";
import { type Io, interruptible, stepProgress } from "../io.ts";
import type { RemoteModel } from "../model/obtain-model.ts";
import { servedSource } from "../server/served-models.ts";
import type { RemoteSession, SessionOptions } from "./session.ts";

/** @throws AnechatError `network`, `noAccess`, `modelNotFound` */
export async function openRemote(
  { options }: RemoteModel,
  io: Io,
  { flags, signal }: SessionOptions,
): Promise<RemoteSession> {
  const { endpoint } = options;
  const { host } = new URL(endpoint);
  if (options.apiKey !== undefined && isPlaintextHttp(endpoint)) {
    io.note(`Your key is sent to ${host} over http: others on the network can read it. Use https.`);
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
    // Each answer uses a separate connection, which ends with the answer.
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}

/**
 * A name that opens the model again. For the user's own server, which may end, it is the local
 * model.
 */
function sourceOf(endpoint: string, name: string, io: Io): string {
  const { origin } = new URL(endpoint);
  const own = new Registry(io.paths.runtime).entries().find(({ url }) => new URL(url).origin === origin);
  return (own && servedSource(own, name, io)) ?? formatAddress({ endpoint, model: name });
}

/** The progress of connecting, on stderr. */
type ConnectionProgress = Disposable &
  Pick<Progress, "done"> & {
    /** Connects a backend to its endpoint. */
    connect(backend: RemoteBackend, signal: AbortSignal): Promise<void>;
  };

export function connectionProgress(
  label: string,
  { quiet: isQuiet }: ModelFlags,
  io: Io,
): ConnectionProgress {
  // Scripts that read stderr only need failures.
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

/** " (context 8192)", if the endpoint reports it. */
export function contextText({ contextLimit }: RemoteBackend): string {
  return Number.isFinite(contextLimit) ? ` (context ${contextLimit})` : "";
}
