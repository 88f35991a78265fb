/**
 * A minimal endpoint (OpenAI's API) with one model, to measure a terminal while an answer streams:
 * each answer is endless markdown, one chunk every few milliseconds. Prints its address and runs
 * until it is killed.
 *
 *   bun scripts/bench/answer-server.ts CHUNK_LENGTH MILLISECONDS
 */
import { formatEvent } from "../../src/formats/sse.ts";
import { markdownChunks } from "./markdown.ts";

const [chunkLength, interval] = process.argv.slice(2).map(Number) as [number, number];

const server = Bun.serve({
  hostname: "127.0.0.1",
  port: 0,
  idleTimeout: 0,
  async fetch(request): Promise<Response> {
    if (new URL(request.url).pathname === "/v1/models") {
      return Response.json({ object: "list", data: [{ id: "markdown", object: "model" }] });
    }
    await request.body?.cancel();
    return new Response(answer(), { headers: { "content-type": "text/event-stream" } });
  },
});
console.log(`http://127.0.0.1:${server.port}`);

async function* answer(): AsyncGenerator<string> {
  for (const content of markdownChunks(Number.POSITIVE_INFINITY, chunkLength)) {
    yield formatEvent({ data: JSON.stringify({ choices: [{ delta: { content } }] }) });
    await Bun.sleep(interval);
  }
}
