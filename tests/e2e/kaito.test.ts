/** Models that Kaito runs in a Kubernetes cluster, whose API server is on loopback. */
import { describe, expect, test } from "bun:test";
import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { selfSigned } from "../fixtures/certificate.ts";
import { Sandbox } from "../fixtures/executable.ts";
import { FakeCluster, type FakeClusterOptions, type FakeWorkspace } from "../fixtures/fake-cluster.ts";
import { endless, FakeEndpoint, refused } from "../fixtures/fake-endpoint.ts";
import { keys, TerminalSession } from "../fixtures/terminal.ts";

const secret = "token-not-to-be-seen";

/** A cluster with one workspace, my-llama, that jane's kubeconfig opens. */
class Surroundings implements AsyncDisposable {
  readonly home = new Sandbox();
  readonly model = new FakeEndpoint({ models: [{ id: "llama-3.1-8b-instruct", max_model_len: 4096 }] });
  readonly cluster: FakeCluster;

  constructor(options: FakeClusterOptions = {}, workspace: Partial<FakeWorkspace> = {}) {
    this.cluster = new FakeCluster(options);
    this.cluster.add({ name: "my-llama", model: this.model, ...workspace });
    this.cluster.writeKubeconfig(this.kubeconfig);
  }

  get kubeconfig(): string {
    return join(this.home.home, ".kube", "config");
  }

  chat(args: readonly string[], stdin?: string) {
    return this.home.run(["chat", ...args], stdin === undefined ? {} : { stdin });
  }

  ask(...args: string[]) {
    return this.chat(["--workspace-name", "my-llama", "-p", "Hi", ...args]);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all([this.cluster[Symbol.asyncDispose](), this.model[Symbol.asyncDispose]()]);
    this.home[Symbol.dispose]();
  }
}

/** Everything that was written down in a home, but the kubeconfig. */
function filesIn(folder: string): string {
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((path) => !path.includes(".kube") && statSync(path).isFile() && statSync(path).size < 1_000_000)
    .map((path) => readFileSync(path, "latin1"))
    .join("\n");
}

describe("one question", () => {
  test("goes through the API server's proxy; the answer is on stdout, and nothing else anywhere", async () => {
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

  test("is asked by the workspace's name in a batch and in a comparison, too", async () => {
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
      stderr: expect.stringContaining("--threads is for a model on this machine"),
    });
    expect(await at.home.run(["serve", "kaito:my-llama"])).toMatchObject({ code: 2 });
  });

  test("finds namespace, context and port where they are", async () => {
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
    // As one name, and by the config's keys.
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

  test("works with an older Kaito, behind a path, and where services may not be looked at", async () => {
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
  test("greets with the workspace and its model, and is gone on with", async () => {
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
    // Another context is the current one now.
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
    expect(filesIn(at.home.home)).not.toContain(secret);
  });

  test("is stopped by Ctrl+C, goes to another model and comes back, and says when a login has expired", async () => {
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

  test("from somebody's file doesn't choose the cluster it is sent to", async () => {
    await using at = new Surroundings();
    const asked = { name: "trap", source: "kaito:test/default/my-llama#llama-3.1-8b-instruct" };
    const file = at.home.file("chat.json", JSON.stringify([{ role: "user", content: "Hi", asked }]));
    expect((await at.home.run(["chats", "import", file])).code).toBe(0);
    await at.home.run(["--continue", "-p", "My secret"]);
    expect(at.cluster.requests).toEqual([]);
  });
});

describe("credentials", () => {
  test("are a plug-in's, which runs once while they are valid", async () => {
    await using at = new Surroundings();
    const log = join(at.home.folder, "log");
    const script = at.home.file(
      "home/.kube/get token.sh",
      `#!/bin/sh\necho "$1 $CLUSTER $KUBERNETES_EXEC_INFO" >> '${log}'\n` +
        `echo '{"kind":"ExecCredential","status":{"token":"${secret}","expirationTimestamp":"2999-01-01T00:00:00Z"}}'\n`,
    );
    chmodSync(script, 0o755);
    const exec = {
      apiVersion: "client.authentication.k8s.io/v1",
      command: "./get token.sh",
      args: ["login"],
      env: [{ name: "CLUSTER", value: "prod" }],
    };
    at.cluster.writeKubeconfig(at.kubeconfig, { user: { exec } });
    expect((await at.ask()).stdout).toBe("You said: Hi\n");
    expect(readFileSync(log, "utf8")).toBe(
      'login prod {"apiVersion":"client.authentication.k8s.io/v1","kind":"ExecCredential","spec":{"interactive":false}}\n',
    );
  });

  test("that have expired are made anew", async () => {
    await using at = new Surroundings();
    const log = join(at.home.folder, "log");
    const script = at.home.file(
      "plug-in",
      `#!/bin/sh\necho x >> '${log}'\necho '{"status":{"token":"${secret}","expirationTimestamp":"2020-01-01T00:00:00Z"}}'\n`,
    );
    chmodSync(script, 0o755);
    at.cluster.writeKubeconfig(at.kubeconfig, { user: { exec: { command: script } } });
    expect((await at.ask()).stdout).toBe("You said: Hi\n");
    expect(readFileSync(log, "utf8")).toBe("x\n".repeat(at.cluster.requests.length));
  });

  test("may be a file's, a certificate, and for another name than the address has", async () => {
    const client = selfSigned("jane");
    await using at = new Surroundings({ clients: client, tls: selfSigned("kubernetes.test") });
    at.home.file("home/.kube/token", `${secret}\n`);
    at.home.file("home/.kube/jane.pem", client.cert);
    at.cluster.writeKubeconfig(at.kubeconfig, {
      user: {
        tokenFile: "token",
        "client-certificate": "jane.pem",
        "client-key-data": Buffer.from(client.key).toString("base64"),
      },
      cluster: { server: `https://127.0.0.1:${at.cluster.port}/`, "tls-server-name": "kubernetes.test" },
    });
    const { stdout, stderr } = await at.ask();
    expect([stdout, stderr]).toEqual(["You said: Hi\n", ""]);
  });

  test("that can't be had are told of, with the plug-in's name and without what it printed", async () => {
    await using at = new Surroundings();
    const plugIn = async (exec: Record<string, unknown>) => {
      at.cluster.writeKubeconfig(at.kubeconfig, { user: { exec } });
      const { code, stderr } = await at.ask();
      expect(code).toBe(4);
      return stderr;
    };
    const missing = { command: "no-such-plug-in", installHint: "Get it at\nexample.com." };
    expect(await plugIn(missing)).toBe(
      "anechat: The kubeconfig's credential plug-in no-such-plug-in isn't installed\n  Get it at example.com.\n",
    );
    expect(
      await plugIn({ command: "sh", args: ["-c", "echo 'Log in \x1b[31mfirst' >&2; exit 1"] }),
    ).toStartWith("anechat: The kubeconfig's credential plug-in sh failed: Log in ␛[31mfirst\n");
    const printed = await plugIn({ command: "echo", args: [secret] });
    expect(printed).toStartWith(
      "anechat: The kubeconfig's credential plug-in echo failed: it printed no ExecCredential\n",
    );
    expect(printed).not.toContain(secret);
  });
});

describe("an error says what to do", () => {
  test("where a workspace isn't ready", async () => {
    await using at = new Surroundings();
    at.cluster.add(
      {
        name: "waiting",
        conditions: [
          {
            type: "ResourceReady",
            status: "False",
            reason: "Pending",
            message: "node \x1b]0;x\x07claim\nisn't ready",
          },
          { type: "InferenceReady", status: "Unknown" },
        ],
      },
      { name: "new", conditions: [] },
      { name: "going", isDeleted: true },
      { name: "tuning", tuning: true },
      { name: "bare", ports: null },
    );
    const ask = async (name: string) => {
      const { code, stdout, stderr } = await at.chat(["--workspace-name", name, "-p", "Hi"]);
      expect(stdout).toBe("");
      return [code, stderr.replace(/\n$/, "")];
    };
    expect(await ask("waiting")).toEqual([
      10,
      "anechat: Workspace 'waiting' is not ready for inference\n" +
        "  ResourceReady: False (Pending): node ␛]0;x␇claim isn't ready\n" +
        "  InferenceReady: Unknown\n" +
        '  Its nodes and its model may take many minutes to come. "kubectl --context test describe workspace waiting -n default" says more.',
    ]);
    expect(await ask("new")).toMatchObject([
      10,
      expect.stringContaining("inference: Kaito hasn't looked at it yet\n"),
    ]);
    expect(await ask("going")).toMatchObject([
      10,
      expect.stringContaining("inference: it is being deleted\n"),
    ]);
    expect(await ask("tuning")).toMatchObject([3, expect.stringContaining("is for tuning a model")]);
    expect(await ask("bare")).toMatchObject([
      10,
      expect.stringContaining("'bare' has no service in namespace default"),
    ]);
    expect(await ask("my-lama")).toEqual([
      3,
      'anechat: There is no workspace "my-lama" in namespace default of context test\n  Did you mean "my-llama"?',
    ]);
    expect(await ask("Übel/../x")).toMatchObject([
      2,
      expect.stringContaining("can't be the name of a workspace"),
    ]);
  });

  test("where Kaito isn't installed", async () => {
    await using at = new Surroundings({ versions: [] });
    const { code, stderr } = await at.ask();
    expect([code, stderr]).toMatchObject([3, expect.stringContaining("context test doesn't have Kaito")]);
  });

  test("where something is forbidden, and who may grant it", async () => {
    await using at = new Surroundings();
    for (const [verb, resource] of [
      ["get", "workspaces.kaito.sh"],
      ["get", "services/proxy"],
      ["create", "services/proxy"],
    ] as const) {
      at.cluster.forbid(`${verb} ${resource}`);
      const { code, stderr } = await at.ask("--model", "llama-3.1-8b-instruct");
      expect(code).toBe(4);
      expect(stderr).toStartWith(
        `anechat: You may not ${verb} ${resource} in namespace default of context test (403): ${resource} is forbidden: `,
      );
      expect(stderr).toContain(`a Role with the verb ${verb} on ${resource}.`);
    }
  });

  test("where the kubeconfig isn't right", async () => {
    await using at = new Surroundings();
    const context = await at.ask("--context", "prod");
    expect([context.code, context.stderr]).toEqual([
      2,
      'anechat: There is no context "prod" in your kubeconfig\n  There are: test.\n',
    ]);
    at.cluster.writeKubeconfig(at.kubeconfig, { user: { token: "token-expired-1234" } });
    const expired = await at.ask("--verbose");
    expect(expired.code).toBe(4);
    expect(expired.stderr).toContain(
      "The cluster doesn't accept the credentials of user jane (401)\n  They may have expired",
    );
    expect(expired.stderr).not.toContain("token-expired");
    at.cluster.writeKubeconfig(at.kubeconfig, { user: { tokenFile: "missing" } });
    const file = await at.ask();
    expect([file.code, file.stderr]).toMatchObject([
      13,
      expect.stringContaining(".kube/missing can't be read (ENOENT)"),
    ]);
    writeFileSync(at.kubeconfig, "users: [");
    expect(await at.ask()).toMatchObject({ code: 13, stderr: expect.stringContaining("is no kubeconfig: ") });
    const { code, stderr } = await at.home.run(["chat", "--workspace-name", "x", "-p", "Hi"], {
      env: { KUBECONFIG: "/nowhere/config" },
    });
    expect([code, stderr]).toMatchObject([
      13,
      expect.stringContaining("there is no kubeconfig at /nowhere/config"),
    ]);
  });

  test("where the cluster can't be reached or trusted", async () => {
    await using at = new Surroundings();
    const other = Buffer.from(selfSigned("localhost").cert).toString("base64");
    const { server } = at.cluster;
    const ask = async (cluster: Record<string, unknown>) => {
      at.cluster.writeKubeconfig(at.kubeconfig, { cluster });
      const { code, stderr, stdout } = await at.ask();
      return [code, stderr + stdout];
    };
    expect(await ask({ "certificate-authority-data": other })).toMatchObject([
      10,
      expect.stringMatching(
        /^anechat: The cluster at localhost:\d+ shows a certificate .*\n {2}The kubeconfig says whom to trust/,
      ),
    ]);
    expect(await ask({ "tls-server-name": "elsewhere.test" })).toMatchObject([
      10,
      expect.stringContaining("shows a certificate of another host"),
    ]);
    expect(await ask({ "certificate-authority-data": undefined, "insecure-skip-tls-verify": true })).toEqual([
      0,
      "You said: Hi\n",
    ]);
    expect(await ask({ server: "https://127.0.0.1:1" })).toMatchObject([
      10,
      expect.stringContaining(
        'The cluster at 127.0.0.1:1 can\'t be reached\n  Does "kubectl --context test get namespaces" reach it?',
      ),
    ]);
    expect(await ask({ server: server.replace("https", "http") })).toMatchObject([
      10,
      expect.stringContaining("The connection to the cluster at localhost"),
    ]);
  });

  test("where no workspace is named", async () => {
    await using at = new Surroundings();
    expect(await at.chat(["-p", "Hi"])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("Which workspace?"),
    });
    expect(await at.chat(["demo"])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("anechat demo\n"),
    });
  });
});
