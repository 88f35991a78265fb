/** Addresses in markdown: what is one, and which may become the target of a hyperlink. */

/** An address as text goes on up to white space, brackets, quotes and CJK punctuation. */
const bareAddress = /https?:\/\/[^\s<>"`|\\^{}[\]\u3000-\u303F\uFF00-\uFF0F\uFF1A-\uFF20\u2018-\u201F]+/iy;
// Terminals limit the length of a target: VTE to 2083 bytes.
const maxTargetLength = 2083;

/**
 * @param at where "http://" or "https://" may begin
 * @returns the address without the punctuation of the sentence around it; "" if there is none
 */
export function addressAt(text: string, at: number): string {
  bareAddress.lastIndex = at;
  let address = bareAddress.exec(text)?.[0] ?? "";
  for (;;) {
    const shorter = address.replace(/[?!.,:;*_~'&]+$/, "");
    // A bracket belongs to the address only if it was opened there: (see https://a.b/c_(d)).
    if (shorter.endsWith(")") && count(shorter, "(") < count(shorter, ")")) address = shorter.slice(0, -1);
    else if (shorter === address) break;
    else address = shorter;
  }
  return /^https?:\/\/[^/]/i.test(address) ? address : "";
}

/** Whether [text](address) with this address is surely a link, not an index and a call. */
export function isLinkAddress(address: string): boolean {
  return /^(https?:\/\/[^/]|mailto:.)/i.test(address);
}

/** Whether an address that is still being written may become one for {@link isLinkAddress}. */
export function mayBecomeLinkAddress(begin: string): boolean {
  const lower = begin.toLowerCase();
  return ["https://", "http://", "mailto:"].some((scheme) => {
    return lower.startsWith(scheme) || scheme.startsWith(lower);
  });
}

/**
 * @returns the address as a hyperlink's target, in printable ASCII as OSC 8 requires; undefined if
 * no terminal should open it
 */
export function targetOf(address: string): string | undefined {
  if (!isLinkAddress(address)) return undefined;
  const target = address.toWellFormed().replace(/[^\x21-\x7E]/gu, encodeURIComponent);
  return target.length <= maxTargetLength ? target : undefined;
}

/** Whether a link's text names an address that is not its target: [bank.com](https://evil.org). */
export function looksLikeOtherAddress(text: string, address: string): boolean {
  const shown = text.trim();
  const isAddress =
    /:\/\/|^www\./i.test(shown) ||
    (/^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)*\.\p{L}{2,}(\/\S*)?$/u.test(shown) && !/\.jsx?$/i.test(shown));
  return isAddress && normalized(shown) !== normalized(address);
}

function normalized(address: string): string {
  return address
    .replace(/^\w+:\/\//, "")
    .replace(/^www\./i, "")
    .replace(/\/$/, "");
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}
