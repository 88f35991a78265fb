/**
 * The tables [alias] of the config files: short names of models; and the presets with a model. A
 * wrong entry is reported when its name is used; the other names keep working.
 */
import { AnechatError } from "../../base/errors.ts";
import type { Alias, Aliases } from "../../models/names.ts";

export class AliasTable implements Aliases {
  readonly #aliases = new Map<string, Alias | AnechatError>();
  readonly #presets = new Set<string>();
  /** [alias] is not a table: no name can be looked up. */
  #broken: AnechatError | undefined;

  /** @param table parsed TOML. Names that were added before keep their meaning. */
  add(table: unknown, path: string): void {
    if (typeof table !== "object" || table === null || Array.isArray(table)) {
      this.#broken ??= mistake(`${path}: alias must be a table: [alias]`);
      return;
    }
    for (const [name, model] of Object.entries(table)) {
      if (this.#aliases.has(name)) continue;
      const isName = typeof model === "string" && model.trim() !== "";
      this.#aliases.set(
        name,
        isName
          ? { model, source: path }
          : mistake(`${path}, [alias]: ${name} must be a model's name in quotes`),
      );
    }
  }

  /** A preset's name stands for its model, unless it is an alias. */
  addPreset(name: string, model: unknown, where: string): void {
    if (this.#aliases.has(name)) return;
    const isName = typeof model === "string" && model.trim() !== "";
    const fault = mistake(`${where}: model must be a model's name in quotes`);
    this.#aliases.set(name, isName ? { model, source: where } : fault);
    this.#presets.add(name);
  }

  /** With the names of presets. */
  get names(): string[] {
    return [...this.#aliases.keys()];
  }

  /** @throws AnechatError `badConfig` for an alias whose value is not a name */
  get(name: string): Alias | undefined {
    if (this.#broken !== undefined) throw this.#broken;
    const alias = this.#aliases.get(name);
    if (alias instanceof AnechatError) throw alias;
    return alias;
  }

  /** The aliases whose value is a name. */
  entries(): [name: string, model: string][] {
    return this.#named().filter(([name]) => !this.#presets.has(name));
  }

  /** The presets with a model. */
  presets(): [name: string, model: string][] {
    return this.#named().filter(([name]) => this.#presets.has(name));
  }

  isPreset(name: string): boolean {
    return this.#presets.has(name);
  }

  #named(): [name: string, model: string][] {
    return [...this.#aliases].flatMap(([name, alias]) =>
      alias instanceof AnechatError ? [] : [[name, alias.model]],
    );
  }

  /** The errors that using the names would throw. @param use uses a name */
  problems(use: (name: string) => unknown): AnechatError[] {
    if (this.#broken !== undefined) return [this.#broken];
    return this.names.flatMap((name) => {
      try {
        use(name);
        return [];
      } catch (error) {
        if (!(error instanceof AnechatError)) throw error;
        return [error];
      }
    });
  }
}

function mistake(message: string): AnechatError {
  return new AnechatError("badConfig", message, {
    hint: 'For example: small = "bartowski/Llama-3.2-1B-Instruct-GGUF"',
  });
}
