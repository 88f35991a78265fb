import { describe, expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { featuresIn, machineVariants, platforms, variantsFor } from "../../scripts/cpu-variants.ts";
import { llamaCppSource } from "../../scripts/llama-cpp.ts";
import { cpuVariants } from "../../src/llama/cpu-variant.ts";
import { libraryFolder } from "../../src/llama/libraries.ts";
import { native } from "../fixtures/native.ts";

const features = (text: string): ReadonlySet<string> => new Set(text.split(" "));

const haswell = "sse4_2 avx f16c fma avx2 bmi2";
const avx512 = "avx512f avx512cd avx512vl avx512dq avx512bw";
const armv82 = "fp asimd fphp asimdhp asimddp";

describe("a build for this machine holds the best variant that it runs and the next one", () => {
  test.each([
    ["an old x64", "linux-x64", "fpu sse2", ["x64"]],
    ["Haswell", "linux-x64", haswell, ["haswell", "piledriver"]],
    ["Zen 2, which has no AVX-512", "linux-x64", `${haswell} sse4a clzero`, ["haswell", "piledriver"]],
    ["Alder Lake", "linux-x64", `${haswell} avx_vnni`, ["alderlake", "haswell"]],
    ["Skylake-X", "linux-x64", `${haswell} ${avx512}`, ["skylakex", "haswell"]],
    ["Zen 4", "linux-x64", `${haswell} ${avx512} avx512vbmi avx512_vnni avx512_bf16`, ["zen4", "cooperlake"]],
    [
      "Sapphire Rapids",
      "linux-x64",
      `${haswell} ${avx512} avx_vnni avx512vbmi avx512_vnni avx512_bf16 amx_tile amx_int8`,
      ["sapphirerapids", "zen4"],
    ],
    ["a Raspberry Pi 4", "linux-arm64", "fp asimd evtstrm crc32 cpuid", ["armv8.0_1"]],
    ["a Raspberry Pi 5", "linux-arm64", armv82, ["armv8.2_2", "armv8.2_1"]],
    ["Graviton 3", "linux-arm64", `${armv82} sve i8mm`, ["armv8.6_1", "armv8.2_3"]],
    ["Graviton 4", "linux-arm64", `${armv82} sve i8mm sve2`, ["armv8.6_2", "armv8.6_1"]],
    ["an Apple M1", "darwin-arm64", "FEAT_DotProd FEAT_FP16", ["apple_m1"]],
    ["an Apple M3", "darwin-arm64", "FEAT_DotProd FEAT_I8MM", ["apple_m2_m3", "apple_m1"]],
    ["an Apple M4", "darwin-arm64", "FEAT_DotProd FEAT_I8MM FEAT_SME", ["apple_m4", "apple_m2_m3"]],
  ])("%s", (_, platform, text, variants) => {
    expect(variantsFor(platform, features(text))).toEqual(variants);
  });

  test("a CPU with only part of AVX-512 doesn't count as AVX-512", () => {
    expect(variantsFor("linux-x64", features(`${haswell} avx512f avx512cd`))).toEqual([
      "haswell",
      "piledriver",
    ]);
  });

  test("all variants, where the platform or its processor isn't known", () => {
    expect(variantsFor("win32-x64", features(haswell))).toBe("all");
    expect(variantsFor("linux-riscv64", features("rv64imafdcv"))).toBe("all");
    expect(variantsFor("linux-x64", new Set())).toBe("all");
    expect(variantsFor("darwin-arm64", features("FEAT_AES"))).toBe("all");
  });
});

describe("a processor's features", () => {
  test("are the flags of the first core in /proc/cpuinfo", () => {
    const text =
      "processor\t: 0\nmodel name\t: AMD EPYC\nflags\t\t: fpu sse4_2 avx\nbugs\t\t: spectre_v1\n\n";
    expect(featuresIn(text.repeat(2))).toEqual(features("fpu sse4_2 avx"));
    expect(featuresIn("processor\t: 0\nFeatures\t: fp asimd asimddp\n")).toEqual(
      features("fp asimd asimddp"),
    );
  });

  test("are those that sysctl shows as 1", () => {
    const text = "hw.optional.arm.FEAT_DotProd: 1\nhw.optional.arm.FEAT_SME: 0\nhw.optional.arm.caps: 868\n";
    expect(featuresIn(text)).toEqual(features("FEAT_DotProd"));
  });

  test("are unknown where the system shows none", () => {
    expect(featuresIn("").size).toBe(0);
    expect(featuresIn("processor : 0\n").size).toBe(0);
  });
});

describe("the table of variants", () => {
  test("has llama.cpp's variants with the features that they need", async () => {
    const source = await (await llamaCppSource(process.env.LLAMA_CPP_DIR)).ensure();
    const lists = readFileSync(join(source, "ggml", "src", "CMakeLists.txt"), "utf8");
    const inCMake = [...lists.matchAll(/ggml_add_cpu_backend_variant\(([^\s)]+)([^)]*)\)/g)].map(
      ([, name = "", needs = ""]): [string, string] => [name, needs.trim()],
    );
    const ours = Object.values(platforms).flatMap(({ variants }) => Object.entries(variants));
    // Android, PowerPC, s390x and RISC-V get all variants.
    const known = inCMake.filter(([name]) => /^(?!android|power|z1|riscv)/.test(name));
    expect(Object.fromEntries(ours)).toEqual(Object.fromEntries(known));
  });

  test("has this processor's variants in the order of llama.cpp's scores", () => {
    const chosen = machineVariants();
    const usable = cpuVariants(native(), libraryFolder(undefined)).filter(({ score }) => score > 0);
    if (chosen !== "all") expect(usable.map(({ name }) => name).slice(0, 2)).toEqual([...chosen]);
  });
});
