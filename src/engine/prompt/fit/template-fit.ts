/**
 * Fits conversations to what a template can say. For each kind of message that occurs, it asks the
 * template once, with a small conversation, and remembers the answer. Conversations that the
 * template takes stay as they are.
 */
import type { Message } from "../../../protocol/chat.ts";
import { type Kind, kinds, leadingSystem } from "./kinds.ts";

/**
 * Renders a probe. @param hasTools with the definition of a tool
 * @returns undefined if the template refuses it
 */
export type RenderProbe = (messages: readonly Message[], hasTools: boolean) => string | undefined;

export class TemplateFit {
  readonly #render: RenderProbe;
  readonly #known = { withTools: new Map<Kind, boolean>(), withoutTools: new Map<Kind, boolean>() };

  constructor(render: RenderProbe) {
    this.#render = render;
  }

  /** @param hasTools the prompt describes tools, which may be another branch of the template */
  fit(messages: readonly Message[], hasTools: boolean): readonly Message[] {
    let fitted = messages;
    for (const kind of kinds) {
      if (kind.occurs(fitted) && !this.#takes(kind, hasTools)) fitted = kind.rewrite(fitted);
    }
    const isRefused = this.#facts(hasTools).get(leadingSystem) === false;
    return isRefused && leadingSystem.occurs(fitted) ? leadingSystem.rewrite(fitted) : fitted;
  }

  /**
   * The conversation without a system message, if its prompt lacks that message's text. Some
   * templates drop it, and some drop it in conversations that don't end with the user.
   * @param fitted as the template rendered it
   * @param shows whether the prompt contains a text
   * @returns undefined if nothing was dropped
   */
  withoutDroppedSystem(
    fitted: readonly Message[],
    hasTools: boolean,
    shows: (text: string) => boolean,
  ): readonly Message[] | undefined {
    const [first, ...rest] = fitted;
    if (first?.role !== "system" || shows(first.content.trim())) return undefined;
    // The template may have changed the text. It doesn't change a single word.
    const word = "instructions";
    const prompt = this.#render([{ ...first, content: word }, ...rest], hasTools);
    if (prompt === undefined || prompt.includes(word)) return undefined;
    this.#takes(leadingSystem, hasTools);
    return this.fit(leadingSystem.rewrite(fitted), hasTools);
  }

  #takes(kind: Kind, hasTools: boolean): boolean {
    const facts = this.#facts(hasTools);
    const known = facts.get(kind) ?? kind.probes.every((probe) => this.#shows(probe, hasTools));
    facts.set(kind, known);
    return known;
  }

  #facts(hasTools: boolean): Map<Kind, boolean> {
    return hasTools ? this.#known.withTools : this.#known.withoutTools;
  }

  /** Whether all texts of the probe are in its prompt, in their order. */
  #shows(probe: readonly Message[], hasTools: boolean): boolean {
    const prompt = this.#render(probe, hasTools);
    if (prompt === undefined) return false;
    let at = 0;
    return probe.flatMap(textsInOrder).every((text) => {
      at = prompt.indexOf(text, at) + 1;
      return at > 0;
    });
  }
}

function textsInOrder({ content, toolCalls = [] }: Message): string[] {
  const args = toolCalls.map((call) => (JSON.parse(call.arguments) as { key: string }).key);
  return [content, ...args].filter((text) => text !== "");
}
