/** Puts the reasoning of answers where the client wants it. */
import type { ReasoningForm } from "../request/thinking.ts";
import type { ChoiceEvent } from "./choices.ts";

export async function* withReasoningAs(
  events: AsyncIterable<ChoiceEvent>,
  form: ReasoningForm,
): AsyncGenerator<ChoiceEvent, void> {
  /** The choices whose reasoning has begun in their text, and has not ended. */
  const open = new Set<number>();
  for await (const { choice, event } of events) {
    const text = (written: string): ChoiceEvent => ({ choice, event: { type: "text", text: written } });
    if (event.type === "reasoning" && form !== "apart") {
      if (form === "omitted") continue;
      if (!open.has(choice)) yield text("<think>");
      open.add(choice);
      yield text(event.text);
      continue;
    }
    const isAfter = event.type === "text" || event.type === "toolCall";
    if (isAfter && open.delete(choice)) yield text("</think>");
    yield { choice, event };
  }
}
