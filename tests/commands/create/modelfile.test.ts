/** Modelfiles become presets, or are refused with the line's number. */
import { describe, expect, test } from "bun:test";
import { seededRandom } from "../../../scripts/random.ts";
import { AnechatError } from "../../../src/base/errors.ts";
import { parseModelfile } from "../../../src/commands/create/modelfile.ts";
import { presetOf } from "../../../src/commands/create/preset.ts";
import { presetToml } from "../../../src/commands/create/preset-toml.ts";
import { templateFamily } from "../../../src/commands/create/template-family.ts";

const read = (text: string) => presetOf(parseModelfile(text));

const full = `# Mario
from  demo
PARAMETER temperature 0.5
PARAMETER num_ctx 4096
PARAMETER num_predict -1
PARAMETER stop "<|end|>"
parameter stop User:
SYSTEM """
You are Mario.
Say "hi". """
MESSAGE user Who are you?
MESSAGE assistant "It's-a me,
Mario!"
LICENSE MIT
`;

describe("a Modelfile", () => {
  test("becomes settings, messages and a system prompt", () => {
    const { from, settings, systemPrompt, messages, license, notes } = read(full);
    expect(from).toEqual({ name: "demo", line: 2 });
    expect([...settings]).toEqual([
      ["temperature", 0.5],
      ["ctx-size", 4096],
      ["max-tokens", 0],
      ["stop", ["<|end|>", "User:"]],
    ]);
    expect(systemPrompt).toBe('\nYou are Mario.\nSay "hi". ');
    expect(messages).toEqual([
      { role: "user", content: "Who are you?" },
      { role: "assistant", content: "It's-a me,\nMario!" },
    ]);
    expect({ license, notes }).toEqual({ license: "MIT", notes: [] });
  });

  test("with Windows' line ends and a byte order mark is the same", () => {
    expect(read(`\ufeff${full.replaceAll("\n", "\r\n")}`)).toEqual(read(full));
  });

  test("says which parameters have no effect", () => {
    const { notes } = read("FROM demo\nPARAMETER num_batch 8\nPARAMETER mirostat 0\nREQUIRES 0.6.0");
    expect(notes).toEqual([
      "line 2: num_batch has no effect here",
      "line 3: mirostat has no effect here",
      "line 4: REQUIRES has no effect here",
    ]);
  });

  test("may have its system prompt as a message", () => {
    expect(read("FROM demo\nMESSAGE system Be kind.").systemPrompt).toBe("Be kind.");
  });

  test.each([
    ["SYSTEM hi", "line 1: there is no FROM"],
    ["FROM a\nFROM b", "line 2: a preset has one model"],
    ["FROM a\nADAPTER ./lora.gguf", "line 2: anechat can't apply adapters"],
    ["FROM a\n\nPARAMTER x 1", "line 3: there is no instruction PARAMTER"],
    ["FROM a\nPARAMETER temprature 1", 'line 2: there is no parameter "temprature"'],
    ["FROM a\nPARAMETER temperature hot", "line 2: temperature must be a number"],
    ["FROM a\nPARAMETER mirostat 2", "line 2: anechat has no mirostat"],
    ["FROM a\nMESSAGE owner hi", 'line 2: there is no role "owner"'],
    ["FROM a\nMESSAGE user hi\nMESSAGE system hi", "line 3: a preset has one system message"],
    ['FROM a\nSYSTEM """open\n', "line 2: the quotes of SYSTEM are never closed"],
    ["FROM", "line 1: FROM has no value"],
    ["FROM a\nTEMPLATE {{ .Prompt }} and so on", "line 2: anechat can't use this TEMPLATE"],
    ["FROM a\n{}", 'line 2: "{}" is not an instruction'],
  ])("%p is refused", (text, message) => {
    expect(() => read(text)).toThrow(message);
  });
});

test.each([
  ["{{ if .System }}<|im_start|>system", "chatml"],
  ["<|start_header_id|>user<|end_header_id|>", "llama3"],
  ["[INST] {{ .Prompt }} [/INST]", "llama2 or mistral"],
  ["{{ .Prompt }}", undefined],
])("the format of %p is %p", (template, family) => {
  expect(templateFamily(template)).toBe(family);
});

describe("random texts", () => {
  const words = ["FROM", "demo", "SYSTEM", "MESSAGE", "user", "PARAMETER", "stop", "seed", '"""', '"', "\n"];
  const more = [" ", "#", "\r\n", "1e400", "-1", "\\", "\x7f", "\u0001", "é", "🦙", "LICENSE", "TEMPLATE"];
  const random = seededRandom(18);
  const pick = (): string => [...words, ...more][random.below(words.length + more.length)] as string;
  const texts = Array.from({ length: 20_000 }, () =>
    Array.from({ length: 1 + random.below(24) }, () => pick() + (random.below(2) === 0 ? " " : "")).join(""),
  );

  test("are read, or refused with a line that exists", () => {
    let read_ = 0;
    for (const text of texts) {
      try {
        read(`FROM demo\n${text}`);
        read_ += 1;
      } catch (error) {
        if (!(error instanceof AnechatError))
          throw new Error(`for ${JSON.stringify(text)}`, { cause: error });
        const line = Number(/^Modelfile, line (\d+): /.exec(error.message)?.[1]);
        expect(line).toBeLessThanOrEqual(text.split("\n").length + 1);
      }
    }
    expect(read_).toBeGreaterThan(100);
  });

  test("are in the preset's file as they were", () => {
    for (const text of texts.slice(0, 3000)) {
      const toml = presetToml(
        {
          model: "demo",
          systemPrompt: text,
          settings: new Map([["stop", [text]]]),
          messages: [{ role: "user", content: text }],
          license: undefined,
        },
        "Made by a test.",
      );
      expect(Bun.TOML.parse(toml)).toEqual({
        model: "demo",
        "system-prompt": text,
        stop: [text],
        messages: [{ role: "user", content: text }],
      });
    }
  });
});
