/** The table of all routes. */
import { countTokens, messages } from "./anthropic/messages.ts";
import { conversationRoutes } from "./conversations/routes.ts";
import type { Route } from "./exchange.ts";
import { chatCompletions } from "./openai/chat.ts";
import { completions } from "./openai/completions.ts";
import { embeddings } from "./openai/embeddings.ts";
import { models, oneModel } from "./openai/models.ts";
import { responses } from "./openai/responses.ts";
import { openApi } from "./openapi.ts";
import { health, metrics } from "./system.ts";

const documented: readonly Route[] = [
  chatCompletions,
  completions,
  responses,
  embeddings,
  models,
  oneModel,
  messages,
  countTokens,
  ...conversationRoutes,
  health,
  metrics,
];

const openapi: Route = {
  method: "GET",
  path: "/openapi.json",
  dialect: "own",
  summary: "This description of the API",
  isOpen: true,
  handle: ({ service }) => Response.json(openApi(documented, service.version)),
  whileLoading: ({ version }) => Response.json(openApi(documented, version)),
};

export const routes: readonly Route[] = [...documented, openapi];
