/** llama-server's /apply-template: the prompt that a chat request would become. */
import { withModel } from "../answer/with-model.ts";
import { post } from "../exchange.ts";
import { chatRequest } from "../openai/chat-schema.ts";
import { questionOf } from "../openai/question.ts";
import { modelField } from "./model.ts";

export const applyTemplate = post(
  "/apply-template",
  "llama",
  "The prompt of a conversation, as the model's chat template renders it",
  chatRequest,
  async (request, exchange) => {
    const { input, options } = questionOf(request);
    return withModel({ ...modelField(request, exchange), stream: false }, exchange, async ({ model }) =>
      Response.json({ prompt: await model.engine.renderPrompt(input, options) }),
    );
  },
);
