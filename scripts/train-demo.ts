/**
 * Makes src/models/demo.gguf, the model inside the executable, from scripts/demo
 * alone: generates the training text, trains the model, and runs its exam.
 *
 *   bun scripts/train-demo.ts [--hours 5] [--conversations 900000] [--python python3]
 *
 * The Python needs PyTorch (pip install torch numpy). docs/demo-model.md says
 * how the model in the repository was made.
 */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { buildNative } from "./build-native.ts";
import { projectFolder, run, runScript } from "./process.ts";

await runScript(async () => {
  const { values } = parseArgs({
    options: {
      hours: { type: "string", default: "5" },
      conversations: { type: "string", default: "900000" },
      python: { type: "string", default: "python3" },
    },
  });
  const script = (name: string): string => join(projectFolder, "scripts", "demo", name);
  await run([process.execPath, script("prepare.ts"), values.conversations]);
  await run([values.python, script("train.py"), "--hours", values.hours]);
  await run([process.execPath, script("export.ts")]);
  // The exam runs in the engine.
  await buildNative({});
  await run([process.execPath, script("evaluate.ts")]);
});
