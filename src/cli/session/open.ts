/** Opens a model of any kind. The code of endpoints and of Kaito is imported lazily. */
import type { ModelFlags } from "../flags.ts";
import type { Io } from "../io.ts";
import type { Model } from "../model/obtain-model.ts";
import { openLocal } from "./local.ts";
import type { ModelSession, SessionOptions } from "./session.ts";

/**
 * @param signal stops the loading
 * @throws AnechatError if the model can't be loaded, or not be reached
 */
export async function openSession(
  model: Model,
  flags: ModelFlags,
  io: Io,
  signal: AbortSignal,
  sessionOptions: SessionOptions = {},
): Promise<ModelSession> {
  if (model.kind === "local") return openLocal(model, flags, io, signal, sessionOptions);
  if (model.kind === "workspace") {
    const { openWorkspace } = await import("./workspace.ts");
    return openWorkspace(model, flags, io, signal);
  }
  const { openRemote } = await import("./remote.ts");
  return openRemote(model, flags, io, signal);
}
