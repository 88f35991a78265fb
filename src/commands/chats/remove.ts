/** `anechat chats rm`: removes chats and their KV snapshots. */
import { exitCodes } from "../../base/errors.ts";
import { plural } from "../../base/format.ts";
import { removeSnapshot } from "../../chat/snapshots.ts";
import { ChatStore } from "../../chat/store/chat-store.ts";
import type { Io } from "../../cli/io.ts";
import { chatsPath, loadChat, parseChatNumber, snapshotsFolder } from "../../cli/saved-chats.ts";
import { printJson } from "../../terminal/print.ts";

/** Removes all of them, or none if one doesn't exist. */
export async function remove(
  numbers: readonly string[],
  { json }: { json?: boolean },
  io: Io,
): Promise<number> {
  const distinct = [...new Set(numbers.map(parseChatNumber))];
  using store = ChatStore.open(chatsPath(io));
  const chats = distinct.map((number) => loadChat(store, number));
  const removed = store.remove(distinct);
  for (const { entries } of chats) {
    if (entries[0] !== undefined) removeSnapshot(snapshotsFolder(io), entries[0].id);
  }
  if (json) printJson(io.stdout, { removed: distinct });
  else io.note(`${plural(removed, "chat")} removed.`);
  return exitCodes.ok;
}
