/**
 * The prompt format of a chat template, Ollama's in Go or a model's in Jinja, by the control tokens
 * in it. A preset has no template: the model's own is used. So a Modelfile's TEMPLATE has to be of a
 * format that is known, and of the model's format.
 */

/** The first that matches counts. The names are those of llama.cpp's src/llama-chat.cpp. */
const families: readonly (readonly [name: string, marks: RegExp])[] = [
  ["llama3", /<\|start_header_id\|>/],
  ["llama4", /<\|header_start\|>/],
  ["gpt-oss", /<\|start\|>[\s\S]*<\|message\|>/],
  ["chatml", /<\|im_start\|>/],
  ["gemma", /<start_of_turn>/],
  ["command-r", /<\|START_OF_TURN_TOKEN\|>/],
  ["granite", /<\|start_of_role\|>/],
  ["deepseek3", /<[|｜](?:User|Assistant)[|｜]>/],
  ["llama2 or mistral", /\[INST\]/],
  ["phi3 or zephyr", /<\|(?:user|assistant)\|>/],
  ["vicuna", /USER:[\s\S]*ASSISTANT:/],
  ["deepseek", /### Instruction:/],
];

/** @returns undefined if the format isn't known */
export function templateFamily(template: string): string | undefined {
  return families.find(([, marks]) => marks.test(template))?.[0];
}
