/** Turns the events of an answer into those of the Responses API, and collects its output. */
import type { ChatEvent } from "../../../protocol/chat.ts";
import { chatLogprob } from "../logprobs.ts";
import {
  callItem,
  type ItemEvent,
  messageItem,
  type OpenItem,
  type OutputItem,
  type ReasoningForm,
  reasoningItem,
} from "./output-items.ts";
import type { CallNames } from "./tools.ts";

/** How the items of an answer are written. */
export type WriterOptions = {
  reasoning: ReasoningForm;
  /** Texts have the logprobs of their tokens. */
  hasLogprobs: boolean;
};

export type ResponseEvent = ItemEvent & { sequence_number: number };

/** What an item is of: a call by its index. */
type Kind = "message" | "reasoning" | number;

/** Writes items one after the other: each begins, grows and ends. Events are numbered. */
export class EventWriter {
  readonly #names: CallNames;
  readonly #options: WriterOptions;
  readonly #output: OutputItem[] = [];
  #open: { kind: Kind; item: OpenItem } | undefined;
  /** Of tokens whose text was not written yet. */
  #logprobs: object[] = [];
  #number = 0;
  #reasoning = "";

  constructor(names: CallNames, options: WriterOptions) {
    this.#names = names;
    this.#options = options;
  }

  /** The items that have ended. */
  get output(): readonly OutputItem[] {
    return this.#output;
  }

  /** All that was reasoned so far. */
  get reasoning(): string {
    return this.#reasoning;
  }

  /** An event about the whole response, such as "response.created". */
  event(type: string, fields: object): ResponseEvent {
    const sequence_number = this.#number;
    this.#number += 1;
    return { type, sequence_number, ...fields };
  }

  *write(event: ChatEvent): Generator<ResponseEvent> {
    switch (event.type) {
      case "token":
        if (this.#options.hasLogprobs) this.#logprobs.push(chatLogprob(event));
        return;
      case "reasoning":
        if (this.#open?.kind !== "reasoning")
          yield* this.#begin("reasoning", reasoningItem(this.#options.reasoning));
        this.#reasoning += event.text;
        return yield* this.#grow(event.text);
      case "text":
        if (this.#open?.kind !== "message") yield* this.#begin("message", messageItem());
        return yield* this.#grow(event.text);
      case "toolCall":
        if (this.#open?.kind !== event.index)
          yield* this.#begin(event.index, this.#callItem(event.name ?? ""));
        return yield* this.#grow(event.arguments);
    }
  }

  /**
   * Ends the last item. An answer without text and calls has an empty message.
   * @param isCut the answer is incomplete
   */
  *end(isCut: boolean): Generator<ResponseEvent> {
    yield* this.#close(isCut);
    if (this.#output.some(({ type }) => type !== "reasoning")) return;
    yield* this.#begin("message", messageItem());
    yield* this.#close(isCut);
  }

  *#begin(kind: Kind, item: OpenItem): Generator<ResponseEvent> {
    yield* this.#close(false);
    this.#open = { kind, item };
    yield this.event("response.output_item.added", {
      output_index: this.#output.length,
      item: item.begun,
    });
    yield* this.#placed(item, item.opening());
  }

  *#grow(text: string): Generator<ResponseEvent> {
    const item = this.#open?.item;
    if (item === undefined) return;
    const logprobs = this.#logprobs;
    this.#logprobs = [];
    yield* this.#placed(item, item.delta(text, logprobs));
  }

  *#close(isCut: boolean): Generator<ResponseEvent> {
    const open = this.#open;
    if (open === undefined) return;
    this.#open = undefined;
    const { events, item } = open.item.closing(isCut ? "incomplete" : "completed");
    yield* this.#placed(open.item, events);
    yield this.event("response.output_item.done", { output_index: this.#output.length, item });
    this.#output.push(item);
  }

  *#placed({ id }: OpenItem, events: readonly ItemEvent[]): Generator<ResponseEvent> {
    const place = { item_id: id, output_index: this.#output.length };
    for (const { type, ...fields } of events) yield this.event(type, { ...place, ...fields });
  }

  #callItem(name: string): OpenItem {
    return callItem(this.#names.get(name) ?? { type: "function", name });
  }
}
