/** Benchmarks saved chats (resuming, listing, searching) and batches (8 in parallel against 1). */
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ChatStore } from "../../src/chat/store/chat-store.ts";
import type { Entry } from "../../src/chat/transcript.ts";
import { run } from "../process.ts";
import { seededRandom } from "../random.ts";
import { Home } from "./home.ts";
import { inTurn, median, ratio } from "./measure.ts";
import type { Row } from "./table.ts";

export type ChatsOptions = {
  executable: string;
  model: string;
  /** llama-quantize of the same build. */
  quantize: string;
  /** For files that are made once. */
  folder: string;
  rounds: number;
};

const longChatTokens = 8000;
/** Tokens of the sentence below in the synthetic vocabulary of the bench's model. */
const sentenceTokens = 80;
const batchPrompts = 24;
const batchTokens = 64;

export async function chatRows(options: ChatsOptions): Promise<Row[]> {
  const eightBit = await ensureEightBit(options);
  return [
    await resumeRow(options),
    await batchRow(options, "Q4_K_M"),
    await batchRow({ ...options, model: eightBit }, "Q8_0"),
    ...storeRows(),
  ];
}

/** The bench's model in Q8_0, as converted repos are: the gain of a batch depends on the type. */
async function ensureEightBit({ model, quantize, folder }: ChatsOptions): Promise<string> {
  const path = join(folder, "bench-0.5b-q8_0.gguf");
  if (!existsSync(path)) await run([quantize, "--allow-requantize", "--pure", model, path, "Q8_0"]);
  return path;
}

/** From the start of the process to the first word of the next answer in a long chat. */
async function resumeRow({ executable, model, rounds }: ChatsOptions): Promise<Row> {
  using home = new Home();
  const sentence =
    "The lighthouse keeper counted the ships that passed before the storm came in from the west. ";
  const longMessage = sentence.repeat(longChatTokens / sentenceTokens);
  const file = join(home.folder, "chat.json");
  writeFileSync(
    file,
    JSON.stringify([
      { role: "user", content: longMessage },
      { role: "assistant", content: "I see." },
    ]),
  );
  await home.run([executable, "chats", "import", file]);
  const flags = ["--temperature", "0", "--max-tokens", "1", "--quiet"];
  const ask = (...more: string[]): Promise<number> =>
    home.firstOutput([executable, model, "--resume", "1", "-p", "Go on.", ...flags, ...more]);
  // Writes the snapshot that the measured runs resume from.
  await ask();
  const samples = await inTurn(
    rounds,
    () => ask(),
    () => ask("--no-save"),
  );
  const faster = 1 / ratio(samples);
  return {
    what: `resuming a chat of ${longChatTokens} tokens, to the first word`,
    ours: `${median(samples.ours).toFixed(0)} ms`,
    theirs: `${median(samples.theirs).toFixed(0)} ms (without a snapshot)`,
    result: `${faster.toFixed(0)} × faster`,
    target: "≥ 20",
    isMet: faster >= 20,
  };
}

async function batchRow({ executable, model, rounds }: ChatsOptions, quantization: string): Promise<Row> {
  using home = new Home();
  const file = join(home.folder, "prompts.txt");
  const prompts = Array.from(
    { length: batchPrompts },
    (_, index) => `Tell me a story about the number ${index}.`,
  );
  writeFileSync(file, prompts.join("\n"));
  const tokensPerSecond = async (parallel: number): Promise<number> => {
    const args = [
      "--batch",
      file,
      "--parallel",
      String(parallel),
      "--max-tokens",
      String(batchTokens),
      "--quiet",
    ];
    const start = performance.now();
    const lines = await home.run([executable, model, ...args, "--temperature", "0"]);
    const tokens = lines
      .trimEnd()
      .split("\n")
      .reduce((sum, line) => sum + (JSON.parse(line).usage.completionTokens as number), 0);
    return tokens / ((performance.now() - start) / 1000);
  };
  const samples = await inTurn(
    rounds,
    () => tokensPerSecond(8),
    () => tokensPerSecond(1),
  );
  const faster = ratio(samples);
  return {
    what: `--batch, ${batchPrompts} prompts, 8 in parallel, ${quantization}`,
    ours: `${median(samples.ours).toFixed(1)} t/s`,
    theirs: `${median(samples.theirs).toFixed(1)} t/s (one at a time)`,
    result: `${faster.toFixed(2)} ×`,
    target: "≥ 2",
    isMet: faster >= 2,
  };
}

/** Listing and searching a database of 1,000 chats with 100 messages each. */
function storeRows(): Row[] {
  using home = new Home();
  using store = ChatStore.open(join(home.folder, "chats.sqlite"));
  const random = seededRandom(1);
  // As in natural language, a few words are most of the text.
  const word = (): string => `word${Math.floor(random.uniform() ** 3 * 5000)}`;
  for (let chat = 0; chat < 1000; chat += 1) {
    const entries: Entry[] = [];
    for (let index = 0; index < 100; index += 1) {
      const content = Array.from({ length: 40 }, word).join(" ");
      const id = `${chat}-${index}`;
      entries.push({
        id,
        parent: entries.at(-1)?.id,
        role: index % 2 === 0 ? "user" : "assistant",
        content,
        created: chat,
      });
    }
    store.add(undefined, entries, entries.at(-1)?.id);
  }
  const row = (what: string, work: () => unknown): Row => {
    const times = Array.from({ length: 21 }, () => {
      const start = performance.now();
      work();
      return performance.now() - start;
    });
    const shown = `${median(times).toFixed(1)} ms`;
    return { what, ours: shown, theirs: "", result: shown, target: "< 100 ms", isMet: median(times) < 100 };
  };
  return [
    row("listing 1,000 chats with 100,000 messages", () => store.list(-1)),
    row("searching them for two common words", () => store.search("word0 word1", 20)),
    row("searching them for the beginning of many words", () => store.search("wo", 20)),
    row("searching them for a rare word", () => store.search("word4999", 20)),
  ];
}
