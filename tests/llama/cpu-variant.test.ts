import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AnechatError } from "../../src/base/errors.ts";
import {
  type CpuChoice,
  checkModule,
  chooseCpu,
  cpuChoiceFile,
  cpuVariants,
} from "../../src/llama/cpu-variant.ts";
import { libraryFolder } from "../../src/llama/libraries.ts";
import { native } from "../fixtures/native.ts";

const libraries = libraryFolder(undefined);

/** The same libraries, for which nothing was found out yet. */
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "anechat-cpu-"));
  const modules = readdirSync(libraries).filter((name) => /\.(so|dylib|dll)$/.test(name));
  for (const name of modules) symlinkSync(join(libraries, name), join(folder, name));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const usable = cpuVariants(native(), libraries).filter(({ score }) => score > 0);

/** A library that dies as one does whose instructions the processor doesn't have. */
function dyingModule(): string {
  const source = join(folder, "dying.cpp");
  const module = join(folder, "dying.so");
  writeFileSync(source, "struct dying { dying() { __builtin_trap(); } } now;\n");
  const compiler = process.env.CXX?.trim() || "c++";
  const { exitCode, stderr } = Bun.spawnSync([
    ...compiler.split(/\s+/),
    "-shared",
    "-fPIC",
    "-o",
    module,
    source,
  ]);
  if (exitCode !== 0) throw new Error(stderr.toString());
  return module;
}

describe("each CPU variant that this processor can run", () => {
  for (const { name, path } of usable) {
    test(`${name} computes the products of every type rightly, in each of its buffers`, () => {
      expect(checkModule(libraries, path)).toBeUndefined();
    });
  }

  test("there is one at least, and the best comes first", () => {
    expect(usable.length).toBeGreaterThan(0);
    const scores = usable.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  });
});

describe("a check", () => {
  test.skipIf(process.platform === "win32")("of a module that dies says so, and this process lives", () => {
    expect(checkModule(libraries, dyingModule())).toMatch(/^ended with SIG(ILL|TRAP)$/);
  });

  test("of a file that is no module is no success", () => {
    writeFileSync(join(folder, "text.so"), "no library");
    expect(checkModule(libraries, join(folder, "text.so"))).toBe("ended with exit code 1");
  });
});

describe("the variant that computes", () => {
  const all = (): undefined => undefined;

  function chosen(check: (module: string) => string | undefined, env = {}): CpuChoice & { path: string } {
    return chooseCpu(native(), folder, env, check);
  }

  test("is the best one that passes its check, and the reasons of better ones are kept", () => {
    let checks = 0;
    const first = chosen(() => (++checks < usable.length ? "ended with SIGILL" : undefined));
    const better = usable.slice(0, -1).map(({ name }) => ({ name, reason: "ended with SIGILL" }));
    expect(first).toMatchObject({ variant: usable.at(-1)?.name, leftOut: better, by: "check", isNew: true });
    expect(existsSync(first.path)).toBe(true);

    const second = chosen(() => {
      throw new Error("it is known already");
    });
    expect(second).toEqual({ ...first, isNew: false });
  });

  test("is found out anew for another processor, and where what was kept is damaged", () => {
    chosen(() => undefined);
    const file = join(folder, cpuChoiceFile);
    const kept = readFileSync(file, "utf8");
    for (const changed of [
      kept.replace(/"identity":"[^"]*"/, '"identity":"another"'),
      kept.slice(0, 20),
      "null",
      "",
    ]) {
      writeFileSync(file, changed);
      expect(chosen(all).isNew).toBe(true);
      expect(chosen(all).isNew).toBe(false);
    }
  });

  test("is the best by its score where no process can be started, and that isn't kept", () => {
    const fails = (): never => {
      throw new Error("EPERM");
    };
    expect(chosen(fails)).toMatchObject({ variant: usable[0]?.name, by: "unchecked" });
    expect(existsSync(join(folder, cpuChoiceFile))).toBe(false);
  });

  test("is what ANECHAT_CPU says, without a check", () => {
    const wanted = usable.at(-1)?.name as string;
    expect(chosen(() => "is never asked", { ANECHAT_CPU: wanted })).toMatchObject({
      variant: wanted,
      by: "user",
    });
  });

  test("of a name that there isn't, or that can't run here, is an error that names those that can", () => {
    const impossible = cpuVariants(native(), folder).filter(({ score }) => score <= 0);
    for (const name of ["i8088", ...impossible.map((one) => one.name)]) {
      try {
        chosen(all, { ANECHAT_CPU: name });
        expect.unreachable();
      } catch (error) {
        if (!(error instanceof AnechatError)) throw error;
        expect(error.code).toBe("badConfig");
        expect(error.message).toContain(name);
        expect(error.hint).toContain(usable[0]?.name as string);
      }
    }
  });

  test("is an error where none passes, with what is wrong with each", () => {
    try {
      chosen(() => "ended with SIGILL");
      expect.unreachable();
    } catch (error) {
      if (!(error instanceof AnechatError)) throw error;
      expect(error.code).toBe("engineUnavailable");
      for (const { name } of usable) expect(error.message).toContain(`${name} ended with SIGILL`);
    }
  });
});
