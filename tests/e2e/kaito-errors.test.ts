/** Errors of a cluster and of its credentials, with a fake API server on loopback. */
import { describe, expect, test } from "bun:test";
import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { selfSigned } from "../fixtures/certificate.ts";
import { Surroundings, secret } from "../fixtures/kaito.ts";

describe("credentials", () => {
  test("may come from a plug-in, which runs once while they are valid", async () => {
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

  test("that have expired are renewed", async () => {
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

  test("may be a token file and a certificate, and the server may have another name than its address", async () => {
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

  test("of a failing plug-in are an error with the plug-in's name, without its output", async () => {
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
  test("if a workspace isn't ready", async () => {
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
      { name: "early", model: null },
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
        "  Its nodes and its model may take many minutes to start. " +
        'See "kubectl --context test describe workspace waiting -n default".',
    ]);
    expect(await ask("new")).toMatchObject([
      10,
      expect.stringContaining("inference: Kaito hasn't processed it yet\n"),
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
    expect(await ask("early")).toEqual([
      10,
      "anechat: The service of workspace 'early' has no endpoints yet\n" +
        '  Its pods may not have started: see "kubectl --context test get pods -l kaito.sh/workspace=early -n default".',
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

  test("if Kaito isn't installed", async () => {
    await using at = new Surroundings({ versions: [] });
    const { code, stderr } = await at.ask();
    expect([code, stderr]).toMatchObject([3, expect.stringContaining("context test doesn't have Kaito")]);
  });

  test("if something is forbidden: which permission is missing", async () => {
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
        `anechat: You may not ${verb} ${resource} in namespace default of context test (403): `,
      );
      expect(stderr).toContain(` is forbidden: User "jane" cannot ${verb} resource "`);
      expect(stderr).toContain(`a Role with the verb ${verb} on ${resource}.`);
    }
  });

  test("if no credentials reach the cluster", async () => {
    await using at = new Surroundings();
    at.cluster.writeKubeconfig(at.kubeconfig, { user: {} });
    expect(await at.ask()).toMatchObject({
      code: 4,
      stderr:
        "anechat: The cluster doesn't know who you are (403): no credentials of user jane reached it\n" +
        '  The kubeconfig may have none: log in again as you do for kubectl, then see "kubectl --context test auth whoami".\n',
    });
  });

  test("if a workspace doesn't exist, and we may not list the others", async () => {
    await using at = new Surroundings();
    at.cluster.forbid("list workspaces.kaito.sh");
    const { code, stderr } = await at.chat(["--workspace-name", "my-lama", "-p", "Hi"]);
    expect([code, stderr]).toEqual([
      3,
      'anechat: There is no workspace "my-lama" in namespace default of context test\n' +
        "  You may not list the workspaces there: check the name, and the namespace (-n).\n",
    ]);
  });

  test("if a certificate or a key is invalid, so that no connection is possible", async () => {
    await using at = new Surroundings();
    const [jane, joe] = [selfSigned("jane"), selfSigned("joe")];
    const ask = async (cluster: Record<string, string>, cert: string, key: string) => {
      const user = { "client-certificate-data": btoa(cert), "client-key-data": btoa(key) };
      at.cluster.writeKubeconfig(at.kubeconfig, { cluster, user });
      const { code, stderr } = await at.ask();
      expect(code).toBe(13);
      return stderr.split("\n", 1)[0];
    };
    expect(await ask({ "certificate-authority-data": btoa("none") }, jane.cert, jane.key)).toBe(
      "anechat: The certificate-authority of context test is not a certificate",
    );
    expect(await ask({}, "none", jane.key)).toBe(
      "anechat: The client-certificate of user jane is not a certificate",
    );
    expect(await ask({}, jane.cert, "none")).toBe(
      "anechat: The client-key of user jane is not a private key, or it has a passphrase",
    );
    expect(await ask({}, jane.cert, joe.key)).toBe(
      "anechat: The client-certificate and the client-key of user jane don't belong together",
    );
  });

  test("if the kubeconfig is invalid", async () => {
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
      expect.stringContaining(".kube/missing can't be read: there is no such file or folder"),
    ]);
    writeFileSync(at.kubeconfig, "users: [");
    expect(await at.ask()).toMatchObject({
      code: 13,
      stderr: expect.stringContaining("is not a kubeconfig: "),
    });
    const { code, stderr } = await at.home.run(["chat", "--workspace-name", "x", "-p", "Hi"], {
      env: { KUBECONFIG: "/nowhere/config" },
    });
    expect([code, stderr]).toMatchObject([
      13,
      expect.stringContaining("there is no kubeconfig at /nowhere/config"),
    ]);
  });

  test("if the cluster can't be reached or trusted", async () => {
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
        /^anechat: The cluster at localhost:\d+ has a .*certificate.*\n {2}Check certificate-authority-data/,
      ),
    ]);
    expect(await ask({ "tls-server-name": "elsewhere.test" })).toMatchObject([
      10,
      expect.stringContaining("has a certificate for another host"),
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

  test("if no workspace is named", async () => {
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
