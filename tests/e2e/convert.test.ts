/** Models that aren't GGUF: folders and repos with safetensors, which are converted when opened. */
import { describe, expect, test } from "bun:test";
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, join } from "node:path";
import { writeSourceModel } from "../fixtures/convert/source-model.ts";
import { sourceSpecs } from "../fixtures/convert/specs/index.ts";
import { executable, type RunOptions, Sandbox, saying } from "../fixtures/executable.ts";
import { FakeHub } from "../fixtures/fake-hub.ts";
import { TerminalSession } from "../fixtures/terminal.ts";

const repo = "anna/Tiny";

function source(home: Sandbox, name = "qwen2"): string {
  return writeSourceModel(sourceSpecs.find((spec) => spec.name === name)!, home.folder);
}

function filesOf(folder: string): Record<string, Uint8Array> {
  return Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]));
}

function hubWith(folder: string, more: Record<string, Uint8Array> = {}, gguf?: string): FakeHub {
  const hub = new FakeHub();
  hub.add(repo, { files: { ...filesOf(folder), ...more }, ...(gguf === undefined ? {} : { gguf }) });
  return hub;
}

const at = (hub: FakeHub): RunOptions => ({ env: { HF_ENDPOINT: hub.endpoint } });
const answering = ["--prompt", "Hello", "--raw", "--grammar", saying("Hi.")];

describe("a folder with safetensors", () => {
  test("opens like a model, and is converted only once", async () => {
    using home = new Sandbox();
    const folder = source(home);
    const first = await home.run([folder, ...answering]);
    expect(first).toMatchObject({ code: 0, stdout: "Hi.\n" });
    expect(first.stderr).toContain("Converting qwen2 to Q8_0...");
    expect(await home.run([folder, ...answering])).toMatchObject({ code: 0, stdout: "Hi.\n", stderr: "" });
  });

  test("that changed is converted again", async () => {
    using home = new Sandbox();
    const folder = source(home);
    await home.run([folder, ...answering]);
    writeFileSync(join(folder, "generation_config.json"), JSON.stringify({ temperature: 0.1 }));
    expect((await home.run([folder, ...answering])).stderr).toContain("Converting");
    expect(JSON.parse((await home.run(["list", "--json"])).stdout)).toHaveLength(1);
  });

  test("opens in a terminal: progress, then the prompt", async () => {
    using home = new Sandbox();
    const folder = source(home);
    await using chat = new TerminalSession(home, [folder, "--raw", "--grammar", saying("Hi.")], {
      columns: 110,
    });
    await chat.prompts(1);
    expect(chat.text).toMatch(/^Converting qwen2 to Q8_0\.\.\. 100%$/m);
    expect(chat.text).toMatch(/^Converted to \d+ kB in [\d.]+ s: /m);
    chat.say("Hello");
    await chat.shows("prompt -> Hello\nHi.\n");
    chat.say("quit");
    expect(await chat.exit()).toBe(0);
  });

  test("is converted as --quant, --4bit and --8bit say; each result is kept", async () => {
    using home = new Sandbox();
    const folder = source(home);
    for (const [flags, quantization] of [
      [["--quant", "f16"], "F16"],
      [["--4bit"], "Q4_K_M"],
      [["--8bit"], "Q8_0"],
    ] as const) {
      const { code, stderr } = await home.run([folder, ...flags, ...answering]);
      expect({ code, stderr }).toMatchObject({
        code: 0,
        stderr: expect.stringContaining(` to ${quantization}`),
      });
    }
    const listed = JSON.parse((await home.run(["ls", "--json"])).stdout) as {
      name: string;
      converted: boolean;
    }[];
    expect(listed.map(({ name }) => name).sort()).toEqual(["qwen2:F16", "qwen2:Q4_K_M", "qwen2:Q8_0"]);
    expect(listed.every(({ converted }) => converted)).toBe(true);
  });

  test.each([
    [["--quant", "Q9"], 2, "There is no quantization Q9"],
    [["--4bit", "--8bit"], 2, "exclude each other"],
    [["--quant", "Q8_0", "--4bit"], 2, "exclude each other"],
    [["--pre", "nonsense"], 2, "nonsense"],
  ])("refuses %p", async (flags, code, message) => {
    using home = new Sandbox();
    const finished = await home.run([source(home), ...flags, ...answering]);
    expect(finished).toMatchObject({ code, stdout: "", stderr: expect.stringContaining(message) });
  });

  test("that can't be converted has an error with the reason", async () => {
    using home = new Sandbox();
    const says = async (
      change: (folder: string) => void,
    ): Promise<{ code: number | null; stderr: string }> => {
      const folder = source(home);
      change(folder);
      const { code, stderr } = await home.run([folder, ...answering]);
      rmSync(folder, { recursive: true });
      return { code, stderr };
    };
    const config = (folder: string, changes: object): void => {
      const path = join(folder, "config.json");
      writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, "utf8")), ...changes }));
    };
    expect(await says((folder) => config(folder, { architectures: ["MambaForCausalLM"] }))).toMatchObject({
      code: 8,
      stderr: expect.stringContaining("MambaForCausalLM"),
    });
    expect(
      await says((folder) => config(folder, { quantization_config: { quant_method: "gptq", bits: 4 } })),
    ).toMatchObject({ code: 8, stderr: expect.stringContaining("gptq") });
    expect(await says((folder) => config(folder, { num_hidden_layers: 3 }))).toMatchObject({
      code: 8,
      stderr: expect.stringContaining("layer 2"),
    });
    expect(await says((folder) => config(folder, { hidden_size: 128 }))).toMatchObject({
      code: 8,
      stderr: expect.stringContaining("[any, 128]"),
    });
    expect(await says((folder) => writeFileSync(join(folder, "config.json"), "{"))).toMatchObject({
      code: 8,
    });
    expect(
      await says((folder) => {
        const path = join(folder, "model.safetensors");
        writeFileSync(path, readFileSync(path).subarray(0, -100));
      }),
    ).toMatchObject({ code: 8, stderr: expect.stringContaining("truncated") });
    expect(await says((folder) => rmSync(join(folder, "tokenizer.json")))).toMatchObject({ code: 8 });
    expect(
      await says((folder) => {
        rmSync(join(folder, "config.json"));
        writeFileSync(join(folder, "adapter_config.json"), "{}");
      }),
    ).toMatchObject({ code: 8, stderr: expect.stringContaining("LoRA") });
  });

  test("whose conversion was killed leaves nothing that is loaded", async () => {
    using home = new Sandbox();
    const folder = source(home);
    // A partial result, as a killed process leaves it.
    await home.run([folder, ...answering]);
    const [{ path }] = JSON.parse((await home.run(["ls", "--json"])).stdout) as [{ path: string }];
    const part = `${path}.4194999-0a1b2c3d.part`;
    copyFileSync(path, part);
    rmSync(path);
    expect(JSON.parse((await home.run(["ls", "--json"])).stdout)).toEqual([]);
    expect((await home.run([folder, ...answering])).stderr).toContain("Converting");
    expect(existsSync(part)).toBe(false);
  });
});

describe("a repo with safetensors", () => {
  test("is fetched, converted and answers; the second time without a network", async () => {
    using home = new Sandbox();
    const more = {
      "README.md": new Uint8Array(10),
      "pytorch_model.bin": new Uint8Array(10),
      "onnx/model.safetensors": new Uint8Array(10),
    };
    const hub = hubWith(source(home), more);
    const first = await home.run([repo, ...answering], at(hub));
    expect(first).toMatchObject({ code: 0, stdout: "Hi.\n" });
    expect(first.stderr).toContain(`Downloading ${repo}...`);
    expect(first.stderr).toContain("Converting Tiny to Q8_0...");
    const fetched = hub.requests.map(({ path }) => path).filter((path) => path.includes("/resolve/"));
    expect(fetched.filter((path) => /README|\.bin|onnx/.test(path))).toEqual([]);
    const env = at(hub);
    await hub[Symbol.asyncDispose]();
    expect(await home.run([repo, ...answering], env)).toMatchObject({ code: 0, stdout: "Hi.\n", stderr: "" });
  });

  test("keeps its weights only with --keep-source", async () => {
    using home = new Sandbox();
    await using hub = hubWith(source(home));
    const snapshot = join(home.home, ".cache/huggingface/hub/models--anna--Tiny/snapshots", hub.commit(repo));
    await home.run(["pull", repo], at(hub));
    expect(existsSync(join(snapshot, "model.safetensors"))).toBe(false);
    expect(existsSync(join(snapshot, "config.json"))).toBe(true);
    await home.run(["pull", repo, "--quant", "F16", "--keep-source"], at(hub));
    expect(existsSync(join(snapshot, "model.safetensors"))).toBe(true);
    // Weights that were there before are kept without --keep-source, too.
    await home.run(["pull", repo, "--quant", "BF16"], at(hub));
    expect(existsSync(join(snapshot, "model.safetensors"))).toBe(true);
  });

  test("names its quantization as a GGUF repo does", async () => {
    using home = new Sandbox();
    await using hub = hubWith(source(home));
    const pulled = await home.run(["pull", `${repo}:q4_k_m`, "--json"], at(hub));
    expect(JSON.parse(pulled.stdout)).toMatchObject({
      repo,
      quantization: "Q4_K_M",
      commit: hub.commit(repo),
    });
    const { stdout } = await home.run(["show", `${repo}:Q4_K_M`]);
    expect(stdout).toContain("Tiny-Q4_K_M.gguf");
    expect((await home.run(["rm", repo])).stdout).toMatch(/^Removed anna\/Tiny:Q4_K_M \(\d+ kB\)\.\n$/);
    expect(JSON.parse((await home.run(["ls", "--json"])).stdout)).toEqual([]);
  });

  test("names a GGUF repo of the same model, and doesn't switch to it", async () => {
    using home = new Sandbox();
    await using hub = hubWith(source(home), {}, "anna/Tiny-GGUF");
    const { stderr } = await home.run(["pull", repo], at(hub));
    expect(stderr).toContain("There is a GGUF of it on the Hub: anna/Tiny-GGUF");
    expect(stderr).toContain("Converting");
  });

  test("with an adapter, or with pickled weights only, is refused", async () => {
    using home = new Sandbox();
    await using hub = new FakeHub();
    hub.add("anna/Lora", {
      files: { "adapter_config.json": new Uint8Array(2), "adapter_model.safetensors": new Uint8Array(9) },
    });
    hub.add("anna/Pickled", {
      files: { "config.json": new Uint8Array(2), "pytorch_model.bin": new Uint8Array(9) },
    });
    for (const [name, message] of [
      ["anna/Lora", "LoRA"],
      ["anna/Pickled", "pickled"],
    ] as const) {
      expect(await home.run(["pull", name], at(hub))).toMatchObject({
        code: 3,
        stderr: expect.stringContaining(message),
      });
    }
  });
});

describe("anechat convert", () => {
  test("writes the named file, and doesn't overwrite another", async () => {
    using home = new Sandbox();
    const folder = source(home);
    const out = join(home.cwd, "mine.gguf");
    const first = await home.run(["convert", folder, "mine.gguf", "--quant", "BF16", "--json"]);
    expect(JSON.parse(first.stdout)).toMatchObject({ path: out, quantization: "BF16" });
    expect((await home.run([out, ...answering])).stdout).toBe("Hi.\n");
    expect(await home.run(["convert", folder, "mine.gguf"])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("--force"),
    });
    expect((await home.run(["convert", folder, "mine.gguf", "--force"])).code).toBe(0);
    const named = await home.run(["convert", folder, "--quiet"]);
    expect(named).toMatchObject({ code: 0, stdout: `${join(home.cwd, "qwen2-Q8_0.gguf")}\n`, stderr: "" });
  });

  test("takes a repo, too", async () => {
    using home = new Sandbox();
    await using hub = hubWith(source(home));
    const { stdout } = await home.run(["convert", repo, "--8bit"], at(hub));
    expect(basename(stdout.trimEnd())).toBe("Tiny-Q8_0.gguf");
    expect(existsSync(stdout.trimEnd())).toBe(true);
  });

  test("takes a folder called demo, although the built-in model has that name", async () => {
    using home = new Sandbox();
    cpSync(source(home), join(home.cwd, "demo"), { recursive: true });
    const { code, stdout } = await home.run(["convert", "demo", "out.gguf"]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: `${join(home.cwd, "out.gguf")}\n` });
  });

  test("refuses what it can't convert", async () => {
    using home = new Sandbox();
    mkdirSync(join(home.cwd, "empty"));
    for (const [args, code] of [
      [["convert", "nowhere"], 3],
      [["convert", "empty"], 2],
      [["convert", executable], 2],
      [["convert", "anna/Tiny:Q8_0"], 2],
      [["convert", "demo"], 3],
      [["convert", "http://localhost:8000#qwen"], 2],
      [["demo", "--quant", "Q8_0", "-p", "Hi"], 2],
    ] as const) {
      expect({ args, ...(await home.run([...args])) }).toMatchObject({ args, code, stdout: "" });
    }
  });
});
