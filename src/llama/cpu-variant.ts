/**
 * Chooses ggml's CPU module for this processor. There is one for each kind of processor, and its score says how many
 * features of this one it uses. A child process (cpu-check.ts) first lets the best module compute known products. If it
 * crashes or is wrong, the next best is tried. The result is kept beside the libraries.
 */
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { AnechatError } from "../base/errors.ts";
import type { Environment } from "../base/paths.ts";
import { replaceFile } from "../base/replace-file.ts";
import { type CpuCheck, cpuCheckCommand } from "./cpu-check.ts";
import { type Native, takeString } from "./native.ts";

/** A CPU module. */
export type CpuVariant = {
  /** "haswell"; "base" where there is but one. */
  name: string;
  path: string;
  /** Higher for one that uses more of this processor; 0: it can't run here; -1: it can't be opened. */
  score: number;
};

export type CpuChoice = {
  variant: string;
  /** Modules with higher scores that failed the check, best first. */
  leftOut: readonly { name: string; reason: string }[];
  /** "unchecked": no child process could be started for the check, or something else ended it. */
  by: "check" | "user" | "unchecked";
  /** Whether this process made the choice; otherwise an earlier one did. */
  isNew: boolean;
};

/** The environment variable that names the variant to use. */
export const cpuVariable = "ANECHAT_CPU";

/** The file beside the libraries that keeps the choice. */
export const cpuChoiceFile = "cpu.json";

/** A check takes about 100 ms; one that takes this long hangs. */
const checkTimeoutMs = 30_000;

/** Ends that a module itself brings about. All others come from outside: Ctrl+C, or a system without memory. */
const ownSignals: ReadonlySet<string> = new Set([
  "SIGILL",
  "SIGTRAP",
  "SIGSEGV",
  "SIGBUS",
  "SIGFPE",
  "SIGABRT",
  "SIGSYS",
]);

/** What is wrong with a module. */
export type CheckFailure = {
  /** "ended with SIGILL" */
  reason: string;
  /** It fails each time. What may have been the machine's state at that moment is looked at again the next day. */
  isLasting: boolean;
};

type KeptChoice = Pick<CpuChoice, "variant" | "leftOut"> & {
  /** The module's file name. */
  file: string;
  /** The processor it was checked on. */
  identity: string;
  /** When a better variant is checked again: milliseconds since 1970. Missing: never. */
  until?: number;
};

const dayMs = 86_400_000;

/** @returns best first */
export function cpuVariants(native: Native, folder: string): CpuVariant[] {
  const variants = JSON.parse(takeString(native, native.anechat_cpu_variants(folder))) as CpuVariant[];
  return variants.sort((a, b) => b.score - a.score);
}

/**
 * @param folder of the libraries
 * @param check as {@link checkModule}
 * @param now milliseconds since 1970
 * @throws AnechatError `badConfig` for a wrong {@link cpuVariable}, `engineUnavailable` where no module works
 */
export function chooseCpu(
  native: Native,
  folder: string,
  env: Environment,
  check: (module: string) => CheckFailure | undefined = (module) => checkModule(folder, module),
  now: number = Date.now(),
): CpuChoice & { path: string } {
  const wanted = env[cpuVariable];
  if (wanted !== undefined && wanted !== "") return chosenByUser(cpuVariants(native, folder), wanted);
  const identity = takeString(native, native.anechat_cpu_identity());
  const kept = readKept(folder);
  if (kept?.identity === identity && now < (kept.until ?? Number.POSITIVE_INFINITY)) {
    const { variant, leftOut, file } = kept;
    return { variant, leftOut, path: join(folder, file), by: "check", isNew: false };
  }

  const leftOut: { name: string; reason: string }[] = [];
  let isLasting = true;
  const variants = cpuVariants(native, folder);
  for (const { score, ...variant } of variants) {
    if (score <= 0) continue;
    const chosen = { variant: variant.name, path: variant.path, leftOut, isNew: true };
    let failure: CheckFailure | undefined;
    try {
      failure = check(variant.path);
    } catch {
      // Some sandboxes forbid child processes, and something may have killed this one. The score is all there is then.
      return { ...chosen, by: "unchecked" };
    }
    if (failure === undefined) {
      const until = isLasting ? {} : { until: now + dayMs };
      keep(folder, { variant: variant.name, leftOut, file: basename(variant.path), identity, ...until });
      return { ...chosen, by: "check" };
    }
    leftOut.push({ name: variant.name, reason: failure.reason });
    isLasting &&= failure.isLasting;
  }
  throw noUsableVariant(variants, leftOut);
}

function noUsableVariant(variants: readonly CpuVariant[], leftOut: CpuChoice["leftOut"]): AnechatError {
  const names = variants.map(({ name }) => name);
  const reason =
    leftOut.length === 0
      ? `this processor can run none of its CPU variants (${names.join(", ")})`
      : `on this processor, ${leftOut.map((one) => `${one.name} ${one.reason}`).join(", ")}`;
  return new AnechatError("engineUnavailable", `The native library can't be used: ${reason}`, {
    hint:
      "It may have been built for another processor: " +
      '"npm run build -- --all" in anechat\'s source folder builds it for all.',
  });
}

/**
 * @param module path of a CPU module
 * @returns what is wrong with it; undefined if nothing is
 * @throws if no process can be started, or if something else ended it
 */
export function checkModule(folder: string, module: string): CheckFailure | undefined {
  const child = Bun.spawnSync(cpuCheckCommand(folder, module), {
    stdio: ["ignore", "pipe", "ignore"],
    timeout: checkTimeoutMs,
    killSignal: "SIGKILL",
  });
  if (child.exitedDueToTimeout) return { reason: "did not end", isLasting: false };
  if (child.signalCode !== undefined && child.signalCode !== null) {
    const signal = String(child.signalCode);
    if (!ownSignals.has(signal)) throw new Error(`the check was ended by ${signal}`);
    return { reason: `ended with ${signal}`, isLasting: true };
  }
  try {
    const { wrong } = JSON.parse(child.stdout.toString()) as CpuCheck;
    const [first, ...more] = wrong;
    if (first === undefined) return undefined;
    const others = more.length === 0 ? "" : ` (and ${more.length} more)`;
    return { reason: `computes ${first} wrong${others}`, isLasting: true };
  } catch {
    // It could not be opened, or there was no memory for what it was to compute.
    return { reason: `ended with exit code ${child.exitCode}`, isLasting: false };
  }
}

function chosenByUser(variants: readonly CpuVariant[], wanted: string): CpuChoice & { path: string } {
  const usable = variants.filter(({ score }) => score > 0).map(({ name }) => name);
  const variant = variants.find(({ name }) => name === wanted);
  const hint = `On this processor there are: ${usable.join(", ")}.`;
  if (variant === undefined) {
    throw new AnechatError("badConfig", `${cpuVariable}=${wanted} names no CPU variant.`, { hint });
  }
  if (variant.score <= 0) {
    throw new AnechatError("badConfig", `This processor can't run the CPU variant ${wanted}.`, { hint });
  }
  return { variant: wanted, path: variant.path, leftOut: [], by: "user", isNew: false };
}

function readKept(folder: string): KeptChoice | undefined {
  try {
    const kept = JSON.parse(readFileSync(join(folder, cpuChoiceFile), "utf8")) as Partial<KeptChoice> | null;
    const isWhole =
      typeof kept?.variant === "string" && typeof kept.file === "string" && Array.isArray(kept.leftOut);
    return isWhole ? (kept as KeptChoice) : undefined;
  } catch {
    // Missing or damaged: the choice is made again.
    return undefined;
  }
}

function keep(folder: string, choice: KeptChoice): void {
  try {
    replaceFile(join(folder, cpuChoiceFile), JSON.stringify(choice));
  } catch {
    // The folder can't be written: the next start makes the choice again.
  }
}
