/** `"""` around a text of several lines. */
import { describe, expect, test } from "bun:test";
import { isOpenBlock, withoutBlockQuotes } from "../../../src/terminal/input/block-quotes.ts";
import { play } from "../../fixtures/input.ts";

describe("a block", () => {
  test.each(['"""', '"""\n', '  """one', '"""one\ntwo', '"""\ndef f():\n  """Doc."""\n'])(
    "%j is open",
    (text) => {
      expect(isOpenBlock(text)).toBe(true);
    },
  );

  test.each([
    ['"""one"""', "one"],
    ['"""\none\ntwo\n"""', "one\ntwo"],
    ['"""\n\n  one\n\n"""\n', "\n  one\n"],
    ['"""one\n/quit"""', "one\n/quit"],
    ['""""""', ""],
    ['"""say "hi""""', 'say "hi"'],
    ['"""\ndef f():\n  """Doc."""\n"""', 'def f():\n  """Doc."""'],
  ])("%j is closed, and is %j", (text, inner) => {
    expect(isOpenBlock(text)).toBe(false);
    expect(withoutBlockQuotes(text)).toBe(inner);
  });
});

describe("a text that is no block", () => {
  test.each([
    '"""Python\'s text of a module."""\nimport os\n',
    '"""\nOf several lines.\n"""\nimport os',
    '"""One."""\nx = """two"""',
    '"""quoted""" means what?',
    'say """this"""',
    '""',
    '"""""',
    "",
  ])("%j is submitted as it is", (text) => {
    expect(withoutBlockQuotes(text)).toBe(text);
  });

  test("doesn't keep Enter from submitting", () => {
    expect(isOpenBlock('"""Python\'s text of a module."""\nimport os\n')).toBe(false);
    expect(isOpenBlock('say """this')).toBe(false);
  });
});

test("Enter makes lines until the block is closed, wherever the cursor is", () => {
  expect(play(['"""""', '"a"', "enter", '"b"', "enter"]).shown).toBe('"""a\nb\n|');
  expect(play(['"""""', '"a"', "enter", "home", "up", "enter"]).effect).toBeUndefined();
  expect(play(['"""""', '"a"', "enter", '"b"""""', "enter"]).effect?.type).toBe("submit");
  expect(play(['""""Yes""" he said"', "enter"]).effect?.type).toBe("submit");
});
