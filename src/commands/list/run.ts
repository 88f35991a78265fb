import { exitCodes } from "../../base/errors.ts";
import type { Io } from "../../cli/io.ts";
import { listModels } from "../../cli/model/list-models.ts";

export async function list(options: { json?: boolean }, io: Io): Promise<number> {
  listModels(options, io);
  return exitCodes.ok;
}
