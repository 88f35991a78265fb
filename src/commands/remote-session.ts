/** Opens a model at an endpoint for a command: asks whether it is there, and says how it goes. */
import { formatAddress, isInTheClear } from "../remote/endpoint.ts";
import { RemoteBackend } from "../remote/remote-backend.ts";
import { waitingNote } from "../terminal/notes.ts";
import { sanitizeLine } from "../terminal/sanitize.ts";
import type { ModelFlags } from "./flags.ts";
import { interruptible } from "./hub.ts";
import { type Io, stepProgress } from "./io.ts";
import type { RemoteModel } from "./obtain-model.ts";
import type { RemoteSession } from "./session.ts";

/** @throws AnechatError `network`, `noAccess`, `modelNotFound` */
export async function openRemote(
  { options }: RemoteModel,
  flags: ModelFlags,
  io: Io,
  signal: AbortSignal,
): Promise<RemoteSession> {
  const { host } = new URL(options.endpoint);
  if (options.apiKey !== undefined && isInTheClear(options.endpoint)) {
    io.note(`Your key goes to ${host} over http: whoever is on the way can read it. Use https if it has it.`);
  }
  const backend = new RemoteBackend(options);
  // A script that reads stderr wants to know what went wrong, not that all went well.
  const quiet = flags.quiet === true || !io.stderr.isTTY;
  using progress = stepProgress(io, `Connecting to ${host}`, quiet);
  const connecting = backend.connect(signal, (waiting) => {
    if (quiet) io.note(waitingNote(waiting));
    else progress.say(waitingNote(waiting));
  });
  await interruptible(connecting, signal);
  const name = backend.model ?? "";
  const limit = backend.contextLimit;
  const context = Number.isFinite(limit) ? ` (context ${limit})` : "";
  progress.done(`Connected: ${sanitizeLine(name)} answers at ${host}${context}.`);
  return {
    kind: "remote",
    name,
    answering: { name, hash: "", source: formatAddress({ endpoint: backend.endpoint, model: name }) },
    backend,
    // Each answer has a connection of its own, which ends with it.
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}
