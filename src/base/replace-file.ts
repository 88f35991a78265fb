/** Writes a file so that whoever reads it finds the old text or the new, and never a half. */
import { renameSync, rmSync, writeFileSync } from "node:fs";

/** Readable by its owner alone. @throws as the file system does; the file is then as it was */
export function replaceFile(path: string, text: string): void {
  const temporary = `${path}.${process.pid}`;
  try {
    writeFileSync(temporary, text, { mode: 0o600 });
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
