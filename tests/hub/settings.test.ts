import { afterAll, describe, expect, test } from "bun:test";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkEndpoint, hubSettings, proxyFor } from "../../src/hub/settings.ts";

const home = mkdtempSync(join(tmpdir(), "anechat-hub-home-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));
mkdirSync(join(home, ".cache", "huggingface"), { recursive: true });
writeFileSync(join(home, ".cache", "huggingface", "token"), "of-the-file\n");
writeFileSync(join(home, "other"), "of-another-file");

const settings = (env: Record<string, string> = {}) => hubSettings(env, home);

test("the Hub is huggingface.co unless HF_ENDPOINT says otherwise", () => {
  expect(settings().endpoint).toBe("https://huggingface.co");
  expect(settings({ HF_ENDPOINT: "http://mirror.local:8080/" }).endpoint).toBe("http://mirror.local:8080");
});

test.each([
  [{}, false],
  [{ HF_HUB_OFFLINE: "1" }, true],
  [{ HF_HUB_OFFLINE: "yes" }, true],
  [{ TRANSFORMERS_OFFLINE: "TRUE" }, true],
  [{ HF_HUB_OFFLINE: "0" }, false],
  [{ HF_HUB_OFFLINE: "" }, false],
])("%j means offline: %p", (env, offline) => {
  expect(settings(env as Record<string, string>).offline).toBe(offline);
});

test("snapshots are links unless HF_HUB_DISABLE_SYMLINKS says otherwise", () => {
  expect(settings().links).toBe(true);
  expect(settings({ HF_HUB_DISABLE_SYMLINKS: "1" }).links).toBe(false);
});

describe("the token", () => {
  test.each([
    [{}, "of-the-file"],
    [{ HF_TOKEN: " hf_one\n" }, "hf_one"],
    [{ HUGGING_FACE_HUB_TOKEN: "two" }, "two"],
    [{ HF_TOKEN: "one", HUGGING_FACE_HUB_TOKEN: "two" }, "one"],
    [{ HF_TOKEN_PATH: join(home, "other") }, "of-another-file"],
    [{ HF_HOME: join(home, "nowhere") }, undefined],
    [{ HF_HUB_DISABLE_IMPLICIT_TOKEN: "1" }, undefined],
    [{ HF_HUB_DISABLE_IMPLICIT_TOKEN: "1", HF_TOKEN: "one" }, "one"],
  ])("with %j is %p", (env, token) => {
    expect(settings(env as Record<string, string>).token).toBe(token);
  });
});

test.each(["notaurl", "ftp://mirror", "huggingface.co"])("%s is not a valid HF_ENDPOINT", (endpoint) => {
  expect(() => checkEndpoint(settings({ HF_ENDPOINT: endpoint }))).toThrow(
    expect.objectContaining({ code: "badConfig", message: expect.stringContaining(endpoint) }),
  );
});

describe("a proxy", () => {
  const { proxies } = settings({
    HTTPS_PROXY: "http://proxy:3128",
    http_proxy: "http://plain:3128",
    NO_PROXY: "localhost, .inside.example, 10.0.0.1:8080",
  });
  test.each([
    ["https://huggingface.co/a", "http://proxy:3128"],
    ["http://huggingface.co/a", "http://plain:3128"],
    ["https://localhost:9/a", undefined],
    ["https://hub.inside.example/a", undefined],
    ["https://inside.example/a", undefined],
    ["https://notinside.example/a", "http://proxy:3128"],
    ["http://10.0.0.1:8080/", undefined],
    ["http://10.0.0.1:9090/", "http://plain:3128"],
  ])("%s goes through %p", (address, proxy) => {
    expect(proxyFor(address, proxies)).toBe(proxy);
  });

  test("isn't used if NO_PROXY is *", () => {
    const all = settings({ HTTPS_PROXY: "http://proxy:3128", NO_PROXY: "*" }).proxies;
    expect(proxyFor("https://huggingface.co", all)).toBeUndefined();
  });

  test("that isn't an address is an error without its text, which may contain a password", () => {
    const { proxies: wrong } = settings({ HTTPS_PROXY: "me:secret@proxy" });
    expect(() => proxyFor("https://huggingface.co/a", wrong)).toThrow(
      expect.objectContaining({
        code: "badConfig",
        message: expect.stringMatching(/^HTTPS_PROXY: (?!.*secret)/),
      }),
    );
  });
});
