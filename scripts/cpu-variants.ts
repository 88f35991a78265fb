/**
 * Finds the CPU variants of ggml that this machine can run, before anything is compiled. A build
 * for this machine holds the best of them, and the next one in case the best fails its check
 * (src/llama/cpu-variant.ts). This only decides what to compile. At run time each variant says
 * itself whether it fits the processor.
 */
import { readFileSync } from "node:fs";

/** Names of CPU variants, best first; "all" if too little is known of this machine to choose. */
export type CpuVariants = readonly string[] | "all";

/** How many variants a build for this machine holds. */
const kept = 2;

type Platform = {
  /** The system's names for each feature that ggml asks for. */
  features: Readonly<Record<string, readonly string[]>>;
  /** Variants with the features that they need, highest score first. */
  variants: Readonly<Record<string, string>>;
};

/** As in ggml/src/CMakeLists.txt; a test compares the two. Other platforms get all variants. */
export const platforms: Readonly<Record<string, Platform>> = {
  "linux-x64": {
    features: {
      SSE42: ["sse4_2"],
      AVX: ["avx"],
      F16C: ["f16c"],
      FMA: ["fma"],
      AVX2: ["avx2"],
      BMI2: ["bmi2"],
      AVX_VNNI: ["avx_vnni"],
      AVX512: ["avx512f", "avx512cd", "avx512vl", "avx512dq", "avx512bw"],
      AVX512_VBMI: ["avx512vbmi"],
      AVX512_VNNI: ["avx512_vnni"],
      AVX512_BF16: ["avx512_bf16"],
      AMX_TILE: ["amx_tile"],
      AMX_INT8: ["amx_int8"],
    },
    variants: {
      sapphirerapids:
        "SSE42 AVX F16C FMA AVX2 BMI2 AVX512 AVX512_VBMI AVX512_VNNI AVX512_BF16 AMX_TILE AMX_INT8",
      zen4: "SSE42 AVX F16C FMA AVX2 BMI2 AVX512 AVX512_VBMI AVX512_VNNI AVX512_BF16",
      cooperlake: "SSE42 AVX F16C FMA AVX2 BMI2 AVX512 AVX512_VNNI AVX512_BF16",
      icelake: "SSE42 AVX F16C FMA AVX2 BMI2 AVX512 AVX512_VBMI AVX512_VNNI",
      cascadelake: "SSE42 AVX F16C FMA AVX2 BMI2 AVX512 AVX512_VNNI",
      cannonlake: "SSE42 AVX F16C FMA AVX2 BMI2 AVX512 AVX512_VBMI",
      skylakex: "SSE42 AVX F16C FMA AVX2 BMI2 AVX512",
      alderlake: "SSE42 AVX F16C FMA AVX2 BMI2 AVX_VNNI",
      haswell: "SSE42 AVX F16C FMA AVX2 BMI2",
      piledriver: "SSE42 AVX F16C FMA",
      ivybridge: "SSE42 AVX F16C",
      sandybridge: "SSE42 AVX",
      sse42: "SSE42",
      x64: "",
    },
  },
  "linux-arm64": {
    features: {
      DOTPROD: ["asimddp"],
      FP16_VECTOR_ARITHMETIC: ["fphp", "asimdhp"],
      SVE: ["sve"],
      MATMUL_INT8: ["i8mm"],
      SVE2: ["sve2"],
      SME: ["sme"],
    },
    variants: {
      "armv9.2_2": "DOTPROD FP16_VECTOR_ARITHMETIC SVE MATMUL_INT8 SVE2 SME",
      "armv9.2_1": "DOTPROD FP16_VECTOR_ARITHMETIC SVE MATMUL_INT8 SME",
      "armv8.6_2": "DOTPROD FP16_VECTOR_ARITHMETIC SVE MATMUL_INT8 SVE2",
      "armv8.6_1": "DOTPROD FP16_VECTOR_ARITHMETIC SVE MATMUL_INT8",
      "armv8.2_3": "DOTPROD FP16_VECTOR_ARITHMETIC SVE",
      "armv8.2_2": "DOTPROD FP16_VECTOR_ARITHMETIC",
      "armv8.2_1": "DOTPROD",
      "armv8.0_1": "",
    },
  },
  "darwin-arm64": {
    // NOSVE says what the compiler must not use.
    features: { DOTPROD: ["FEAT_DotProd"], MATMUL_INT8: ["FEAT_I8MM"], NOSVE: [], SME: ["FEAT_SME"] },
    variants: {
      apple_m4: "DOTPROD MATMUL_INT8 NOSVE SME",
      apple_m2_m3: "DOTPROD MATMUL_INT8",
      apple_m1: "DOTPROD",
    },
  },
};

/** The variants of a build for the machine that runs this. */
export function machineVariants(): CpuVariants {
  const platform = `${process.platform}-${process.arch}`;
  return variantsFor(platform, featuresIn(describeProcessor(platform)));
}

/**
 * @param platform "linux-x64"
 * @param features of the processor, as the system names them
 */
export function variantsFor(platform: string, features: ReadonlySet<string>): CpuVariants {
  const known = platforms[platform];
  if (known === undefined || features.size === 0) return "all";
  const runs = (needs: string): boolean =>
    words(needs).every((feature) => known.features[feature]?.every((name) => features.has(name)));
  const usable = Object.keys(known.variants).filter((name) => runs(known.variants[name] ?? ""));
  return usable.length === 0 ? "all" : usable.slice(0, kept);
}

/** @param description the text of /proc/cpuinfo, or what `sysctl hw.optional.arm` prints */
export function featuresIn(description: string): ReadonlySet<string> {
  // All cores of a processor have the same line.
  const line = /^(?:flags|Features)\s*:(.*)$/m.exec(description)?.[1] ?? "";
  const enabled = description.matchAll(/^hw\.optional\.arm\.(FEAT_\w+): 1$/gm);
  return new Set([...words(line), ...enabled.map(([, name]) => name ?? "")]);
}

function describeProcessor(platform: string): string {
  try {
    if (platform.startsWith("linux-")) return readFileSync("/proc/cpuinfo", "utf8");
    if (platform === "darwin-arm64") return Bun.spawnSync(["sysctl", "hw.optional.arm"]).stdout.toString();
  } catch {
    // Some sandboxes hide it.
  }
  return "";
}

function words(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== "");
}
