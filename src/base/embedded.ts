/**
 * The files embedded in the executable: native libraries and the demo model. There are none when
 * run from source: scripts/build.ts replaces this module by one with the archive.
 */

export type EmbeddedFile = {
  /** Without folders. */
  readonly name: string;
  readonly size: number;
  /** Hexadecimal. */
  readonly sha256: string;
};

export type EmbeddedFiles = {
  /** Path of the archive: one zstd frame with the files' bytes in the order of `files`. */
  readonly archive: string;
  readonly files: readonly EmbeddedFile[];
};

export const embeddedFiles: EmbeddedFiles | undefined = undefined;
