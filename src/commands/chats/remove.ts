/** `anechat chats rm`: removes chats and their cached KV states. */

import { exitCodes } from "../../base/errors.ts";
import { plural } from "../../base/format.ts";
import { removeSnapshot } from "../../chat/snapshots.ts";
import { ChatStore } from "../../chat/store/chat-store.ts";
import type { Io } from "../../cli/io.ts";
import { chatsPath, loadChat, parseChatNumber, snapshotsFolder } from "../../cli/saved-chats.ts";
import { printJson } from "../../terminal/print.ts";

/** All of them or, where one isn't there, none. */
export async function remove(
  numbers: readonly string[],
  { json }: { json?: boolean },
  io: Io,
): Promise<number> {
  const wanted = [...new Set(numbers.map(parseChatNumber))];
  using store = ChatStore.open(chatsPath(io));
  const chats = wanted.map((number) => loadChat(store, number));
  const removed = store.remove(wanted);
  for (const { entries } of chats) {
    if (entries[0] !== undefined) removeSnapshot(snapshotsFolder(io), entries[0].id);
  }
  if (json) printJson(io.stdout, { removed: wanted });
  else io.note(`${plural(removed, "chat")} removed.`);
  return exitCodes.ok;
}
