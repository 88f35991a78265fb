/** A process that has ended does not count as running. */
import { expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { isRunning, processStart } from "../../src/base/running.ts";

test("this process runs, and an unused pid doesn't", () => {
  expect(isRunning(process.pid)).toBe(true);
  expect(isRunning(2 ** 22 + 1)).toBe(false);
});

test.if(process.platform === "linux")("a zombie process does not run", async () => {
  // When the child ends, the shell has become sleep, which never waits for it.
  const parent = Bun.spawn(["sh", "-c", "exec 3<&0; sh -c 'read line <&3' & echo $!; exec sleep 60"], {
    stdin: "pipe",
    stdout: "pipe",
  });
  const reader = parent.stdout.getReader();
  const { value } = await reader.read();
  const pid = Number(new TextDecoder().decode(value));
  const soon = () => new Promise((resolve) => setImmediate(resolve));
  while (readFileSync(`/proc/${parent.pid}/comm`, "utf8").trim() !== "sleep") await soon();
  expect(isRunning(pid)).toBe(true);
  parent.stdin.write("now\n");
  await parent.stdin.flush();
  while (isRunning(pid)) await soon();
  // It still has its pid.
  expect(() => process.kill(pid, 0)).not.toThrow();
  parent.kill();
  await parent.exited;
});

test.skipIf(process.platform === "win32")("processes differ by their start", async () => {
  const [one, other] = [Bun.spawn(["sleep", "60"]), Bun.spawn(["sleep", "60"])];
  const start = processStart(one.pid);
  expect(start).toBeString();
  expect(processStart(one.pid)).toBe(start);
  expect(processStart(process.pid)).not.toBe(start);
  one.kill();
  other.kill();
  await Promise.all([one.exited, other.exited]);
  expect(processStart(2 ** 22 + 1)).toBeUndefined();
});
