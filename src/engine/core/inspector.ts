/**
 * What can be asked of a loaded model without computing with it: its tokens, its prompts, facts
 * about it, and what its sequences do. The engine answers between two of its steps.
 */
import type { Token } from "../../llama/vocabulary.ts";
import type { PromptInput } from "../../protocol/chat.ts";
import type { PromptOptions } from "../prompt/prompt-builder.ts";
import { PromptTooLong } from "../prompt/prompt-length.ts";
import { checkedTokens } from "../prompt/token-input.ts";
import { detailsOf, type ModelDetails } from "./details.ts";
import type { Runtime } from "./runtime.ts";
import type { Sequence } from "./sequence.ts";
import { type SlotState, slotStates } from "./slots.ts";

export type TokenizeOptions = {
  /** Adds BOS and EOS as for a whole prompt, if the model is configured so. */
  addSpecial: boolean;
  /** Turns the text of control tokens into these tokens. */
  parseSpecial: boolean;
};

export class Inspector {
  readonly #runtime: Runtime;
  readonly #sequences: readonly Sequence[];
  #details: ModelDetails | undefined;

  constructor(runtime: Runtime, sequences: readonly Sequence[]) {
    this.#runtime = runtime;
    this.#sequences = sequences;
  }

  /** @returns tokens of the rendered prompt; an estimate if it is far too long */
  countTokens(input: PromptInput, options?: PromptOptions): number {
    try {
      return this.#runtime.prompts.build(input, options).tokens.length;
    } catch (error) {
      if (error instanceof PromptTooLong) return error.excess.tokens;
      throw error;
    }
  }

  /** The prompt as text. @throws AnechatError as PromptBuilder.build */
  renderPrompt(input: PromptInput, options: PromptOptions): string {
    const { prompts, model } = this.#runtime;
    if (input.kind === "text" || input.kind === "messages") return prompts.render(input, options);
    return model.vocabulary.detokenize(prompts.build(input, options).tokens);
  }

  /** @see Vocabulary.tokenize */
  tokenize(text: string, { addSpecial, parseSpecial }: TokenizeOptions): Token[] {
    return this.#runtime.model.vocabulary.tokenize(text, addSpecial, parseSpecial);
  }

  /** @see Vocabulary.detokenize. @throws AnechatError as checkedTokens */
  detokenize(tokens: readonly number[]): string {
    const { vocabulary } = this.#runtime.model;
    return vocabulary.detokenize(checkedTokens(tokens, vocabulary.size));
  }

  /** The bytes of each token. @throws AnechatError as checkedTokens */
  pieces(tokens: readonly number[]): Uint8Array[] {
    const { vocabulary } = this.#runtime.model;
    return checkedTokens(tokens, vocabulary.size).map((token) => vocabulary.piece(token));
  }

  /** Computed once. */
  details(): ModelDetails {
    this.#details ??= detailsOf(this.#runtime.model);
    return this.#details;
  }

  /** What each sequence does at the moment. */
  slots(): SlotState[] {
    return slotStates(this.#sequences, this.#runtime.limit);
  }
}
