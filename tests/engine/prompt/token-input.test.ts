import { expect, test } from "bun:test";
import { toAnechatError } from "../../../src/base/errors.ts";
import { checkedTokens } from "../../../src/engine/prompt/token-input.ts";

test("tokens of the vocabulary are taken as they are", () => {
  expect(checkedTokens([0, 9, 4], 10)).toEqual([0, 9, 4]);
});

test.each([10, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 32])(
  "the token %d is refused",
  (token) => {
    const refused = (): unknown => {
      try {
        return checkedTokens([0, token], 10);
      } catch (thrown) {
        const { code, field } = toAnechatError(thrown);
        return { code, field };
      }
    };
    expect(refused()).toEqual({ code: "usage", field: "tokens" });
  },
);
