/**
 * `anechat chat`: a chat with a model that Kaito runs in a Kubernetes cluster; the command's arguments and help. From the
 * names that were given it makes one name, `kaito:context/namespace/workspace`, which is opened as any model's.
 */
import type { Command } from "commander";
import { AnechatError } from "../../base/errors.ts";
import { examplesText } from "../../cli/examples.ts";
import {
  addAskingFlags,
  addKeepingFlags,
  addOutputFlags,
  addSamplingFlags,
  type Flags,
} from "../../cli/flags.ts";
import type { Io } from "../../cli/io.ts";
import { formatWorkspaceAddress, workspaceAddress } from "../../kaito/address.ts";

type WorkspaceFlags = Omit<Flags, "parallel" | "snapshotCache"> & {
  workspaceName?: string;
  namespace?: string;
  context?: string;
};

/** @param chat opens a model in whichever way was asked: a chat, or one answer */
export function addWorkspaceCommand(
  program: Command,
  run: (work: (io: Io) => Promise<number>, quiet?: boolean) => Promise<void>,
  chat: (model: string, flags: Flags, io: Io) => Promise<number>,
): void {
  const command = program
    .command("chat")
    .summary("chat with a model that Kaito runs in Kubernetes")
    .description(
      "Chats with a workspace of Kaito (kaito.sh). The cluster and your credentials are those of kubectl: $KUBECONFIG, " +
        "~/.kube/config with its plug-ins, or the service account of the pod that this runs in. What is said goes " +
        "through the cluster's API server to the workspace's service: no port has to be opened.",
    )
    .optionsGroup("Workspace:")
    .option("--workspace-name <name>", "which one")
    .option("-n, --namespace <name>", 'where it is (default: the context\'s, else "default")')
    .option("--context <name>", "of the kubeconfig (default: its current one)")
    .option("--model <name>", "which one, if the workspace serves several: adapters, for example");
  addSamplingFlags(addOutputFlags(addKeepingFlags(addAskingFlags(command))), "--max-tokens <n>")
    .addHelpText(
      "after",
      examplesText(
        "chat --workspace-name my-llama",
        'chat --workspace-name my-llama -n models --context prod -s "Answer in French."',
        'chat --workspace-name my-llama -p "What is AI?" --max-tokens 200 --temperature 0.2 --top-p 0.9',
        "chat --workspace-name my-llama --json < question.txt",
        "kaito:prod/models/my-llama                 the same as one name, for --batch, compare, eval and /switch, too",
      ),
    )
    // A model's name here is a slip that deserves a better answer than "too many arguments".
    .allowExcessArguments()
    .action(async ({ workspaceName, namespace, context, ...flags }: WorkspaceFlags) => {
      const [other] = command.args;
      if (other !== undefined || workspaceName === undefined) throw whichWorkspace(other);
      const address = workspaceAddress({
        context,
        namespace,
        workspace: workspaceName,
        model: flags.model,
      });
      // No KV state of such a model is on this machine.
      const all: Flags = { ...flags, parallel: 1, snapshotCache: 0 };
      await run((io) => chat(formatWorkspaceAddress(address), all, io), flags.quiet === true);
    });
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
