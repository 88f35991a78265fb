/** Writes a preset as TOML, as a person would write it. */
import type { SettingValue } from "./parameters.ts";

/** A text of several lines begins after a line break that doesn't count. */
function text(value: string): string {
  const lines = value.split("\n").map(escaped);
  return lines.length === 1 ? `"${lines[0]}"` : `"""\n${lines.join("\n")}"""`;
}

/** JSON's escapes are TOML's, but for DEL. */
function escaped(line: string): string {
  return JSON.stringify(line).slice(1, -1).replaceAll("\x7f", "\\u007f");
}

export type PresetTable = {
  model: string;
  systemPrompt: string | undefined;
  settings: ReadonlyMap<string, SettingValue>;
  messages: readonly { role: string; content: string }[];
  license: string | undefined;
};

/** @param comment one line */
export function presetToml(table: PresetTable, comment: string): string {
  const { model, systemPrompt, settings, messages, license } = table;
  const value = (one: SettingValue): string => {
    if (typeof one === "string") return text(one);
    return typeof one === "object" ? `[${one.map(text).join(", ")}]` : String(one);
  };
  const lines = [
    `# ${comment}`,
    `model = ${text(model)}`,
    ...(systemPrompt === undefined ? [] : [`system-prompt = ${text(systemPrompt)}`]),
    ...[...settings].map(([key, one]) => `${key} = ${value(one)}`),
    ...(license === undefined ? [] : [`license = ${text(license)}`]),
    ...messages.flatMap(({ role, content }) => [
      "",
      "[[messages]]",
      `role = ${text(role)}`,
      `content = ${text(content)}`,
    ]),
  ];
  return `${lines.join("\n")}\n`;
}
