/**
 * From what the user calls a model to a file on this disk, found, fetched or converted, or to an endpoint or a workspace
 * of Kaito.
 */
import { existsSync } from "node:fs";
import { basename } from "node:path";
import { parseWorkspaceAddress, type WorkspaceAddress } from "../../kaito/address.ts";
import { followAliases } from "../../models/aliases.ts";
import { convertedPath, prepareConverted } from "../../models/converted.ts";
import { findModel } from "../../models/find.ts";
import type { RemoteOptions } from "../../remote/remote-backend.ts";
import { modelPaths } from "../hub.ts";
import type { Io } from "../io.ts";
import { alreadyGguf, type ConversionFlags, wantedQuantization } from "./conversion-flags.ts";
import { type EndpointFlags, remoteModel } from "./endpoints.ts";

export type Model = LocalModel | RemoteModel | WorkspaceModel;

export type LocalModel = {
  kind: "local";
  path: string;
  /** As it is shown: the file's name, or "demo". */
  name: string;
  isDemo: boolean;
};

export type RemoteModel = {
  kind: "remote";
  /** Whom to ask, and how. */
  options: RemoteOptions;
};

export type WorkspaceModel = {
  kind: "workspace";
  address: WorkspaceAddress;
};

/**
 * What is here is used without a network; an endpoint or a cluster isn't asked yet.
 * @param given as typed; an alias is followed
 * @throws AnechatError of finding, fetching and converting
 */
export async function obtainModel(
  given: string,
  flags: ConversionFlags & EndpointFlags,
  io: Io,
): Promise<Model> {
  const name = followAliases(given, io.aliases);
  // As findModel() has it: what lies here goes before what its name could mean elsewhere.
  const address = existsSync(name) ? undefined : parseWorkspaceAddress(name);
  if (address !== undefined) return { kind: "workspace", address };
  const options = remoteModel(name, flags, io);
  if (options !== undefined) return { kind: "remote", options };
  const paths = modelPaths(io);
  const quantization = wantedQuantization(flags);
  const found = findModel(name, paths, () => io.unpacked(), quantization);
  switch (found.kind) {
    case "demo":
      if (quantization !== undefined) throw alreadyGguf(name);
      return { kind: "local", path: found.path, name, isDemo: true };
    case "file":
    case "cached":
      if (quantization !== undefined) throw alreadyGguf(name);
      return { kind: "local", path: found.path, name: basename(found.path), isDemo: false };
    case "converted":
      return { kind: "local", path: found.path, name: basename(found.path), isDemo: false };
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
      return { kind: "local", path, name: basename(path), isDemo: false };
    }
    case "remote": {
      const { fetchModel } = await import("./fetch-model.ts");
      const { path } = await fetchModel(found.name, flags, io);
      return { kind: "local", path, name: basename(path), isDemo: false };
    }
  }
}
