/** Runs tasks in order and in parallel: three at first, one more after each success. */

/** This many connections to one fast server use the network fully. */
const initial = 3;

/**
 * @param max the maximum number of parallel tasks
 * @param stop aborted when a task fails, to stop the others
 * @throws the first failing task's error, after all running tasks have ended
 */
export async function runPool(
  tasks: readonly (() => Promise<void>)[],
  max: number,
  stop: AbortController,
): Promise<void> {
  const waiting = [...tasks];
  const runners: Promise<void>[] = [];
  const run = async (): Promise<void> => {
    while (!stop.signal.aborted) {
      const task = waiting.shift();
      if (task === undefined) return;
      await task();
      if (runners.length < max && waiting.length > 0) startRunner();
    }
  };
  const startRunner = (): void => {
    const runner = run();
    // It is awaited below, but it may fail earlier.
    runner.catch(() => {});
    runners.push(runner);
  };
  for (let count = Math.min(initial, max, tasks.length); count > 0; count--) startRunner();
  try {
    // The list grows while this loop runs.
    for (let index = 0; index < runners.length; index++) await runners[index];
  } catch (error) {
    stop.abort();
    await Promise.allSettled(runners);
    throw error;
  }
}
