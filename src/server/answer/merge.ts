/** Several streams as one. */
import { EventQueue } from "../../base/event-queue.ts";

/**
 * The values of several streams as they arrive, with the stream's index. Ending the iteration ends
 * all streams.
 * @param atOnce how many streams run at the same time; the others wait
 */
export async function* merged<T>(
  streams: readonly AsyncGenerator<T, void>[],
  atOnce = Number.POSITIVE_INFINITY,
): AsyncGenerator<{ index: number; value: T }, void> {
  const [only] = streams;
  if (streams.length === 1 && only !== undefined) {
    for await (const value of only) yield { index: 0, value };
    return;
  }
  const queue = new EventQueue<{ index: number; value: T }>();
  const waiting = streams.entries();
  let hasEnded = false;
  const passNext = async (): Promise<void> => {
    for (const [index, stream] of waiting) {
      if (hasEnded) return;
      for await (const value of stream) queue.push({ index, value });
    }
  };
  const passing = Promise.all(Array.from({ length: Math.min(streams.length, atOnce) }, passNext));
  passing.then(
    () => queue.close(),
    (error: unknown) => queue.fail(error),
  );
  try {
    yield* queue;
  } finally {
    hasEnded = true;
    await Promise.all(streams.map((stream) => stream.return()));
  }
}
