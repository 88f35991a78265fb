/** Blocks between `"""`. */
import { expect, test } from "bun:test";
import { isOpenBlock, withoutBlockQuotes } from "../../../src/terminal/input/block-quotes.ts";
import { play } from "../../fixtures/input.ts";

test.each([
  ['"""', true, '"""'],
  ['"""one', true, '"""one'],
  ['"""one\ntwo', true, '"""one\ntwo'],
  ['  """one\ntwo"""  ', false, "one\ntwo"],
  ['"""one"""', false, "one"],
  ['"""\none\n"""', false, "one"],
  ['"""\n\none\n\n"""', false, "\none\n"],
  ['""""""', false, ""],
  ['"""def f():\n  """Says."""\n  pass\n"""', false, 'def f():\n  """Says."""\n  pass'],
  // Only something quoted.
  ['"""Yes""" is what he said', false, '"""Yes""" is what he said'],
  ['"""Yes""", he said,\nand left"""', false, '"""Yes""", he said,\nand left"""'],
  ['He said """yes"""', false, 'He said """yes"""'],
  ["plain", false, "plain"],
])("%j: open %p, and inside %j", (text, isOpen, inside) => {
  expect(isOpenBlock(text)).toBe(isOpen);
  expect(withoutBlockQuotes(text)).toBe(inside);
});

test("Enter makes lines until the block is closed, wherever the cursor is", () => {
  expect(play(['"""""', '"a"', "enter", '"b"', "enter"]).shown).toBe('"""a\nb\n|');
  expect(play(['"""""', '"a"', "enter", "home", "up", "enter"]).effect).toBeUndefined();
  expect(play(['"""""', '"a"', "enter", '"b"""""', "enter"]).effect?.type).toBe("submit");
  expect(play(['""""Yes""" he said"', "enter"]).effect?.type).toBe("submit");
});
