/** The certificates and the key that a connection is made with. */
import { createPrivateKey, X509Certificate } from "node:crypto";

export type Tls = NonNullable<BunFetchRequestInit["tls"]>;

export type TlsFault = "authority" | "certificate" | "key" | "pair";

/** What of them is of no use, which a connection that fails for it doesn't say: it looks as if nobody were there. */
export function tlsFault({ ca, cert, key }: Tls): TlsFault | undefined {
  const [authority, certificate, secret] = [ca, cert, key].map(pem);
  if (authority !== undefined && made(() => new X509Certificate(authority)) === undefined) return "authority";
  if (certificate === undefined || secret === undefined) return undefined;
  const shown = made(() => new X509Certificate(certificate));
  if (shown === undefined) return "certificate";
  const own = made(() => createPrivateKey(secret));
  if (own === undefined) return "key";
  return shown.checkPrivateKey(own) ? undefined : "pair";
}

/** client-node has them as text or as bytes. */
function pem(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  return value instanceof Uint8Array ? new TextDecoder().decode(value) : undefined;
}

function made<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}
