/** One run of one program: how long, how much memory, what it said about itself. */

export type Run = { milliseconds: number; peakBytes: number; stdout: string };

/** Runs a program to its end with nothing on stdin. @throws where it fails, with the end of its stderr */
export async function measure(command: string[]): Promise<Run> {
  const start = performance.now();
  const child = Bun.spawn(command, { stdio: ["ignore", "pipe", "pipe"] });
  const [stdout, stderr, status] = await Promise.all([
    new Response(child.stdout).text(),
    new Response(child.stderr).text(),
    child.exited,
  ]);
  const milliseconds = performance.now() - start;
  if (status !== 0) throw new Error(`"${command.join(" ")}" ended with ${status}:\n${stderr.slice(-2000)}`);
  return { milliseconds, peakBytes: child.resourceUsage()?.maxRSS ?? 0, stdout };
}

export type Samples = { ours: number[]; theirs: number[] };

/** A B A B …: what else the machine does meets both alike. */
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

/** Round by round, since a machine that slows down meets both of a round: the median of the ratios. */
export function ratio({ ours, theirs }: Samples): number {
  return median(ours.map((value, round) => value / (theirs[round] ?? Number.NaN)));
}
