/**
 * The files that the executable carries: native libraries and the demo model.
 * Run from source there are none: scripts/build.ts puts a module with the
 * archive in this one's place.
 */

export type EmbeddedFile = {
  /** Without folders. */
  readonly name: string;
  readonly size: number;
  /** Hexadecimal. */
  readonly sha256: string;
};

export type EmbeddedFiles = {
  /** Path of the archive: the files one after the other in the order of `files`, as one zstd frame. */
  readonly archive: string;
  readonly files: readonly EmbeddedFile[];
};

export const embeddedFiles: EmbeddedFiles | undefined = undefined;
