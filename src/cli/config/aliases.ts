/**
 * The tables [alias] of the config files: short names of models. A wrong entry is reported when its
 * name is used; the other names keep working.
 */
import { AnechatError } from "../../base/errors.ts";
import type { Alias, Aliases } from "../../models/names.ts";

export class AliasTable implements Aliases {
  readonly #aliases = new Map<string, Alias | AnechatError>();
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
