/** Ollama's API, on the same port as the others: https://github.com/ollama/ollama/blob/main/docs/api.md */
import type { Route } from "../exchange.ts";
import { chat } from "./chat.ts";
import { embed, embeddings } from "./embed.ts";
import { generate } from "./generate.ts";
import { pull, refusedRoutes, remove } from "./library.ts";
import { ps, show, tags, version } from "./models.ts";

export const ollamaRoutes: readonly Route[] = [
  chat,
  generate,
  embed,
  embeddings,
  tags,
  show,
  ps,
  version,
  pull,
  remove,
  ...refusedRoutes,
];
