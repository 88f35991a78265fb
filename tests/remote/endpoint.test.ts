import { expect, test } from "bun:test";
import {
  formatAddress,
  isPlaintextHttp,
  parseAddress,
  parseEndpoint,
  routeOf,
} from "../../src/remote/endpoint.ts";

test("all ways to write an endpoint's address give the same endpoint", () => {
  for (const [written, endpoint] of [
    ["http://localhost:8000", "http://localhost:8000/v1"],
    ["http://localhost:8000/", "http://localhost:8000/v1"],
    ["http://localhost:8000/v1", "http://localhost:8000/v1"],
    [" HTTPS://API.example.com/v1/// ", "https://api.example.com/v1"],
    ["https://host/openai", "https://host/openai/v1"],
    ["https://host/openai/v1/chat/completions", "https://host/openai/v1"],
    ["https://host/v1beta/openai/chat/completions", "https://host/v1beta/openai"],
    ["https://host/chat/completions", "https://host/chat/completions"],
    ["https://host/api/paas/v4", "https://host/api/paas/v4"],
    ["https://host/v1/models", "https://host/v1"],
    // A service behind a Kubernetes API server: the version inside the path is that of Kubernetes.
    [
      "https://k8s:6443/api/v1/namespaces/default/services/http:qwen:80/proxy",
      "https://k8s:6443/api/v1/namespaces/default/services/http:qwen:80/proxy/v1",
    ],
  ] as const) {
    expect(parseEndpoint(written)).toBe(endpoint);
    expect(parseEndpoint(endpoint)).toBe(endpoint);
  }
  expect(routeOf("http://localhost:8000/v1", "/models")).toBe("http://localhost:8000/v1/models");
  expect(routeOf("https://host/chat/completions", "/models")).toBe("https://host/models");
});

test("an invalid endpoint is refused, and a possible secret isn't printed", () => {
  for (const text of ["", "localhost:8000", "ftp://host", "http://", "host/v1"]) {
    expect(() => parseEndpoint(text)).toThrow("must begin with http:// or https://");
  }
  for (const text of ["https://me:sk-secret@host/v1", "https://host/v1?key=sk-secret"]) {
    let message = "";
    try {
      parseEndpoint(text);
    } catch (error) {
      message = String(error);
    }
    expect(message).toContain("host");
    expect(message).not.toContain("sk-secret");
  }
});

test("an address contains endpoint and model", () => {
  expect(parseAddress("https://host#org/model:7b")).toEqual({
    endpoint: "https://host/v1",
    model: "org/model:7b",
  });
  expect(parseAddress("http://host/v1")).toEqual({ endpoint: "http://host/v1", model: undefined });
  expect(parseAddress("owner/name")).toBeUndefined();
  for (const address of ["https://host/v1#org/model:7b", "http://host/v1"]) {
    expect(formatAddress(parseAddress(address)!)).toBe(address);
  }
});

test("plain http is safe only on this machine", () => {
  const inTheClear = ["http://host/v1", "http://192.168.1.2:8000/v1", "http://127.evil.com/v1"];
  const safe = ["https://host/v1", "http://localhost:1/v1", "http://127.0.0.1/v1", "http://[::1]:8080/v1"];
  for (const endpoint of inTheClear) expect(isPlaintextHttp(endpoint)).toBe(true);
  for (const endpoint of safe) expect(isPlaintextHttp(endpoint)).toBe(false);
});
