/**
 * The prompt with which a reranker judges how well a document answers a query, in the format of
 * llama.cpp's server (format_prompt_rerank in tools/server/server-common.cpp): the model's own
 * template, else BOS query EOS SEP document EOS, with those of these tokens that the model adds.
 */
import type { Token, Vocabulary } from "../../llama/vocabulary.ts";
import { ControlTexts, chooseEscapeMarks, splitEscaped } from "./escape.ts";

export class RerankPrompts {
  readonly #vocabulary: Vocabulary;
  readonly #template: string | undefined;
  #controls: ControlTexts | undefined;

  /** @param template with "{query}" and "{document}" */
  constructor(vocabulary: Vocabulary, template: string | undefined) {
    this.#vocabulary = vocabulary;
    this.#template = template;
  }

  build(query: string, document: string): Token[] {
    return this.#template === undefined
      ? this.#pair(query, document)
      : this.#rendered(this.#template, query, document);
  }

  #pair(query: string, document: string): Token[] {
    const { firstToken, pairTokens } = this.#vocabulary;
    return [
      ...(firstToken === undefined ? [] : [firstToken]),
      ...this.#vocabulary.tokenize(query, false, false),
      ...pairTokens.between,
      ...this.#vocabulary.tokenize(document, false, false),
      ...pairTokens.after,
    ];
  }

  /** The template's control tokens are recognized, and those in the two texts are not. */
  #rendered(template: string, query: string, document: string): Token[] {
    this.#controls ??= new ControlTexts(this.#vocabulary.controlTexts());
    const marks = chooseEscapeMarks([template, query, document]);
    const texts = {
      query: this.#controls.escape(query, marks),
      document: this.#controls.escape(document, marks),
    };
    const prompt = template.replace(/\{(query|document)\}/g, (_, name: "query" | "document") => texts[name]);
    return splitEscaped(prompt, marks).flatMap(({ text, isEscaped }) =>
      this.#vocabulary.tokenize(text, false, !isEscaped),
    );
  }
}
