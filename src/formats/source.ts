/**
 * A source of header bytes, such as a file. Each read gives its position, so the only state is
 * the open file.
 */
import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import { AnechatError, errorCode, reasonOf } from "../base/errors.ts";

export type ByteSource = {
  /** Name for messages: the path that the user gave. */
  readonly name: string;
  readonly size: number;
  /** Fills `target` from `position`. @returns bytes read; fewer only at the end of the source */
  read(target: Uint8Array, position: number): number;
};

export type FileSource = ByteSource & Disposable;

/** @throws AnechatError modelNotFound, noAccess, or badModel if `path` is not a regular file */
export function openFile(path: string): FileSource {
  const descriptor = openOrExplain(path);
  try {
    const info = fstatSync(descriptor);
    if (info.isDirectory()) {
      throw new AnechatError("modelNotFound", `${path} is a folder`, {
        hint: "Name the .gguf file inside it.",
      });
    }
    if (!info.isFile()) {
      throw new AnechatError("badModel", `${path} is not a regular file`, {
        hint: "A model must be a .gguf file on disk.",
      });
    }
    return {
      name: path,
      size: info.size,
      read: (target, position) => readFully(descriptor, path, target, position),
      [Symbol.dispose]: () => closeSync(descriptor),
    };
  } catch (error) {
    closeSync(descriptor);
    throw error;
  }
}

function openOrExplain(path: string): number {
  try {
    // O_NONBLOCK: opening a pipe must not wait for a writer. openFile() rejects the pipe.
    return openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    throw explain(path, error);
  }
}

function readFully(descriptor: number, path: string, target: Uint8Array, position: number): number {
  let filled = 0;
  try {
    while (filled < target.length) {
      const count = readSync(descriptor, target, filled, target.length - filled, position + filled);
      if (count === 0) break;
      filled += count;
    }
  } catch (error) {
    throw explain(path, error);
  }
  return filled;
}

function explain(path: string, error: unknown): AnechatError {
  switch (errorCode(error)) {
    case "ENOENT":
    case "ENOTDIR":
    case "ENAMETOOLONG":
    case "ELOOP":
      return new AnechatError("modelNotFound", `There is no file ${path}`, {
        hint: "Check the path.",
        cause: error,
      });
    case "EACCES":
    case "EPERM":
      return new AnechatError("noAccess", `${path} may not be read by this user`, {
        hint: "Change its permissions, for example with chmod +r.",
        cause: error,
      });
    case "EISDIR":
      return new AnechatError("modelNotFound", `${path} is a folder`, {
        hint: "Name the .gguf file inside it.",
        cause: error,
      });
    default:
      return new AnechatError("noAccess", `${path} can't be read: ${reasonOf(error)}`, {
        hint: "Check the disk or the network share that holds it.",
        cause: error,
      });
  }
}
