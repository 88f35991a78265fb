/**
 * Where anechat keeps its files: the XDG base directories, with the platform's
 * own places on macOS and Windows. Nothing here creates a folder.
 */
import { statSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";

/** The part of `process.env` that paths depend on. */
export type Environment = Readonly<Record<string, string | undefined>>;

export type Paths = {
  /** What can be made again: unpacked libraries, generated models. */
  cache: string;
  /** What is the user's own: prompt history, chats. */
  data: string;
  config: string;
  /** What is so only while programs run: entries of servers. */
  runtime: string;
};

/**
 * The user's home folder. A user without an entry in the system's list, as containers and services have, has none: the
 * root folder stands for it, which as a rule can't be written.
 * @param systemHome where the environment names none
 */
export function homeFolder(env: Environment, systemHome: () => string = homedir): string {
  if (env.HOME) return env.HOME;
  try {
    return systemHome();
  } catch {
    return resolve("/");
  }
}

/**
 * @param env the environment; relative XDG values are ignored, as the XDG specification asks, and so is an
 *   XDG_RUNTIME_DIR that isn't this user's alone: what stands there is believed
 * @param platform as `process.platform`
 * @param home the user's home folder
 */
export function resolvePaths(
  env: Environment,
  platform: NodeJS.Platform = process.platform,
  home: string = homeFolder(env),
): Paths {
  const xdg = (name: string, fallback: string): string => {
    const value = env[name];
    return join(value?.startsWith("/") ? value : fallback, "anechat");
  };
  if (platform === "win32") {
    const local = env.LOCALAPPDATA ?? join(home, "AppData", "Local");
    const roaming = env.APPDATA ?? join(home, "AppData", "Roaming");
    return {
      cache: join(local, "anechat", "cache"),
      data: join(local, "anechat", "data"),
      config: join(roaming, "anechat"),
      runtime: join(local, "anechat", "run"),
    };
  }
  const library = join(home, "Library");
  const isMac = platform === "darwin";
  const cache = xdg("XDG_CACHE_HOME", isMac ? join(library, "Caches") : join(home, ".cache"));
  return {
    cache,
    // Not every system has a folder for it, as macOS and containers don't.
    runtime: isOwn(env.XDG_RUNTIME_DIR) ? join(env.XDG_RUNTIME_DIR, "anechat") : join(cache, "run"),
    data: xdg("XDG_DATA_HOME", isMac ? join(library, "Application Support") : join(home, ".local", "share")),
    config: xdg("XDG_CONFIG_HOME", isMac ? join(library, "Application Support") : join(home, ".config")),
  };
}

/** Whether it is a folder into which nobody else can put anything. After `su` the variable names another user's. */
function isOwn(path: string | undefined): path is string {
  if (!path?.startsWith("/")) return false;
  try {
    const { uid, mode } = statSync(path);
    return uid === (process.getuid?.() ?? uid) && (mode & 0o022) === 0;
  } catch {
    return false;
  }
}
