/** Many clients at once: each gets what it asked for, whatever the others do. */
import { describe, expect, test } from "bun:test";
import { Sandbox } from "../fixtures/executable.ts";
import { endless, long, longAnswer, question, textOf } from "../fixtures/questions.ts";
import { TestServer } from "../fixtures/server.ts";

describe("many clients", () => {
  test("each gets its whole answer, and one too many is told when to come again", async () => {
    using home = new Sandbox();
    await using server = await TestServer.start(home, ["demo"], {
      args: ["--parallel", "2", "--queue", "3"],
    });
    const running = Array.from({ length: 5 }, () => server.post("/v1/chat/completions", long));
    const begun = await Promise.all(running.slice(0, 2));
    const refused = await server.post("/v1/chat/completions", question);
    expect(refused.status).toBe(503);
    expect(Number(refused.headers.get("Retry-After"))).toBeGreaterThan(0);
    for (const answer of [...begun, ...(await Promise.all(running.slice(2)))]) {
      expect(textOf(await answer.text())).toBe(longAnswer);
    }
    expect((await server.post("/v1/chat/completions", question)).status).toBe(200);
  });

  test("two hundred that vanish in the middle leave nothing behind, and cost the others nothing", async () => {
    using home = new Sandbox();
    await using server = await TestServer.start(home, ["demo"], {
      args: ["--parallel", "8", "--queue", "300"],
    });
    const vanish = async (): Promise<void> => {
      const leaving = new AbortController();
      const response = await server.fetch("/v1/chat/completions", {
        method: "POST",
        body: JSON.stringify(endless),
        signal: leaving.signal,
        keepalive: false,
      });
      await response.body?.getReader().read();
      leaving.abort();
    };
    await vanish();
    const before = { handles: server.handles, memory: await server.residentMemory() };
    const healthy = Promise.all(
      Array.from({ length: 4 }, async () =>
        (await server.post("/v1/chat/completions", long, { keepalive: false })).text(),
      ),
    );
    await Promise.all(Array.from({ length: 200 }, vanish));
    for (const text of await healthy) expect(textOf(text)).toBe(longAnswer);
    await server.until(({ running }) => running === 0 && server.handles <= before.handles + 1);
    expect((await server.residentMemory()) - before.memory).toBeLessThan(100e6);
    const last = await server.post("/v1/chat/completions", question);
    expect(await last.text()).toContain("Lima");
  }, 120_000);
});
