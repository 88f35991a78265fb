/** A process that has ended isn't taken for one that runs. */
import { expect, test } from "bun:test";
import { isRunning, processStart } from "../../src/base/running.ts";

test("this process runs, and a number that no process has doesn't", () => {
  expect(isRunning(process.pid)).toBe(true);
  expect(isRunning(2 ** 22 + 1)).toBe(false);
});

test.if(process.platform === "linux")("a process that nobody waited for has ended all the same", async () => {
  // The inner shell's child ends at once; sleep, which the shell becomes, never asks for it.
  const parent = Bun.spawn(["sh", "-c", "sh -c 'exit 0' & echo $!; exec sleep 60"], { stdout: "pipe" });
  const reader = parent.stdout.getReader();
  const { value } = await reader.read();
  const pid = Number(new TextDecoder().decode(value));
  while (isRunning(pid)) await new Promise((resolve) => setImmediate(resolve));
  // It still has its number.
  expect(() => process.kill(pid, 0)).not.toThrow();
  parent.kill();
  await parent.exited;
});

test.skipIf(process.platform === "win32")("a process is told from another by when it began", async () => {
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
