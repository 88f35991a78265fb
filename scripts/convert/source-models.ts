/**
 * Writes the tiny models of tests/fixtures/convert as folders, for family_fixtures.py.
 *
 *   bun scripts/convert/source-models.ts <folder>
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeSourceModel } from "../../tests/fixtures/convert/source-model.ts";
import { prompts, sourceSpecs } from "../../tests/fixtures/convert/specs/index.ts";

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error("Name a folder.");
for (const spec of sourceSpecs) writeSourceModel(spec, folder);
writeFileSync(join(folder, "prompts.json"), JSON.stringify(prompts));
