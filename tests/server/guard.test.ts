/** Who may come in: by which names the server may be called, which pages may ask, and what a key opens. */
import { describe, expect, test } from "bun:test";
import { ApiError, type ApiErrorKind } from "../../src/server/api-error.ts";
import { Guard, type GuardOptions } from "../../src/server/guard.ts";

const keys = ["first-key-1", "second-key-2"];

function guard(options: Partial<GuardOptions> = {}): Guard {
  return new Guard({ keys: [], origins: [], hosts: [], ...options });
}

/** Its Host is the server's own unless said otherwise. */
function request(headers: Record<string, string> = {}): Request {
  return new Request("http://localhost/v1/models", { headers: { Host: "localhost:8080", ...headers } });
}

/** What the guard says: "in", or why not. */
function verdict(from: Guard, headers: Record<string, string> = {}, open = false): "in" | ApiErrorKind {
  try {
    from.check(request(headers), open);
    return "in";
  } catch (error) {
    if (error instanceof ApiError) return error.kind;
    throw error;
  }
}

describe("without a key", () => {
  test.each([
    ...["localhost", "localhost:8080", "LOCALHOST:1", "chat.localhost", "Chat.LocalHost:99"],
    ...["127.0.0.1", "127.0.0.1:8080", "192.168.1.20:80", "[::1]", "[::1]:8080", "[FE80::1]:8080"],
  ])("the server may be called %p, which nobody else can hold", (host) => {
    expect(verdict(guard(), { Host: host })).toBe("in");
  });

  test.each([
    ...["evil.com", "localhost.evil.com", "evillocalhost", "localhost.", "127.0.0.1.evil.com"],
    ...["127.0.0.1.nip.io:8080", "[evil.com]", "[::1].evil.com", "::1", "0x7f.1", "localhost:80:80", ":8080"],
  ])("it may not be called %p, which somebody could make point here", (host) => {
    expect(verdict(guard(), { Host: host })).toBe("forbidden");
  });

  test("a request that doesn't say whom it calls is none of a browser's, and comes in", () => {
    expect(() => guard().check(new Request("http://localhost/"), false)).not.toThrow();
    expect(verdict(guard(), { Host: "" })).toBe("in");
  });

  test("a name of one's own is allowed on any port, and however it is written", () => {
    const own = guard({ hosts: ["Box.Example"] });
    for (const host of ["box.example", "BOX.example:8080"]) expect(verdict(own, { Host: host })).toBe("in");
    expect(verdict(own, { Host: "sub.box.example" })).toBe("forbidden");
  });

  test("a name without end is not told back in full", () => {
    expect(() => guard().check(request({ Host: `${"x".repeat(5000)}.com` }), false)).toThrow(/^.{100,220}$/s);
  });
});

describe("pages in a browser", () => {
  test("of another origin may not ask, whatever they say they are", () => {
    for (const origin of ["https://evil.example", "null", "", "http://localhost:8080.evil.com", "file://"]) {
      expect(verdict(guard(), { Origin: origin })).toBe("forbidden");
    }
  });

  test("of another port or scheme are of another origin", () => {
    expect(verdict(guard(), { Origin: "http://localhost:8081" })).toBe("forbidden");
    expect(verdict(guard(), { Origin: "https://localhost:8080" })).toBe("forbidden");
  });

  test("of the server itself may ask, but not of a name that was made to point at it", () => {
    expect(verdict(guard(), { Origin: "http://localhost:8080" })).toBe("in");
    const headers = { Host: "evil.com", Origin: "http://evil.com" };
    expect(verdict(guard(), headers)).toBe("forbidden");
    expect(verdict(guard({ keys }), { ...headers, "x-api-key": "first-key-1" })).toBe("forbidden");
  });

  test("of origins that were allowed may ask, and read the answer", () => {
    const allowing = guard({ origins: ["https://good.example"] });
    expect(verdict(allowing, { Origin: "https://good.example" })).toBe("in");
    expect(verdict(allowing, { Origin: "https://good.example:444" })).toBe("forbidden");
    expect(allowing.corsHeaders(request({ Origin: "https://good.example" }))).toMatchObject({
      "Access-Control-Allow-Origin": "https://good.example",
      Vary: "Origin",
    });
    expect(allowing.corsHeaders(request({ Origin: "https://evil.example" }))).toEqual({});
    expect(allowing.corsHeaders(request())).toEqual({});
  });

  test("of all origins may ask where all are allowed, those without a name too", () => {
    const allowing = guard({ origins: ["*"] });
    for (const origin of ["https://any.example", "null"]) {
      expect(verdict(allowing, { Origin: origin })).toBe("in");
      const headers = allowing.corsHeaders(request({ Origin: origin }));
      expect(headers["Access-Control-Allow-Origin"]).toBe(origin);
    }
  });

  test("may send the headers that they ask for, else those of a key", () => {
    const allowing = guard({ origins: ["*"] });
    const allowed = (headers: Record<string, string>): string | undefined =>
      allowing.corsHeaders(request({ Origin: "https://a.example", ...headers }))[
        "Access-Control-Allow-Headers"
      ];
    expect(allowed({ "Access-Control-Request-Headers": "x-stainless-os" })).toBe("x-stainless-os");
    expect(allowed({})).toContain("x-api-key");
  });
});

describe("with keys", () => {
  test("each of them opens, by either header", () => {
    for (const key of keys) {
      for (const headers of [
        { Authorization: `Bearer ${key}` },
        { Authorization: `bearer   ${key}` },
        { "x-api-key": key },
        { Authorization: "Bearer none", "x-api-key": key },
      ]) {
        expect(verdict(guard({ keys }), headers)).toBe("in");
      }
    }
  });

  test.each([
    [{}],
    [{ Authorization: "first-key-1" }],
    [{ Authorization: "Basic first-key-1" }],
    [{ Authorization: "Bearer" }],
    [{ Authorization: "Bearer first-key-1 second-key-2" }],
    [{ Authorization: "Bearer First-Key-1" }],
    [{ "x-api-key": "" }],
    [{ "x-api-key": "first-key-" }],
    [{ "x-api-key": "first-key-12" }],
    [{ "x-api-key": "Bearer first-key-1" }],
    [{ Cookie: "x-api-key=first-key-1" }],
  ] as [Record<string, string>][])("nothing else does: %j", (headers) => {
    expect(verdict(guard({ keys }), headers)).toBe("unauthorized");
  });

  test("no key opens to a page that wasn't allowed", () => {
    const headers = { Origin: "https://evil.example", "x-api-key": "first-key-1" };
    expect(verdict(guard({ keys }), headers)).toBe("forbidden");
  });

  test("the server may be called any name: who has the key is no page that guesses", () => {
    const headers = { Host: "box.example", "x-api-key": "first-key-1" };
    expect(verdict(guard({ keys }), headers)).toBe("in");
  });
});

describe("of what is open to all, more is told", () => {
  const trusts = (headers: Record<string, string>, options: Partial<GuardOptions> = { keys }): boolean =>
    guard({ healthKey: "of-the-entry", ...options }).trusts(request(headers));

  test("to everybody where no key is needed", () => {
    expect(trusts({}, { keys: [] })).toBe(true);
    expect(trusts({ "x-api-key": "anything" }, { keys: [] })).toBe(true);
  });

  test("to those with a key, where one is", () => {
    expect(trusts({ "x-api-key": "second-key-2" })).toBe(true);
    expect(trusts({ "x-api-key": "second-key" })).toBe(false);
    expect(trusts({})).toBe(false);
  });

  test("to those with the key of the server's entry, which opens nothing", () => {
    const headers = { Authorization: "Bearer of-the-entry" };
    expect(trusts(headers)).toBe(true);
    expect(verdict(guard({ keys, healthKey: "of-the-entry" }), headers)).toBe("unauthorized");
  });
});

test("what is open to all needs no key, but is told to no page and by no name that isn't allowed", () => {
  expect(verdict(guard({ keys }), {}, true)).toBe("in");
  expect(verdict(guard({ keys }), { Origin: "https://evil.example" }, true)).toBe("forbidden");
  expect(verdict(guard(), { Host: "evil.com" }, true)).toBe("forbidden");
});
