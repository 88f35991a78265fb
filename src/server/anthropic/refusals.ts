/** Refuses what would change the answer and can't be done here. */
import { ApiError } from "../api-error.ts";
import type { CountRequest } from "./schema.ts";

/**
 * The error that lets Anthropic's SDKs go on without a thread: they send all messages again.
 * Their tool runners ask for threads by default.
 */
const threadDetails = { error_code: "thread_unsupported_request", unsupported: ["thread"] };

/** @throws ApiError `invalid` */
export function refuseUnsupported({
  messages,
  thread,
  mcp_servers: servers = [],
}: Pick<CountRequest, "messages" | "thread" | "mcp_servers">): void {
  if (thread?.type === "continue") {
    const message = "thread: this server keeps no threads. Send all messages of the conversation";
    throw new ApiError("invalid", message, { path: "thread", details: threadDetails });
  }
  if (messages.length === 0) {
    throw new ApiError("invalid", "messages: at least one message is required", { path: "messages" });
  }
  if (servers.length === 0) return;
  const message = "mcp_servers: this server calls no MCP servers. Let the client run their tools";
  throw new ApiError("invalid", message, { path: "mcp_servers" });
}

/** Counting tokens accepts the field. @throws ApiError `invalid` */
export function refuseCompaction({ compaction }: Pick<CountRequest, "compaction">): void {
  if (compaction === undefined) return;
  const message = "compaction: this server can't summarize a conversation. Ask for a summary in a message";
  throw new ApiError("invalid", message, { path: "compaction" });
}
