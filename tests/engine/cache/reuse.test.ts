/**
 * Nothing is evaluated twice, whatever the model keeps of a conversation: each request costs what is
 * new, and its answer is that of an engine that has evaluated everything anew.
 */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { LoadOptions } from "../../../src/engine/load.ts";
import type { Message } from "../../../src/protocol/chat.ts";
import { memoryModels } from "../../fixtures/models.ts";
import { assistant, evaluated, system, TestEngine, user } from "../../fixtures/native.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "anechat-reuse-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Tokens around a new message, such as those that a prompt evaluates again before its end. */
const overhead = 64;

const instructions = system("You are a careful assistant of the town library, and brief. ".repeat(12));
const questions = [
  "Which books about rivers are there?",
  "Is one of them for children?",
  "When do you close on Saturday?",
  "Who may borrow ten books?",
];

type Options = Omit<LoadOptions, "path">;

/** An engine, and what its requests may cost. */
class Library implements Disposable {
  readonly #engine: TestEngine;
  readonly #path: string;
  readonly #known: string[] = [];

  constructor(path: string, options: Options = {}) {
    this.#path = path;
    this.#engine = new TestEngine({ path, promptCacheBytes: 100e6, ...options });
  }

  get snapshots() {
    return this.#engine.engine.snapshots;
  }

  /**
   * Asks, and expects that only what no conversation has in common with the prompt was evaluated.
   * @returns the answer's text
   */
  async ask(messages: readonly Message[]): Promise<string> {
    const [text] = await this.askAll([messages]);
    return text as string;
  }

  /** Asks several at the same time. The first one of a new beginning reads it for all. */
  async askAll(conversations: readonly (readonly Message[])[]): Promise<string[]> {
    const prompts = conversations.map((messages) => this.prompt(messages));
    const answers = await Promise.all(conversations.map((messages) => this.#engine.chat(messages)));
    let allowed = 0;
    for (const prompt of prompts) {
      const known = Math.max(0, ...this.#known.map((text) => sharedLength(text, prompt)));
      allowed += this.#tokens(prompt.slice(known)) + overhead;
      this.#known.push(prompt);
    }
    expect(answers.reduce((sum, answer) => sum + evaluated(answer), 0)).toBeLessThanOrEqual(allowed);
    for (const [index, { text }] of answers.entries()) this.#known.push((prompts[index] as string) + text);
    await this.#expectFresh(conversations, answers);
    return answers.map(({ text }) => text);
  }

  /** A conversation that another engine has evaluated. */
  know(text: string): void {
    this.#known.push(text);
  }

  prompt(messages: readonly Message[]): string {
    return this.#engine.engine.inspector.renderPrompt({ kind: "messages", messages }, {});
  }

  #tokens(text: string): number {
    return this.#engine.engine.inspector.tokenize(text, { addSpecial: false, parseSpecial: true }).length;
  }

  async #expectFresh(
    conversations: readonly (readonly Message[])[],
    answers: readonly { text: string }[],
  ): Promise<void> {
    for (const [index, messages] of conversations.entries()) {
      using fresh = new TestEngine({ path: this.#path });
      expect((await fresh.chat(messages)).text).toBe(answers[index]?.text as string);
    }
  }

  [Symbol.dispose](): void {
    this.#engine[Symbol.dispose]();
  }
}

function sharedLength(left: string, right: string): number {
  let length = 0;
  while (length < left.length && left[length] === right[length]) length += 1;
  return length;
}

/** The turns of a conversation with the library. */
async function talk(library: Library, turns: number, asked = questions): Promise<Message[]> {
  const messages: Message[] = [instructions];
  for (const question of asked.slice(0, turns)) {
    messages.push(user(question));
    messages.push(assistant(await library.ask(messages)));
  }
  return messages;
}

describe.each(memoryModels)("with %s memory", (kind, path) => {
  test("each turn costs what is new, and so does the same question, and an edited one", async () => {
    using library = new Library(await path());
    const messages = await talk(library, 4);
    await library.ask(messages.slice(0, -1));
    await library.ask([...messages.slice(0, -2), user("Where can I park my bicycle?")]);
  });

  test("a second conversation with the same instructions costs its question, and coming back, too", async () => {
    using library = new Library(await path(), { sequences: 2 });
    const messages = await talk(library, 3);
    await talk(library, 2, ["I am somebody else. Do you have maps?", "And old ones?"]);
    await library.ask([...messages, user("Thank you.")]);
  });

  test("conversations that leave to the prompt cache come back from there", async () => {
    using library = new Library(await path(), { sequences: 1 });
    const messages = await talk(library, 2);
    await library.ask([user("A wholly different matter: who are you?")]);
    await library.ask([...messages, user("Thank you.")]);
    await library.ask([...messages.slice(0, -2), user("Something else, please.")]);
  });

  test("four requests at the same time read their instructions once", async () => {
    using library = new Library(await path(), { sequences: 4 });
    await library.askAll(questions.map((question) => [instructions, user(question)]));
    await library.askAll(questions.map((question) => [instructions, user(`${question} Please.`)]));
  });

  test("a context that grows costs nothing", async () => {
    using library = new Library(await path(), { initialContext: 256, sequences: 2 });
    const messages = await talk(library, 3);
    await library.ask(messages.slice(0, -1));
  });

  test("another process continues, asks again, or asks something else in place of the last question", async () => {
    const file = join(folder, `${kind}.kv`);
    let messages: Message[];
    let known: string;
    {
      using library = new Library(await path());
      messages = await talk(library, 3);
      expect(library.snapshots.save(file, "same", Number.POSITIVE_INFINITY)).toBeGreaterThan(0);
      known = library.prompt(messages);
    }
    for (const next of [
      [...messages, user("Thank you.")],
      messages.slice(0, -1),
      [...messages.slice(0, -2), user("Where can I park my bicycle?")],
    ]) {
      using library = new Library(await path());
      expect(library.snapshots.restore(file, "same")).toBeGreaterThan(100);
      library.know(known);
      await library.ask(next);
    }
  });
});
