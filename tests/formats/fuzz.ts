/** What a reader of bytes from outside promises, whatever they are: to take them or to say "badModel", soon. */
import { expect } from "bun:test";
import { type Random, seededRandom } from "../../scripts/random.ts";
import { AnechatError } from "../../src/base/errors.ts";

/**
 * @param mutate a damaged file; the generator is seeded, so that a failure comes again
 * @param parse throws what the reader throws
 * @param check what was parsed; it may still be refused
 */
export function expectParsedOrRefused<Parsed>(
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
  // Both ways out are taken, or the mutations are too weak or too strong to tell anything.
  expect(parsed).toBeGreaterThan(mutations / 100);
  expect(parsed).toBeLessThan(mutations / 2);
  // A busy machine may stop us for a while; believing one count would take far longer, and gigabytes.
  expect(slowest).toBeLessThan(1000);
  expect(process.memoryUsage().rss - memoryBefore).toBeLessThan(500_000_000);
}

/** Copies of some bytes, each with a few damaged, a piece cut out or its end lost; the same each time. */
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
