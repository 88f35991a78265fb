import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { trimSnapshots } from "../../../src/chat/snapshots.ts";
import { readSnapshot, writeSnapshot } from "../../../src/engine/cache/snapshot-file.ts";
import { testModel } from "../../fixtures/models.ts";
import { assistant, evaluated, TestEngine, user } from "../../fixtures/native.ts";
import { fuzz } from "../../formats/fuzz.ts";

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "anechat-snapshot-"));
  path = join(folder, "chat.kv");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const all = Number.POSITIVE_INFINITY;
const long = user("All work and no play makes Jack a dull boy. ".repeat(30));

describe("a snapshot", () => {
  test("lets another process continue with the same words, without evaluating old messages", async () => {
    const model = await testModel("bpe");
    let next: Awaited<ReturnType<TestEngine["chat"]>>;
    let first: string;
    {
      using engine = new TestEngine({ path: model });
      first = (await engine.chat([long])).text;
      expect(engine.engine.snapshots.save(path, "same", all)).toBe(statSync(path).size);
      next = await engine.chat([long, assistant(first), user("Go on.")]);
    }
    using engine = new TestEngine({ path: model });
    const restored = engine.engine.snapshots.restore(path, "same");
    expect(restored).toBeGreaterThan(100);
    const resumed = await engine.chat([long, assistant(first), user("Go on.")]);
    expect(evaluated(resumed)).toBe(evaluated(next));
    expect(resumed.usage.cachedTokens).toBe(restored as number);
    expect(resumed.text).toBe(next.text);
  });

  test("is restored into a context that must grow for it", async () => {
    const model = await testModel("bpe");
    {
      using engine = new TestEngine({ path: model });
      await engine.chat([long]);
      engine.engine.snapshots.save(path, "same", all);
    }
    using engine = new TestEngine({ path: model, initialContext: 64 });
    const restored = engine.engine.snapshots.restore(path, "same");
    expect(restored).toBeGreaterThan(64);
    expect((await engine.chat([long])).usage.cachedTokens).toBeGreaterThan(64);
  });

  test("with another fingerprint, or too large for the context, is stale", async () => {
    const model = await testModel("bpe");
    {
      using engine = new TestEngine({ path: model });
      await engine.chat([long]);
      engine.engine.snapshots.save(path, "same", all);
    }
    using engine = new TestEngine({ path: model, contextSize: 64 });
    expect(engine.engine.snapshots.restore(path, "other")).toBe("stale");
    expect(engine.engine.snapshots.restore(path, "same")).toBe("stale");
    expect(engine.engine.snapshots.restore(join(folder, "none"), "same")).toBe("missing");
  });

  test("isn't written without a conversation, or if it is too large", async () => {
    using engine = new TestEngine({ path: await testModel("bpe") });
    expect(engine.engine.snapshots.save(path, "same", all)).toBe(0);
    await engine.chat([long]);
    expect(engine.engine.snapshots.save(path, "same", 1000)).toBe(0);
    expect(existsSync(path)).toBe(false);
  });

  test("with an invalid state is refused, and the engine still answers", async () => {
    const model = await testModel("bpe");
    using engine = new TestEngine({ path: model });
    writeSnapshot(path, "same", { tokens: [1, 2, 3], state: new Uint8Array(1000).fill(7), checkpoints: [] });
    expect(engine.engine.snapshots.restore(path, "same")).toBe("damaged");
    writeSnapshot(path, "same", { tokens: [-1], state: new Uint8Array(10), checkpoints: [] });
    expect(engine.engine.snapshots.restore(path, "same")).toBe("damaged");
    expect((await engine.chat([user("Hello")])).text).not.toBe("");
  });

  test("with damage anywhere is detected", () => {
    const saved = {
      tokens: [5, 6],
      state: new Uint8Array(200).fill(3),
      checkpoints: [{ length: 1, state: new Uint8Array(50).fill(9) }],
    };
    writeSnapshot(path, "same", saved);
    expect(readSnapshot(path, "same")).toEqual(saved);
    const whole = readFileSync(path);
    fuzz(whole, 500, (damaged) => {
      if (Buffer.compare(whole, damaged) === 0) return;
      writeFileSync(path, damaged);
      const read = readSnapshot(path, "same");
      // The header may be the same JSON in other bytes.
      if (typeof read === "object") expect(read).toEqual(saved);
    });
  });
});

test("a snapshot of an earlier version is stale", () => {
  writeSnapshot(path, "same", { tokens: [5], state: new Uint8Array(9), checkpoints: [] });
  const bytes = readFileSync(path);
  bytes[bytes.indexOf("\n") - 1] = 0x31;
  writeFileSync(path, bytes);
  expect(readSnapshot(path, "same")).toBe("stale");
});

test("the least recently used snapshots are removed first", () => {
  for (const [index, name] of ["old.kv", "middle.kv", "new.kv", "abandoned.kv.77"].entries()) {
    writeFileSync(join(folder, name), new Uint8Array(100));
    utimesSync(join(folder, name), index + 1, index + 1);
  }
  trimSnapshots(folder, 200, 10 * 3_600_000);
  const left = ["old.kv", "middle.kv", "new.kv", "abandoned.kv.77"].filter((name) =>
    existsSync(join(folder, name)),
  );
  expect(left).toEqual(["new.kv"]);
});
