/** The values that `serve`'s flags accept: those that can have an effect. */
import { describe, expect, test } from "bun:test";
import { InvalidArgumentError } from "commander";
import {
  bodySize,
  duration,
  hostNames,
  listenAddress,
  origins,
  serverName,
} from "../../../src/commands/serve/arguments.ts";

/** The parsed value; undefined if it is refused. */
function taken<T>(parse: (text: string, earlier: undefined) => T, text: string): T | undefined {
  try {
    return parse(text, undefined);
  } catch (error) {
    if (error instanceof InvalidArgumentError) return undefined;
    throw error;
  }
}

describe("an origin", () => {
  test.each([
    ["*", "*"],
    ["https://example.org", "https://example.org"],
    ["https://example.org/", "https://example.org"],
    ["HTTPS://Example.org:443", "https://example.org"],
    ["http://localhost:3000", "http://localhost:3000"],
    ["http://[::1]:3000", "http://[::1]:3000"],
    ["chrome-extension://abcdef", "chrome-extension://abcdef"],
  ])("%p is %p to a browser", (text, origin) => {
    expect(taken(origins, text)).toEqual([origin]);
  });

  test.each(["", "example.org", "https://", "https://a.example/page", "https://me@a.example", "a b", "null"])(
    "is never %p",
    (text) => {
      expect(taken(origins, text)).toBeUndefined();
    },
  );

  test("is one of several", () => {
    expect(origins("http://b", ["http://a"])).toEqual(["http://a", "http://b"]);
  });
});

describe("a name of the machine", () => {
  test.each([
    ["box.example", "box.example"],
    ["Box.Example:8080", "box.example"],
    ["bücher.example", "xn--bcher-kva.example"],
  ])("%p is %p in a request", (text, name) => {
    expect(taken(hostNames, text)).toEqual([name]);
  });

  test.each(["", "http://box.example", "box.example/", "a b", "me@box", "box:port"])(
    "is never %p",
    (text) => {
      expect(taken(hostNames, text)).toBeUndefined();
    },
  );
});

test("an address may have brackets, as in a URL", () => {
  expect(["0.0.0.0", "::1", "[::1]", "box.example"].map((text) => taken(listenAddress, text))).toEqual([
    "0.0.0.0",
    "::1",
    "::1",
    "box.example",
  ]);
  for (const text of ["", " ", "http://0.0.0.0", "[]"]) expect(taken(listenAddress, text)).toBeUndefined();
});

test("a server's name can be typed again", () => {
  for (const text of ["demo", "my server", "größer"]) expect(taken(serverName, text)).toBe(text);
  for (const text of ["", " ", " demo", "a\nb", "\u001b[31m"])
    expect(taken(serverName, text)).toBeUndefined();
});

test("a body limit has a minimum, and a duration is a time", () => {
  expect(["1kB", "32MB", "999", "0", "lots"].map((text) => taken(bodySize, text))).toEqual([
    1000,
    32e6,
    undefined,
    undefined,
    undefined,
  ]);
  expect(["1h30m", "-1", "soon"].map((text) => taken(duration, text))).toEqual([5_400_000, -1000, undefined]);
});
