/**
 * The native libraries that the executable carries. Run from source there are
 * none: scripts/build.ts puts a module with the archive in this one's place.
 */

export type LibraryFile = {
  /** File name, without folders. */
  readonly name: string;
  readonly size: number;
  /** Hexadecimal. */
  readonly sha256: string;
};

export type EmbeddedLibraries = {
  /** Path of the archive: the files one after the other in the order of `files`, as one zstd frame. */
  readonly archive: string;
  readonly files: readonly LibraryFile[];
};

export const embeddedLibraries: EmbeddedLibraries | undefined = undefined;
