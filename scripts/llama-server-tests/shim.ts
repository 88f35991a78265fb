/**
 * Stands in for llama-server in llama.cpp's tests: translates its flags, and runs `anechat serve`
 * with a configuration of its own. What anechat can't do is written to the file that
 * LLAMA_TESTS_REASON names, and ends with exit code 78, which plugin.py takes for a skipped test.
 *
 * Environment: LLAMA_TESTS_ANECHAT, the executable; LLAMA_TESTS_MODELS, folders of models, divided
 * by ":"; LLAMA_TESTS_WORK, a folder for copies and configuration.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { NotApplicable, type Translation, translate } from "./flags.ts";
import { findModel, hasTemplate, withTemplate } from "./models.ts";
import { fallbackTemplate, namedTemplates } from "./templates.ts";

/** EX_CONFIG of sysexits.h. */
const notApplicable = 78;

function environment(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set`);
  return value;
}

/** The model's file, with the template that llama-server would use. */
async function modelFile({ model, template, templateFile }: Translation): Promise<string> {
  const path = findModel(model, environment("LLAMA_TESTS_MODELS").split(":"));
  const given = templateFile === undefined ? template : readFileSync(templateFile, "utf8");
  if (given === undefined && hasTemplate(path)) return path;
  const text = namedTemplates[given ?? fallbackTemplate] ?? given ?? "";
  return withTemplate(path, text, join(environment("LLAMA_TESTS_WORK"), "models"));
}

/** A home in which the model has its alias. @returns the name to serve */
function configure(home: string, path: string, alias: string | undefined): string {
  mkdirSync(join(home, "anechat"), { recursive: true });
  const name = alias ?? "model";
  const line = `[alias]\n${JSON.stringify(name)} = ${JSON.stringify(path)}\n`;
  writeFileSync(join(home, "anechat", "config.toml"), line);
  return name;
}

async function main(): Promise<number> {
  const translation = translate(process.argv.slice(2));
  const path = await modelFile(translation);
  const home = join(environment("LLAMA_TESTS_WORK"), "home");
  const name = configure(home, path, translation.alias);
  const folders = ["XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"].map((key) => [key, home] as const);
  const server = Bun.spawn([environment("LLAMA_TESTS_ANECHAT"), "serve", name, ...translation.args], {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ...Object.fromEntries(folders), HF_HUB_OFFLINE: "1" },
  });
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => server.kill(signal));
  return await server.exited;
}

try {
  process.exit(await main());
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  console.error(message);
  if (!(error instanceof NotApplicable)) process.exit(1);
  writeFileSync(environment("LLAMA_TESTS_REASON"), message);
  process.exit(notApplicable);
}
