/**
 * Counts the tokens that conversations evaluate again, beside llama-server, for models of many
 * architectures: turns, the same question again, an edited one, another chat and back, four at the
 * same time, and a chat that another process continues.
 */
import { readdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { z } from "zod";
import { Home } from "./home.ts";
import { BenchServer } from "./load.ts";

type FamiliesOptions = {
  executable: string;
  /** llama-server of the same build. */
  llamaServer: string;
  /** With the models' files. */
  folder: string;
};

type Message = { role: "system" | "user" | "assistant"; content: string };

type Answer = {
  text: string;
  promptTokens: number;
  /** Of the prompt, those that were evaluated. */
  evaluated: number;
};

const parallel = 4;
/** Enough for the thoughts and the answer of a model that thinks for a while. */
const maxTokens = 160;

const instructions: Message = {
  role: "system",
  content: "You answer the questions of people who visit the harbour, briefly and with care. ".repeat(8),
};
const questions = [
  "Which ships leave for the islands today, and from which pier?",
  "Is one of them small enough for an old dog who fears engines?",
  "Thanks. Until when does the ticket office stay open on Sundays?",
  "And who may bring more than two bicycles on board?",
  "Goodbye, and fair winds to you and all your ships.",
];

const answerShape = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string().nullish() }) })).min(1),
  usage: z.object({
    prompt_tokens: z.number(),
    prompt_tokens_details: z.object({ cached_tokens: z.number() }).nullish(),
  }),
  /** Of llama-server. */
  timings: z.object({ cache_n: z.number() }).nullish(),
});

async function ask({ url }: BenchServer, messages: readonly Message[]): Promise<Answer> {
  const response = await fetch(`${url}/v1/chat/completions`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ messages, max_tokens: maxTokens, temperature: 0, seed: 1 }),
  });
  if (!response.ok) throw new Error(`${response.status}: ${(await response.text()).slice(0, 300)}`);
  const { choices, usage, timings } = answerShape.parse(await response.json());
  const cached = usage.prompt_tokens_details?.cached_tokens ?? timings?.cache_n ?? 0;
  return {
    text: choices[0]?.message.content ?? "",
    promptTokens: usage.prompt_tokens,
    evaluated: usage.prompt_tokens - cached,
  };
}

const steps = [
  "turn 2",
  "turn 3",
  "turn 4",
  "again",
  "edited",
  "other chat",
  "back",
  "four at once",
] as const;

type Scenario = {
  counts: Record<(typeof steps)[number], number>;
  /** The requests whose answers a fresh server is asked for, too. */
  checked: { messages: readonly Message[]; text: string }[];
};

const user = (content: string): Message => ({ role: "user", content });

async function scenario(server: BenchServer): Promise<Scenario> {
  const messages: Message[] = [instructions];
  const turns: Answer[] = [];
  for (const question of questions.slice(0, 4)) {
    messages.push(user(question));
    const answer = await ask(server, messages);
    turns.push(answer);
    messages.push({ role: "assistant", content: answer.text });
  }
  const asked = messages.slice(0, -1);
  const again = await ask(server, asked);
  const edited = [...messages.slice(0, -2), user("Where can I leave my bicycle?")];
  const editedAnswer = await ask(server, edited);
  const other = await ask(server, [instructions, user("I am somebody else. Do you sell charts?")]);
  const returned = [...messages, user(questions[4] as string)];
  const back = await ask(server, returned);
  const together = await Promise.all(
    questions.slice(0, parallel).map((question) => {
      const others = { ...instructions, content: `Today: ${instructions.content}` };
      return ask(server, [others, user(question)]);
    }),
  );
  const of = (turn: number): number => turns[turn]?.evaluated ?? Number.NaN;
  return {
    counts: {
      "turn 2": of(1),
      "turn 3": of(2),
      "turn 4": of(3),
      again: again.evaluated,
      edited: editedAnswer.evaluated,
      "other chat": other.evaluated,
      back: back.evaluated,
      "four at once": together.reduce((sum, { evaluated }) => sum + evaluated, 0),
    },
    checked: [
      { messages: asked, text: again.text },
      { messages: edited, text: editedAnswer.text },
      { messages: returned, text: back.text },
    ],
  };
}

/** Tokens that a second process evaluates for a new question in a chat that a first one continued. */
async function continued(executable: string, model: string): Promise<number> {
  using home = new Home();
  const file = join(home.folder, "chat.json");
  writeFileSync(file, JSON.stringify([instructions, user("Hello!"), { role: "assistant", content: "Hi." }]));
  await home.run([executable, "chats", "import", file]);
  const flags = ["--continue", "--temperature", "0", "--quiet", "--json"];
  const next = async (question: string): Promise<number> => {
    const output = await home.run([executable, model, "--prompt", question, ...flags]);
    const { usage } = z
      .object({ usage: z.object({ promptTokens: z.number(), cachedTokens: z.number() }) })
      .parse(JSON.parse(output));
    return usage.promptTokens - usage.cachedTokens;
  };
  await next(questions[0] as string);
  return await next(questions[1] as string);
}

/** @returns a Markdown table: a row for each model; "ours / llama-server's" */
export async function familyTable(options: FamiliesOptions): Promise<string> {
  const files = readdirSync(options.folder).filter((file) => file.endsWith(".gguf"));
  const rows: string[][] = [];
  for (const file of files.sort()) {
    const row = await familyRow(join(options.folder, file), options);
    console.log(`  ${row.join(" | ")}`);
    rows.push(row);
  }
  const heading = ["model", ...steps, "--continue", "same texts of 3"];
  const line = heading.map((_, column) => (column === 0 ? "---" : "--:"));
  return [heading, line, ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

async function familyRow(model: string, { executable, llamaServer }: FamiliesOptions): Promise<string[]> {
  const ourCommand = [executable, "serve", model, "--port", "PORT", "--no-save", "--quiet"];
  const many = ["--parallel", String(parallel)];
  const theirCommand = [llamaServer, "-m", model, "--port", "PORT", "--kv-unified", "--jinja", "-c", "32768"];
  const ours = await measured([...ourCommand, ...many]);
  const theirs = await measured([...theirCommand, ...many]);
  return [
    basename(model, ".gguf"),
    ...steps.map((step) => compared(ours.counts[step], theirs.counts[step])),
    String(await continued(executable, model)),
    `${ours.same} / ${theirs.same}`,
  ];
}

/** More than llama-server needs is a missed target. */
function compared(ours: number, theirs: number): string {
  return ours > theirs ? `**${ours} / ${theirs}**` : `${ours} / ${theirs}`;
}

/** @returns what the scenario costs, and how many of its answers a fresh server gives, too */
async function measured(command: readonly string[]): Promise<Pick<Scenario, "counts"> & { same: number }> {
  const { counts, checked } = await withServer(command, scenario);
  let same = 0;
  for (const { messages, text } of checked) {
    const fresh = await withServer(command, (server) => ask(server, messages));
    if (fresh.text === text) same += 1;
  }
  return { counts, same };
}

async function withServer<T>(
  command: readonly string[],
  work: (server: BenchServer) => Promise<T>,
): Promise<T> {
  await using server = await BenchServer.start(command);
  return await work(server);
}
