/**
 * The Worker's side of worker-protocol.ts. It owns the native library and the engine, so that the
 * main thread never waits for a computation. A separate entry point of the executable.
 */
import { errorToWire } from "../../base/errors.ts";
import { loadLibrary, type Native, systemInfo } from "../../llama/library.ts";
import { takeLog } from "../../llama/native.ts";
import { Signals } from "../../llama/signals.ts";
import { Engine } from "../core/engine.ts";
import type { LoadOptions } from "../load.ts";
import { availableMemory } from "../memory/available.ts";
import { fittingTokens } from "../memory/estimate.ts";
import type { Call, FromEngine, MemoryFacts, ToEngine } from "../worker-protocol.ts";
import { Outbox } from "./outbox.ts";

declare const self: Worker;

type Started = { native: Native; signals: Signals; verbose: boolean };

let started: Started | undefined;
let engine: Engine | undefined;
const outbox = new Outbox((events) => reply({ type: "events", events }));

self.onmessage = ({ data }: MessageEvent<ToEngine>) => {
  const requestId = "requestId" in data ? data.requestId : undefined;
  try {
    handle(data);
  } catch (error) {
    reply({ type: "failed", ...(requestId === undefined ? {} : { requestId }), error: errorToWire(error) });
  }
  outbox.sendIfDue(performance.now());
  forwardLog();
};

function handle(message: ToEngine): void {
  switch (message.type) {
    case "start":
      started = {
        native: loadLibrary(message.libraryFolder, process.env),
        signals: new Signals(message.signals),
        verbose: message.verbose,
      };
      reply({ type: "started", system: systemInfo(started.native) });
      break;
    case "load":
      unload();
      forwardLog();
      engine = open(message.options, message.memory);
      reply({ type: "loaded", info: engine.info });
      break;
    case "generate":
      loaded().submit(message.requestId, message.input, message.options);
      break;
    case "cancel":
      engine?.cancel(message.requestId);
      break;
    case "call":
      reply({ type: "result", requestId: message.requestId, value: call(loaded(), message.call) });
      break;
    case "embed":
      loaded().embed(message.requestId, message.input);
      break;
    case "rerank":
      loaded().rerank(message.requestId, message.query, message.document);
      break;
    case "unload":
      unload();
      reply({ type: "unloaded" });
      break;
  }
}

function call(target: Engine, { on, name, arguments: values }: Call): unknown {
  // A method and its own arguments: TypeScript can't see that they belong together.
  const methods = target[on] as unknown as Record<string, (...values: Call["arguments"]) => unknown>;
  return methods[name]?.(...values);
}

function unload(): void {
  engine?.[Symbol.dispose]();
  engine = undefined;
}

function open(options: LoadOptions, memory: MemoryFacts): Engine {
  if (started === undefined) throw new Error('the first message must be "start"');
  const { native, signals } = started;
  return new Engine(
    native,
    options,
    signals,
    {
      now: () => performance.now(),
      randomSeed: () => crypto.getRandomValues(new Uint32Array(1))[0] as number,
      freeMemory: availableMemory,
      fittingTokens: () => fittingTokens(memory, native, options.gpuLayers),
      pause: () =>
        new Promise((resolve) => {
          forwardLog();
          outbox.sendIfDue(performance.now());
          setImmediate(resolve);
        }),
    },
    {
      event: (requestId, event) => outbox.add(requestId, event),
      computed: (requestId, value) => reply({ type: "result", requestId, value }),
      failed: (requestId, error) => {
        outbox.flush(performance.now());
        reply({ type: "failed", requestId, error: errorToWire(error) });
      },
    },
  );
}

function loaded(): Engine {
  if (engine === undefined) throw new Error("no model is loaded");
  return engine;
}

function forwardLog(): void {
  if (started?.verbose !== true) return;
  const lines = takeLog(started.native);
  if (lines.length > 0) reply({ type: "log", lines });
}

function reply(message: FromEngine): void {
  self.postMessage(message);
}
