import { describe, expect, test } from "bun:test";
import { StopStrings } from "../../../src/engine/output/stop.ts";

function stream(stops: string[], pieces: string[]): { shown: string[]; stoppedBy?: string } {
  const matcher = new StopStrings(stops);
  const shown: string[] = [];
  for (const piece of pieces) {
    const { text, stoppedBy } = matcher.push(piece);
    shown.push(text);
    if (stoppedBy !== undefined) return { shown, stoppedBy };
  }
  shown.push(matcher.end());
  return { shown };
}

describe("stop strings", () => {
  test("are found across token boundaries", () => {
    expect(stream(["\nUser:"], ["Hi.", "\nUs", "er", ": more"])).toEqual({
      shown: ["Hi.", "", "", ""],
      stoppedBy: "\nUser:",
    });
  });

  test("hold back only text that could become one, and return it later", () => {
    expect(stream(["END"], ["an E", "N", "gine"])).toEqual({
      shown: ["an ", "", "ENgine", ""],
    });
    expect(stream(["END"], ["the EN"])).toEqual({ shown: ["the ", "EN"] });
  });

  test("the first in the text wins, whatever their order", () => {
    expect(stream(["bb", "a"], ["xabb"]).shown).toEqual(["x"]);
  });

  test("an empty one stops nothing", () => {
    expect(stream([""], ["text"])).toEqual({ shown: ["text", ""] });
  });
});
