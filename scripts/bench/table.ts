/** The results as Markdown: a line about the machine, and a table with a row per comparison. */
import { availableParallelism, cpus, release, totalmem, type } from "node:os";
import { formatBytes } from "../../src/base/format.ts";

export type Row = {
  what: string;
  /** Text with units. */
  ours: string;
  theirs: string;
  /** The value that is compared with the target: a ratio, a difference or a time, as text. */
  result: string;
  /** Empty if there is none. */
  target: string;
  isMet?: boolean;
};

export function renderTable(rows: readonly Row[]): string {
  const cells = rows.map((row) => [
    row.what,
    row.ours,
    row.theirs,
    row.result,
    row.isMet === undefined ? row.target : `${row.target} ${row.isMet ? "✓" : "✗"}`,
  ]);
  const lines = [["", "anechat", "peer", "result", "target"], ["---", "--:", "--:", "--:", "--:"], ...cells];
  return lines.map((line) => `| ${line.join(" | ")} |`).join("\n");
}

export function describeMachine(): string {
  const model = cpus()[0]?.model.trim() ?? process.arch;
  return `${model}, ${availableParallelism()} cores, ${formatBytes(totalmem())}, ${type()} ${release()}, Bun ${Bun.version}`;
}
