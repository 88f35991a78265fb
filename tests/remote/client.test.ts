/** Retries for a busy server, and redirects. */
import { describe, expect, test } from "bun:test";
import { formatEvent } from "../../src/formats/sse.ts";
import type { BackendEvent } from "../../src/protocol/backend.ts";
import { FakeEndpoint, refused, streamed } from "../fixtures/fake-endpoint.ts";
import { ask, failure, open } from "./asking.ts";

describe("waiting", () => {
  const waitsOf = ({ events }: { events: BackendEvent[] }): unknown[] =>
    events.filter(({ type }) => type === "waiting");

  test("retries a busy server with longer and longer waits, and reports them", async () => {
    await using to = open();
    to.server.reply(...[429, 500, 502, 503].map((status) => () => refused(status, { message: "Busy." })));
    const answer = await ask(to.backend);
    expect(answer.text).toBe("You said: Hi");
    expect(to.tools.waits).toEqual([375, 750, 1500, 3000]);
    const host = `127.0.0.1:${to.server.port}`;
    expect(waitsOf(answer)[1]).toEqual({
      type: "waiting",
      reason: `${host} answered 500: Busy.`,
      milliseconds: 750,
    });
  });

  test("lasts as long as Retry-After says, in seconds or until a date", async () => {
    await using to = open();
    to.server.reply(
      () => refused(429, {}, { "retry-after": "7" }),
      () => refused(503, {}, { "retry-after": "Sat, 21 Nov 2026 12:00:20 GMT" }),
    );
    await ask(to.backend);
    expect(to.tools.waits).toEqual([7000, 20_000]);
  });

  test("ends after five tries, and before a wait that is too long", async () => {
    await using to = open();
    to.server.reply(...Array.from({ length: 5 }, () => () => refused(503, { message: "Down." })));
    expect(await failure(ask(to.backend))).toMatchObject({ code: "network" });
    expect(to.tools.waits).toHaveLength(4);
    to.server.reply(() => refused(429, { message: "Quota." }, { "retry-after": "3600" }));
    const error = await failure(ask(to.backend));
    expect(error.message).toContain("too many requests (429): Quota.");
    expect(error.hint).toBe("Retry after 3600 s.");
    expect(to.tools.waits).toHaveLength(4);
  });

  test("doesn't happen for errors that a retry won't solve", async () => {
    await using to = open();
    for (const status of [400, 401, 403, 404, 422]) {
      to.server.reply(() => refused(status, { message: "No." }));
      await failure(ask(to.backend));
    }
    expect(to.tools.waits).toEqual([]);
    expect(to.server.questions).toHaveLength(5);
  });

  test("doesn't happen once an answer has begun", async () => {
    await using to = open();
    to.server.reply(() => streamed(formatEvent({ data: '{"error":{"message":"CUDA error","code":500}}' })));
    const error = await failure(ask(to.backend));
    expect(error).toMatchObject({ code: "generationFailed" });
    expect(error.message).toContain("couldn't finish the answer: CUDA error");
    expect(to.server.questions).toHaveLength(1);
  });
});

test("a redirect gets neither the key nor the messages", async () => {
  await using other = new FakeEndpoint();
  await using to = open({ apiKey: "sk-secret-1" });
  to.server.reply(() => Response.redirect(`${other.endpoint}/chat/completions?token=x`, 307));
  const error = await failure(ask(to.backend));
  expect(error.message).toEndWith(`redirects (307) to ${other.endpoint}/chat/completions`);
  expect(other.requests).toEqual([]);
});
