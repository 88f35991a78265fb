/**
 * What a model can be used for, from its file's header and chat template, before it is loaded. The
 * rules follow llama.cpp, and were compared with what it finds in all templates of its source.
 */
import type { GgufHeader } from "../formats/gguf/reader.ts";
import { hasTokens } from "../formats/gguf/tokens.ts";

export type Capability =
  /** It continues a text. */
  | "completion"
  /** It has a chat template. */
  | "chat"
  /** Its template has words for tools; with other models, tools are described in the prompt. */
  | "tools"
  | "reasoning"
  | "vision"
  | "audio"
  /** It was made to compute embeddings, which chat models can, too. */
  | "embedding"
  | "rerank"
  /** It has tokens for fill-in-the-middle. */
  | "infill";

/** llama.cpp's llama_pooling_type. */
const pooling = { none: 0, rank: 4 } as const;

/** Encoders, whose files need not say that their attention isn't causal. */
const encoderArchitectures = /bert|^gemma-embedding$|^t5encoder$/;

export function capabilitiesOf(header: GgufHeader, templates: readonly string[]): readonly Capability[] {
  const { metadata } = header;
  const architecture = metadata.getString("general.architecture") ?? "";
  const type = metadata.getNumber(`${architecture}.pooling_type`) ?? pooling.none;
  if (type === pooling.rank) return ["rerank"];
  const isCausal = metadata.getBool(`${architecture}.attention.causal`) ?? true;
  if (type !== pooling.none || !isCausal || encoderArchitectures.test(architecture)) return ["embedding"];
  return [
    "completion",
    ...(templates.length > 0 ? (["chat"] as const) : []),
    ...(templates.some(hasTools) ? (["tools"] as const) : []),
    ...(templates.some(hasReasoning) ? (["reasoning"] as const) : []),
    ...(canInfill(header) ? (["infill"] as const) : []),
  ];
}

/** Whether a chat template renders tools, or calls of tools. */
export function hasTools(template: string): boolean {
  const { names, texts } = readTags(template);
  return /\b(?:tools|functions|tool_calls)\b/.test(names) || /^tool_calls$/m.test(texts);
}

/** Whether a chat template has a variable or a mark for reasoning. */
export function hasReasoning(template: string): boolean {
  const variable = /\b(?:enable_thinking|thinking|reasoning|reasoning_effort|reasoning_content)\b/;
  const mark = /<\/?(?:seed:)?think|\[THINK\]|<\|channel\|>|START_THINKING|◁think|inner_prefix/;
  return variable.test(readTags(template).names) || mark.test(template);
}

const tagEnds: Readonly<Record<string, string>> = { "{%": "%}", "{{": "}}", "{#": "#}" };

/**
 * The tags of a Jinja template without comments, in one pass, since a template may be anything.
 * @returns its code, and apart from that what is in quotes, a text a line
 */
function readTags(template: string): { names: string; texts: string } {
  let names = "";
  let texts = "";
  for (let at = template.indexOf("{"); at !== -1; at = template.indexOf("{", at)) {
    const end = tagEnds[template.slice(at, at + 2)];
    if (end === undefined) {
      at += 1;
      continue;
    }
    const last = template.indexOf(end, at + 2);
    if (last === -1) break;
    if (end !== "#}") {
      const tag = splitQuotes(template.slice(at + 2, last));
      names += `${tag.names}\n`;
      texts += tag.texts;
    }
    at = last + 2;
  }
  return { names, texts };
}

function splitQuotes(tag: string): { names: string; texts: string } {
  let names = "";
  let texts = "";
  let quote = "";
  for (let at = 0; at < tag.length; at += 1) {
    const char = tag[at] as string;
    if (quote === "") {
      if (char === "'" || char === '"') quote = char;
      names += quote === "" ? char : " ";
    } else if (char === quote) {
      quote = "";
      texts += "\n";
    } else {
      texts += char;
      if (char === "\\") at += 1;
    }
  }
  return { names, texts };
}

/**
 * The three tokens of fill-in-the-middle: their keys in a header, now and earlier, and the texts
 * that llama_vocab::impl::load() in llama.cpp v0.5.0 looks for.
 */
const infillTokens = [
  {
    keys: ["fim_pre_token_id", "prefix_token_id"],
    texts: [
      ...["<|fim_prefix|>", "<fim-prefix>", "<fim_prefix>", "<｜fim▁begin｜>", "<PRE>", "▁<PRE>"],
      ...["<|code_prefix|>", "<|prefix|>"],
    ],
  },
  {
    keys: ["fim_suf_token_id", "suffix_token_id"],
    texts: [
      ...["<|fim_suffix|>", "<fim-suffix>", "<fim_suffix>", "<｜fim▁hole｜>", "<SUF>", "▁<SUF>"],
      ...["<|code_suffix|>", "<|suffix|>"],
    ],
  },
  {
    keys: ["fim_mid_token_id", "middle_token_id"],
    texts: [
      ...["<|fim_middle|>", "<fim-middle>", "<fim_middle>", "<｜fim▁end｜>", "<MID>", "▁<MID>"],
      ...["<|code_middle|>", "<|middle|>"],
    ],
  },
];

function canInfill(header: GgufHeader): boolean {
  const { metadata } = header;
  const missing = infillTokens.filter(
    ({ keys }) => !keys.some((key) => metadata.getNumber(`tokenizer.ggml.${key}`) !== undefined),
  );
  if (missing.length === 0) return true;
  const found = hasTokens(
    header,
    missing.flatMap(({ texts }) => texts),
  );
  return missing.every(({ texts }) => texts.some((text) => found.has(text)));
}
