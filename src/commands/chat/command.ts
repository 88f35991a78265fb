/** `anechat chat`: a chat with a model that Kaito runs in a Kubernetes cluster. */
import { addChatFlags, addOutputFlags, addPromptFlags, addSamplingFlags } from "../../cli/flags.ts";
import { commonFlags, examplesText } from "../../cli/help.ts";
import type { Program } from "../../cli/program.ts";
import type { WorkspaceFlags } from "./run.ts";

export function addChatCommand(program: Program): void {
  const command = program.root
    .command("chat")
    .summary("chat with a model that Kaito runs in Kubernetes")
    .description(
      "Chats with a Kaito workspace (kaito.sh). The cluster and credentials are those of " +
        "kubectl: $KUBECONFIG, ~/.kube/config with its plug-ins, or the service account of the " +
        "pod that anechat runs in. Messages go through the cluster's API server to the " +
        "workspace's service, so no port has to be opened.",
    )
    .optionsGroup("Workspace:")
    .option("--workspace-name <name>", "name of the workspace")
    .option("-n, --namespace <name>", 'namespace (default: the context\'s, else "default")')
    .option("--context <name>", "context of the kubeconfig (default: the current one)")
    .option("--model <name>", "model name, if the workspace serves several, such as adapters");
  commonFlags(
    addSamplingFlags(addOutputFlags(addChatFlags(addPromptFlags(command))), "--max-tokens <n>"),
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
    // run.ts reports a model's name with a better error than "too many arguments".
    .allowExcessArguments()
    .action((flags: WorkspaceFlags) =>
      program.run(async (io) => {
        const { chatWithWorkspace } = await import("./run.ts");
        return chatWithWorkspace(command.args[0], flags, io);
      }, flags.quiet),
    );
}
