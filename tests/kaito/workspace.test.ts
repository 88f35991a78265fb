/** The way through an API server to a workspace's model: what is sent, and whose refusals are whose. */
import { describe, expect, test } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Cluster } from "../../src/kaito/cluster.ts";
import { readAccess } from "../../src/kaito/kubeconfig.ts";
import { findWorkspace } from "../../src/kaito/workspace.ts";
import { FakeCluster, type FakeClusterOptions, type FakeWorkspace } from "../fixtures/fake-cluster.ts";
import { FakeEndpoint, refused } from "../fixtures/fake-endpoint.ts";

/** A cluster with one workspace, and a question to its model. */
class Way implements AsyncDisposable {
  readonly model = new FakeEndpoint();
  readonly cluster: FakeCluster;

  constructor(options: FakeClusterOptions = {}, workspace: Partial<FakeWorkspace> = {}) {
    this.cluster = new FakeCluster(options);
    this.cluster.add({ name: "my-llama", model: this.model, ...workspace });
  }

  async find() {
    const folder = mkdtempSync(join(tmpdir(), "anechat-way-"));
    const access = readAccess(undefined, {
      KUBECONFIG: this.cluster.writeKubeconfig(join(folder, "config")),
    });
    rmSync(folder, { recursive: true });
    const { signal } = new AbortController();
    const { endpoint, fetch } = await findWorkspace(new Cluster(access), "default", "my-llama", signal);
    const body = JSON.stringify({ model: "fake-1", messages: [{ role: "user", content: "Grüße" }] });
    const headers = { "content-type": "application/json" };
    return { ask: () => fetch(`${endpoint}/chat/completions`, { method: "POST", headers, body }) };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all([this.cluster[Symbol.asyncDispose](), this.model[Symbol.asyncDispose]()]);
  }
}

describe("a question to a workspace", () => {
  test("doesn't tell its length, for which API servers may cut the answer", async () => {
    await using way = new Way();
    const { ask } = await way.find();
    expect(await (await ask()).text()).toContain("Grüße");
    const sent = way.cluster.requests.at(-1);
    expect(sent?.headers.get("transfer-encoding")).toBe("chunked");
    expect(sent?.headers.has("content-length")).toBe(false);
  });

  test("that the model refuses isn't refused by the cluster", async () => {
    await using way = new Way();
    const { ask } = await way.find();
    for (const status of [401, 403]) {
      way.model.reply(() => refused(status, { message: "No key" }));
      await expect(ask()).rejects.toMatchObject({
        code: "noAccess",
        message: `The model of workspace 'my-llama' refuses the request (${status}): No key`,
        hint: expect.stringContaining("an API server passes none on"),
      });
    }
    way.model.reply(() => refused(404, { message: "No such model" }));
    expect(await (await ask()).json()).toEqual({ error: { message: "No such model" } });
  });

  test.each([undefined, "/k8s/clusters/c-1"])(
    "that the cluster refuses says so, with prefix %p",
    async (prefix) => {
      await using way = new Way(prefix === undefined ? {} : { prefix });
      const { ask } = await way.find();
      way.cluster.token = "another-token";
      await expect(ask()).rejects.toMatchObject({
        code: "noAccess",
        message: "The cluster doesn't accept the credentials of user jane (401)",
      });
    },
  );

  test("whose service leads nowhere is told from one without a service, where that may be seen", async () => {
    await using way = new Way({}, { model: null });
    const seen = await way.find();
    await expect(seen.ask()).rejects.toThrow("The service of workspace 'my-llama' leads nowhere yet");
    way.cluster.forbid("get services");
    const unseen = await way.find();
    await expect(unseen.ask()).rejects.toThrow("Workspace 'my-llama' has no service in namespace default");
  });
});
