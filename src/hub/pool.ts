/** Does tasks in their order, several at once: few at first, and one more each time one went well. */

/** As many as a single fast server keeps busy. */
const first = 3;

/**
 * @param most how many at once, at most
 * @param stop aborted when a task fails: the others are not worth waiting for
 * @throws what the first failing task throws, when all that were begun have ended
 */
export async function runPool(
  tasks: readonly (() => Promise<void>)[],
  most: number,
  stop: AbortController,
): Promise<void> {
  const waiting = [...tasks];
  const workers: Promise<void>[] = [];
  const work = async (): Promise<void> => {
    while (!stop.signal.aborted) {
      const task = waiting.shift();
      if (task === undefined) return;
      await task();
      if (workers.length < most && waiting.length > 0) hire();
    }
  };
  const hire = (): void => {
    const worker = work();
    // It is awaited below, perhaps after others.
    worker.catch(() => {});
    workers.push(worker);
  };
  for (let count = Math.min(first, most, tasks.length); count > 0; count--) hire();
  try {
    // Workers hire workers: all is done when none is left.
    for (let index = 0; index < workers.length; index++) await workers[index];
  } catch (error) {
    stop.abort();
    await Promise.allSettled(workers);
    throw error;
  }
}
