/** Turns the instructions of a Modelfile into a preset. */
import { nearestWord } from "../../base/suggest.ts";
import { type Instruction, wrongLine } from "./modelfile.ts";
import { readParameters, type SettingValue } from "./parameters.ts";
import { templateFamily } from "./template-family.ts";

export type NewPreset = {
  /** The value of FROM, and its line. */
  from: { name: string; line: number };
  settings: ReadonlyMap<string, SettingValue>;
  /** The line of each setting. */
  lines: ReadonlyMap<string, number>;
  systemPrompt: string | undefined;
  messages: readonly { role: "user" | "assistant"; content: string }[];
  license: string | undefined;
  /** The prompt format of TEMPLATE, and its line. */
  template: { family: string; line: number } | undefined;
  /** Lines for people about what has no effect. */
  notes: readonly string[];
};

const known = ["FROM", "PARAMETER", "TEMPLATE", "SYSTEM", "MESSAGE", "ADAPTER", "LICENSE"];

/** They choose how Ollama itself reads and writes the prompt; here the model's template does. */
const ollamaOnly = ["REQUIRES", "RENDERER", "PARSER"];

/** @throws AnechatError `usage` with the number of the wrong line */
export function presetOf(instructions: readonly Instruction[]): NewPreset {
  for (const { name, line } of instructions) {
    if (name === "ADAPTER") {
      throw wrongLine(
        line,
        "anechat can't apply adapters",
        "Merge the adapter into its model first, and name the merged model with FROM.",
      );
    }
    if (!known.includes(name) && !ollamaOnly.includes(name)) {
      const nearest = nearestWord(name, known);
      throw wrongLine(
        line,
        `there is no instruction ${name}`,
        nearest === undefined ? `The instructions are: ${known.join(", ")}.` : `Did you mean ${nearest}?`,
      );
    }
  }
  const all = (name: string): Instruction[] => instructions.filter((one) => one.name === name);
  const parameters = readParameters(all("PARAMETER"));
  const licenses = all("LICENSE").map(({ value }) => value.trim());
  return {
    from: fromOf(all("FROM")),
    settings: parameters.settings,
    lines: parameters.lines,
    ...conversationOf(all("SYSTEM"), all("MESSAGE")),
    license: licenses.length === 0 ? undefined : licenses.join("\n\n"),
    template: templateOf(all("TEMPLATE").at(-1)),
    notes: [
      ...parameters.notes,
      ...instructions
        .filter(({ name }) => ollamaOnly.includes(name))
        .map(({ name, line }) => `line ${line}: ${name} has no effect here`),
    ],
  };
}

function fromOf(instructions: readonly Instruction[]): NewPreset["from"] {
  const [first, second] = instructions;
  if (first === undefined) throw wrongLine(1, "there is no FROM, which names the model");
  if (second !== undefined) throw wrongLine(second.line, "a preset has one model, and this is a second FROM");
  return { name: first.value.trim(), line: first.line };
}

/** The last SYSTEM counts. A system message before all others stands for one. */
function conversationOf(
  systems: readonly Instruction[],
  instructions: readonly Instruction[],
): Pick<NewPreset, "systemPrompt" | "messages"> {
  let systemPrompt = systems.at(-1)?.value;
  const messages: { role: "user" | "assistant"; content: string }[] = [];
  for (const { argument, value: content, line } of instructions) {
    const role = argument.toLowerCase();
    if (role === "user" || role === "assistant") messages.push({ role, content });
    else if (role !== "system") throw wrongLine(line, `there is no role ${JSON.stringify(argument)}`);
    else if (messages.length > 0 || systemPrompt !== undefined) {
      throw wrongLine(line, "a preset has one system message, before all others");
    } else systemPrompt = content;
  }
  return { systemPrompt: systemPrompt?.trim() === "" ? undefined : systemPrompt, messages };
}

/** @throws AnechatError `usage` for a format that isn't known */
function templateOf(template: Instruction | undefined): NewPreset["template"] {
  // "{{ .Prompt }}" alone is the prompt without a format; Ollama writes it for models without one.
  if (template === undefined || template.value.trim() === "{{ .Prompt }}") return undefined;
  const family = templateFamily(template.value);
  if (family !== undefined) return { family, line: template.line };
  throw wrongLine(
    template.line,
    "anechat can't use this TEMPLATE: it knows no such prompt format",
    "Remove it: the template in the model's file is used.",
  );
}
