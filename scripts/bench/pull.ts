/** Benchmarks a pull from a server on this machine, compared with curl to the same disk. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { open } from "node:fs/promises";
import { join } from "node:path";
import { formatBytes } from "../../src/base/format.ts";
import { seededRandom } from "../random.ts";
import { inTurn, measure, median, ratio } from "./measure.ts";
import type { Row } from "./table.ts";

const bytes = 2_000_000_000;
const blockBytes = 1 << 20;
const maxMemory = 200_000_000;

/** @param folder for the file that is served, and the copies that are pulled */
export async function pullRows(executable: string, folder: string, rounds: number): Promise<Row[]> {
  const { path, sha256 } = await ensureFile(folder);
  const server = Bun.spawn([process.execPath, join(import.meta.dir, "hub-server.ts"), path, sha256], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    const { value } = await server.stdout.getReader().read();
    const endpoint = new TextDecoder().decode(value).trim();
    return await compare(executable, endpoint, join(folder, "pulled"), rounds);
  } finally {
    server.kill();
  }
}

async function compare(executable: string, endpoint: string, target: string, rounds: number): Promise<Row[]> {
  const peaks: number[] = [];
  const fresh = (): void => {
    rmSync(target, { recursive: true, force: true });
    mkdirSync(target, { recursive: true });
  };
  const times = await inTurn(
    rounds,
    async () => {
      fresh();
      const env = ["env", `HF_ENDPOINT=${endpoint}`, `HF_HOME=${target}`];
      const run = await measure([...env, executable, "pull", "bench/Model-GGUF", "--quiet"]);
      peaks.push(run.peakBytes);
      return run.milliseconds;
    },
    async () => {
      fresh();
      const file = join(target, "file");
      // "sync", because for anechat a file is complete only once it is on the disk.
      const command = `curl --silent --show-error --fail --output "${file}" "${endpoint}/content" && sync "${file}"`;
      return (await measure(["sh", "-c", command])).milliseconds;
    },
  );
  rmSync(target, { recursive: true, force: true });
  const share = 1 / ratio(times);
  const speed = (milliseconds: number): string => `${formatBytes((bytes / milliseconds) * 1000)}/s`;
  const peak = median(peaks);
  return [
    {
      what: `pull of ${formatBytes(bytes)}, against curl and sync`,
      ours: speed(median(times.ours)),
      theirs: speed(median(times.theirs)),
      result: share.toFixed(2),
      target: "≥ 0.90",
      isMet: share >= 0.9,
    },
    {
      what: "peak memory of the pull",
      ours: formatBytes(peak),
      theirs: "",
      result: formatBytes(peak),
      target: "< 200 MB",
      isMet: peak < maxMemory,
    },
  ];
}

/** Makes the file if it does not exist: pseudorandom bytes, so that nothing can compress it. */
async function ensureFile(folder: string): Promise<{ path: string; sha256: string }> {
  const path = join(folder, "pull.bin");
  const note = `${path}.sha256`;
  if (existsSync(path) && existsSync(note)) return { path, sha256: readFileSync(note, "utf8") };
  mkdirSync(folder, { recursive: true });
  const random = seededRandom(1);
  const block = new Uint32Array(blockBytes / 4);
  const hasher = new Bun.CryptoHasher("sha256");
  const file = await open(`${path}.new`, "w");
  for (let written = 0; written < bytes; ) {
    for (let index = 0; index < block.length; index += 64) block[index] = random.below(2 ** 32);
    const chunk = new Uint8Array(block.buffer, 0, Math.min(blockBytes, bytes - written));
    hasher.update(chunk);
    await file.appendFile(chunk);
    written += chunk.length;
  }
  await file.close();
  renameSync(`${path}.new`, path);
  const sha256 = hasher.digest("hex");
  writeFileSync(note, sha256);
  return { path, sha256 };
}
