/** Names a set of inputs by a hash: if the name is known, its result needn't be built again. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** 16 hexadecimal digits. */
export function fingerprint(...inputs: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(inputs)).digest("hex").slice(0, 16);
}

/** Hashes the content of files, and all names and contents below folders. */
export function fingerprintFiles(...paths: readonly string[]): string {
  return fingerprint(...paths.flatMap((path) => (statSync(path).isDirectory() ? below(path) : [read(path)])));
}

function below(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) =>
    entry.isFile(),
  );
  const files = entries.map((entry) => join(entry.parentPath, entry.name)).sort();
  return files.flatMap((file) => [file.slice(folder.length), read(file)]);
}

function read(file: string): string {
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}
