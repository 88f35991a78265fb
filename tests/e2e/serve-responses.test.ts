/** /v1/responses with OpenAI's client: stored answers, tools, and what other servers' clients send. */
import { Database } from "bun:sqlite";
import { describe, expect, test } from "bun:test";
import { statSync } from "node:fs";
import { join } from "node:path";
import OpenAI, { NotFoundError } from "openai";
import { zodTextFormat } from "openai/helpers/zod";
import { z } from "zod";
import { Sandbox } from "../fixtures/executable.ts";
import { servedToOpenAi } from "../fixtures/openai-client.ts";
import { capital } from "../fixtures/questions.ts";
import { failureOf, TestServer } from "../fixtures/server.ts";

const model = "demo";
const name = { model, input: "My name is Anna.", temperature: 0 };
const whatName = { model, input: "What is my name?", temperature: 0 };

/** @param key without one, the server must have none */
const clientOf = ({ url }: TestServer, key = "none"): OpenAI =>
  new OpenAI({ baseURL: `${url}/v1`, apiKey: key, maxRetries: 0 });

describe("a stored response", () => {
  test("is continued, read, listed and deleted", async () => {
    await using served = await servedToOpenAi();
    const { responses } = served.client;
    const first = await responses.create({ ...name, instructions: "Be brief." });
    const second = await responses.create({ ...whatName, previous_response_id: first.id });
    expect(second.output_text).toBe("Your name is Anna.");
    // The whole conversation is the prompt, but for the instructions.
    expect(second).toMatchObject({ previous_response_id: first.id, instructions: null, store: true });
    const { _request_id: _, ...stored } = first as typeof first & { _request_id?: unknown };
    expect(await responses.retrieve(first.id)).toMatchObject(stored);
    const items = [];
    for await (const item of responses.inputItems.list(second.id)) items.push(item);
    expect(items).toMatchObject([
      { type: "message", role: "user", content: [{ type: "input_text", text: whatName.input }] },
    ]);
    expect((await failureOf(responses.cancel(first.id))).message).toContain("can't be cancelled");
    await responses.delete(first.id);
    expect(await failureOf(responses.retrieve(first.id))).toBeInstanceOf(NotFoundError);
    expect(await failureOf(responses.delete(first.id))).toBeInstanceOf(NotFoundError);
    const gone = responses.create({ ...whatName, previous_response_id: second.id });
    expect(await failureOf(gone)).toMatchObject({ code: "previous_response_not_found" });
  });

  test("has items that later requests refer to", async () => {
    await using served = await servedToOpenAi();
    const { responses } = served.client;
    const { output } = await responses.create(name);
    const input = [
      { role: "user" as const, content: name.input },
      { type: "item_reference" as const, id: output[0]?.id ?? "" },
      { role: "user" as const, content: whatName.input },
    ];
    expect((await responses.create({ ...whatName, input })).output_text).toBe("Your name is Anna.");
  });

  test("is not stored if the client says so, and streams are stored like whole answers", async () => {
    await using served = await servedToOpenAi();
    const { responses } = served.client;
    const unstored = await responses.create({ ...name, store: false });
    expect(unstored).toMatchObject({ store: false });
    expect(await failureOf(responses.retrieve(unstored.id))).toBeInstanceOf(NotFoundError);
    const stream = responses.stream(name);
    const final = await stream.finalResponse();
    expect((await responses.retrieve(final.id)).output_text).toBe(final.output_text);
  });

  test("says how far its prompt is read, and how fast it is written, if that is asked", async () => {
    await using served = await servedToOpenAi();
    const asked = { ...name, stream: true as const, return_progress: true, timings_per_token: true };
    const progress: { total: number; processed: number }[] = [];
    const speeds: unknown[] = [];
    for await (const event of await served.client.responses.create(asked)) {
      const more = event as { prompt_progress?: { total: number; processed: number }; timings?: object };
      if (more.prompt_progress !== undefined) progress.push(more.prompt_progress);
      if (event.type === "response.output_text.delta") {
        speeds.push(more.timings);
        expect(event.logprobs).toEqual([]);
      }
      if (event.type === "response.completed") speeds.push(more.timings);
    }
    expect(progress.at(-1)?.processed).toBe(progress[0]?.total ?? Number.NaN);
    expect(speeds.length).toBeGreaterThan(1);
    for (const speed of speeds) expect(speed).toMatchObject({ predicted_per_second: expect.any(Number) });
  });

  test("survives a restart, in a private file, for its key only", async () => {
    using home = new Sandbox();
    const keys = home.file("keys.txt", "the-key-of-alice\nthe-key-of-bob\n");
    const args = ["--api-key-file", keys];
    let id = "";
    {
      await using server = await TestServer.start(home, ["demo"], { args });
      ({ id } = await clientOf(server, "the-key-of-alice").responses.create(name));
      const bobs = clientOf(server, "the-key-of-bob").responses;
      expect(await failureOf(bobs.retrieve(id))).toBeInstanceOf(NotFoundError);
      expect(await failureOf(bobs.delete(id))).toBeInstanceOf(NotFoundError);
      const theirs = bobs.create({ ...whatName, previous_response_id: id });
      expect(await failureOf(theirs)).toBeInstanceOf(NotFoundError);
      expect(await server.end()).toBe(0);
    }
    await using server = await TestServer.start(home, ["demo"], { args });
    const { responses } = clientOf(server, "the-key-of-alice");
    const answer = await responses.create({ ...whatName, previous_response_id: id });
    expect(answer.output_text).toBe("Your name is Anna.");
    expect(statSync(join(home.data, "chats.sqlite")).mode & 0o077).toBe(0);
  });

  test("is only in memory with --no-save", async () => {
    using home = new Sandbox();
    const args = ["--no-save"];
    let id = "";
    {
      await using server = await TestServer.start(home, ["demo"], { args });
      const { responses } = clientOf(server);
      ({ id } = await responses.create(name));
      const answer = await responses.create({ ...whatName, previous_response_id: id });
      expect(answer.output_text).toBe("Your name is Anna.");
    }
    expect(home.written("demo", ".zst")).not.toContain("My name is Anna");
    await using server = await TestServer.start(home, ["demo"], { args });
    expect(await failureOf(clientOf(server).responses.retrieve(id))).toBeInstanceOf(NotFoundError);
  });

  test("is not lost when another program locks the chats", async () => {
    using home = new Sandbox();
    await using server = await TestServer.start(home);
    const { responses } = clientOf(server);
    const before = await responses.create(name);
    const other = new Database(join(home.data, "chats.sqlite"));
    other.run("BEGIN IMMEDIATE");
    const answer = await responses.create({ ...whatName, previous_response_id: before.id });
    expect(answer.output_text).toBe("Your name is Anna.");
    expect((await responses.retrieve(answer.id)).output_text).toBe("Your name is Anna.");
    expect(server.stderr).toContain("Responses are only in memory for now");
    other.run("ROLLBACK");
    const written = other.query("SELECT 1 FROM responses WHERE id = ?");
    while (written.get(answer.id) === null) await responses.retrieve(answer.id);
    other.close();
  });

  test("has what was written until its client left", async () => {
    using home = new Sandbox();
    await using server = await TestServer.start(home);
    const words = { type: "array", minItems: 400, items: { enum: ["word"] } };
    const schema = { type: "object", properties: { words }, required: ["words"] };
    const { responses } = clientOf(server);
    const stream = await responses.create({
      ...name,
      stream: true,
      text: { format: { type: "json_schema", name: "words", schema } },
    });
    let id = "";
    for await (const event of stream) {
      if (event.type === "response.created") id = event.response.id;
      if (event.type === "response.output_text.delta") break;
    }
    for (;;) {
      const left = await responses.retrieve(id).catch(() => undefined);
      if (left === undefined) continue;
      expect(left).toMatchObject({
        status: "cancelled",
        output: [{ type: "message", status: "incomplete" }],
      });
      expect(left.output_text.length).toBeGreaterThan(0);
      break;
    }
  });
});

describe("a response", () => {
  test("is sent back as it is, and nothing of it is unknown", async () => {
    using home = new Sandbox();
    await using server = await TestServer.start(home, ["demo"], { args: ["--strict"] });
    const { responses } = clientOf(server);
    const first = await responses.create(name);
    const { data, response } = await responses
      .create({
        ...whatName,
        input: [
          { role: "user", content: name.input },
          ...(first.output as OpenAI.Responses.ResponseInputItem[]),
          { role: "user", content: whatName.input },
        ],
      })
      .withResponse();
    expect(data.output_text).toBe("Your name is Anna.");
    expect(response.headers.get("x-anechat-ignored")).toBeNull();
  });

  test("calls a custom tool with a text that follows its expression, and takes its output", async () => {
    await using served = await servedToOpenAi();
    const { responses } = served.client;
    const format = { type: "grammar" as const, syntax: "regex" as const, definition: "[a-c]{3}" };
    const request = {
      model,
      input: "Do it",
      tools: [{ type: "custom" as const, name: "look", description: "Looks", format }],
      tool_choice: { type: "custom" as const, name: "look" },
      temperature: 0,
    };
    const deltas: string[] = [];
    const stream = responses.stream(request);
    for await (const event of stream) {
      if (event.type === "response.custom_tool_call_input.delta") deltas.push(event.delta);
    }
    const { id, output } = await stream.finalResponse();
    const [call] = output;
    if (call?.type !== "custom_tool_call") throw new Error("no call of a custom tool");
    expect(call.name).toBe("look");
    expect(call.input).toMatch(/^[a-c]{3}$/);
    expect(deltas.join("")).toBe(call.input);
    const { output: whole } = await responses.create(request);
    expect(whole).toMatchObject([{ type: "custom_tool_call", name: "look", input: call.input }]);
    const answer = await responses.create({
      model,
      previous_response_id: id,
      input: [{ type: "custom_tool_call_output", call_id: call.call_id, output: "Done" }],
      max_output_tokens: 4,
    });
    expect(answer.output[0]?.type).toBe("message");
  });

  test("is parsed by the client, and tells how its tokens were spent", async () => {
    await using served = await servedToOpenAi();
    const format = zodTextFormat(z.object({ sunny: z.boolean() }), "weather");
    const parsed = await served.client.responses.parse({ model, input: "Sunny?", text: { format } });
    expect(typeof parsed.output_parsed?.sunny).toBe("boolean");
    expect(parsed.usage).toMatchObject({
      input_tokens_details: { cached_tokens: expect.any(Number) },
      output_tokens_details: { reasoning_tokens: 0 },
    });
  });

  test("has the probabilities of its tokens if they are included", async () => {
    await using served = await servedToOpenAi();
    const include = ["message.output_text.logprobs" as const];
    const request = { model, input: [capital], temperature: 0, include, top_logprobs: 2 };
    const { output } = await served.client.responses.create(request);
    const [part] = output[0]?.type === "message" ? output[0].content : [];
    const logprobs = part?.type === "output_text" ? (part.logprobs ?? []) : [];
    expect(logprobs.map(({ token }) => token).join("")).toBe("The capital of Peru is Lima.");
    expect(logprobs.every(({ top_logprobs }) => top_logprobs.length === 2)).toBe(true);
  });

  test("leaves out what only other servers run, and says so", async () => {
    await using served = await servedToOpenAi();
    const { data, response } = await served.client.responses
      .create({
        model,
        input: [capital],
        temperature: 0,
        include: ["reasoning.encrypted_content"],
        tools: [{ type: "web_search" }],
        text: { verbosity: "low" },
        reasoning: { effort: "high", summary: "auto" },
        prompt_cache_key: "k",
        store: false,
      })
      .withResponse();
    expect(data.output_text).toBe("The capital of Peru is Lima.");
    expect(response.headers.get("x-anechat-ignored")).toBe("tools[] of type web_search, reasoning");
  });

  test.each([
    [{ background: true }, "background: "],
    [{ conversation: "conv_1" }, "conversation: "],
    [{ tool_choice: { type: "web_search" } }, "tool_choice.type: "],
  ])("refuses %j in words", async (fields, message) => {
    await using served = await servedToOpenAi();
    const response = await served.server.post("/v1/responses", { model, input: "Hi", ...fields });
    expect(response.status).toBe(400);
    expect(((await response.json()) as { error: { message: string } }).error.message).toStartWith(message);
  });

  test("has a number of prompt tokens that can be asked for before", async () => {
    await using served = await servedToOpenAi();
    const { responses } = served.client;
    const first = await responses.create(name);
    const request = { model, input: whatName.input, previous_response_id: first.id };
    const { input_tokens: counted } = await responses.inputTokens.count(request);
    expect((await responses.create(request)).usage?.input_tokens).toBe(counted);
    const messages = [{ role: "user", content: name.input }];
    const chat = await served.server.post("/v1/chat/completions/input_tokens", { model, messages });
    expect(await chat.json()).toEqual({
      object: "response.input_tokens",
      input_tokens: first.usage?.input_tokens,
    });
  });
});
