/** Requests to this machine never go through a proxy. */
import { describe, expect, test } from "bun:test";
import { networkInterfaces } from "node:os";
import { bypassProxyIfLocal, isLoopback } from "../../src/base/network.ts";

describe("loopback", () => {
  test.each([
    "localhost",
    "LOCALHOST",
    "chat.localhost",
    "127.0.0.1",
    "127.9.9.9",
    "::1",
    "[::1]",
    "::ffff:127.0.0.1",
  ])("is %s", (host) => {
    expect(isLoopback(host)).toBe(true);
  });

  test.each([
    "",
    "localhost.evil.com",
    "127.evil.com",
    "127.0.0.1.nip.io",
    "10.0.0.1",
    "0.0.0.0",
    "::",
    "::2",
  ])("is not %p", (host) => {
    expect(isLoopback(host)).toBe(false);
  });

  test("is recognized in every notation of a URL", () => {
    for (const address of [
      "http://[::ffff:127.0.0.1]:1/",
      "http://0x7f000001/",
      "http://[0:0::1]/",
      "http://LocalHost/",
    ]) {
      expect(isLoopback(new URL(address).hostname)).toBe(true);
    }
  });
});

describe("with a proxy in the environment", () => {
  const names = ["http_proxy", "HTTP_PROXY", "ALL_PROXY", "NO_PROXY", "no_proxy"] as const;

  /** The number of requests that a proxy gets. */
  async function seenByProxy(request: () => Promise<unknown>): Promise<number> {
    let seen = 0;
    const proxy = Bun.serve({
      hostname: "127.0.0.1",
      port: 0,
      fetch: () => {
        seen += 1;
        return new Response("the proxy's");
      },
    });
    const before = names.map((name) => [name, process.env[name]] as const);
    for (const name of names) delete process.env[name];
    process.env.HTTP_PROXY = proxy.url.href;
    try {
      await request();
    } finally {
      for (const [name, value] of before) {
        if (value === undefined) delete process.env[name];
        else process.env[name] = value;
      }
      await proxy.stop(true);
    }
    return seen;
  }

  test("requests to this machine bypass it, for every name and address", async () => {
    await using server = Bun.serve({
      hostname: "0.0.0.0",
      port: 0,
      fetch: () => new Response("the server's"),
    });
    const own = Object.values(networkInterfaces()).flatMap((addresses) =>
      (addresses ?? []).filter(({ family }) => family === "IPv4").map(({ address }) => address),
    );
    for (const host of ["127.0.0.1", "localhost", "0.0.0.0", ...own]) {
      const address = `http://${host}:${server.port}/`;
      const seen = await seenByProxy(async () => {
        const answer = await fetch(address, { ...bypassProxyIfLocal(address), keepalive: false });
        expect(await answer.text()).toBe("the server's");
      });
      expect(seen).toBe(0);
    }
  });

  test("requests to other machines use it", async () => {
    const address = "http://elsewhere.invalid/";
    expect(bypassProxyIfLocal(address)).toEqual({});
    expect(await seenByProxy(() => fetch(address, bypassProxyIfLocal(address)))).toBe(1);
  });
});
