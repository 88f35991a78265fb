/**
 * Chooses ggml's CPU module for this processor. There is a module for each kind of processor, and
 * its score says how many features of this processor it uses. A child process (cpu-check.ts) checks
 * the best module first. If it crashes or computes wrong results, the next best is checked. The
 * choice is saved beside the libraries.
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
  /** Such as "haswell"; "base" if there is only one. */
  name: string;
  path: string;
  /** Higher if it uses more of this processor. 0: it can't run here. -1: it can't be opened. */
  score: number;
};

export type CpuChoice = {
  variant: string;
  /** Modules with higher scores that failed the check, best first. */
  leftOut: readonly { name: string; reason: string }[];
  /** "unchecked": the child process could not be started, or was killed from outside. */
  by: "check" | "user" | "unchecked";
  /** Whether this process made the choice. Otherwise it was saved earlier. */
  isNew: boolean;
};

/** The environment variable that names the variant to use. */
export const cpuVariable = "ANECHAT_CPU";

/** The file beside the libraries in which the choice is saved. */
export const cpuChoiceFile = "cpu.json";

/** A check takes about 100 ms. */
const checkTimeoutMs = 30_000;

/** Signals that a module causes itself. Others are from outside: Ctrl+C, or the OOM killer. */
const crashSignals: ReadonlySet<string> = new Set([
  "SIGILL",
  "SIGTRAP",
  "SIGSEGV",
  "SIGBUS",
  "SIGFPE",
  "SIGABRT",
  "SIGSYS",
]);

/** Why a module failed its check. */
export type CheckFailure = {
  /** Such as "ended with SIGILL". */
  reason: string;
  /** Whether it will fail again. Otherwise it is checked again the next day. */
  isLasting: boolean;
};

type SavedChoice = Pick<CpuChoice, "variant" | "leftOut"> & {
  /** The module's file name. */
  file: string;
  /** The processor it was checked on. */
  identity: string;
  /** When better variants are checked again, in milliseconds since 1970. Missing: never. */
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
 * @param check like {@link checkModule}
 * @param now milliseconds since 1970
 * @throws AnechatError `badConfig` for a wrong {@link cpuVariable}; `engineUnavailable` without a
 *   working module
 */
export function chooseCpu(
  native: Native,
  folder: string,
  env: Environment,
  check: (module: string) => CheckFailure | undefined = (module) => checkModule(folder, module),
  now: number = Date.now(),
): CpuChoice & { path: string } {
  const name = env[cpuVariable];
  if (name !== undefined && name !== "") return chosenByUser(cpuVariants(native, folder), name);
  const identity = takeString(native, native.anechat_cpu_identity());
  const saved = readSaved(folder);
  if (saved?.identity === identity && now < (saved.until ?? Number.POSITIVE_INFINITY)) {
    const { variant, leftOut, file } = saved;
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
      // Some sandboxes forbid child processes, or it was killed from outside. Use the score.
      return { ...chosen, by: "unchecked" };
    }
    if (failure === undefined) {
      const until = isLasting ? {} : { until: now + dayMs };
      save(folder, { variant: variant.name, leftOut, file: basename(variant.path), identity, ...until });
      return { ...chosen, by: "check" };
    }
    leftOut.push({ name: variant.name, reason: failure.reason });
    isLasting &&= failure.isLasting;
  }
  throw noUsableVariant(variants, leftOut);
}

function noUsableVariant(variants: readonly CpuVariant[], leftOut: CpuChoice["leftOut"]): AnechatError {
  const names = variants.map(({ name }) => name);
  const unusable = (reason: string, hint: string): AnechatError =>
    new AnechatError("engineUnavailable", `The native library can't be used: ${reason}`, { hint });
  if (leftOut.length > 0) {
    const failures = leftOut.map((one) => `${one.name} ${one.reason}`).join(", ");
    return unusable(`on this processor, ${failures}`, '"anechat doctor" shows more for a bug report.');
  }
  if (names.length === 0) return unusable("it has no CPU variant", "Install or build anechat again.");
  return unusable(
    `this processor can run none of its CPU variants (${names.join(", ")})`,
    "It was built for another processor: " +
      '"npm run build -- --all" in anechat\'s source folder builds it for all.',
  );
}

/**
 * @param module path of a CPU module
 * @returns why it failed; undefined if it passed
 * @throws if no child process can be started, or if it was killed from outside
 */
export function checkModule(folder: string, module: string): CheckFailure | undefined {
  const child = Bun.spawnSync(cpuCheckCommand(folder, module), {
    stdio: ["ignore", "pipe", "ignore"],
    timeout: checkTimeoutMs,
    killSignal: "SIGKILL",
  });
  if (child.exitedDueToTimeout) {
    return { reason: `did not finish within ${checkTimeoutMs / 1000} s`, isLasting: false };
  }
  if (child.signalCode !== undefined && child.signalCode !== null) {
    const signal = String(child.signalCode);
    if (!crashSignals.has(signal)) throw new Error(`the check was ended by ${signal}`);
    return { reason: `ended with ${signal}`, isLasting: true };
  }
  try {
    const { wrong } = JSON.parse(child.stdout.toString()) as CpuCheck;
    const [first, ...more] = wrong;
    if (first === undefined) return undefined;
    const others = more.length === 0 ? "" : ` (and ${more.length} more)`;
    return { reason: `computes wrong results for ${first}${others}`, isLasting: true };
  } catch {
    // The module could not be opened, or there was no memory for the check.
    return { reason: `ended with exit code ${child.exitCode}`, isLasting: false };
  }
}

function chosenByUser(variants: readonly CpuVariant[], name: string): CpuChoice & { path: string } {
  const usable = variants.filter(({ score }) => score > 0).map((variant) => variant.name);
  const chosen = variants.find((variant) => variant.name === name);
  const hint = `Variants that this processor can run: ${usable.join(", ")}.`;
  if (chosen === undefined) {
    throw new AnechatError("badConfig", `${cpuVariable}=${name} is not a CPU variant`, { hint });
  }
  if (chosen.score <= 0) {
    throw new AnechatError("badConfig", `This processor can't run the CPU variant ${name}`, { hint });
  }
  return { variant: name, path: chosen.path, leftOut: [], by: "user", isNew: false };
}

function readSaved(folder: string): SavedChoice | undefined {
  try {
    const saved = JSON.parse(
      readFileSync(join(folder, cpuChoiceFile), "utf8"),
    ) as Partial<SavedChoice> | null;
    const isComplete =
      typeof saved?.variant === "string" && typeof saved.file === "string" && Array.isArray(saved.leftOut);
    return isComplete ? (saved as SavedChoice) : undefined;
  } catch {
    // Missing or damaged: the modules are checked again.
    return undefined;
  }
}

function save(folder: string, choice: SavedChoice): void {
  try {
    replaceFile(join(folder, cpuChoiceFile), JSON.stringify(choice));
  } catch {
    // The folder is not writable: the next start checks again.
  }
}
