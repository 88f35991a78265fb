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
  /**
   * A named key with its modifiers in the order super, ctrl, alt, shift: "ctrl+alt+shift+left",
   * "alt+enter", "ctrl+c".
   */
  | { type: "press"; name: string };

const pasteStart = "\x1b[200~";
const pasteEnd = "\x1b[201~";
/**
 * A line end of a paste as some terminals report it where they report keys in CSI u form (tmux with
 * `extended-keys-format csi-u`): as Ctrl+J or Ctrl+Enter, "ESC [ 106 ; 5 u" or "ESC [ 13 ; 1 u".
 */
const pastedLineEnd = /\x1b\[(?:106;5|13(?:;\d)?)u/g;
// ECMA-48's control sequence: parameters, intermediates, a final byte. No keyboard sends longer
// ones: more bytes are noise. Some terminals send Alt+Left as ESC and then Left's sequence.
const csiPattern = /^(\x1b?)\x1b\[([\x30-\x3f]{0,32})[\x20-\x2f]{0,4}([\x40-\x7e])/;
/** The beginning of a sequence, as far as it has arrived. */
const openPattern = /^\x1b{1,2}(\[[\x30-\x3f]{0,32}[\x20-\x2f]{0,4}|O)?$/;
/** A beginning that is a key, too, if nothing follows it: Esc, Alt+[ and Alt+O. */
const ambiguousPattern = /^\x1b{1,2}[[O]?$/;
/**
 * What a terminal answers to a program's question (OSC and DCS of ECMA-48). The program may have
 * ended meanwhile: an editor that asked for the background's colour. No keyboard sends these.
 */
const answerPattern = /^\x1b[\]P][\d>!$+|][\x20-\x7e]{0,1024}(?:\x07|\x1b\\)/;
/** The beginning of an answer, as far as it has arrived; Alt+] and Alt+P are keys, too. */
const openAnswerPattern = /^\x1b[\]P](?:[\d>!$+|][\x20-\x7e]{0,1024}\x1b?)?$/;
const invalidPattern = /^\x1b\[[\x30-\x3f]{0,32}[\x20-\x2f]{0,4}/;

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

const tildeNames: Readonly<Record<number, string>> = {
  1: "home",
  2: "insert",
  3: "delete",
  4: "end",
  5: "pageup",
  6: "pagedown",
  7: "home",
  8: "end",
};

const codeNames: ReadonlyMap<number, string> = new Map([
  [8, "backspace"],
  [9, "tab"],
  [13, "enter"],
  [27, "escape"],
  [127, "backspace"],
]);

/**
 * The keypad's keys in kitty's protocol from 57399 on ("Functional key definitions"). Names of more
 * than one character are keys.
 */
const firstKeypadCode = 57399;
const keypadKeys: readonly string[] = [
  ..."0123456789./*-+",
  "enter",
  ..."=,",
  "left",
  "right",
  "up",
  "down",
  "pageup",
  "pagedown",
  "home",
  "end",
  "insert",
  "delete",
];

/**
 * Keys with Ctrl that have no control character of their own elsewhere (kitty's protocol, "Legacy
 * ctrl mapping of ASCII keys"): they are the same key in every terminal.
 */
const ctrlNames: ReadonlyMap<string, string> = new Map([
  ["ctrl+[", "escape"],
  ["ctrl+h", "backspace"],
  ["ctrl+i", "tab"],
  ["ctrl+m", "enter"],
  ["ctrl+/", "ctrl+_"],
  ["ctrl+shift+-", "ctrl+_"],
]);

type ParserOptions = {
  /**
   * These bytes waited in the terminal before raw mode began: it has turned the CR of Enter into a
   * LF, which is Ctrl+J in raw mode.
   */
  lineFeedIsEnter?: boolean;
};

export class KeyParser {
  // A BOM is a character as any other.
  readonly #decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  #pending = "";
  /** Chunks of a paste that hasn't ended. */
  #paste: string[] | undefined;
  #lineFeedIsEnter = false;
  #focused: boolean | undefined;

  /**
   * ESC and a character are the Escape key and that character, and not Alt with it. vi's users type
   * them quickly, and they may come in one read.
   */
  escapesAlone = false;

  /** Whether the window has the focus; undefined until the terminal reports it. */
  get focused(): boolean | undefined {
    return this.#focused;
  }

  /** Whether an ESC waits that may be a key: call {@link flush} if nothing follows it. */
  get holdsEscape(): boolean {
    const text = this.#pending;
    return this.#paste === undefined && (ambiguousPattern.test(text) || openAnswerPattern.test(text));
  }

  /** Whether what waits is likely the beginning of a sequence: Alt+[ does nothing. */
  get holdsSequence(): boolean {
    return this.#paste === undefined && this.#pending.endsWith("\x1b[");
  }

  push(bytes: Uint8Array, { lineFeedIsEnter = false }: ParserOptions = {}): Key[] {
    this.#lineFeedIsEnter = lineFeedIsEnter;
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
    const [escapes = ""] = /^\x1b+/.exec(this.#pending) ?? [];
    const rest = this.#pending.slice(escapes.length);
    this.#pending = "";
    const presses = (count: number): Key[] => Array.from({ length: count }, () => press("escape", {}));
    if (rest === "") return presses(escapes.length);
    const keys = presses(escapes.length - 1);
    this.#takeAlt(rest, keys);
    keys.push(...this.push(new Uint8Array()), ...this.flush());
    return keys;
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
    const isEnter = text[0] === "\n" && this.#lineFeedIsEnter;
    keys.push(...named(isEnter ? 13 : text.charCodeAt(0), {}));
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
      const [, prefix, parameters = "", final = ""] = csi;
      if (parameters === "" && (final === "I" || final === "O")) this.#focused = final === "I";
      else keys.push(...sequence(parameters, final, prefix !== ""));
      this.#pending = text.slice(csi[0].length);
      return;
    }
    const answer = answerPattern.exec(text);
    if (answer !== null) {
      this.#pending = text.slice(answer[0].length);
      return;
    }
    if (openPattern.test(text) || openAnswerPattern.test(text)) return;
    if (text.startsWith("\x1b\x1b")) {
      keys.push(press("escape", {}));
      this.#pending = text.slice(1);
      return;
    }
    if (text.startsWith("\x1b[")) {
      // An invalid sequence: its bytes are dropped, not typed.
      this.#pending = text.slice(invalidPattern.exec(text)![0].length);
      return;
    }
    if (/^\x1bO[\x20-\x7e]/.test(text)) {
      // The keypad's Enter has no CSI form: CSI M is a mouse report.
      const name = text[2] === "M" ? "enter" : finalNames[text[2]!];
      if (name !== undefined) keys.push(press(name, {}));
      this.#pending = text.slice(3);
      return;
    }
    this.#takeAlt(text.slice(1), keys);
  }

  /** @param text what follows an ESC that begins no sequence */
  #takeAlt(text: string, keys: Key[]): void {
    const character = String.fromCodePoint(text.codePointAt(0)!);
    if (this.escapesAlone && /[^\x00-\x1f\x7f]/.test(character)) {
      keys.push(press("escape", {}));
      this.#pending = text;
      return;
    }
    const code = character === "\n" ? 13 : character.codePointAt(0)!;
    keys.push(...named(code, { alt: true }));
    this.#pending = text.slice(character.length);
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
    const text = chunks.join("").replace(pastedLineEnd, "\n");
    keys.push({ type: "paste", text: sanitize(text) });
    this.#paste = undefined;
    this.#pending = this.#pending.slice(end + pasteEnd.length);
  }
}

type Modifiers = { super?: boolean; ctrl?: boolean; alt?: boolean; shift?: boolean };

function press(name: string, modifiers: Modifiers): Key {
  const { ctrl, alt, shift } = modifiers;
  const prefix = `${modifiers.super ? "super+" : ""}${ctrl ? "ctrl+" : ""}${alt ? "alt+" : ""}`;
  return { type: "press", name: `${prefix}${shift ? "shift+" : ""}${name}` };
}

/** The key for a character code, as in C0 controls, CSI u and modifyOtherKeys. */
function named(code: number, modifiers: Modifiers): Key[] {
  const name = codeNames.get(code);
  if (name !== undefined) return [press(name, modifiers)];
  if (code >= 1 && code < 0x20) {
    return [press(String.fromCharCode(code + 64).toLowerCase(), { ...modifiers, ctrl: true })];
  }
  const keypad = keypadKeys[code - firstKeypadCode];
  if (keypad !== undefined && keypad.length > 1) return [press(keypad, modifiers)];
  const character = keypad ?? characterOf(code);
  if (character === undefined) return [];
  const { ctrl, alt, shift } = modifiers;
  if (!(modifiers.super || ctrl || alt)) return [{ type: "text", text: character }];
  // Without Ctrl, Shift is part of the character: other terminals send ESC and the character.
  const key = press(character.toLowerCase(), { ...modifiers, shift: shift === true && ctrl === true });
  const sameKey = key.type === "press" ? ctrlNames.get(key.name) : undefined;
  return [sameKey === undefined ? key : { type: "press", name: sameKey }];
}

/** @returns undefined for control characters, and for kitty's keys in the Private Use Area */
function characterOf(code: number): string | undefined {
  const isControl = code < 0x20 || (code >= 0x7f && code < 0xa0);
  const isPrivate = code >= 0xe000 && code <= 0xf8ff;
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  return isControl || isPrivate || isSurrogate || code > 0x10ffff ? undefined : String.fromCodePoint(code);
}

function sequence(parameters: string, final: string, alt: boolean): Key[] {
  const [first = "", second = "", third = ""] = parameters.split(";");
  // Kitty's protocol: "key:shifted:base layout; modifiers:event; text".
  const [code = 0, shifted = 0, base = 0] = first.split(":").map(numberOf);
  const [modifierText = "", event = ""] = second.split(":");
  if (event === "3") return []; // a release
  const bits = Math.max(0, numberOf(modifierText) - 1);
  // 8, 16 and 32 are super, hyper and meta; 64 and 128 are caps lock and num lock.
  const modifiers = {
    super: (bits & 0b111000) !== 0,
    ctrl: (bits & 4) !== 0,
    alt: alt || (bits & 2) !== 0,
    shift: (bits & 1) !== 0,
  };
  if (final === "u") {
    if (modifiers.shift && !modifiers.ctrl && shifted > 0) return named(shifted, modifiers);
    // Ctrl+C is the same key on a keyboard whose layout is Cyrillic.
    const isForeign = code > 0x7f && base > 0 && (modifiers.ctrl || modifiers.alt);
    return named(isForeign ? base : code, modifiers);
  }
  if (final === "~" && code === 27) return named(numberOf(third), modifiers);
  if (final === "Z") return [press("tab", { ...modifiers, shift: true })];
  const name = final === "~" ? tildeNames[code] : finalNames[final];
  return name === undefined ? [] : [press(name, modifiers)];
}

/** @returns 0 for a field that is empty */
function numberOf(field: string): number {
  return Number.parseInt(field, 10) || 0;
}
