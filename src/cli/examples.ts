/** The end of a command's --help: lines that can be typed as they are. */
export function examplesText(...examples: string[]): string {
  return `\nExamples:\n${examples.map((example) => `  anechat ${example}`).join("\n")}`;
}
