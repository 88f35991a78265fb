/** An open model that can answer: on this machine, at an endpoint, or in a Kaito workspace. */
import type { AnsweringModel } from "../../chat/transcript.ts";
import type { LocalEngine } from "../../engine/client/local-engine.ts";
import type { LoadedModel, LoadOptions } from "../../engine/load.ts";
import type { SystemInfo } from "../../llama/library.ts";
import type { RemoteBackend } from "../../remote/remote-backend.ts";
import type { ModelFlags } from "../flags.ts";

export type ModelSession = LocalSession | RemoteSession;

type Answering = {
  /** As shown to the user: the model's file name, "demo", or its name at the endpoint. */
  name: string;
  /** Recorded with each answer; its hash is computed when first read. */
  answering: AnsweringModel;
};

/** A model on this machine. */
export type OpenModel = Answering & {
  info: LoadedModel;
  /** "Q4_K_M", "F32", … */
  quantization: string;
  /** Estimated bytes of the model with its context. */
  memory: number;
};

export type LocalSession = OpenModel &
  AsyncDisposable & {
    kind: "local";
    backend: LocalEngine;
    system: SystemInfo;
  };

/** A model at an endpoint. A Kaito workspace is an endpoint behind the cluster's API server. */
export type RemoteSession = Answering &
  AsyncDisposable & {
    kind: "remote";
    backend: RemoteBackend;
    /** Shown to the user: the endpoint's address, or the workspace. */
    place: string;
    /** The name that opens another model of the same endpoint or workspace. */
    sibling(model: string): string;
  };

/** How a model is opened. The first three are for local models, and are set by the command. */
export type SessionOptions = Pick<LoadOptions, "initialContext" | "sequences" | "allowEncoders"> & {
  flags: ModelFlags;
  /** Stops opening. */
  signal: AbortSignal;
};
