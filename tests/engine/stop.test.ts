import { describe, expect, test } from "bun:test";
import { StopStrings } from "../../src/engine/stop.ts";

function stream(stops: string[], pieces: string[]): { shown: string[]; stopped: boolean } {
  const matcher = new StopStrings(stops);
  const shown: string[] = [];
  for (const piece of pieces) {
    const { text, stopped } = matcher.push(piece);
    shown.push(text);
    if (stopped) return { shown, stopped };
  }
  shown.push(matcher.end());
  return { shown, stopped: false };
}

describe("stop strings", () => {
  test("are found across the borders of tokens", () => {
    expect(stream(["\nUser:"], ["Hi.", "\nUs", "er", ": more"])).toEqual({
      shown: ["Hi.", "", "", ""],
      stopped: true,
    });
  });

  test("hold back only what could become one, and give it back", () => {
    expect(stream(["END"], ["an E", "N", "gine"])).toEqual({
      shown: ["an ", "", "ENgine", ""],
      stopped: false,
    });
    expect(stream(["END"], ["the EN"])).toEqual({ shown: ["the ", "EN"], stopped: false });
  });

  test("the first in the text wins, whatever their order", () => {
    expect(stream(["bb", "a"], ["xabb"]).shown).toEqual(["x"]);
  });

  test("an empty one stops nothing", () => {
    expect(stream([""], ["text"]).stopped).toBe(false);
  });
});
