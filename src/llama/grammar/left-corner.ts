/** Which rules can be empty and which rules they can begin with, to find left recursion. */
import type { Item, Rule } from "./gbnf.ts";

/** A rule that another can begin with. `grows`: more follows it, so the matcher's stack grows. */
type LeftEdge = { to: number; grows: boolean };

/** Per rule: whether it can match the empty text. */
export function nullableRules(rules: readonly Rule[]): boolean[] {
  const nullable = rules.map(() => false);
  const users: number[][] = rules.map(() => []);
  const todo = rules.keys().toArray();
  for (const [id, { alternatives }] of rules.entries()) {
    for (const item of alternatives.flat()) if ("rule" in item) (users[item.rule] as number[]).push(id);
  }
  const isEmpty = (item: Item): boolean => "rule" in item && nullable[item.rule] === true;
  for (let id = todo.pop(); id !== undefined; id = todo.pop()) {
    if (nullable[id] || !(rules[id] as Rule).alternatives.some((items) => items.every(isEmpty))) continue;
    nullable[id] = true;
    todo.push(...(users[id] as number[]));
  }
  return nullable;
}

/**
 * @param nullable rules that may be empty, so that a rule can begin with what follows them
 * @param cycles "growing" ignores cycles in which the repeated rule comes last, as in a ::= b a |
 * @returns `order`: each rule after those that it can begin with; `cycle`: a left-recursive rule
 */
export function sortedByLeft(
  rules: readonly Rule[],
  nullable: readonly boolean[],
  cycles: "all" | "growing" = "all",
): { order: number[]; cycle: number | undefined } {
  const edges = rules.map((rule) => leftEdges(rule, nullable));
  const order: number[] = [];
  const component = strongComponents(edges, order);
  for (const [id, own] of edges.entries()) {
    const isCycle = own.some(
      ({ to, grows }) => component[to] === component[id] && (cycles === "all" || grows),
    );
    if (isCycle) return { order, cycle: id };
  }
  return { order, cycle: undefined };
}

function leftEdges({ alternatives }: Rule, nullable: readonly boolean[]): LeftEdge[] {
  const edges: LeftEdge[] = [];
  for (const items of alternatives) {
    for (const [at, item] of items.entries()) {
      if (!("rule" in item)) break;
      edges.push({ to: item.rule, grows: at < items.length - 1 });
      if (nullable[item.rule] !== true) break;
    }
  }
  return edges;
}

/**
 * Tarjan's algorithm without recursion.
 * @param order receives the rules
 * @returns the component of each rule
 */
function strongComponents(edges: readonly LeftEdge[][], order: number[]): number[] {
  const unseen = -1;
  const index = edges.map(() => unseen);
  const low = edges.map(() => 0);
  const component = edges.map(() => unseen);
  const open: number[] = [];
  let next = 0;
  for (const root of edges.keys()) {
    if (index[root] !== unseen) continue;
    const path: { id: number; edge: number }[] = [{ id: root, edge: 0 }];
    for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
      const { id } = step;
      if (step.edge === 0 && index[id] === unseen) {
        index[id] = next;
        low[id] = next;
        next += 1;
        open.push(id);
      }
      const to = edges[id]?.[step.edge]?.to;
      step.edge += 1;
      if (to !== undefined) {
        if (index[to] === unseen) path.push({ id: to, edge: 0 });
        else if (component[to] === unseen) low[id] = Math.min(low[id] as number, index[to] as number);
        continue;
      }
      path.pop();
      const parent = path.at(-1)?.id;
      if (parent !== undefined) low[parent] = Math.min(low[parent] as number, low[id] as number);
      if (low[id] === index[id]) {
        let member: number | undefined;
        do {
          member = open.pop() as number;
          component[member] = id;
          order.push(member);
        } while (member !== id);
      }
    }
  }
  return component;
}
