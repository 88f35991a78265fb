/** Opens whatever model a name led to. The code of endpoints and of Kaito is imported only when it is needed. */
import type { ModelFlags } from "../flags.ts";
import type { Io } from "../io.ts";
import type { Model } from "../model/obtain-model.ts";
import { openLocal } from "./local.ts";
import type { LoadWishes, ModelSession } from "./session.ts";

/**
 * @param signal stops the loading
 * @throws AnechatError of finding, checking and loading, or of connecting
 */
export async function openSession(
  model: Model,
  flags: ModelFlags,
  io: Io,
  signal: AbortSignal,
  wishes: LoadWishes = {},
): Promise<ModelSession> {
  if (model.kind === "local") return openLocal(model, flags, io, signal, wishes);
  if (model.kind === "workspace") {
    const { openWorkspace } = await import("./workspace.ts");
    return openWorkspace(model, flags, io, signal);
  }
  const { openRemote } = await import("./remote.ts");
  return openRemote(model, flags, io, signal);
}
