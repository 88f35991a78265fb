/**
 * A minimal Hub with one model in one file, to measure a pull: it sends the file as fast as
 * possible. Prints its address and runs until it is killed.
 *
 *   bun scripts/bench/hub-server.ts FILE SHA256
 */
const [path = "", sha256 = ""] = process.argv.slice(2);
const file = Bun.file(path);
const commit = "b".repeat(40);

const server: Bun.Server<undefined> = Bun.serve({
  hostname: "127.0.0.1",
  port: 0,
  fetch(request): Response {
    const { pathname } = new URL(request.url);
    if (pathname.includes("/revision/")) return Response.json({ sha: commit });
    if (pathname.includes("/tree/")) {
      const lfs = { oid: sha256, size: file.size, pointerSize: 134 };
      return Response.json([{ type: "file", path: "Model-Q8_0.gguf", size: file.size, oid: "0", lfs }]);
    }
    if (pathname.includes("/resolve/") && request.method === "HEAD") {
      const headers = {
        location: `http://127.0.0.1:${server.port}/content`,
        "x-linked-etag": `"${sha256}"`,
        "x-linked-size": String(file.size),
      };
      return new Response("", { status: 302, headers });
    }
    const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.get("range") ?? "");
    if (range === null) return new Response(file);
    const [from, to] = [Number(range[1]), Number(range[2])];
    return new Response(file.slice(from, to + 1), {
      status: 206,
      headers: { "content-range": `bytes ${from}-${to}/${file.size}` },
    });
  },
});
console.log(`http://127.0.0.1:${server.port}`);
