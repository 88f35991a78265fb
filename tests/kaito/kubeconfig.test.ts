import { afterAll, describe, expect, test } from "bun:test";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AnechatError } from "../../src/base/errors.ts";
import { readAccess } from "../../src/kaito/kubeconfig.ts";

const folder = mkdtempSync(join(tmpdir(), "anechat-kubeconfig-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** @returns the path */
function file(name: string, content: string): string {
  const path = join(folder, name);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, content);
  return path;
}

/** As kubectl writes it. */
const first = `apiVersion: v1
kind: Config
preferences: {}
clusters:
- cluster:
    certificate-authority: ca.pem
    server: https://one.test:6443/
  name: one
- name: plain
  cluster: {server: "http://localhost:8001"}
contexts:
- context:
    cluster: one
    user: jane
  name: a
- context: {cluster: plain, namespace: models}
  name: plain
users:
- name: jane
  user:
    exec:
      apiVersion: client.authentication.k8s.io/v1beta1
      args: null
      command: bin/login
      env: null
      interactiveMode: IfAvailable
`;

const second = `current-context: b
clusters: [{name: one, cluster: {server: "https://other.test"}}, {name: two, cluster: {server: "https://two.test"}}]
contexts: [{name: a, context: {cluster: two, user: joe}}, {name: b, context: {cluster: two, user: joe, namespace: n}},
  {name: lost, context: {cluster: three}}, {name: orphan, context: {cluster: two, user: nobody}}]
users: [{name: jane, user: {}}, {name: joe, user: {token: old, tokenFile: token}}]
`;

function failure(work: () => unknown): AnechatError {
  try {
    work();
  } catch (error) {
    if (error instanceof AnechatError) return error;
  }
  throw new Error("no AnechatError was thrown");
}

describe("several kubeconfigs", () => {
  const KUBECONFIG = `${file("first/config", first)}:${join(folder, "missing")}:${file("second/config", second)}`;
  const env = { KUBECONFIG, HOME: folder };

  test("are merged, and the first definition of a name wins, as for kubectl", () => {
    expect(readAccess(undefined, env)).toMatchObject({
      context: "b",
      namespace: "n",
      cluster: { name: "two" },
    });
    expect(readAccess("a", env)).toMatchObject({
      context: "a",
      namespace: "default",
      cluster: { server: "https://one.test:6443", caFile: join(folder, "first", "ca.pem") },
      user: { name: "jane" },
    });
  });

  test("have paths relative to their own folders", async () => {
    expect(readAccess("a", env).user.exec).toMatchObject({ command: join(folder, "first", "bin", "login") });
    file("second/token", "of-a-file\n");
    const options: { headers?: Record<string, string> } = {};
    await readAccess("b", env).kubeConfig().applyToHTTPSOptions(options);
    expect(options.headers?.Authorization?.trim()).toBe("Bearer of-a-file");
  });

  test("may have a context without a user, and a cluster without TLS", async () => {
    const access = readAccess("plain", env);
    expect(access).toMatchObject({ namespace: "models", user: { name: "anonymous" } });
    const options: { headers?: Record<string, string> } = {};
    await access.kubeConfig().applyToHTTPSOptions(options);
    expect(options.headers).toEqual({});
  });

  test("that refer to missing entries are invalid", () => {
    expect(failure(() => readAccess("lost", env))).toMatchObject({
      code: "badConfig",
      message: "Context lost refers to cluster three, which is missing",
    });
    expect(failure(() => readAccess("orphan", env)).message).toBe(
      "Context orphan refers to user nobody, which is missing",
    );
    const error = failure(() => readAccess("pain", env));
    expect([error.code, error.message, error.hint]).toEqual([
      "usage",
      'There is no context "pain" in your kubeconfig',
      'Did you mean "plain"?',
    ]);
  });
});

describe("a kubeconfig", () => {
  const read = (text: string) => readAccess(undefined, { KUBECONFIG: file("config", text) });

  test("may be empty", () => {
    expect(failure(() => read("\n"))).toMatchObject({
      code: "badConfig",
      message: expect.stringContaining("no kubeconfig"),
    });
  });

  test.each([
    "hello",
    "users: 3",
    "- a",
    "users: [{name: x, user: {exec: {args: []}}}]",
    "clusters: [{cluster: {}}]",
    "a: [",
    "\x00",
  ])("%j is not a kubeconfig", (text) => {
    expect(failure(() => read(text))).toMatchObject({
      code: "badConfig",
      message: expect.stringContaining("is not a kubeconfig: "),
    });
  });

  test("may be without a current context", () => {
    expect(failure(() => read("contexts: [{name: x, context: {cluster: y}}]"))).toMatchObject({
      code: "usage",
      hint: "Choose one with --context NAME. There are: x.",
    });
  });

  test.each([
    [
      '{server: "https://one.test", proxy-url: "socks5://localhost:1080"}',
      "is not the address of an HTTP proxy",
    ],
    ['{server: "https://one.test", proxy-url: "proxy"}', "is not the address of an HTTP proxy"],
    ['{server: "localhost:6443"}', "is not an address that begins with https://"],
    ['{server: "file:///etc/passwd"}', "is not an address that begins with https://"],
  ])("is invalid with %s", (cluster, message) => {
    expect(
      failure(() =>
        read(
          `{current-context: x, clusters: [{name: y, cluster: ${cluster}}], contexts: [{name: x, context: {cluster: y}}]}`,
        ),
      ).message,
    ).toContain(message);
  });
});

describe("a plug-in", () => {
  const execInfo = (plugIn: string, cluster = ""): unknown => {
    const text = `{current-context: x, contexts: [{name: x, context: {cluster: y, user: z}}],
      clusters: [{name: y, cluster: {server: "https://one.test"${cluster}}}],
      users: [{name: z, user: {exec: {apiVersion: v1, command: login${plugIn}}}}]}`;
    const { user } = readAccess(undefined, { KUBECONFIG: file("config", text) });
    return JSON.parse((user.exec.env as { value: string }[]).at(-1)?.value ?? "");
  };

  test("is called as not interactive, and gets the cluster if it requests that", () => {
    const spec = { interactive: false };
    expect(execInfo("")).toEqual({ apiVersion: "v1", kind: "ExecCredential", spec });
    expect(execInfo(", provideClusterInfo: true")).toMatchObject({
      spec: { ...spec, cluster: { server: "https://one.test" } },
    });
  });

  test("gets the certificate authority, from data or from a file", () => {
    file("ca.pem", "an authority");
    const data = { "certificate-authority-data": btoa("an authority") };
    for (const [cluster, expected] of [
      [
        `, certificate-authority-data: ${btoa("an authority")}, tls-server-name: n`,
        { ...data, "tls-server-name": "n" },
      ],
      [", certificate-authority: ca.pem", data],
      [", certificate-authority: missing.pem", {}],
      [", insecure-skip-tls-verify: true", { "insecure-skip-tls-verify": true }],
    ] as const) {
      expect(execInfo(", provideClusterInfo: true", cluster)).toMatchObject({
        spec: { cluster: { server: "https://one.test", ...expected } },
      });
    }
  });
});

describe("in a pod", () => {
  const service = { KUBERNETES_SERVICE_HOST: "10.0.0.1", KUBERNETES_SERVICE_PORT: "443" };
  const env = { HOME: join(folder, "nobody"), ...service };

  test("the service account's files are used", async () => {
    const account = "pod/var/run/secrets/kubernetes.io/serviceaccount";
    file(`${account}/token`, "of-the-pod");
    file(`${account}/namespace`, "models\n");
    file(`${account}/ca.crt`, "an authority");
    // client-node reads these two variables itself.
    const before = { ...process.env };
    Object.assign(process.env, service);
    try {
      const access = readAccess(undefined, env, join(folder, "pod"));
      expect(access).toMatchObject({
        context: undefined,
        namespace: "models",
        cluster: { server: "https://10.0.0.1:443" },
      });
      const options: { headers?: Record<string, string>; ca?: Buffer } = {};
      await access.kubeConfig().applyToHTTPSOptions(options);
      expect([options.headers?.Authorization, String(options.ca)]).toEqual([
        "Bearer of-the-pod",
        "an authority",
      ]);
    } finally {
      for (const name of Object.keys(service)) delete process.env[name];
      Object.assign(process.env, before);
    }
  });

  test("there are no contexts, and a kubeconfig takes precedence", () => {
    expect(failure(() => readAccess("prod", env)).code).toBe("usage");
    expect(readAccess("plain", { ...env, KUBECONFIG: file("first/config", first) }).context).toBe("plain");
  });
});
