/** Tells which addresses are this machine: requests to them need no proxy and stay here. */
import { hostname as machineName, networkInterfaces } from "node:os";

/** @param host a name or an address, for IPv6 also in brackets, as in URLs */
export function isLoopback(host: string): boolean {
  const name = bare(host);
  return (
    name === "localhost" ||
    name.endsWith(".localhost") ||
    name === "::1" ||
    // IPv4-mapped IPv6 addresses, in both notations.
    /^(::ffff:)?127(\.\d+){3}$/.test(name) ||
    /^::ffff:7f[0-9a-f]{2}:[0-9a-f]{1,4}$/.test(name)
  );
}

/**
 * Options for `fetch` that bypass the proxy for this machine. Bun uses HTTP_PROXY for every address
 * that NO_PROXY doesn't name. A proxy can't reach this machine's loopback, and would see the
 * request.
 */
export function bypassProxyIfLocal(address: string | URL): { proxy?: false } {
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
