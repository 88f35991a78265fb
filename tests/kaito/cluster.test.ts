/** Requests to a cluster on loopback: credentials, proxies, and secrets. */
import { describe, expect, test } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Cluster } from "../../src/kaito/cluster.ts";
import { type Access, readAccess } from "../../src/kaito/kubeconfig.ts";
import { selfSigned } from "../fixtures/certificate.ts";
import { FakeCluster, type KubeconfigOptions } from "../fixtures/fake-cluster.ts";

const path = "/apis/kaito.sh/v1beta1/namespaces/default/workspaces/my-llama";
const { signal } = new AbortController();

/** The cluster, opened with its kubeconfig. */
const open = (cluster: FakeCluster, options?: KubeconfigOptions): Cluster =>
  new Cluster(accessTo(cluster, options));

function accessTo(cluster: FakeCluster, options?: KubeconfigOptions): Access {
  const folder = mkdtempSync(join(tmpdir(), "anechat-cluster-"));
  const access = readAccess(undefined, {
    KUBECONFIG: cluster.writeKubeconfig(join(folder, "config"), options),
  });
  rmSync(folder, { recursive: true });
  return access;
}

/** A plug-in whose tokens never expire and count its calls: x, xx, … */
const counting = (file: string) => ({
  command: "sh",
  args: ["-c", `printf x >> '${file}'; echo "{\\"status\\":{\\"token\\":\\"$(cat '${file}')\\"}}"`],
});

describe("a cluster", () => {
  test("gets a user name and password, and the user to impersonate", async () => {
    await using cluster = new FakeCluster({ token: null });
    cluster.add({ name: "my-llama" });
    const opened = open(cluster, { user: { username: "jane", password: "pass-word", as: "joe" } });
    expect(await opened.read(path, signal)).toMatchObject({ kind: "found", object: { kind: "Workspace" } });
    const [request] = cluster.requests;
    expect(request?.authorization).toBe(`Basic ${btoa("jane:pass-word")}`);
    expect(request?.headers.get("impersonate-user")).toBe("joe");
    expect(opened.place.secrets).toEqual([btoa("jane:pass-word"), "pass-word"]);
  });

  test("knows its secrets: the token and the key", async () => {
    const client = selfSigned("jane");
    await using cluster = new FakeCluster({ clients: client });
    const opened = open(cluster, {
      user: {
        token: cluster.token,
        "client-certificate-data": btoa(client.cert),
        "client-key-data": btoa(client.key),
      },
    });
    expect(await opened.read(path, signal)).toEqual({ kind: "missing", isKindKnown: true });
    expect(opened.place.secrets).toEqual([cluster.token ?? "", client.key]);
  });

  test("that rejects a plug-in's token gets a new one with the next request", async () => {
    const folder = mkdtempSync(join(tmpdir(), "anechat-plug-in-"));
    await using cluster = new FakeCluster({ token: "x" });
    const opened = open(cluster, { user: { exec: counting(join(folder, "calls")) } });
    await Promise.all([opened.read(path, signal), opened.read(path, signal)]);
    cluster.token = "xx";
    await expect(opened.read(path, signal)).rejects.toMatchObject({ code: "noAccess" });
    expect(await opened.read(path, signal)).toEqual({ kind: "missing", isKindKnown: true });
    rmSync(folder, { recursive: true });
  });

  test("is reached through its HTTP proxy", async () => {
    await using cluster = new FakeCluster();
    const targets: string[] = [];
    const proxy = createServer();
    proxy.on("connect", ({ url = "" }, client) => {
      targets.push(url);
      const server = connect(cluster.port, "127.0.0.1", () => {
        client.write("HTTP/1.1 200 Connection established\r\n\r\n");
        server.pipe(client).pipe(server);
      });
      client.on("close", () => server.destroy());
      client.on("error", () => server.destroy());
      server.on("error", () => client.destroy());
    });
    await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
    const { port } = proxy.address() as AddressInfo;
    const opened = open(cluster, { cluster: { "proxy-url": `http://127.0.0.1:${port}` } });
    expect(await opened.read(path, signal)).toEqual({ kind: "missing", isKindKnown: true });
    expect(targets).toEqual([`localhost:${cluster.port}`]);
    proxy.closeAllConnections();
    proxy.close();
  });

  test("isn't waited for when the user stops while a plug-in waits for input", async () => {
    await using cluster = new FakeCluster();
    const opened = open(cluster, { user: { exec: { command: "cat" } } });
    const stop = new AbortController();
    const reading = opened.read(path, stop.signal);
    stop.abort();
    await expect(reading).rejects.toThrow("abort");
    expect(cluster.requests).toEqual([]);
  });

  test("that rejects a pod's credentials doesn't suggest a login", async () => {
    await using cluster = new FakeCluster();
    const access = accessTo(cluster, { user: { token: "of-a-deleted-account" } });
    const opened = new Cluster({ ...access, context: undefined });
    await expect(opened.read(path, signal)).rejects.toMatchObject({
      message: "The cluster doesn't accept the credentials of this pod's service account (401)",
      hint: "Kubernetes renews them. Was the account deleted? A new pod gets new ones.",
    });
  });

  test("must return Kubernetes objects", async () => {
    await using server = Bun.serve({
      hostname: "127.0.0.1",
      port: 0,
      fetch: () => new Response("<html>Log in</html>"),
    });
    await using cluster = new FakeCluster();
    const opened = open(cluster, { cluster: { server: `http://127.0.0.1:${server.port}` } });
    await expect(opened.read(path, signal)).rejects.toThrow(
      "returned something that is not a Kubernetes object",
    );
  });
});
