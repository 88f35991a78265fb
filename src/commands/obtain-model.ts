/** From what the user calls a model to a file on this disk: found, fetched or converted. */
import { basename } from "node:path";
import { convertedPath, prepareConverted } from "../models/converted.ts";
import { findModel } from "../models/find.ts";
import { alreadyGguf, type ConversionFlags, wantedQuantization } from "./conversion-flags.ts";
import type { Io } from "./io.ts";
import { modelPlaces } from "./places.ts";

export type LocalModel = {
  path: string;
  /** As it is shown: the file's name, or "demo". */
  name: string;
  isDemo: boolean;
};

/**
 * What is here is used without a network.
 * @throws AnechatError of finding, fetching and converting
 */
export async function obtainModel(name: string, flags: ConversionFlags, io: Io): Promise<LocalModel> {
  const places = modelPlaces(io);
  const quantization = wantedQuantization(flags);
  const found = findModel(name, places, () => io.unpacked(), quantization);
  switch (found.kind) {
    case "demo":
      if (quantization !== undefined) throw alreadyGguf(name);
      return { path: found.path, name, isDemo: true };
    case "file":
    case "cached":
      if (quantization !== undefined) throw alreadyGguf(name);
      return { path: found.path, name: basename(found.path), isDemo: false };
    case "converted":
      return { path: found.path, name: basename(found.path), isDemo: false };
    case "folder": {
      const { runConversion } = await import("./conversion.ts");
      prepareConverted(places.ownCache, found.source);
      const { path } = await runConversion(
        {
          name: basename(found.source.name),
          folder: found.path,
          quantization,
          output: (label) => convertedPath(places.ownCache, found.source, label),
        },
        flags,
        io,
      );
      return { path, name: basename(path), isDemo: false };
    }
    case "remote": {
      const { fetchModel } = await import("./fetch-model.ts");
      const { path } = await fetchModel(found.name, flags, io);
      return { path, name: basename(path), isDemo: false };
    }
  }
}
