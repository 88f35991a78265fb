/** A value of a config file or of the environment, and the error for a wrong one. */
import { AnechatError } from "../../base/errors.ts";

export type Setting = {
  /** Parsed from TOML, of any type. */
  value: unknown;
  /**
   * For `anechat config`: "ANECHAT_SEED", "preset coder", "/home/me/.config/anechat/config.toml".
   */
  source: string;
  /** For errors: the file and the table, or the variable. */
  where: string;
};

/** By key. */
export type SettingsLayer = ReadonlyMap<string, Setting>;

/** An error in a file or in the environment. @param where file and table, or the variable */
export function wrong(
  where: string,
  what: string,
  hint: string = '"anechat config" shows all keys.',
): AnechatError {
  return new AnechatError("badConfig", `${where}: ${what}`, { hint });
}
