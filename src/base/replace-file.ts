/** Replaces a file atomically: readers see the old text or the new text, never a part of it. */
import { renameSync, rmSync, writeFileSync } from "node:fs";

/** Only the owner can read the file. @throws file system errors; the file is then unchanged */
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
