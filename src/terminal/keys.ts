/**
 * Parses the bytes of a terminal in raw mode into keys. Reads may be cut anywhere, also inside a
 * UTF-8 character or an escape sequence.
 *
 * Node's readline knows neither bracketed paste nor the two ways terminals report Shift+Enter
 * (CSI u and modifyOtherKeys), and takes ESC CR for Enter; hence this parser.
 */
import { sanitize } from "./sanitize.ts";

export type Key =
  /** Printable characters of one read. */
  | { type: "text"; text: string }
  /** A paste, sanitized, with \n as line breaks. */
  | { type: "paste"; text: string }
  /** A named key with its modifiers in this order: "ctrl+alt+shift+left", "alt+enter", "ctrl+c". */
  | { type: "press"; name: string };

const pasteStart = "\x1b[200~";
const pasteEnd = "\x1b[201~";
// Some terminals send Alt+Left as ESC and then Left's sequence.
const csiPattern = /^(\x1b?)\x1b\[([\x30-\x3f]*)[\x20-\x2f]*([\x40-\x7e])/;
const openPattern = /^\x1b{1,2}(\[[\x20-\x3f]*|O)?$/;
// No keyboard sends a longer sequence; more bytes are noise.
const maxSequenceLength = 32;

const finalNames: Readonly<Record<string, string>> = {
  A: "up",
  B: "down",
  C: "right",
  D: "left",
  F: "end",
  H: "home",
  P: "f1",
  Q: "f2",
  R: "f3",
  S: "f4",
};

const tildeNames: Readonly<Record<string, string>> = {
  "1": "home",
  "2": "insert",
  "3": "delete",
  "4": "end",
  "5": "pageup",
  "6": "pagedown",
  "7": "home",
  "8": "end",
};

const codeNames: ReadonlyMap<number, string> = new Map([
  [8, "backspace"],
  [9, "tab"],
  // A line feed is Enter too: keys typed before raw mode began have come through the tty's CR → LF.
  [10, "enter"],
  [13, "enter"],
  [27, "escape"],
  [127, "backspace"],
]);

export class KeyParser {
  readonly #decoder = new TextDecoder();
  #pending = "";
  /** Chunks of a paste that hasn't ended. */
  #paste: string[] | undefined;

  /** Whether an ESC or the start of a sequence waits: call {@link flush} if nothing follows it. */
  get holdsEscape(): boolean {
    return this.#paste === undefined && this.#pending !== "";
  }

  push(bytes: Uint8Array): Key[] {
    this.#pending += this.#decoder.decode(bytes, { stream: true });
    const keys: Key[] = [];
    while (this.#pending !== "") {
      const before = this.#pending.length;
      if (this.#paste === undefined) this.#takeKey(keys);
      else this.#takePaste(keys, this.#paste);
      if (this.#pending.length === before) break;
    }
    return keys;
  }

  /** Nothing follows the waiting ESC: it was the Escape key, or Alt with another key. */
  flush(): Key[] {
    if (!this.holdsEscape) return [];
    const rest = this.#pending.slice(1);
    this.#pending = "";
    return [rest === "[" || rest === "O" ? press(rest, { alt: true }) : press("escape", {})];
  }

  #takeKey(keys: Key[]): void {
    const text = this.#pending;
    if (text.startsWith("\x1b")) {
      this.#takeEscape(text, keys);
      return;
    }
    const printable = /^[^\x00-\x1f\x7f-\x9f]+/.exec(text)?.[0];
    if (printable !== undefined) {
      keys.push({ type: "text", text: printable });
      this.#pending = text.slice(printable.length);
      return;
    }
    keys.push(...named(text.charCodeAt(0), {}));
    this.#pending = text.slice(1);
  }

  #takeEscape(text: string, keys: Key[]): void {
    if (text.startsWith(pasteStart)) {
      this.#paste = [];
      this.#pending = text.slice(pasteStart.length);
      return;
    }
    const csi = csiPattern.exec(text);
    const isTwoKeys = text.startsWith(`\x1b${pasteStart}`);
    if (csi !== null && !isTwoKeys) {
      keys.push(...sequence(csi[2]!, csi[3]!, csi[1] !== ""));
      this.#pending = text.slice(csi[0].length);
      return;
    }
    if (openPattern.test(text) && text.length < maxSequenceLength) return;
    if (text.startsWith("\x1b[")) {
      // An invalid sequence: its bytes are dropped, not typed.
      this.#pending = text.slice(/^\x1b\[[\x20-\x3f]*/.exec(text)![0].length);
      return;
    }
    if (text.startsWith("\x1bO")) {
      // The keypad's Enter has no CSI form: CSI M is a mouse report.
      const name = text[2] === "M" ? "enter" : finalNames[text[2]!];
      if (name !== undefined) keys.push(press(name, {}));
      this.#pending = text.slice(3);
      return;
    }
    if (text.startsWith("\x1b\x1b")) {
      keys.push(press("escape", {}));
      this.#pending = text.slice(1);
      return;
    }
    const character = String.fromCodePoint(text.codePointAt(1)!);
    const code = character.codePointAt(0)!;
    keys.push(...named(code, { alt: true }));
    this.#pending = text.slice(1 + character.length);
  }

  #takePaste(keys: Key[], chunks: string[]): void {
    const end = this.#pending.indexOf(pasteEnd);
    if (end === -1) {
      // The end marker may be cut: keep as many characters as could be its beginning.
      const kept = Math.min(this.#pending.length, pasteEnd.length - 1);
      chunks.push(this.#pending.slice(0, this.#pending.length - kept));
      this.#pending = this.#pending.slice(this.#pending.length - kept);
      return;
    }
    chunks.push(this.#pending.slice(0, end));
    keys.push({ type: "paste", text: sanitize(chunks.join("")) });
    this.#paste = undefined;
    this.#pending = this.#pending.slice(end + pasteEnd.length);
  }
}

type Modifiers = { ctrl?: boolean; alt?: boolean; shift?: boolean };

function press(name: string, { ctrl, alt, shift }: Modifiers): Key {
  const prefix = `${ctrl ? "ctrl+" : ""}${alt ? "alt+" : ""}${shift ? "shift+" : ""}`;
  return { type: "press", name: prefix + name };
}

/** The key for a character code, as in C0 controls, CSI u and modifyOtherKeys. */
function named(code: number, modifiers: Modifiers): Key[] {
  const name = codeNames.get(code);
  if (name !== undefined) return [press(name, modifiers)];
  if (code >= 1 && code <= 26) return [press(String.fromCharCode(code + 96), { ...modifiers, ctrl: true })];
  if (code < 0x20 || (code >= 0x7f && code < 0xa0) || code > 0x10ffff) return [];
  const character = String.fromCodePoint(code);
  if (modifiers.ctrl || modifiers.alt) return [press(character.toLowerCase(), modifiers)];
  return [{ type: "text", text: character }];
}

function sequence(parameters: string, final: string, alt: boolean): Key[] {
  const [first = "", second = "", third = ""] = parameters.split(";");
  const [modifierText = "", event = ""] = second.split(":");
  // Kitty's protocol reports releases as event 3.
  if (event === "3") return [];
  const bits = Math.max(0, (Number.parseInt(modifierText, 10) || 1) - 1);
  const modifiers = { shift: (bits & 1) !== 0, alt: alt || (bits & 2) !== 0, ctrl: (bits & 4) !== 0 };
  if (final === "u") return named(Number.parseInt(first, 10) || 0, modifiers);
  if (final === "~" && first === "27") return named(Number.parseInt(third, 10) || 0, modifiers);
  if (final === "Z") return [press("tab", { ...modifiers, shift: true })];
  const name = final === "~" ? tildeNames[first] : finalNames[final];
  return name === undefined ? [] : [press(name, modifiers)];
}
