/** All families that can be converted. A new one needs a file here, a line below, and a fixture. */
import { AnechatError } from "../../base/errors.ts";
import type { Family } from "../family.ts";
import { gemma2, gemma3 } from "./gemma.ts";
import { gptOss } from "./gpt-oss.ts";
import { gpt2 } from "./gpt2.ts";
import { granite, graniteMoe } from "./granite.ts";
import { llama } from "./llama.ts";
import { ministral3 } from "./ministral3.ts";
import { olmo2 } from "./olmo2.ts";
import { phi3 } from "./phi3.ts";
import { qwen2, qwen3, qwen3moe } from "./qwen.ts";
import { smollm3 } from "./smollm3.ts";

const families: readonly Family[] = [
  llama,
  smollm3,
  ministral3,
  qwen2,
  qwen3,
  qwen3moe,
  gemma2,
  gemma3,
  phi3,
  olmo2,
  granite,
  graniteMoe,
  gpt2,
  gptOss,
];

/** @throws AnechatError badModel naming the architecture */
export function familyOf(architecture: string): Family {
  const family = families.find(({ architectures }) => architectures.includes(architecture));
  if (family !== undefined) return family;
  throw new AnechatError("badModel", `anechat can't convert models of the architecture ${architecture}`, {
    hint: "Look for a repo of the same model whose name ends in -GGUF.",
  });
}
