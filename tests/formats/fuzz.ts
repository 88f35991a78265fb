/** Checks that a reader parses any bytes or rejects them with "badModel", in limited time. */
import { expect } from "bun:test";
import { type Random, seededRandom } from "../../scripts/random.ts";
import { AnechatError } from "../../src/base/errors.ts";

/**
 * @param mutate makes a damaged file; the generator is seeded, so that failures are reproducible
 * @param parse throws the reader's errors
 * @param check checks what was parsed; may throw "badModel", too
 */
export function expectParsedOrRejected<Parsed>(
  mutations: number,
  mutate: (random: Random) => Uint8Array,
  parse: (bytes: Uint8Array, random: Random) => Parsed,
  check: (parsed: Parsed, bytes: Uint8Array) => void,
): void {
  const random = seededRandom(20_261_121);
  let parsed = 0;
  let slowest = 0;
  const memoryBefore = process.memoryUsage().rss;
  for (let round = 0; round < mutations; round++) {
    const bytes = mutate(random);
    const start = performance.now();
    try {
      const result = parse(bytes, random);
      parsed += 1;
      check(result, bytes);
    } catch (error) {
      if (!(error instanceof AnechatError) || error.code !== "badModel") {
        throw new Error(`mutation ${round} ends in another error`, { cause: error });
      }
    }
    slowest = Math.max(slowest, performance.now() - start);
  }
  // Both outcomes occur; otherwise the mutations are too weak or too strong.
  expect(parsed).toBeGreaterThan(mutations / 100);
  expect(parsed).toBeLessThan(mutations / 2);
  // Generous for a busy machine. Trusting a damaged count would take far longer, and gigabytes.
  expect(slowest).toBeLessThan(1000);
  expect(process.memoryUsage().rss - memoryBefore).toBeLessThan(500_000_000);
}

/** Calls `check` with damaged copies: changed bytes, a part removed, or the end missing. Seeded. */
export function fuzz(whole: Uint8Array, rounds: number, check: (damaged: Uint8Array) => void): void {
  const random = seededRandom(20_261_122);
  for (let round = 0; round < rounds; round++) {
    const at = random.below(whole.length);
    switch (random.below(3)) {
      case 0:
        check(whole.slice(0, at));
        break;
      case 1:
        check(Uint8Array.from([...whole.subarray(0, at), ...whole.subarray(at + 1 + random.below(8))]));
        break;
      default: {
        const damaged = Uint8Array.from(whole);
        for (let count = 1 + random.below(4); count > 0; count--)
          damaged[random.below(whole.length)] = random.below(256);
        check(damaged);
      }
    }
  }
}
