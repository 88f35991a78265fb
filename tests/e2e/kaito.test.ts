/** Models that Kaito runs in a Kubernetes cluster, with a fake API server on loopback. */
import { describe, expect, test } from "bun:test";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { endless, refused } from "../fixtures/fake-endpoint.ts";
import { Surroundings, secret } from "../fixtures/kaito.ts";
import { keys, TerminalSession } from "../fixtures/terminal.ts";

describe("one question", () => {
  test("goes through the API server's proxy; stdout has the answer, and stderr is empty", async () => {
    await using at = new Surroundings();
    const { stdout, stderr, code } = await at.ask("-s", "Be short.", "--max-tokens", "9", "--top-p", "0.5");
    expect([stdout, stderr, code]).toEqual(["You said: Hi\n", "", 0]);
    expect(at.cluster.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
      "GET /apis/kaito.sh/v1beta1/namespaces/default/workspaces/my-llama",
      "GET /api/v1/namespaces/default/services/my-llama",
      "GET /api/v1/namespaces/default/services/http:my-llama:80/proxy/v1/models",
      "POST /api/v1/namespaces/default/services/http:my-llama:80/proxy/v1/chat/completions",
    ]);
    expect(at.cluster.requests.every(({ authorization }) => authorization === `Bearer ${secret}`)).toBe(true);
    expect(at.model.questions[0]?.body).toMatchObject({
      model: "llama-3.1-8b-instruct",
      messages: [
        { role: "system", content: "Be short." },
        { role: "user", content: "Hi" },
      ],
      max_tokens: 9,
      top_p: 0.5,
    });
  });

  test("may be piped in, and answered as JSON", async () => {
    await using at = new Surroundings();
    const piped = await at.chat(["--workspace-name", "my-llama"], "What is AI?");
    expect(piped.stdout).toBe("You said: What is AI?\n");
    const { stdout } = await at.ask("--json");
    expect(JSON.parse(stdout)).toMatchObject({
      text: "You said: Hi",
      model: { name: "llama-3.1-8b-instruct" },
    });
  });

  test("works by the workspace's name in a batch and in a comparison, too", async () => {
    await using at = new Surroundings();
    const batch = await at.home.run(["kaito:my-llama", "--batch", "-"], { stdin: "one\ntwo\n" });
    expect(
      batch.stdout
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line).text),
    ).toEqual(["You said: one", "You said: two"]);
    const models = ["--model1", "kaito:my-llama", "--model2", "kaito:test/default/my-llama"];
    const compared = await at.home.run(["compare", ...models, "-p", "Hi", "--json"]);
    expect(JSON.parse(compared.stdout)).toMatchObject([
      { answers: [{ text: "You said: Hi" }, { text: "You said: Hi" }] },
    ]);
    const refusedFlag = await at.home.run(["kaito:my-llama", "-p", "Hi", "--threads", "2"]);
    expect(refusedFlag).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("--threads applies only to local models"),
    });
    expect(await at.home.run(["serve", "kaito:my-llama"])).toMatchObject({ code: 2 });
  });

  test("finds namespace, context and port", async () => {
    await using at = new Surroundings({}, { name: "x" });
    at.cluster.add(
      { name: "my-llama", namespace: "models", model: at.model, ports: [{ port: 5000 }] },
      { name: "my-llama", namespace: "others", model: at.model, ports: [{ port: 5001 }] },
    );
    const name = "arn:aws:eks:eu-west-1:1:cluster/prod";
    const other = at.cluster.writeKubeconfig(join(at.home.folder, "other"), {
      context: name,
      namespace: "models",
    });
    const env = { KUBECONFIG: `${at.kubeconfig}:${other}:${join(at.home.folder, "missing")}` };
    const ask = ["chat", "--workspace-name", "my-llama", "-p", "Hi"];
    await at.home.run([...ask, "--context", name], { env });
    await at.home.run([...ask, "-n", "others"], { env });
    // By one name, and by the config's keys.
    await at.home.run([`kaito:${name.replace("/", "%2F")}//my-llama`, "-p", "Hi"], { env });
    const settings = { ANECHAT_WORKSPACE_NAME: "my-llama", ANECHAT_NAMESPACE: "others" };
    await at.home.run(["chat", "-p", "Hi"], { env: { ...env, ...settings } });
    const paths = at.cluster.requests.filter(({ method }) => method === "POST").map(({ path }) => path);
    expect(paths.map((path) => /namespaces\/(.+)\/proxy/.exec(path)?.[1])).toEqual([
      "models/services/http:my-llama:5000",
      "others/services/http:my-llama:5001",
      "models/services/http:my-llama:5000",
      "others/services/http:my-llama:5001",
    ]);
  });

  test("works with an older Kaito, behind a path, and without permission to read services", async () => {
    await using at = new Surroundings({ versions: ["v1alpha1"], prefix: "/k8s/clusters/c-1" });
    at.cluster.forbid("get services");
    expect((await at.ask()).stdout).toBe("You said: Hi\n");
  });

  test("waits for a busy model", async () => {
    await using at = new Surroundings();
    at.model.reply(() => refused(503, { message: "Loading" }, { "retry-after": "0" }));
    const { stdout, stderr } = await at.ask();
    expect(stdout).toBe("You said: Hi\n");
    expect(stderr).toBe("workspace my-llama answered 503: Loading; trying again in 0.00 s.\n");
  });

  test("stopped by Ctrl+C closes the stream, through the cluster", async () => {
    await using at = new Surroundings();
    const { reply, closed } = endless("Once upon a time");
    at.model.reply(reply);
    const child = at.home.start(["chat", "--workspace-name", "my-llama", "-p", "Tell me"]);
    const [first, second] = child.stdout.tee();
    await first.getReader().read();
    child.kill("SIGINT");
    await closed;
    expect(await new Response(second).text()).toBe("Once upon a time\n");
    expect(await child.exited).toBe(130);
  });
});

describe("a chat", () => {
  test("greets with the workspace and its model, and can be continued", async () => {
    await using at = new Surroundings({}, { preset: "llama-3.1-8b" });
    {
      await using chat = new TerminalSession(at.home, ["chat", "--workspace-name", "my-llama"], {
        columns: 200,
      });
      await chat.shows(
        "Connected to workspace my-llama (llama-3.1-8b-instruct, preset llama-3.1-8b) in namespace default of context test (context 4096).",
      );
      await chat.prompts(1);
      chat.say("My name is Anna");
      await chat.prompts(2);
      chat.say("/status");
      await chat.shows(
        "Model     llama-3.1-8b-instruct (at workspace my-llama in namespace default of context test)",
      );
      await chat.prompts(3);
      chat.say("quit");
      expect(await chat.exit()).toBe(0);
    }
    // Another context is current now.
    const other = JSON.parse(at.cluster.kubeconfig()) as { contexts: unknown[] };
    other.contexts.push({
      name: "elsewhere",
      context: { cluster: "cluster", user: "jane", namespace: "else" },
    });
    writeFileSync(at.kubeconfig, JSON.stringify({ ...other, "current-context": "elsewhere" }));
    const again = await at.home.run(["--continue", "-p", "Who am I?"]);
    expect([again.stdout, again.stderr]).toEqual(["You said: Who am I?\n", ""]);
    expect(at.model.questions.at(-1)?.body?.messages).toHaveLength(3);
    expect(
      (await at.chat(["--continue", "--workspace-name", "my-llama", "-n", "default", "-p", "And now?"])).code,
    ).toBe(0);
    expect(at.model.questions.at(-1)?.body?.messages).toHaveLength(5);
    expect(at.home.written(".kube")).not.toContain(secret);
  });

  test("stops with Ctrl+C, switches to another model and back, and reports an expired login", async () => {
    await using at = new Surroundings();
    const { reply, closed } = endless("Once upon a time");
    at.model.reply(reply);
    await using chat = new TerminalSession(at.home, ["chat", "--workspace-name", "my-llama", "--no-stats"], {
      columns: 120,
      rows: 60,
    });
    await chat.prompts(1);
    chat.say("Tell me");
    await chat.shows("Once upon a time");
    chat.type(keys.ctrlC);
    await chat.shows("(stopped)");
    await closed;
    await chat.prompts(2);
    chat.say("/switch demo");
    await chat.shows("demo answers from now on.");
    await chat.prompts(3);
    chat.say("/switch kaito:my-llama");
    await chat.shows("llama-3.1-8b-instruct answers from now on.");
    await chat.prompts(4);
    at.cluster.token = "another-token";
    chat.say("Are you there?");
    await chat.shows("The cluster doesn't accept the credentials of user jane (401)");
    expect(chat.text).not.toContain("--api-key-env");
    await chat.prompts(5);
    chat.say("quit");
    expect(await chat.exit()).toBe(0);
  });

  test("from an imported file doesn't choose the cluster it is sent to", async () => {
    await using at = new Surroundings();
    const asked = { name: "trap", source: "kaito:test/default/my-llama#llama-3.1-8b-instruct" };
    const file = at.home.file("chat.json", JSON.stringify([{ role: "user", content: "Hi", asked }]));
    expect((await at.home.run(["chats", "import", file])).code).toBe(0);
    await at.home.run(["--continue", "-p", "My secret"]);
    expect(at.cluster.requests).toEqual([]);
  });
});
