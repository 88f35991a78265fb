/** The executable is one file, and unpacks its libraries safely. */
import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import {
  chmodSync,
  copyFileSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { executable, finish, projectFolder, Sandbox, saying } from "../fixtures/executable.ts";

let sandbox: Sandbox;
beforeEach(() => {
  sandbox = new Sandbox();
});
afterEach(() => sandbox[Symbol.dispose]());

const hello = ["-p", "Hi", "--grammar", saying("Hello.")];

/** The only folder of unpacked libraries. */
function libraries(): string {
  const catalog = join(sandbox.cache, "lib");
  const [name, ...others] = readdirSync(catalog);
  expect(others).toEqual([]);
  return join(catalog, name as string);
}

describe("the executable", () => {
  test("is one file of at most 135 MB", () => {
    expect(statSync(executable).size).toBeLessThanOrEqual(135_000_000);
  });

  test("--version lists its components, and the backends that work on this machine", async () => {
    const { code, stdout, stderr } = await sandbox.run(["--version"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(
      /^anechat \d+\.\d+\.\d+\nBun \d+\.\d+\.\d+\nllama\.cpp 0\.5\.0\nbackends: .*CPU.*\n$/,
    );
  });

  test("anechat help all shows flags, examples and exit codes on stdout", async () => {
    const { code, stdout } = await sandbox.run(["help", "all"]);
    expect(code).toBe(0);
    for (const part of ["--prompt <text>", "Examples:", "Exit codes:"]) expect(stdout).toContain(part);
  });

  // Only Linux lists the open files of a process in /proc.
  test.skipIf(process.platform !== "linux")("uses no file of the folder it was built in", async () => {
    const alone = join(sandbox.folder, "anechat");
    copyFileSync(executable, alone);
    chmodSync(alone, 0o755);
    const model = await sandbox.model();
    const child = sandbox.start([model, "-p", "Hi", "-n", "0", "--grammar", "root ::= [a-z ] root"], {
      program: alone,
    });
    // When it writes, everything is loaded.
    const reader = child.stdout.getReader();
    await reader.read();
    expect(readFileSync(`/proc/${child.pid}/maps`, "utf8")).not.toContain(projectFolder);
    for (const file of readdirSync(`/proc/${child.pid}/fd`)) {
      expect(linkTarget(`/proc/${child.pid}/fd/${file}`)).not.toStartWith(projectFolder);
    }
    child.kill("SIGKILL");
    await child.exited;
  });

  test("runs no code and reads no settings from the working folder", async () => {
    const trace = join(sandbox.folder, "trace");
    writeFileSync(
      join(sandbox.cwd, "evil.ts"),
      `require("node:fs").writeFileSync(${JSON.stringify(trace)}, "ran")`,
    );
    writeFileSync(join(sandbox.cwd, "bunfig.toml"), 'preload = ["./evil.ts"]\n');
    writeFileSync(join(sandbox.cwd, ".env"), `HOME=${sandbox.folder}/stolen\nNO_COLOR=1\n`);
    const { code, stdout } = await sandbox.run([await sandbox.model(), ...hello]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: "Hello.\n" });
    expect(() => statSync(trace)).toThrow();
    expect(() => statSync(join(sandbox.folder, "stolen"))).toThrow();
  });
});

describe("the libraries it carries", () => {
  test("are unpacked once, into a private folder", async () => {
    await sandbox.run(["--version"]);
    const folder = libraries();
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    const before = statSync(folder).ino;
    await sandbox.run(["--version"]);
    expect(statSync(libraries()).ino).toBe(before);
  });

  for (const [what, damage] of [
    ["cut short", (file: string) => truncateSync(file, 1000)],
    [
      "changed",
      (file: string) => {
        const bytes = readFileSync(file);
        bytes.fill(0x90, 4096, 8192);
        writeFileSync(file, bytes);
      },
    ],
  ] as const) {
    test(`are replaced when one was ${what}`, async () => {
      await sandbox.run(["--version"]);
      const file = join(libraries(), "libanechat.so");
      const whole = readFileSync(file);
      damage(file);
      const { code, stderr } = await sandbox.run([await sandbox.model(), ...hello]);
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      expect(readFileSync(join(libraries(), "libanechat.so")).equals(whole)).toBe(true);
    });
  }

  test("are never loaded incomplete after unpacking was killed", async () => {
    for (let milliseconds = 5; milliseconds <= 85; milliseconds += 10) {
      const killed = sandbox.start(["--version"]);
      const timer = setTimeout(() => killed.kill("SIGKILL"), milliseconds);
      await killed.exited;
      clearTimeout(timer);
    }
    const { code, stdout } = await sandbox.run([await sandbox.model(), ...hello]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: "Hello.\n" });
  });

  test("are unpacked once by several first runs at the same time", async () => {
    const runs = await Promise.all(Array.from({ length: 4 }, () => sandbox.run(["--version"])));
    for (const { code } of runs) expect(code).toBe(0);
    libraries();
  });

  test("are in a temporary folder if the cache can't be written", async () => {
    const { code, stdout } = await sandbox.run([await sandbox.model(), ...hello], {
      env: { XDG_CACHE_HOME: "/dev/null/cache" },
    });
    expect({ code, stdout }).toEqual({ code: 0, stdout: "Hello.\n" });
    expect(readdirSync(join(sandbox.folder, "tmp"))).toEqual([]);
  });

  test("cause one clear error if they can't be unpacked", async () => {
    // Simulates a full disk: no file may exceed 100 blocks.
    const child = Bun.spawn(["sh", "-c", `trap '' XFSZ; ulimit -f 100; exec "$0" --version`, executable], {
      cwd: sandbox.cwd,
      env: sandbox.environment(),
      stdin: "ignore",
      stdout: "pipe",
      stderr: "pipe",
    });
    const { code, stdout, stderr } = await finish(child);
    expect({ code, stdout }).toEqual({ code: 9, stdout: "" });
    expect(stderr).toMatch(/^anechat: Cannot unpack the embedded files: [^\n]+\n {2}[^\n]+\n$/);
  });
});

test("it answers even if the home can't be written", async () => {
  const nowhere = { HOME: "/dev/null", XDG_DATA_HOME: undefined, XDG_CACHE_HOME: undefined };
  const { code, stdout } = await sandbox.run([await sandbox.model(), ...hello], { env: nowhere });
  expect({ code, stdout }).toEqual({ code: 0, stdout: "Hello.\n" });
});

function linkTarget(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return "";
  }
}
