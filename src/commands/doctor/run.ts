/** `anechat doctor`: prints the facts for a bug report, which report.ts collects. */
import { exitCodes } from "../../base/errors.ts";
import { formatBytes } from "../../base/format.ts";
import type { Io } from "../../cli/io.ts";
import { printJson } from "../../terminal/print.ts";
import { sanitizeLine } from "../../terminal/sanitize.ts";
import { makeReport, type Report } from "./report.ts";

export async function doctor({ json }: { json?: boolean }, io: Io): Promise<number> {
  const report = makeReport(io);
  if (json) {
    printJson(io.stdout, report);
  } else {
    const rows = table(report);
    const width = Math.max(...rows.map(([label]) => label.length));
    for (const [label, text] of rows) {
      io.stdout.write(`${sanitizeLine(`${label.padEnd(width)}  ${text}`).trimEnd()}\n`);
    }
  }
  return report.problem === null ? exitCodes.ok : exitCodes.engineUnavailable;
}

type Row = [label: string, text: string];

/** A row without a label continues the previous one. */
function table({ versions, system, cpu, memory, devices, folders, environment, problem }: Report): Row[] {
  return [
    ["anechat", versions.anechat],
    ["Bun", versions.bun],
    ["llama.cpp", versions.llamaCpp ?? "can't be loaded"],
    ["system", [system.kernel, system.distribution, system.libc].filter((part) => part !== null).join(", ")],
    ["cores", `${cpu.cores}, of which anechat may use ${cpu.allowed}`],
    ...computeRows(cpu.compute),
    ["memory", `${formatBytes(memory.available)} free of ${formatBytes(memory.total)}`],
    ...labelled(
      "devices",
      devices.map(
        ({ name, description, free, total }) =>
          `${name}: ${description}, ${formatBytes(free)} free of ${formatBytes(total)}`,
      ),
    ),
    ...labelled(
      "folders",
      folders.map(
        ({ name, path, bytes }) => `${name}: ${path}, ${bytes === null ? "not there" : formatBytes(bytes)}`,
      ),
    ),
    ["environment", environment.join(", ") || "nothing that changes anechat"],
    ...labelled("problem", problem === null ? [] : [problem]),
  ];
}

function computeRows(compute: Report["cpu"]["compute"]): Row[] {
  if (compute === null) return [];
  const { threads, chosen, variants, inside } = compute;
  return [
    ["threads", `${threads}; fewer for a tiny model, or while other programs hold the cores`],
    ["CPU variant", `${chosen.variant}, ${reasons[chosen.by]}`],
    ...chosen.leftOut.map(({ name, reason }): Row => ["", `${name} is left out: it ${reason}`]),
    ["", `this processor can run ${variants.length} of the ${inside} inside: ${variants.join(", ")}`],
  ];
}

function labelled(label: string, texts: readonly string[]): Row[] {
  return texts.map((text, index) => [index === 0 ? label : "", text]);
}

const reasons = {
  check: "the best one that passed its check",
  user: "chosen by ANECHAT_CPU",
  unchecked: "the best one by its features, not checked",
} as const;
