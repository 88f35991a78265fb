/** `anechat serve --ollama`: listens where Ollama's clients look for a server. */
import { errorCode, reasonOf } from "../../base/errors.ts";
import type { Io } from "../../cli/io.ts";
import type { RunningServer } from "../../server/server.ts";

const ollamaPort = 11434;

/** A port that can't be used is only noted: the server has its own. */
export function listenForOllama(server: RunningServer, { host }: { host: string }, io: Io): void {
  if (Number(server.url.port) === ollamaPort) return;
  try {
    const url = server.listen(ollamaPort);
    io.note(`Listening for Ollama's clients at ${url.href.replace(/\/$/, "")}`);
  } catch (error) {
    const isTaken = errorCode(error) === "EADDRINUSE";
    const reason = isTaken ? "another program uses it, maybe Ollama itself" : reasonOf(error);
    io.note(
      `Port ${ollamaPort} of ${host} can't be used for Ollama's clients: ${reason}. ` +
        `They reach this server with OLLAMA_HOST=${server.url.host}.`,
    );
  }
}
