/**
 * Where anechat stores its files: in the XDG base directories, or in the usual folders of macOS and
 * Windows. It creates no folders.
 */
import { statSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";

/** The part of `process.env` that paths depend on. */
export type Environment = Readonly<Record<string, string | undefined>>;

export type Paths = {
  /** Files that can be made again: unpacked libraries, generated models. */
  cache: string;
  /** The user's data: chats, prompt history. */
  data: string;
  config: string;
  /** Files that are valid only while programs run: entries of servers. */
  runtime: string;
};

/**
 * The user's home folder. In containers and services, the user may have no entry in the system's
 * list: then it is the root folder, which usually can't be written.
 * @param systemHome used if HOME is not set
 */
export function homeFolder(env: Environment, systemHome: () => string = homedir): string {
  if (env.HOME) return env.HOME;
  try {
    return systemHome();
  } catch {
    return resolve("/");
  }
}

/** "~/notes" → "/home/me/notes" */
export function expandHome(path: string, home: string = homeFolder(process.env)): string {
  return path.replace(/^~(?=$|[/\\])/, () => home);
}

/**
 * A path of an environment variable, as Python's os.path expanduser() and expandvars() read it:
 * "~" at its beginning, and "$NAME" or "${NAME}" anywhere. Unknown variables stay as they are.
 */
export function expandPath(path: string, env: Environment, home: string = homeFolder(env)): string {
  return expandHome(path, home).replace(
    /\$(?:(\w+)|\{(\w+)\})/g,
    (whole, bare?: string, braced?: string) => env[bare ?? braced ?? ""] ?? whole,
  );
}

/**
 * @param env relative XDG values are ignored, as the XDG specification requires. So is an
 *   XDG_RUNTIME_DIR that others can write to: its content is trusted.
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
    // macOS and containers have no runtime folder.
    runtime: isOwn(env.XDG_RUNTIME_DIR) ? join(env.XDG_RUNTIME_DIR, "anechat") : join(cache, "run"),
    data: xdg("XDG_DATA_HOME", isMac ? join(library, "Application Support") : join(home, ".local", "share")),
    config: xdg("XDG_CONFIG_HOME", isMac ? join(library, "Application Support") : join(home, ".config")),
  };
}

/** Whether only this user can write to the folder. After `su` the variable names another user's. */
function isOwn(path: string | undefined): path is string {
  if (!path?.startsWith("/")) return false;
  try {
    const { uid, mode } = statSync(path);
    return uid === (process.getuid?.() ?? uid) && (mode & 0o022) === 0;
  } catch {
    return false;
  }
}
