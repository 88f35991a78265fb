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
  type CheckFailure,
  type CpuChoice,
  checkModule,
  chooseCpu,
  cpuChoiceFile,
  cpuVariants,
} from "../../src/llama/cpu-variant.ts";
import { libraryFolder } from "../../src/llama/libraries.ts";
import { native } from "../fixtures/native.ts";

const libraries = libraryFolder(undefined);

/** The same libraries, without a saved choice. */
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "anechat-cpu-"));
  const modules = readdirSync(libraries).filter((name) => /\.(so|dylib|dll)$/.test(name));
  for (const name of modules) symlinkSync(join(libraries, name), join(folder, name));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const usable = cpuVariants(native(), libraries).filter(({ score }) => score > 0);

/** A library that ends its process as it is opened. @param statement of C++ */
function module(statement: string, head = ""): string {
  return compiled("dying.so", `${head}struct dying { dying() { ${statement}; } } now;\n`);
}

/** @param code of C++ */
function compiled(name: string, code: string): string {
  const source = join(folder, `${name}.cpp`);
  const module = join(folder, name);
  writeFileSync(source, code);
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
    test(`${name} computes the products of every type correctly, in each kind of buffer`, () => {
      expect(checkModule(libraries, path)).toBeUndefined();
    });
  }

  test("there is at least one, and the best comes first", () => {
    expect(usable.length).toBeGreaterThan(0);
    const scores = usable.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  });
});

describe("a check", () => {
  test.skipIf(process.platform === "win32")(
    "of a module that crashes reports it, and this process lives",
    () => {
      const failure = checkModule(libraries, module("__builtin_trap()"));
      expect(failure).toEqual({
        reason: expect.stringMatching(/^ended with SIG(ILL|TRAP)$/),
        isLasting: true,
      });
    },
  );

  test.skipIf(process.platform === "win32")("that was killed from outside does not fail the module", () => {
    // Ctrl+C sends SIGINT, the OOM killer SIGKILL.
    for (const signal of ["SIGINT", "SIGKILL"]) {
      const killed = module(`raise(${signal})`, "#include <csignal>\n");
      expect(() => checkModule(libraries, killed)).toThrow(signal);
    }
  });

  test("of a file that is not a module fails", () => {
    writeFileSync(join(folder, "text.so"), "not a library");
    expect(checkModule(libraries, join(folder, "text.so"))).toEqual({
      reason: "ended with exit code 1",
      isLasting: false,
    });
  });
});

describe("the variant that computes", () => {
  const all = (): undefined => undefined;
  const crash: CheckFailure = { reason: "ended with SIGILL", isLasting: true };

  function chosen(
    check: (module: string) => CheckFailure | undefined,
    env = {},
    now = 0,
  ): CpuChoice & { path: string } {
    return chooseCpu(native(), folder, env, check, now);
  }

  test("is the best that passes its check, and is saved with the failures of better ones", () => {
    let checks = 0;
    const first = chosen(() => (++checks < usable.length ? crash : undefined));
    const better = usable.slice(0, -1).map(({ name }) => ({ name, reason: crash.reason }));
    expect(first).toMatchObject({ variant: usable.at(-1)?.name, leftOut: better, by: "check", isNew: true });
    expect(existsSync(first.path)).toBe(true);

    const second = chosen(() => {
      throw new Error("the choice was saved");
    });
    expect(second).toEqual({ ...first, isNew: false });
  });

  test("is chosen again for another processor, and if the saved choice is damaged", () => {
    chosen(() => undefined);
    const file = join(folder, cpuChoiceFile);
    const saved = readFileSync(file, "utf8");
    for (const changed of [
      saved.replace(/"identity":"[^"]*"/, '"identity":"another"'),
      saved.slice(0, 20),
      "null",
      "",
    ]) {
      writeFileSync(file, changed);
      expect(chosen(all).isNew).toBe(true);
      expect(chosen(all).isNew).toBe(false);
    }
  });

  test("is chosen again the next day if a better one failed for a temporary reason", () => {
    let checks = 0;
    const timeout = { reason: "did not finish within 30 s", isLasting: false };
    const [first] = usable;
    const second = chosen(() => (++checks === 1 ? timeout : undefined));
    expect(second.leftOut).toEqual([{ name: first?.name as string, reason: timeout.reason }]);
    expect(chosen(all, {}, 86_399_999)).toEqual({ ...second, isNew: false });
    expect(chosen(all, {}, 86_400_000)).toMatchObject({ variant: first?.name, leftOut: [], isNew: true });
  });

  test("is the one with the highest score if no process can be started, and is not saved", () => {
    const fails = (): never => {
      throw new Error("EPERM");
    };
    expect(chosen(fails)).toMatchObject({ variant: usable[0]?.name, by: "unchecked" });
    expect(existsSync(join(folder, cpuChoiceFile))).toBe(false);
  });

  test("is the one that ANECHAT_CPU names, without a check", () => {
    const name = usable.at(-1)?.name as string;
    expect(chosen(() => crash, { ANECHAT_CPU: name })).toMatchObject({
      variant: name,
      by: "user",
    });
  });

  test("named by ANECHAT_CPU must exist and run here: the error lists those that can", () => {
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

  test.skipIf(process.platform === "win32")(
    "is an error where all are for other processors, with their names and how to build the others",
    () => {
      for (const file of readdirSync(folder).filter((name) => name.includes("ggml-cpu"))) {
        rmSync(join(folder, file));
      }
      for (const name of ["libggml-cpu-zen9.so", "libggml-cpu-armv12.so"]) {
        compiled(name, 'extern "C" int ggml_backend_score() { return 0; }\n');
      }
      try {
        chosen(all);
        expect.unreachable();
      } catch (error) {
        if (!(error instanceof AnechatError)) throw error;
        expect(error.code).toBe("engineUnavailable");
        expect(error.message).toContain("this processor can run none of its CPU variants (armv12, zen9)");
        expect(error.hint).toContain('"npm run build -- --all"');
      }
    },
  );

  test("is an error where none passes, with what is wrong with each", () => {
    try {
      chosen(() => crash);
      expect.unreachable();
    } catch (error) {
      if (!(error instanceof AnechatError)) throw error;
      expect(error.code).toBe("engineUnavailable");
      for (const { name } of usable) expect(error.message).toContain(`${name} ended with SIGILL`);
    }
  });
});
