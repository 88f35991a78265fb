/**
 * Turns a model's name into a model: a local file (found, downloaded or converted), an endpoint, or
 * a Kaito workspace.
 */
import { basename } from "node:path";
import { formatHubName } from "../../hub/name.ts";
import type { WorkspaceAddress } from "../../kaito/address.ts";
import { convertedPath, prepareConverted } from "../../models/converted.ts";
import { demoName } from "../../models/demo.ts";
import { type FileOrRepoName, findModel } from "../../models/find.ts";
import type { RemoteOptions } from "../../remote/remote-backend.ts";
import { modelPaths } from "../hub.ts";
import type { Io } from "../io.ts";
import { alreadyGguf, type ConversionFlags, wantedQuantization } from "./conversion-flags.ts";
import { type EndpointFlags, remoteOptions } from "./endpoints.ts";
import { resolveModelName } from "./resolve-name.ts";
import { isMissing, unknownModel } from "./unknown-model.ts";

export type Model = LocalModel | RemoteModel | WorkspaceModel;

export type LocalModel = {
  kind: "local";
  path: string;
  /** Shown to the user: the file's name, or "demo". */
  name: string;
  isDemo: boolean;
};

export type RemoteModel = {
  kind: "endpoint";
  /** Address, model and key for the requests. */
  options: RemoteOptions;
};

export type WorkspaceModel = {
  kind: "workspace";
  address: WorkspaceAddress;
};

/**
 * A local model needs no network. An endpoint or a cluster is not contacted yet.
 * @param typed as on the command line
 * @throws AnechatError if the model can't be resolved, found, downloaded or converted
 */
export async function obtainModel(
  typed: string,
  flags: ConversionFlags & EndpointFlags,
  io: Io,
): Promise<Model> {
  const name = resolveModelName(typed, io);
  switch (name.kind) {
    case "workspace":
      return name;
    case "endpoint":
      return { kind: "endpoint", options: remoteOptions(name, flags, io) };
    default:
      return obtainLocal(name, typed, flags, io);
  }
}

async function obtainLocal(
  name: FileOrRepoName,
  typed: string,
  flags: ConversionFlags,
  io: Io,
): Promise<LocalModel> {
  const paths = modelPaths(io);
  const quantization = wantedQuantization(flags);
  const found = findModel(name, paths, () => io.unpacked(), quantization);
  switch (found.kind) {
    case "demo":
      if (quantization !== undefined) throw alreadyGguf(demoName);
      return { kind: "local", path: found.path, name: demoName, isDemo: true };
    case "file":
      if (isMissing(found.path)) throw unknownModel(typed, found.path, io);
      if (quantization !== undefined) throw alreadyGguf(found.path);
      return localModel(found.path);
    case "cached":
      if (quantization !== undefined) throw alreadyGguf(formatHubName(found.name));
      return localModel(found.path);
    case "converted":
      return localModel(found.path);
    case "folder": {
      const { runConversion } = await import("./conversion.ts");
      prepareConverted(paths.ownCache, found.source);
      const { path } = await runConversion(
        {
          name: basename(found.source.name),
          folder: found.path,
          quantization,
          output: (label) => convertedPath(paths.ownCache, found.source, label),
        },
        flags,
        io,
      );
      return localModel(path);
    }
    case "hub": {
      const { fetchModel } = await import("./fetch-model.ts");
      return localModel((await fetchModel(found.name, flags, io)).path);
    }
  }
}

function localModel(path: string): LocalModel {
  return { kind: "local", path, name: basename(path), isDemo: false };
}
