/** Gathers the items that a request answers: those of earlier responses, and its own. */
import { AnechatError } from "../../../base/errors.ts";
import type { StoredItem } from "../../../chat/store/response-table.ts";
import { ApiError } from "../../api-error.ts";
import { newId } from "../../exchange.ts";
import type { PlacedItem } from "./history.ts";
import { type Item, isReference, item } from "./items.ts";
import type { ResponsesRequest } from "./schema.ts";
import type { ClientResponses } from "./store.ts";

type Input = Pick<ResponsesRequest, "input" | "previous_response_id">;

export type Context = {
  /** Oldest first. */
  items: readonly PlacedItem[];
  /** The items of this request, as they are stored. */
  own: readonly StoredItem[];
};

/**
 * @throws ApiError `notFound` for a response or an item that isn't stored; `invalid` without any
 *   input
 */
export async function contextOf(
  { input, previous_response_id: previous }: Input,
  responses: ClientResponses,
): Promise<Context> {
  if (input === undefined && previous === undefined)
    throw new ApiError("invalid", "input: it is missing", { path: "input" });
  const earlier = previous === undefined ? [] : await itemsBefore(previous, responses);
  const own = typeof input === "string" ? [userMessage(input)] : await itemsOf(input ?? [], responses);
  return { items: [...earlier, ...own], own: own.map(({ item: one }) => withId(one)) };
}

function userMessage(text: string): PlacedItem {
  const content = [{ type: "input_text" as const, text }];
  return { item: { type: "message", role: "user", content, id: undefined }, path: "input" };
}

async function itemsOf(
  input: Exclude<ResponsesRequest["input"], string | undefined>,
  responses: ClientResponses,
): Promise<PlacedItem[]> {
  const placed: PlacedItem[] = [];
  for (const [index, one] of input.entries()) {
    const path = `input[${index}]`;
    if (!isReference(one)) {
      placed.push({ item: one, path });
      continue;
    }
    const found = await responses.item(one.id);
    if (found === undefined) {
      const why = `no item ${JSON.stringify(one.id)} is stored; send the item itself`;
      throw new ApiError("notFound", `${path}.id: ${why}`, { path: `${path}.id` });
    }
    placed.push({ item: restored(found), path });
  }
  return placed;
}

/** The items of a response and of those that it continues. */
async function itemsBefore(last: string, responses: ClientResponses): Promise<PlacedItem[]> {
  const chain: StoredItem[][] = [];
  for (let id: string | undefined = last; id !== undefined; ) {
    const response = await responses.load(id);
    if (response === undefined) throw missingPrevious(id, last);
    chain.unshift([...response.input, ...response.output]);
    id = response.previous;
  }
  return chain.flat().map((stored) => ({ item: restored(stored), path: "previous_response_id" }));
}

function missingPrevious(id: string, last: string): ApiError {
  const path = "previous_response_id";
  const what = id === last ? `Previous response ${named(id)}` : `Response ${named(id)}, which it continues,`;
  return new ApiError("notFound", `${path}: ${what} isn't stored`, { path });
}

const named = (id: string): string => JSON.stringify(id.slice(0, 100));

function restored(stored: StoredItem): Item {
  const { success, data } = item.safeParse(stored);
  if (!success) throw new AnechatError("badData", `The stored item ${stored.id} can't be read`);
  return data;
}

/** The prefixes of OpenAI's ids. */
const idPrefixes: Readonly<Record<string, string>> = {
  message: "msg_",
  function_call: "fc_",
  function_call_output: "fco_",
  custom_tool_call: "ctc_",
  custom_tool_call_output: "ctco_",
  local_shell_call: "lsh_",
  local_shell_call_output: "lsho_",
  reasoning: "rs_",
};

function withId(one: Item): StoredItem {
  const type = one.type ?? "message";
  const prefix = Object.hasOwn(idPrefixes, type) ? idPrefixes[type] : undefined;
  const id = typeof one.id === "string" ? one.id : newId(prefix ?? "item_");
  return { ...one, type, id };
}
