/** Which addresses are this machine itself: what is sent there needs no proxy, and nobody on the way can read it. */
import { hostname as machineName, networkInterfaces } from "node:os";

/** @param host a name or an address, also in the brackets that URLs put around IPv6 */
export function isLoopback(host: string): boolean {
  const name = bare(host);
  return (
    name === "localhost" ||
    name.endsWith(".localhost") ||
    name === "::1" ||
    // As IPv6 writes an IPv4 address, in both of its forms.
    /^(::ffff:)?127(\.\d+){3}$/.test(name) ||
    /^::ffff:7f[0-9a-f]{2}:[0-9a-f]{1,4}$/.test(name)
  );
}

/**
 * What `fetch` is given so that it asks this machine itself, and not a proxy: Bun takes the environment's HTTP_PROXY for
 * every address that NO_PROXY doesn't name. A proxy can't reach this machine's loopback, and would be shown what is sent.
 */
export function directIfHere(address: string | URL): { proxy?: false } {
  return isThisMachine(new URL(address).hostname) ? { proxy: false } : {};
}

function isThisMachine(host: string): boolean {
  const name = bare(host);
  if (isLoopback(name) || ["0.0.0.0", "::", machineName().toLowerCase()].includes(name)) return true;
  return Object.values(networkInterfaces()).some((addresses) =>
    addresses?.some(({ address }) => address.toLowerCase() === name),
  );
}

function bare(host: string): string {
  return host.replace(/^\[(.*)\]$/, "$1").toLowerCase();
}
