/** Checks the certificates and the key of a connection. */
import { createPrivateKey, X509Certificate } from "node:crypto";

export type Tls = NonNullable<BunFetchRequestInit["tls"]>;

export type TlsFault = "authority" | "certificate" | "key" | "pair";

/** Finds the unusable part. The failed connection itself only looks like an unreachable server. */
export function tlsFault({ ca, cert, key }: Tls): TlsFault | undefined {
  const [authority, certificate, secret] = [ca, cert, key].map(pem);
  if (authority !== undefined && parsed(() => new X509Certificate(authority)) === undefined)
    return "authority";
  if (certificate === undefined || secret === undefined) return undefined;
  const shown = parsed(() => new X509Certificate(certificate));
  if (shown === undefined) return "certificate";
  const own = parsed(() => createPrivateKey(secret));
  if (own === undefined) return "key";
  return shown.checkPrivateKey(own) ? undefined : "pair";
}

/** client-node has text or bytes. */
function pem(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  return value instanceof Uint8Array ? new TextDecoder().decode(value) : undefined;
}

function parsed<T>(parse: () => T): T | undefined {
  try {
    return parse();
  } catch {
    return undefined;
  }
}
