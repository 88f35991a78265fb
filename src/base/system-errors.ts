/**
 * Errors of the operating system in words. Their codes ("ENOENT") are names for programmers, so no
 * message contains one.
 */

/** By the codes of POSIX (errno.h) and of getaddrinfo. Each continues "X can't be read: ". */
const reasons: Readonly<Record<string, string>> = {
  E2BIG: "it is too long",
  EACCES: "permission denied",
  EADDRINUSE: "the port is in use",
  EADDRNOTAVAIL: "it is not an address of this machine",
  EAGAIN: "it is busy",
  EAI_AGAIN: "the name can't be looked up now",
  EAI_NODATA: "the name has no address",
  EAI_NONAME: "the name can't be found",
  EBUSY: "it is in use",
  ECONNABORTED: "the connection was closed",
  ECONNREFUSED: "the connection was refused",
  ECONNRESET: "the connection was closed",
  EDQUOT: "the disk quota is used up",
  EEXIST: "it exists already",
  EFBIG: "the file would be too large",
  EHOSTDOWN: "the machine is down",
  EHOSTUNREACH: "the network has no way to it",
  EINVAL: "the system refuses it",
  EIO: "the disk or the terminal has an error",
  EISDIR: "it is a folder",
  ELOOP: "its links lead in a circle",
  EMFILE: "too many files are open",
  EMLINK: "it has too many links",
  ENAMETOOLONG: "the name is too long",
  ENETDOWN: "the network is down",
  ENETUNREACH: "the network has no way to it",
  ENFILE: "too many files are open on this machine",
  ENODATA: "the name has no address",
  ENODEV: "there is no such device",
  ENOENT: "there is no such file or folder",
  ENOEXEC: "it is not a program",
  ENOMEM: "the memory is full",
  ENOSPC: "the disk is full",
  ENOTDIR: "a part of the path is not a folder",
  ENOTEMPTY: "the folder is not empty",
  ENOTFOUND: "the name can't be found",
  ENOTSUP: "the system doesn't support it",
  ENXIO: "there is no such device",
  EPERM: "permission denied",
  EPIPE: "the other side is closed",
  EPROTO: "the other side speaks another protocol",
  EROFS: "the disk is read-only",
  ESRCH: "there is no such process",
  ESTALE: "the network share was changed",
  ETIMEDOUT: "there was no answer in time",
  ETXTBSY: "it is in use",
  EXDEV: "it is on another disk",
};

/** @returns the words for a code such as "ENOSPC"; undefined if there are none */
export function systemReason(code: string): string | undefined {
  return reasons[code];
}

/**
 * The message of an error without its code: "there is no such file or folder: notes.txt" instead of
 * "ENOENT: no such file or directory, open 'notes.txt'". Other errors keep their message.
 */
export function plainMessage(error: Error): string {
  const { message } = error;
  const [code = ""] = /^E[A-Z0-9_]+\b/.exec(message) ?? [];
  const reason = reasons[code];
  // "EOF" is a word, unless the error has it as its code.
  if (reason === undefined && !("code" in error && error.code === code)) return message;
  if (reason !== undefined) return "path" in error ? `${reason}: ${String(error.path)}` : reason;
  return message.slice(code.length).replace(/^:?\s*/, "") || "the system refuses it";
}
