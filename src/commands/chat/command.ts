/**
 * `anechat chat`: a chat with a model that Kaito runs in a Kubernetes cluster; the command's arguments and help. From the
 * names that were given it makes one name, `kaito:context/namespace/workspace`, which is opened as any model's.
 */
import type { Command } from "commander";
import { AnechatError } from "../../base/errors.ts";
import {
  addAskingFlags,
  addKeepingFlags,
  addOutputFlags,
  addSamplingFlags,
  type Flags,
} from "../../cli/flags.ts";
import { commonFlags, examplesText } from "../../cli/help.ts";
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
      "Chats with a Kaito workspace (kaito.sh). The cluster and credentials are those of kubectl: $KUBECONFIG, " +
        "~/.kube/config with its plug-ins, or the service account of the pod that anechat runs in. Messages go " +
        "through the cluster's API server to the workspace's service, so no port has to be opened.",
    )
    .optionsGroup("Workspace:")
    .option("--workspace-name <name>", "name of the workspace")
    .option("-n, --namespace <name>", 'namespace (default: the context\'s, else "default")')
    .option("--context <name>", "context of the kubeconfig (default: the current one)")
    .option("--model <name>", "model name, if the workspace serves several, such as adapters");
  commonFlags(
    addSamplingFlags(addOutputFlags(addKeepingFlags(addAskingFlags(command))), "--max-tokens <n>"),
    ...["--workspace-name", "--namespace", "--context", "--model", "--prompt", "--system-prompt"],
    ...["--continue", "--temperature", "--max-tokens", "--json", "--output", "--quiet"],
  )
    .addHelpText(
      "after",
      examplesText(
        "chat --workspace-name my-llama",
        "chat --workspace-name my-llama --namespace models --context prod",
        'chat --workspace-name my-llama -p "What is AI?" --max-tokens 200',
        "chat --workspace-name my-llama --json < question.txt",
        "kaito:prod/models/my-llama      as one name, also for compare and eval",
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
