/**
 * The clipboard of the terminal the user sits at, also through ssh and tmux: OSC 52, which the terminal
 * obeys or ignores (xterm's "Manipulate Selection Data").
 */
export function copySequence(text: string): string {
  return `\x1b]52;c;${Buffer.from(text).toString("base64")}\x07`;
}
