/** The outcomes of a run, and what is printed about them. */

/** A line of plugin.py. */
export type Outcome = {
  id: string;
  outcome: "passed" | "failed" | "skipped";
  reason: string;
  /** The entry of the list that names the test. */
  listed: string | null;
};

export type Summary = { text: string; isGood: boolean };

/**
 * @param list the tests that don't apply, with their reasons
 * @param isWhole all tests ran, so that an entry of the list without a test is an error
 */
export function summarize(
  outcomes: readonly Outcome[],
  list: Readonly<Record<string, string>>,
  isWhole: boolean,
): Summary {
  const byId = new Map<string, Outcome>();
  // A test that fails at its end has two outcomes.
  for (const one of outcomes) if (byId.get(one.id)?.outcome !== "failed") byId.set(one.id, one);
  const all = [...byId.values()];
  const of = (outcome: Outcome["outcome"]): Outcome[] => all.filter((one) => one.outcome === outcome);
  const [passed, failed, skipped] = [of("passed"), of("failed"), of("skipped")];
  const used = new Set(skipped.map(({ listed }) => listed));
  const unused = isWhole ? Object.keys(list).filter((key) => !used.has(key)) : [];
  const reasons = new Map<string, number>();
  for (const { reason } of skipped) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  const lines = [
    ...[...reasons]
      .sort(([, a], [, b]) => b - a)
      .map(([reason, count]) => `  ${count} not applicable: ${reason}`),
    ...failed.map(({ id }) => `  failed: ${id}`),
    ...unused.map((key) => `  the list names ${key}, but there is no such test`),
    `${passed.length} passed, ${failed.length} failed, ${skipped.length} not applicable`,
  ];
  return {
    text: lines.join("\n"),
    isGood: failed.length === 0 && unused.length === 0 && passed.length > 0,
  };
}
