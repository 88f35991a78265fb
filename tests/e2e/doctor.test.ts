/** `anechat doctor`, and the CPU variant that computes. */
import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Sandbox, saying } from "../fixtures/executable.ts";

let sandbox: Sandbox;
beforeEach(() => {
  sandbox = new Sandbox();
});
afterEach(() => sandbox[Symbol.dispose]());

type Compute = { threads: number; chosen: { variant: string; by: string }; variants: string[] };

async function variants(): Promise<string[]> {
  const { stdout } = await sandbox.run(["doctor", "--json"]);
  return (JSON.parse(stdout) as { cpu: { compute: Compute } }).cpu.compute.variants;
}

describe("anechat doctor", () => {
  test("shows versions, the CPU variant that computes, memory and folders", async () => {
    const { code, stdout, stderr } = await sandbox.run(["doctor"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    for (const line of [
      /^anechat +\d+\.\d+\.\d+$/m,
      /^llama\.cpp +0\.5\.0$/m,
      /^CPU variant +\w[\w.]*, the best one that passed its check$/m,
      /^ +this processor can run [1-9]\d* of the [1-9]\d* inside: \w/m,
      /^memory +\S+ .B free of/m,
      /cache: ~\/.*anechat, \d/m,
    ])
      expect(stdout).toMatch(line);
  });

  test("shows no names, keys or paths of the user", async () => {
    const secret = "hf_AbCdEfGhIjKlMnOp";
    mkdirSync(join(sandbox.folder, "alice"));
    const { stdout } = await sandbox.run(["doctor"], {
      env: { HF_TOKEN: secret, ANECHAT_API_KEY: secret, HF_HOME: join(sandbox.folder, "alice") },
    });
    expect(stdout).toContain("models of the Hub: elsewhere, by HF_HOME");
    expect(stdout).toContain("HF_TOKEN");
    for (const part of [secret, sandbox.folder, "alice"]) expect(stdout).not.toContain(part);
  });

  test("works with invalid settings, and without a usable library", async () => {
    const config = join(sandbox.home, ".config", "anechat");
    mkdirSync(config, { recursive: true });
    writeFileSync(join(config, "config.toml"), "temperature = [1, 2]\nno such");
    const { code, stdout } = await sandbox.run(["doctor"], { env: { ANECHAT_CPU: "i8088" } });
    expect(code).toBe(9);
    expect(stdout).toMatch(/^problem +ANECHAT_CPU=i8088 is not a CPU variant$/m);
    expect(stdout).toMatch(/^anechat +\d/m);
  });

  test("works if a file is in the place of a folder", async () => {
    const env = { XDG_CONFIG_HOME: sandbox.file("file", ""), XDG_DATA_HOME: "/dev/null" };
    const { code, stdout } = await sandbox.run(["doctor"], { env });
    expect(code).toBe(0);
    expect(stdout).toContain("settings: elsewhere, by XDG_CONFIG_HOME, not there");
    expect(stdout).toContain("chats: elsewhere, by XDG_DATA_HOME, not there");
  });
});

describe("ANECHAT_CPU", () => {
  test("answers are written with each variant that this processor can run", async () => {
    const names = await variants();
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) {
      const { code, stdout, stderr } = await sandbox.run(
        ["demo", "-p", "Hi", "--grammar", saying("Hello.")],
        {
          env: { ANECHAT_CPU: name },
        },
      );
      expect({ name, code, stdout, stderr }).toEqual({ name, code: 0, stdout: "Hello.\n", stderr: "" });
    }
  });

  test("the demo knows who it is with each of them", async () => {
    for (const name of await variants()) {
      const args = ["demo", "-p", "Hello, who are you?", "--temperature", "0"];
      expect((await sandbox.run(args, { env: { ANECHAT_CPU: name } })).stdout).toContain("anechat");
    }
  });

  test("of an unknown name is an error", async () => {
    const { code, stdout, stderr } = await sandbox.run(["demo", "-p", "Hi"], {
      env: { ANECHAT_CPU: "i8088" },
    });
    expect({ code, stdout }).toEqual({ code: 13, stdout: "" });
    expect(stderr).toContain(
      "ANECHAT_CPU=i8088 is not a CPU variant\n  Variants that this processor can run: ",
    );
  });
});

test("the result of the CPU check is stored beside the libraries", async () => {
  const first = await sandbox.run(["doctor", "--json"]);
  const second = await sandbox.run(["doctor", "--json"]);
  const isNew = ({ stdout }: { stdout: string }) =>
    (JSON.parse(stdout) as { cpu: { compute: { chosen: { isNew: boolean } } } }).cpu.compute.chosen.isNew;
  expect([isNew(first), isNew(second)]).toEqual([true, false]);
  expect(second.stderr).toBe("");
});
