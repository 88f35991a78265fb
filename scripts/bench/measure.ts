/** Runs programs and measures their time and memory; medians, quantiles and ratios of the results. */

export type Run = { milliseconds: number; peakBytes: number; stdout: string };

/** Runs a program to its end without stdin. @throws Error with the end of its stderr if it fails */
export async function measure(command: string[]): Promise<Run> {
  const start = performance.now();
  const child = Bun.spawn(command, { stdio: ["ignore", "pipe", "pipe"] });
  const [stdout, stderr, status] = await Promise.all([
    new Response(child.stdout).text(),
    new Response(child.stderr).text(),
    child.exited,
  ]);
  const milliseconds = performance.now() - start;
  if (status !== 0) {
    throw new Error(`"${command.join(" ")}" ended with exit code ${status}:\n${stderr.slice(-2000)}`);
  }
  return { milliseconds, peakBytes: child.resourceUsage()?.maxRSS ?? 0, stdout };
}

export type Samples = { ours: number[]; theirs: number[] };

/** Alternates the two, so that other load on the machine affects both equally. */
export async function inTurn(
  rounds: number,
  ours: () => Promise<number>,
  theirs: () => Promise<number>,
): Promise<Samples> {
  const samples: Samples = { ours: [], theirs: [] };
  for (let round = 0; round < rounds; round++) {
    samples.ours.push(await ours());
    samples.theirs.push(await theirs());
  }
  return samples;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** The median of the rounds' ratios: a machine that slows down affects both sides of a round. */
export function ratio({ ours, theirs }: Samples): number {
  return median(ours.map((value, round) => value / (theirs[round] ?? Number.NaN)));
}
