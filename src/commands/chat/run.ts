import { AnechatError } from "../../base/errors.ts";
import { ask, readQuestion } from "../../cli/chat/ask.ts";
import type { Flags } from "../../cli/flags.ts";
import type { Io } from "../../cli/io.ts";
import { savedChat } from "../../cli/resume.ts";
import { formatWorkspaceAddress, workspaceAddress } from "../../kaito/address.ts";

export type WorkspaceFlags = Omit<Flags, "parallel" | "snapshotCache"> & {
  workspaceName?: string;
  namespace?: string;
  context?: string;
};

/**
 * Makes one name of the flags, `kaito:context/namespace/workspace`, which is opened as any model's.
 * @param other an argument, which this command doesn't take
 * @throws AnechatError `usage` without a workspace
 */
export async function chatWithWorkspace(
  other: string | undefined,
  { workspaceName, namespace, context, ...given }: WorkspaceFlags,
  usage: () => string,
  io: Io,
): Promise<number> {
  if (other !== undefined || workspaceName === undefined) throw whichWorkspace(other);
  const address = workspaceAddress({ context, namespace, workspace: workspaceName, model: given.model });
  // The KV cache is the workspace's: there is nothing to save here.
  const flags: Flags = { ...given, parallel: 1, snapshotCache: 0 };
  const saved = (await savedChat(flags, io))?.chat;
  const question = await readQuestion(true, flags, io);
  return ask({ question, model: formatWorkspaceAddress(address), flags, saved, usage }, io);
}

function whichWorkspace(other: string | undefined): AnechatError {
  if (other === undefined) {
    return new AnechatError("usage", "Which workspace? --workspace-name NAME", {
      hint: '"kubectl get workspaces" lists them. With any other model: anechat MODEL',
    });
  }
  return new AnechatError("usage", `"anechat chat" is for workspaces of Kaito, and ${other} is none`, {
    hint: `anechat chat --workspace-name ${other}, if it is one; to chat with another model: anechat ${other}`,
  });
}
