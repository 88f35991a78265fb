/**
 * Names of models on the Hub: `owner/name[@revision][:selector]`, also with
 * hf.co/ in front, or as an address from the browser.
 */

export type HubName = {
  /** "owner/name" */
  repo: string;
  /** A branch, tag or commit; undefined means the main branch. */
  revision: string | undefined;
  /** A quantization ("Q4_K_M") or a file ("sub/model.gguf"); if undefined, anechat chooses. */
  selector: string | undefined;
};

/**
 * @param hosts allowed in addresses besides the Hub's own, such as a mirror's
 * @returns undefined if the text can't name a model on the Hub
 */
export function parseHubName(text: string, hosts: readonly string[] = []): HubName | undefined {
  const address = /^https?:\/\/([^/]+)\/(.*)$/is.exec(text);
  if (address !== null) {
    const [, host = "", path = ""] = address;
    return isHub(host, hosts) ? parseAddress(path) : undefined;
  }
  const [host = "", ...rest] = text.split("/");
  return parseShort(isHub(host, hosts) && rest.length > 1 ? rest.join("/") : text);
}

/** "owner/name@revision:selector" */
export function formatHubName({ repo, revision, selector }: HubName): string {
  return (
    repo + (revision === undefined ? "" : `@${revision}`) + (selector === undefined ? "" : `:${selector}`)
  );
}

function isHub(host: string, others: readonly string[]): boolean {
  return ["hf.co", "huggingface.co", "www.huggingface.co", ...others].includes(host.toLowerCase());
}

/** "owner/name", and what a browser may add: /tree/main, /blob/main/model.gguf, ?download=true. */
function parseAddress(path: string): HubName | undefined {
  const [plain = ""] = path.split(/[?#]/);
  const parts = decoded(plain)
    ?.split("/")
    .filter((part) => part !== "");
  if (parts === undefined) return undefined;
  const [owner = "", name = "", kind, revision, ...file] = parts;
  if (kind === undefined) return parseShort(`${owner}/${name}`);
  const repo = `${owner}/${name}`;
  if (!isRepo(repo) || !["tree", "blob", "resolve"].includes(kind)) return undefined;
  const selector = file.length === 0 || kind === "tree" ? undefined : file.join("/");
  return checked({ repo, revision, selector });
}

function parseShort(text: string): HubName | undefined {
  const [, repo = "", revision, selector] = /^([^@:]+)(?:@([^:]+))?(?::(.+))?$/s.exec(text) ?? [];
  return isRepo(repo) ? checked({ repo, revision, selector }) : undefined;
}

function checked(name: HubName): HubName | undefined {
  const { revision, selector } = name;
  if (revision !== undefined && !isSafePath(revision)) return undefined;
  return selector === undefined || isSafePath(selector) ? name : undefined;
}

/** huggingface_hub's validate_repo_id (utils/_validators.py), for names with an owner. */
function isRepo(text: string): boolean {
  const parts = text.split("/");
  return (
    parts.length === 2 &&
    text.length <= 96 &&
    parts.every((part) => /^\w(?:[\w.-]*\w)?$/.test(part)) &&
    !/--|\.\.|\.git$/.test(text)
  );
}

/**
 * Whether an untrusted path stays inside the folder that it is joined to, on every
 * platform: no "..", root, drive, backslash or control characters.
 */
export function isSafePath(path: string): boolean {
  return (
    path !== "" &&
    !/[\\\x00-\x1f\x7f]|^\/|^[A-Za-z]:/.test(path) &&
    path.split("/").every((part) => part !== "" && part !== "." && part !== "..")
  );
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
