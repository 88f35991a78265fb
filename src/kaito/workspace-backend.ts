/**
 * A workspace of Kaito as a backend: the OpenAI-compatible server of its pods, reached through the
 * cluster's API server.
 */
import type { Backend } from "../protocol/backend.ts";
import { RemoteBackend } from "../remote/remote-backend.ts";
import type { Cluster } from "./cluster.ts";
import { unreachableError } from "./errors.ts";
import type { Workspace } from "./workspace.ts";

export class WorkspaceBackend extends RemoteBackend implements Backend {
  /** @param model as the workspace calls it; undefined: the only one it serves */
  constructor({ name, endpoint, fetch }: Workspace, cluster: Cluster, model: string | undefined) {
    super({
      endpoint,
      name: `workspace ${name}`,
      fetch,
      unreachable: (error) => unreachableError(error, cluster.place),
      secrets: () => cluster.place.secrets,
      ...(model === undefined ? {} : { model }),
    });
  }
}
