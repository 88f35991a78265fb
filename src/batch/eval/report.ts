/** The results of an eval, and their formats for other programs: JSON lines and JUnit XML. */
import type { FinishReason } from "../../protocol/chat.ts";

export type CaseResult = {
  id: string;
  prompt: string;
  answer: string;
  /** The phrase that marks the answer as a refusal, or null. */
  refusal: string | null;
  /** null: the case has no check. */
  passed: boolean | null;
  /** What is wrong with the answer. */
  failures: string[];
  finishReason: FinishReason | null;
  /** Milliseconds. */
  milliseconds: number;
  tokens: number;
};

export type Summary = {
  cases: number;
  passed: number;
  failed: number;
  refused: number;
  /** Cases that the model should refuse, and those it should answer: how many it refused. */
  toRefuse: { cases: number; refused: number };
  toAnswer: { cases: number; refused: number };
};

export function summarize(results: readonly (CaseResult & { refuses?: boolean | undefined })[]): Summary {
  const count = (some: (result: (typeof results)[number]) => boolean): number => results.filter(some).length;
  const of = (refuses: boolean) => ({
    cases: count((result) => result.refuses === refuses),
    refused: count((result) => result.refuses === refuses && result.refusal !== null),
  });
  return {
    cases: results.length,
    passed: count(({ passed }) => passed === true),
    failed: count(({ passed }) => passed === false),
    refused: count(({ refusal }) => refusal !== null),
    toRefuse: of(true),
    toAnswer: of(false),
  };
}

export function toJsonLines(results: readonly CaseResult[]): string {
  return results.map((result) => `${JSON.stringify(result)}\n`).join("");
}

/** For CI systems; the attributes are those of Ant's JUnit task. */
export function toJUnit(model: string, results: readonly CaseResult[]): string {
  const { cases, failed } = summarize(results);
  const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(3);
  const total = results.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  const name = xml(`anechat eval ${model}`);
  const rows = results.map(({ id, prompt, answer, failures, milliseconds, passed }) => {
    const start = `    <testcase classname="${xml(model)}" name="${xml(`${id}: ${prompt}`)}" time="${seconds(milliseconds)}"`;
    if (passed === null) return `${start}><skipped message="no check"/></testcase>`;
    if (passed) return `${start}/>`;
    return `${start}>\n      <failure message="${xml(failures.join("; "))}">${xml(answer)}</failure>\n    </testcase>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites>
  <testsuite name="${name}" tests="${cases}" failures="${failed}" errors="0" time="${seconds(total)}">
${rows.join("\n")}
  </testsuite>
</testsuites>
`;
}

/**
 * XML 1.0 allows only three control characters, even as references: the others are replaced. What a
 * terminal would act on is written as a reference: DEL, C1, bidi and invisible characters.
 */
function xml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd")
    .replace(
      /[&<>"\n\r\t\u007f-\u009f\u2028-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu,
      (character) => `&#${character.codePointAt(0)};`,
    );
}
