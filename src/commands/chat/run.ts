/** `anechat chat`: chats with a Kaito workspace. */
import { AnechatError } from "../../base/errors.ts";
import { ask, readQuestion, savedChat } from "../../cli/chat/ask.ts";
import type { Flags } from "../../cli/flags.ts";
import type { Io } from "../../cli/io.ts";
import { formatWorkspaceAddress, workspaceAddress } from "../../kaito/address.ts";

export type WorkspaceFlags = Omit<Flags, "parallel" | "snapshotCache"> & {
  workspaceName?: string;
  namespace?: string;
  context?: string;
};

/**
 * Combines the flags to one name, `kaito:context/namespace/workspace`, and opens it like any model.
 * @param other an argument, which this command refuses
 * @throws AnechatError `usage` without a workspace
 */
export async function chatWithWorkspace(
  other: string | undefined,
  { workspaceName, namespace, context, ...others }: WorkspaceFlags,
  io: Io,
): Promise<number> {
  if (other !== undefined || workspaceName === undefined) throw whichWorkspace(other);
  const address = workspaceAddress({ context, namespace, workspace: workspaceName, model: others.model });
  // The KV cache is in the workspace: there are no snapshots on this machine.
  const flags: Flags = { ...others, parallel: 1, snapshotCache: 0 };
  const saved = (await savedChat(flags, io))?.chat;
  const question = await readQuestion(true, flags, io);
  return ask({ question, model: formatWorkspaceAddress(address), flags, saved }, io);
}

function whichWorkspace(other: string | undefined): AnechatError {
  if (other === undefined) {
    return new AnechatError("usage", "Which workspace? --workspace-name NAME", {
      hint: '"kubectl get workspaces" lists them. For another model: anechat MODEL',
    });
  }
  return new AnechatError("usage", `"anechat chat" is for Kaito workspaces and takes no model: ${other}`, {
    hint: `For a workspace: anechat chat --workspace-name ${other}. For another model: anechat ${other}`,
  });
}
