/** Documents ranked by a reranker, in the forms of Jina, Cohere and text-embeddings-inference. */
import { afterAll, beforeAll, expect, test } from "bun:test";
import { Sandbox } from "../fixtures/executable.ts";
import { rerankerModel } from "../fixtures/models.ts";
import { TestServer } from "../fixtures/server.ts";

let home: Sandbox;
let server: TestServer;
beforeAll(async () => {
  home = new Sandbox();
  server = await TestServer.start(home, [await rerankerModel()]);
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  home[Symbol.dispose]();
});

const query = "Where is the house";
const documents = ["the house is by the sea", { text: "the bread is warm" }, "sea"];
const texts = ["the house is by the sea", "the bread is warm", "sea"];

type Ranking = {
  results: { index: number; relevance_score: number; document?: { text: string } }[];
  usage: { prompt_tokens: number; total_tokens: number };
  meta: { tokens: { input_tokens: number } };
};

async function ranked<T = Ranking>(body: object, path = "/v1/rerank"): Promise<T> {
  const reply = await server.post(path, { query, ...body });
  expect(reply.status).toBe(200);
  return (await reply.json()) as T;
}

test("the most relevant documents come first, with their places in the request", async () => {
  const { results, usage, meta } = await ranked({ documents });
  const scores = results.map(({ relevance_score: score }) => score);
  expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  expect(results.map(({ index }) => index).sort()).toEqual([0, 1, 2]);
  expect(usage.total_tokens).toBe(usage.prompt_tokens);
  expect(meta.tokens.input_tokens).toBe(usage.prompt_tokens);
  // The same score alone and among others.
  const { results: alone } = await ranked({ documents: documents.slice(2) });
  const among = results.find(({ index }) => index === 2);
  expect(alone[0]?.relevance_score).toBeCloseTo(among?.relevance_score as number, 5);
});

test("top_n limits the results, and return_documents repeats the texts", async () => {
  const { results: all } = await ranked({ documents });
  const { results } = await ranked({ documents, top_n: 2, return_documents: true }, "/v2/rerank");
  expect(results).toEqual(
    all.slice(0, 2).map((one) => ({ ...one, document: { text: texts[one.index] as string } })),
  );
  expect((await ranked({ documents, top_n: 99 })).results.length).toBe(3);
});

test("texts instead of documents are answered with a bare list", async () => {
  const { results } = await ranked({ documents });
  const list = await ranked<unknown[]>({ texts, return_text: true }, "/v1/reranking");
  expect(list).toEqual(
    results.map(({ index, relevance_score: score }) => ({ index, score, text: texts[index] as string })),
  );
  const [first] = await ranked<{ score: number }[]>({ texts, raw_scores: false });
  expect(first?.score).toBeCloseTo(1 / (1 + Math.exp(-(results[0]?.relevance_score as number))), 5);
});

test("wrong requests are refused with the field's name", async () => {
  const long = Array.from({ length: 100 }, () => "sun").join(" ");
  const wrong = [
    [{ query }, "documents"],
    [{ query, documents: [] }, "documents"],
    [{ query, documents: [1, 2] }, "documents[0]"],
    [{ query, documents: ["a"], texts: ["a"] }, "texts"],
    [{ query, documents: ["sea", long] }, "documents[1]"],
    [{ documents: ["a"] }, "query"],
  ] as const;
  for (const [body, param] of wrong) {
    const reply = await server.post("/v1/rerank", body);
    const { error } = (await reply.json()) as { error: { param: string } };
    expect([reply.status, error.param]).toEqual([400, param]);
  }
});

test("a model that is no reranker is refused", async () => {
  await using chat = await TestServer.start(home);
  const reply = await chat.post("/v1/rerank", { query, documents });
  expect(reply.status).toBe(400);
  expect(await reply.json()).toMatchObject({ error: { param: "model" } });
});
