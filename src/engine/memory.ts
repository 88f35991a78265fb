import type { GgufHeader } from "../formats/gguf/reader.ts";
export function checkFits(_h: GgufHeader, _o: { contextSize?: number }): void {}
export function memoryFacts(_h: GgufHeader): { kvBytesPerToken: number } { return { kvBytesPerToken: 100 }; }
export function fittingTokens(_f: { kvBytesPerToken: number }, _n: unknown, _g: number | undefined): number { return 1_000_000; }
