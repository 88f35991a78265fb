/** Which paths lead to which routes. */
import { describe, expect, test } from "bun:test";
import { candidates, matchPath } from "../../src/server/paths.ts";
import { findRoute, routes } from "../../src/server/routes.ts";

const routeOf = (method: string, path: string) => {
  const { route, params } = findRoute(method, path);
  return [route?.path, params];
};

describe("a pattern", () => {
  test.each([
    ["/", "/", {}],
    ["/v1/models", "/v1/models", {}],
    ["/v1/models", "/v1/models/", {}],
    ["/v1/models", "/v1/models/a", undefined],
    ["/v1/models/{model}", "/v1/models", undefined],
    ["/v1/models/{model}", "/v1/models/", undefined],
    ["/v1/models/{model}", "/v1/models/a", { model: "a" }],
    ["/v1/models/{model}", "/v1/models/org/name", { model: "org/name" }],
    ["/v1/models/{model}", "/v1/models/%zz", undefined],
    ["/r/{id}/items", "/r/7/items", { id: "7" }],
    ["/r/{id}/items", "/r/7/items/", { id: "7" }],
    ["/r/{id}/items", "/r/a%2Fb/items", { id: "a/b" }],
    ["/r/{id}/items", "/r/7/8/items", undefined],
    ["/r/{id}/items", "/r//items", undefined],
    ["/r/{id}/items", "/r/items", undefined],
    ["/r/{id}/items", "/r/7/item", undefined],
    ["/r/{id}/items", "/r/7", undefined],
  ])("%s and the path %s give %p", (pattern, path, params) => {
    expect(matchPath(pattern, path)).toEqual(params as never);
  });
});

describe("a path", () => {
  test.each([
    ["POST", "/chat/completions", "/v1/chat/completions"],
    ["POST", "/messages", "/v1/messages"],
    ["POST", "/messages/count_tokens", "/v1/messages/count_tokens"],
    ["POST", "/v1/v1/messages", "/v1/messages"],
    ["POST", "/anthropic/v1/messages", "/v1/messages"],
    ["POST", "//v1/chat/completions", "/v1/chat/completions"],
    ["POST", "/openai/v1/responses", "/v1/responses"],
    ["POST", "/responses", "/v1/responses"],
    ["POST", "/embeddings", "/v1/embeddings"],
    // Not chat completions of /v1/chat: this is a route.
    ["POST", "/api/v1/chat", "/api/v1/chat"],
  ])("%s %s leads to %s", (method, path, expected) => {
    expect(routeOf(method, path)).toEqual([expected, {}]);
  });

  test.each([
    ["gpt-4o", "gpt-4o"],
    ["org%2Fname", "org/name"],
    ["a%20b", "a b"],
  ])("of Azure's API names the model %s", (name, deployment) => {
    const path = `/openai/deployments/${name}/chat/completions`;
    expect(routeOf("POST", path)).toEqual(["/v1/chat/completions", { deployment }]);
  });

  test.each([
    "/openai/deployments/a/health",
    "/openai/deployments/%zz/chat/completions",
    "/openai/deployments/a",
    "/v1/v1/v1/models",
    "/v1/health",
    "/chat",
    "/v1",
  ])("%s leads nowhere", (path) => expect(routeOf("POST", path)[0]).toBeUndefined());

  test("of a route leads to this route and no other", () => {
    for (const { method, path } of routes) {
      const parameters = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => [name, "x"]);
      expect(routeOf(method, path.replace(/\{\w+\}/g, "x"))).toEqual([path, Object.fromEntries(parameters)]);
    }
  });

  test("of any length is read in one pass", () => {
    for (const part of ["/", "//a", "/v1", "/openai", "/openai/deployments/a", "%"]) {
      expect([...candidates(`/${part.repeat(20_000)}`)].length).toBeLessThan(5);
    }
  });
});
