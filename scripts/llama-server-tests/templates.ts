/**
 * The chat templates that llama-server knows by a short name, in Jinja, and the one that it uses
 * for models without any (llama.cpp: src/llama-chat.cpp).
 */

export const fallbackTemplate = "chatml";

export const namedTemplates: Readonly<Record<string, string>> = {
  chatml: turns("<|im_start|>ROLE\nCONTENT<|im_end|>\n", "<|im_start|>assistant\n"),
  llama3: turns(
    "<|start_header_id|>ROLE<|end_header_id|>\n\nCONTENT<|eot_id|>",
    "<|start_header_id|>assistant<|end_header_id|>\n\n",
  ),
  "command-r": turns(
    "<|START_OF_TURN_TOKEN|>{{ {'system': '<|SYSTEM_TOKEN|>', 'user': '<|USER_TOKEN|>', " +
      "'assistant': '<|CHATBOT_TOKEN|>'}[message.role] }}CONTENT<|END_OF_TURN_TOKEN|>",
    "<|START_OF_TURN_TOKEN|><|CHATBOT_TOKEN|>",
  ),
};

/** @param turn with ROLE and CONTENT @param opening of the answer */
function turns(turn: string, opening: string): string {
  const body = turn.replace("ROLE", "{{ message.role }}").replace("CONTENT", "{{ message.content }}");
  return (
    `{%- for message in messages -%}${literal(body)}{%- endfor -%}` +
    `{%- if add_generation_prompt -%}${literal(opening)}{%- endif -%}`
  );
}

/** White space at its ends stays, although the tags beside it trim. */
function literal(text: string): string {
  return text.replace(/\n/g, "{{ '\\n' }}");
}
