import { expect, test } from "bun:test";
import { withFixedTabs } from "../../src/terminal/tabs.ts";

test("tabs stay, so that a copied Makefile works, but for those that end at the window's edge", () => {
  expect(withFixedTabs("\tcc -o a\t# b", 80)).toBe("\tcc -o a\t# b");
  expect(withFixedTabs("\t\tx", 16)).toBe(`\t${" ".repeat(8)}x`);
  expect(withFixedTabs("\x1b[1mab\x1b[22m\tc", 0)).toBe(`\x1b[1mab\x1b[22m${" ".repeat(6)}c`);
  expect(withFixedTabs("漢\tc", 0)).toBe(`漢${" ".repeat(6)}c`);
});
