/** openapi.json describes every route, in a form that client generators can read. */
import { expect, test } from "bun:test";
import { z } from "zod";
import { openApi } from "../../src/server/openapi.ts";
import { check } from "../../src/server/request/check.ts";
import { routes } from "../../src/server/routes.ts";

type Operation = {
  summary: string;
  parameters?: { name: string; in: string; required: boolean; schema: object }[];
  security?: object[];
  requestBody?: { content: { "application/json": { schema: Record<string, unknown> } } };
  responses: Record<string, { headers?: object; content?: object }>;
};

const description = openApi(routes, "1.2.3") as {
  openapi: string;
  info: { version: string };
  paths: Record<string, Record<string, Operation>>;
  components: Record<string, Record<string, object>>;
};

const operations = Object.entries(description.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

/** Every object in it, with its path. */
function* objectsOf(value: unknown, path = "#"): Generator<[string, Record<string, unknown>]> {
  if (typeof value !== "object" || value === null) return;
  if (!Array.isArray(value)) yield [path, value as Record<string, unknown>];
  for (const [key, inner] of Object.entries(value)) yield* objectsOf(inner, `${path}/${key}`);
}

test("every route is described, and nothing else", () => {
  const described = operations.map(({ path, method }) => `${method.toUpperCase()} ${path}`);
  expect(described.sort()).toEqual(routes.map(({ path, method }) => `${method} ${path}`).sort());
  expect(description).toMatchObject({ openapi: "3.1.0", info: { version: "1.2.3" } });
});

test("every operation has a one-line summary and the shape of its errors", () => {
  for (const { operation } of operations) {
    expect(operation.summary).toMatch(/^[A-Z].*[^.]$/);
    expect(Object.keys(operation.responses)).toEqual(["200", "default"]);
  }
  expect(new Set(operations.map(({ operation }) => operation.summary)).size).toBeGreaterThan(10);
});

test("the path parameters are those in braces, and no others", () => {
  for (const { path, operation } of operations) {
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string);
    const parameters = (operation.parameters ?? []).filter((one) => one.in === "path");
    expect(parameters.map(({ name }) => name)).toEqual(named);
    for (const { in: where, required } of parameters) expect([where, required]).toEqual(["path", true]);
  }
});

test("every reference has a target", () => {
  let count = 0;
  for (const [path, { $ref }] of objectsOf(description)) {
    if (typeof $ref !== "string") continue;
    count += 1;
    let at: unknown = description;
    // Within a body's schema, "#" would mean that schema, so only components may be referenced.
    expect(`${path}: ${$ref}`).toContain(": #/components/schemas/");
    for (const step of $ref.slice(2).split("/")) at = (at as Record<string, unknown>)[step];
    expect(at).toBeObject();
  }
  expect(count).toBe(operations.length);
});

test("bodies are described by plain JSON Schema", () => {
  const types = ["object", "array", "string", "number", "integer", "boolean", "null"];
  for (const { operation } of operations) {
    const form = operation.requestBody?.content["application/json"].schema;
    if (form === undefined) continue;
    expect(form).toMatchObject({ type: "object" });
    for (const [path, { type, required, properties, pattern }] of objectsOf(form)) {
      // A property may have the name of a keyword.
      if (path.endsWith("/properties")) continue;
      for (const one of type === undefined ? [] : [type].flat()) expect(types).toContain(one as string);
      if (typeof pattern === "string") expect(() => new RegExp(pattern)).not.toThrow();
      if (!Array.isArray(required)) continue;
      for (const name of required) expect(Object.keys(properties as object)).toContain(name);
    }
  }
});

test("what is described as required is required", () => {
  for (const { path, method, body } of routes) {
    if (body === undefined) continue;
    const operation = description.paths[path]?.[method.toLowerCase()];
    const { required = [] } = operation?.requestBody?.content["application/json"].schema ?? {};
    const [first] = required as string[];
    if (first === undefined) expect(check(body, {})).toEqual({});
    else expect(() => check(body, {})).toThrow(new RegExp(`^${first}: `));
  }
});

test("every field that isn't required may be null", () => {
  for (const { path, body } of routes) {
    if (body === undefined) continue;
    const { properties = {}, required = [] } = z.toJSONSchema(body, { io: "input" });
    for (const [name, field] of Object.entries(properties)) {
      if (required.includes(name) || typeof field === "boolean") continue;
      const types = [field, ...(field.anyOf ?? [])].flatMap((one) => (one as { type?: unknown }).type ?? []);
      const takesAnything = Object.keys(field).every((key) => key === "description");
      expect({ path, name, takesNull: takesAnything || types.includes("null") }).toEqual({
        path,
        name,
        takesNull: true,
      });
    }
  }
});

test("every route that needs a key names its security schemes", () => {
  for (const { path, method, isOpen } of routes) {
    const security = description.paths[path]?.[method.toLowerCase()]?.security;
    expect(security === undefined).toBe(isOpen === true);
    for (const name of (security ?? []).flatMap((one) => Object.keys(one))) {
      expect(Object.keys(description.components.securitySchemes ?? {})).toContain(name);
    }
  }
  expect(routes.filter(({ isOpen }) => isOpen).map(({ path }) => path)).toEqual([
    "/",
    "/api/v1/health",
    "/v1/health",
    "/health",
    "/openapi.json",
  ]);
});

test("routes with streams have the media type of events, and every answer has the id of its request", () => {
  const streaming: string[] = [];
  for (const { path, method } of routes) {
    const responses = description.paths[path]?.[method.toLowerCase()]?.responses ?? {};
    for (const response of Object.values(responses)) {
      expect(Object.keys(response.headers ?? {})).toContain("x-request-id");
    }
    if (Object.hasOwn(responses[200]?.content ?? {}, "text/event-stream")) streaming.push(path);
  }
  expect(streaming.sort()).toEqual([
    "/api/v1/chat",
    "/api/v1/generate",
    "/completion",
    "/completions",
    "/infill",
    "/v1/chat/completions",
    "/v1/completions",
    "/v1/messages",
    "/v1/responses",
  ]);
});
