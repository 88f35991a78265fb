/**
 * One request in the log: a line when it is over, which for a stream is after its last event. It has
 * no headers and no content, only the reason of a refusal, and for `--verbose` numbers.
 */
import { AnswerStats } from "./answer/answer-stats.ts";

export type RecordOptions = {
  id: string;
  method: string;
  pathname: string;
  /** Milliseconds since 1970. */
  now(): number;
  isVerbose: boolean;
  write(line: string): void;
};

const maxPath = 200;

export class RequestRecord {
  readonly stats = new AnswerStats();
  readonly #options: RecordOptions;
  readonly #started: number;
  readonly #finished = Promise.withResolvers<void>();
  #status = 0;
  #reason: string | undefined;
  #isOver = false;

  constructor(options: RecordOptions) {
    this.#options = options;
    this.#started = options.now();
  }

  /** Also in the response's headers. */
  get id(): string {
    return this.#options.id;
  }

  /** Resolves when the request is over. */
  get finished(): Promise<void> {
    return this.#finished.promise;
  }

  /** Of the response, whose body may follow. */
  set status(status: number) {
    this.#status = status;
  }

  /** Why the request has no answer, or not a whole one. The first reason counts. */
  because(reason: string): void {
    this.#reason ??= reason;
  }

  /** Writes the line. Further calls do nothing. */
  end(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    const { method, pathname, now, isVerbose, write, id } = this.#options;
    const reason = this.#reason === undefined ? "" : `: ${this.#reason}`;
    const { text } = this.stats;
    const more = isVerbose ? ` [${text === "" ? "" : `${text}, `}${id}]` : "";
    const path = pathname.slice(0, maxPath);
    write(`${method} ${path} ${this.#status} ${now() - this.#started} ms${reason}${more}`);
    this.#finished.resolve();
  }
}
