/** What a chat template refuses is merged or an error of the request, and never one of the server. */
import { expect, test } from "bun:test";
import { Sandbox } from "../fixtures/executable.ts";
import { testModel } from "../fixtures/models.ts";
import { TestServer } from "../fixtures/server.ts";

const alternating =
  "{% for m in messages %}{% if (m.role == 'user') != (loop.index0 % 2 == 0) %}" +
  "{{ raise_exception('Roles must alternate') }}{% endif %}{{ m.role }}: {{ m.content }}\n{% endfor %}";

const history = [
  { role: "system", content: "Be kind" },
  { role: "assistant", content: "Hello" },
  { role: "user", content: "One" },
  { role: "user", content: "Two" },
  {
    role: "assistant",
    content: null,
    tool_calls: [{ id: "c", type: "function", function: { name: "look", arguments: '{"at": "the m' } }],
  },
  { role: "tool", tool_call_id: "c", content: "" },
  { role: "system", content: "Be brief" },
];

async function ask(chatTemplate: string, path: string, body: object): Promise<Response> {
  using home = new Sandbox();
  await using server = await TestServer.start(home, [await testModel("bpe", { chatTemplate })]);
  const response = await server.post(path, { max_tokens: 2, ...body });
  return new Response(await response.text(), response);
}

test("a history that breaks the template's rules is answered", async () => {
  const response = await ask(alternating, "/v1/chat/completions", { messages: history });
  expect(await response.json()).toMatchObject({ object: "chat.completion" });
  expect(response.status).toBe(200);
});

test("a refusal that remains is 400 with the template's words", async () => {
  const response = await ask("{{ raise_exception('Not today') }}", "/v1/chat/completions", {
    messages: history.slice(2, 3),
  });
  expect(response.status).toBe(400);
  expect(await response.text()).toContain("The chat template refused: Not today");
});

test("a template that can't be parsed is 400, and completions work", async () => {
  const broken = "{% for m in messages %}{{ m.content }}";
  const chat = await ask(broken, "/v1/chat/completions", { messages: history.slice(2, 3) });
  expect(chat.status).toBe(400);
  expect(await chat.text()).toContain("chat template can't be used: it is not valid Jinja: ");
  expect((await ask(broken, "/v1/completions", { prompt: "Hi" })).status).toBe(200);
});
