/** Requests that wait know their places. */
import { expect, test } from "bun:test";
import type { Request } from "../../../src/engine/core/generation.ts";
import { WaitingRequests } from "../../../src/engine/core/waiting-requests.ts";

/** Requests 1 to `count`, and what each was told: "2: 1 before". */
function waiting(count: number): { queue: WaitingRequests; told: string[] } {
  const told: string[] = [];
  const queue = new WaitingRequests((requestId, event) => {
    told.push(`${requestId}: ${event.type === "queued" ? event.before : event.type} before`);
  });
  for (let requestId = 1; requestId <= count; requestId += 1) {
    const prompt = { tokens: [1, 2] };
    queue.add({ requestId, prompt } as unknown as Request);
  }
  return { queue, told };
}

test("a request hears how many wait before it", () => {
  expect(waiting(3).told).toEqual(["1: 0 before", "2: 1 before", "3: 2 before"]);
});

test("requests are taken in their order, and the others hear their new places once", () => {
  const { queue, told } = waiting(4);
  told.length = 0;
  expect([queue.take()?.requestId, queue.take()?.requestId]).toEqual([1, 2]);
  queue.announce();
  queue.announce();
  expect(told).toEqual(["3: 0 before", "4: 1 before"]);
});

test("a request that is removed lets those behind it move up", () => {
  const { queue, told } = waiting(3);
  told.length = 0;
  expect(queue.remove(2)?.requestId).toBe(2);
  expect(queue.remove(2)).toBeUndefined();
  expect(told).toEqual(["3: 1 before"]);
  expect(queue.size).toBe(2);
});
