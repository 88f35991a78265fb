/** Access control: which Host and Origin are allowed, and what a key permits. */
import { describe, expect, test } from "bun:test";
import { ApiError, type ApiErrorKind } from "../../src/server/api-error.ts";
import { Guard, type GuardOptions } from "../../src/server/guard.ts";

const keys = ["first-key-1", "second-key-2"];

function guard(options: Partial<GuardOptions> = {}): Guard {
  return new Guard({ keys: [], origins: [], hosts: [], ...options });
}

/** By default with the server's own Host. */
function request(headers: Record<string, string> = {}): Request {
  return new Request("http://localhost/v1/models", { headers: { Host: "localhost:8080", ...headers } });
}

/** "allowed", or why the guard refuses the request. */
function verdict(of: Guard, headers: Record<string, string> = {}, open = false): "allowed" | ApiErrorKind {
  try {
    of.check(request(headers), open);
    return "allowed";
  } catch (error) {
    if (error instanceof ApiError) return error.kind;
    throw error;
  }
}

describe("without a key", () => {
  test.each([
    ...["localhost", "localhost:8080", "LOCALHOST:1", "chat.localhost", "Chat.LocalHost:99"],
    ...["127.0.0.1", "127.0.0.1:8080", "192.168.1.20:80", "[::1]", "[::1]:8080", "[FE80::1]:8080"],
  ])("the Host %p is allowed, since it always means this machine", (host) => {
    expect(verdict(guard(), { Host: host })).toBe("allowed");
  });

  test.each([
    ...["evil.com", "localhost.evil.com", "evillocalhost", "localhost.", "127.0.0.1.evil.com"],
    ...["127.0.0.1.nip.io:8080", "[evil.com]", "[::1].evil.com", "::1", "0x7f.1", "localhost:80:80", ":8080"],
  ])("the Host %p is refused, since it can be made to point here", (host) => {
    expect(verdict(guard(), { Host: host })).toBe("forbidden");
  });

  test("a request without Host is allowed, since it isn't a browser's", () => {
    expect(() => guard().check(new Request("http://localhost/"), false)).not.toThrow();
    expect(verdict(guard(), { Host: "" })).toBe("allowed");
  });

  test("an allowed name is valid on any port, in upper and lower case", () => {
    const own = guard({ hosts: ["Box.Example"] });
    for (const host of ["box.example", "BOX.example:8080"])
      expect(verdict(own, { Host: host })).toBe("allowed");
    expect(verdict(own, { Host: "sub.box.example" })).toBe("forbidden");
  });

  test("a very long name is shortened in the error", () => {
    expect(() => guard().check(request({ Host: `${"x".repeat(5000)}.com` }), false)).toThrow(/^.{100,220}$/s);
  });
});

describe("pages in a browser", () => {
  test("of another origin are refused", () => {
    for (const origin of ["https://evil.example", "null", "", "http://localhost:8080.evil.com", "file://"]) {
      expect(verdict(guard(), { Origin: origin })).toBe("forbidden");
    }
  });

  test("of another port or scheme are of another origin, too", () => {
    expect(verdict(guard(), { Origin: "http://localhost:8081" })).toBe("forbidden");
    expect(verdict(guard(), { Origin: "https://localhost:8080" })).toBe("forbidden");
  });

  test("of the server itself are allowed, but not under a foreign name that points at it", () => {
    expect(verdict(guard(), { Origin: "http://localhost:8080" })).toBe("allowed");
    const headers = { Host: "evil.com", Origin: "http://evil.com" };
    expect(verdict(guard(), headers)).toBe("forbidden");
    expect(verdict(guard({ keys }), { ...headers, "x-api-key": "first-key-1" })).toBe("forbidden");
  });

  test("of allowed origins may send requests and read the answers", () => {
    const allowing = guard({ origins: ["https://good.example"] });
    expect(verdict(allowing, { Origin: "https://good.example" })).toBe("allowed");
    expect(verdict(allowing, { Origin: "https://good.example:444" })).toBe("forbidden");
    expect(allowing.corsHeaders(request({ Origin: "https://good.example" }))).toMatchObject({
      "Access-Control-Allow-Origin": "https://good.example",
      Vary: "Origin",
    });
    expect(allowing.corsHeaders(request({ Origin: "https://evil.example" }))).toEqual({});
    expect(allowing.corsHeaders(request())).toEqual({});
  });

  test("of all origins are allowed by *, also those of the origin null", () => {
    const allowing = guard({ origins: ["*"] });
    for (const origin of ["https://any.example", "null"]) {
      expect(verdict(allowing, { Origin: origin })).toBe("allowed");
      const headers = allowing.corsHeaders(request({ Origin: origin }));
      expect(headers["Access-Control-Allow-Origin"]).toBe(origin);
    }
  });

  test("may send the headers of their preflight request, else those of a key", () => {
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
  test("each key gives access, in either header", () => {
    for (const key of keys) {
      for (const headers of [
        { Authorization: `Bearer ${key}` },
        { Authorization: `bearer   ${key}` },
        { "x-api-key": key },
        { Authorization: "Bearer none", "x-api-key": key },
      ]) {
        expect(verdict(guard({ keys }), headers)).toBe("allowed");
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
  ] as [Record<string, string>][])("nothing else gives access: %j", (headers) => {
    expect(verdict(guard({ keys }), headers)).toBe("unauthorized");
  });

  test("a page of another origin is refused, also with a key", () => {
    const headers = { Origin: "https://evil.example", "x-api-key": "first-key-1" };
    expect(verdict(guard({ keys }), headers)).toBe("forbidden");
  });

  test("every Host is allowed, since a page that rebinds DNS has no key", () => {
    const headers = { Host: "box.example", "x-api-key": "first-key-1" };
    expect(verdict(guard({ keys }), headers)).toBe("allowed");
  });
});

describe("details of open routes are shown", () => {
  const trusts = (headers: Record<string, string>, options: Partial<GuardOptions> = { keys }): boolean =>
    guard({ healthKey: "of-the-entry", ...options }).trusts(request(headers));

  test("to all if no key is needed", () => {
    expect(trusts({}, { keys: [] })).toBe(true);
    expect(trusts({ "x-api-key": "anything" }, { keys: [] })).toBe(true);
  });

  test("to clients with a key if one is needed", () => {
    expect(trusts({ "x-api-key": "second-key-2" })).toBe(true);
    expect(trusts({ "x-api-key": "second-key" })).toBe(false);
    expect(trusts({})).toBe(false);
  });

  test("to clients with the health key of the server's entry, which gives no access", () => {
    const headers = { Authorization: "Bearer of-the-entry" };
    expect(trusts(headers)).toBe(true);
    expect(verdict(guard({ keys, healthKey: "of-the-entry" }), headers)).toBe("unauthorized");
  });
});

test("open routes need no key, but Host and Origin are checked", () => {
  expect(verdict(guard({ keys }), {}, true)).toBe("allowed");
  expect(verdict(guard({ keys }), { Origin: "https://evil.example" }, true)).toBe("forbidden");
  expect(verdict(guard(), { Host: "evil.com" }, true)).toBe("forbidden");
});
