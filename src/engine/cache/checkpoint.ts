/** A copy of what can't be truncated of a sequence's memory. checkpoints.ts says more. */

export type Checkpoint = {
  /** Tokens of the sequence when it was taken. */
  readonly length: number;
  readonly state: Uint8Array<ArrayBuffer>;
};

/**
 * The checkpoints that a state takes along when it leaves the KV cache: the newest, which the next
 * prompt most likely needs. At least two, and else no more bytes than the state itself.
 */
export function leavingWith(checkpoints: readonly Checkpoint[], stateBytes: number): readonly Checkpoint[] {
  let left = stateBytes;
  const tooOld = checkpoints.findLastIndex(({ state }) => {
    left -= state.length;
    return left < 0;
  });
  return checkpoints.slice(Math.min(tooOld + 1, Math.max(0, checkpoints.length - 2)));
}

export function bytesOf(checkpoints: readonly Checkpoint[]): number {
  return checkpoints.reduce((sum, { state }) => sum + state.length, 0);
}
