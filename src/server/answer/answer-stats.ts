/** What the answers of a request took, for its line in the log. It never holds what was written. */
import type { ChatEvent } from "../../protocol/chat.ts";

type Done = Extract<ChatEvent, { type: "done" }>;

export class AnswerStats {
  /** The server's name of the model that answers. */
  model: string | undefined;
  readonly #answers: Done[] = [];

  add(done: Done): void {
    this.#answers.push(done);
  }

  /** "model demo, prompt 40 tokens (32 cached), 12 new, first after 0.03 s, 95.2 tokens/s, stop" */
  get text(): string {
    const model = this.model === undefined ? [] : [`model ${this.model}`];
    const [first] = this.#answers;
    if (first === undefined) return model.join();
    // All choices have the same prompt.
    const { promptTokens, cachedTokens } = first.usage;
    const firstMs = Math.min(...this.#answers.map(({ timings }) => timings.firstTokenMs));
    return [
      ...model,
      `prompt ${promptTokens} tokens (${cachedTokens} cached)`,
      `${this.#answers.reduce((sum, { usage }) => sum + usage.completionTokens, 0)} new`,
      `first after ${(firstMs / 1000).toFixed(2)} s`,
      ...this.#speed,
      [...new Set(this.#answers.map(({ finish }) => finish))].join(" and "),
    ].join(", ");
  }

  /** Of all choices together, which are generated at the same time. */
  get #speed(): string[] {
    const later = this.#answers.reduce((sum, { usage }) => sum + Math.max(0, usage.completionTokens - 1), 0);
    const longest = Math.max(...this.#answers.map(({ timings }) => timings.generationMs));
    return later === 0 || longest <= 0 ? [] : [`${((later * 1000) / longest).toFixed(1)} tokens/s`];
  }
}
