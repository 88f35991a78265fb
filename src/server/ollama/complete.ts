/** Answers a question of /api/chat or /api/generate, with lines or with one object. */
import { answer, collectChoice, type Question } from "../answer/choices.ts";
import { withModel } from "../answer/with-model.ts";
import type { Exchange } from "../exchange.ts";
import { nameWithoutEffect } from "../request/thinking.ts";
import { type AnswerShape, lines, whole } from "./stream.ts";

type Asked = Pick<AnswerShape, "part" | "last"> &
  Pick<Question, "input" | "options"> & {
    request: {
      /** The client's name for the model. */
      model: string;
      keep_alive?: number | string | undefined;
      stream?: boolean | undefined;
      truncate?: boolean | undefined;
    };
    /** The server's name for it. */
    served: string;
    /** When the request arrived, by performance.now(). */
    arrived: number;
  };

export async function completed(
  { request, served, arrived, input, options, part, last }: Asked,
  exchange: Exchange,
): Promise<Response> {
  const { model, keep_alive, stream = true, truncate = true } = request;
  const question: Question = { input, options, choices: 1, truncate };
  return withModel({ model: served, keep_alive, stream }, exchange, async (lease) => {
    const times = { arrived, leased: performance.now() };
    const shape: AnswerShape = {
      model,
      times,
      now: exchange.service.now,
      part,
      ...(last === undefined ? {} : { last }),
    };
    if (input.kind === "messages")
      nameWithoutEffect(options, exchange.service.pool.facts(lease.name), exchange.ignored);
    const answers = await answer(lease.model, question, exchange);
    if (stream) return { events: lines(answers, shape) };
    return Response.json(whole(await collectChoice(answers), answers, shape));
  });
}
