/** The models on disk that clients may change, as the server sees them. */

/** A step of a download. */
export type PullEvent =
  /** The repo's files are being looked up. */
  | { type: "manifest" }
  /** Bytes so far, of one model. @param digest SHA-256 of its first file, in hex digits */
  | { type: "progress"; digest: string; completed: number; total: number }
  /** Another process downloads the same file; this one waits for it. */
  | { type: "waiting"; file: string };

export type ModelLibrary = {
  /** Why clients may neither pull nor remove models here; undefined if they may. */
  readonly refusal: string | undefined;
  /**
   * Downloads a model of the Hub. The iteration throws the errors; leaving it stops the download,
   * which keeps its complete pieces.
   * @param name "owner/name[@revision][:quantization]"
   * @throws AnechatError `usage` for a name that is not of the Hub, `modelNotFound`, `network`, …
   */
  pull(name: string, signal: AbortSignal): AsyncIterable<PullEvent>;
  /**
   * Removes a downloaded or converted model, or a preset that "anechat create" has made.
   * @param name one of the served names
   * @throws AnechatError `usage` for what is none of these
   */
  remove(name: string): void;
};
