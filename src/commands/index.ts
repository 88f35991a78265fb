/** All commands, in the order of `anechat --help`. */
import type { Paths } from "../base/paths.ts";
import type { Shutdown } from "../base/shutdown.ts";
import type { ChatNumber } from "../chat/store/chat-store.ts";
import { addHelp } from "../cli/help.ts";
import { Program } from "../cli/program.ts";
import { addAnechatCommand, firstScreen } from "./anechat/command.ts";
import { addChatCommand } from "./chat/command.ts";
import { addChatsCommand } from "./chats/command.ts";
import { addCompareCommand } from "./compare/command.ts";
import { addCompletionCommand } from "./completion/command.ts";
import { addConfigCommand } from "./config/command.ts";
import { addConvertCommand } from "./convert/command.ts";
import { addCreateCommand } from "./create/command.ts";
import { addDoctorCommand } from "./doctor/command.ts";
import { addEvalCommand } from "./eval/command.ts";
import { addListCommand } from "./list/command.ts";
import { addPsCommand } from "./ps/command.ts";
import { addPullCommand } from "./pull/command.ts";
import { addRmCommand } from "./rm/command.ts";
import { addRunCommand } from "./run/command.ts";
import { addServeCommand } from "./serve/command.ts";
import { addShowCommand } from "./show/command.ts";
import { addStopCommand } from "./stop/command.ts";
import { addVerifyCommand } from "./verify/command.ts";
import { addWorkerCommand } from "./worker/command.ts";

type Add = (program: Program) => void;

/**
 * @param args without the program's name
 * @returns the exit code
 * @throws AnechatError
 */
export async function runCommandLine(
  args: readonly string[],
  paths: Paths,
  shutdown: Shutdown,
): Promise<number> {
  const program = new Program(paths, shutdown);
  addCommands(program, (chat) => runCommandLine(["--resume", String(chat)], paths, shutdown));
  addHelp(program, firstScreen, args);
  return program.parse(args);
}

/** @param resume opens a saved chat and returns the exit code */
export function addCommands(program: Program, resume: (chat: ChatNumber) => Promise<number>): void {
  addAnechatCommand(program);
  const addChats: Add = () => addChatsCommand(program, resume);
  const groups: readonly (readonly [heading: string, commands: readonly Add[]])[] = [
    [
      "Model commands:",
      [
        addPullCommand,
        addConvertCommand,
        addCreateCommand,
        addListCommand,
        addShowCommand,
        addVerifyCommand,
        addRmCommand,
      ],
    ],
    ["Chat commands:", [addChatCommand, addChats, addCompareCommand, addEvalCommand]],
    ["Server commands:", [addServeCommand, addRunCommand, addPsCommand, addStopCommand, addWorkerCommand]],
    ["Setup commands:", [addConfigCommand, addDoctorCommand, addCompletionCommand]],
  ];
  for (const [heading, commands] of groups) {
    program.root.commandsGroup(heading);
    for (const add of commands) add(program);
  }
  // run.ts reports a misspelt command with a better error than "too many arguments". Set last: a
  // command copies this from its program.
  program.root.allowExcessArguments();
}
