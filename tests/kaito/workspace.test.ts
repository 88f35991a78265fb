/** Requests through an API server to a workspace's model, and refusals of either server. */
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
class Route implements AsyncDisposable {
  readonly model = new FakeEndpoint();
  readonly cluster: FakeCluster;

  constructor(options: FakeClusterOptions = {}, workspace: Partial<FakeWorkspace> = {}) {
    this.cluster = new FakeCluster(options);
    this.cluster.add({ name: "my-llama", model: this.model, ...workspace });
  }

  async find() {
    const folder = mkdtempSync(join(tmpdir(), "anechat-route-"));
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
  test("has no Content-Length, with which API servers may cut off the answer", async () => {
    await using route = new Route();
    const { ask } = await route.find();
    expect(await (await ask()).text()).toContain("Grüße");
    const sent = route.cluster.requests.at(-1);
    expect(sent?.headers.get("transfer-encoding")).toBe("chunked");
    expect(sent?.headers.has("content-length")).toBe(false);
  });

  test("that the model refuses has the model's error, not the cluster's", async () => {
    await using route = new Route();
    const { ask } = await route.find();
    for (const status of [401, 403]) {
      route.model.reply(() => refused(status, { message: "No key" }));
      await expect(ask()).rejects.toMatchObject({
        code: "noAccess",
        message: `The model of workspace 'my-llama' refuses the request (${status}): No key`,
        hint: expect.stringContaining("doesn't forward keys"),
      });
    }
    route.model.reply(() => refused(404, { message: "No such model" }));
    expect(await (await ask()).json()).toEqual({ error: { message: "No such model" } });
  });

  test.each([undefined, "/k8s/clusters/c-1"])(
    "that the cluster refuses has the cluster's error, with prefix %p",
    async (prefix) => {
      await using route = new Route(prefix === undefined ? {} : { prefix });
      const { ask } = await route.find();
      route.cluster.token = "another-token";
      await expect(ask()).rejects.toMatchObject({
        code: "noAccess",
        message: "The cluster doesn't accept the credentials of user jane (401)",
      });
    },
  );

  test("whose service has no endpoints differs from one without a service, if we may read services", async () => {
    await using route = new Route({}, { model: null });
    const seen = await route.find();
    await expect(seen.ask()).rejects.toThrow("The service of workspace 'my-llama' has no endpoints yet");
    route.cluster.forbid("get services");
    const unseen = await route.find();
    await expect(unseen.ask()).rejects.toThrow("Workspace 'my-llama' has no service in namespace default");
  });
});
