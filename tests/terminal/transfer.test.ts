import { expect, test } from "bun:test";
import { TransferRate } from "../../src/terminal/transfer.ts";

const gigabyte = 1_000_000_000;

test("a transfer shows its size, its speed and the time left", () => {
  let now = 0;
  const rate = new TransferRate(() => now);
  expect(rate.describe(0, 2 * gigabyte)).toBe("0 B of 2.0 GB");
  now = 1_000;
  expect(rate.describe(gigabyte / 10, 2 * gigabyte)).toBe("100 MB of 2.0 GB, 100 MB/s, 19 s left");
  now = 2_000;
  expect(rate.describe(2 * gigabyte, 2 * gigabyte)).toMatch(/^2\.0 GB of 2\.0 GB, 1\.0 GB\/s, 1 s left$/);
});

test("the speed is that of the last seconds, without earlier bytes", () => {
  let now = 0;
  const rate = new TransferRate(() => now);
  rate.describe(gigabyte, 2 * gigabyte);
  for (now = 1_000; now <= 20_000; now += 1_000) rate.describe(gigabyte + now * 1_000, 2 * gigabyte);
  now = 21_000;
  expect(rate.describe(gigabyte + 21_000_000, 2 * gigabyte)).toContain(", 1.0 MB/s, 16 min 19 s left");
});

test("a stalled transfer shows no speed", () => {
  let now = 0;
  const rate = new TransferRate(() => now);
  rate.describe(500, 1000);
  now = 9_000;
  expect(rate.describe(500, 1000)).toBe("500 B of 1.0 kB");
});
