/** Prints bytes, counts, durations and dates for people. */

/** Bytes in decimal units, as disks and downloads are labelled: 1_230_000_000 → "1.2 GB". */
export function formatBytes(bytes: number): string {
  return scaled(bytes, ["B", "kB", "MB", "GB", "TB"], " ");
}

/** Parameter counts: 1_236_000_000 → "1.2B", 260_032 → "260K". */
export function formatCount(count: number): string {
  return scaled(count, ["", "K", "M", "B", "T"], "");
}

/** Milliseconds: 820 → "0.82 s", 61_000 → "1 min 1 s". */
export function formatDuration(milliseconds: number): string {
  if (milliseconds < 10_000) return `${(milliseconds / 1000).toFixed(2)} s`;
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 60) return `${seconds} s`;
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** "2026-11-21T16:20:05", in local time. @param time milliseconds since 1970 */
export function localTime(time: number): string {
  const offset = new Date(time).getTimezoneOffset() * 60_000;
  return new Date(time - offset).toISOString().slice(0, 19);
}

/** "1 token", "3 tokens". */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

function scaled(value: number, units: readonly string[], separator: string): string {
  let scaledValue = value;
  let unit = 0;
  // 999.5 would print as "1000", so the next unit is used from there on.
  while (scaledValue >= 999.5 && unit < units.length - 1) {
    scaledValue /= 1000;
    unit += 1;
  }
  const digits = unit > 0 && scaledValue < 9.95 ? 1 : 0;
  return `${scaledValue.toFixed(digits)}${separator}${units[unit]}`;
}
