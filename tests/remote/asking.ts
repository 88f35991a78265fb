/**
 * A backend with a fake server, and helpers that send a question and return the answer or the
 * error.
 */
import { AnechatError } from "../../src/base/errors.ts";
import type { BackendEvent } from "../../src/protocol/backend.ts";
import type { ChatInput, ChatOptions } from "../../src/protocol/chat.ts";
import { RemoteBackend, type RemoteOptions, type RemoteTools } from "../../src/remote/remote-backend.ts";
import { FakeEndpoint, type FakeEndpointOptions } from "../fixtures/fake-endpoint.ts";

/** A clock that advances by a second at each reading. Waits take no time and are recorded. */
export class Tools implements RemoteTools {
  readonly waits: number[] = [];
  #seconds = 0;
  now = (): number => Date.UTC(2026, 10, 21, 12, 0, 0);
  elapsed = (): number => 1000 * this.#seconds++;
  random = (): number => 0.5;
  sleep = async (milliseconds: number, signal: AbortSignal | undefined): Promise<void> => {
    this.waits.push(milliseconds);
    signal?.throwIfAborted();
  };
}

export type Opened = { backend: RemoteBackend; server: FakeEndpoint; tools: Tools } & AsyncDisposable;

export function open(options: Partial<RemoteOptions> = {}, serving: FakeEndpointOptions = {}): Opened {
  const server = new FakeEndpoint(serving);
  const tools = new Tools();
  const backend = new RemoteBackend({ endpoint: server.endpoint, model: "fake-1", ...options }, tools);
  return { backend, server, tools, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}

export const question: ChatInput = { kind: "messages", messages: [{ role: "user", content: "Hi" }] };

export async function ask(
  backend: RemoteBackend,
  options: ChatOptions = {},
  input: ChatInput = question,
): Promise<{
  text: string;
  reasoning: string;
  events: BackendEvent[];
  done: Extract<BackendEvent, { type: "done" }>;
}> {
  const events = await Array.fromAsync(backend.generate(input, options));
  const textOf = (type: string): string =>
    events.map((event) => (event.type === type && "text" in event ? event.text : "")).join("");
  const done = events.at(-1);
  if (done?.type !== "done") throw new Error("the answer has no done event");
  return { text: textOf("text"), reasoning: textOf("reasoning"), events, done };
}

export async function failure(work: Promise<unknown>): Promise<AnechatError> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof AnechatError)) throw new Error("no AnechatError was thrown", { cause: error });
  return error;
}
