/**
 * Tells the user what a file is that doesn't start with "GGUF". Most are another model format or a
 * failed download.
 */

export type Identity = { readonly what: string; readonly hint: string };

const elsewhere = "Get a .gguf file of this model. Most models have one on Hugging Face.";
const again = "Download the file itself again.";

/** @param start the first bytes of the file, at least 64 if it has as many */
export function identify(start: Uint8Array): Identity {
  // Not TextDecoder: its "latin1" is windows-1252.
  const text = String.fromCharCode(...start);
  const lower = text.trimStart().toLowerCase();
  if (text.startsWith("version https://git-lfs")) {
    return {
      what: "a Git LFS pointer, not the model itself",
      hint: 'Run "git lfs pull" in the cloned repository.',
    };
  }
  if (lower.startsWith("<!doctype") || lower.startsWith("<html")) return { what: "a web page", hint: again };
  // A u64 header length, then JSON.
  if (text[8] === "{" && start[7] === 0) return { what: "a safetensors file", hint: elsewhere };
  if (lower.startsWith("{") || lower.startsWith("[")) return { what: "JSON text", hint: again };
  if (text.startsWith("PK\x03\x04"))
    return { what: "a zip archive or a PyTorch checkpoint", hint: elsewhere };
  if (start[0] === 0x80 && start[1] !== undefined && start[1] >= 2 && start[1] <= 5) {
    return { what: "a Python pickle (PyTorch checkpoint)", hint: elsewhere };
  }
  if (text.startsWith("\x89HDF")) return { what: "an HDF5 file", hint: elsewhere };
  if (start[0] === 0x1f && start[1] === 0x8b) return { what: "a gzip archive", hint: "Unpack it first." };
  // Formats before GGUF: their little-endian magics as text.
  if (["lmgg", "fmgg", "tjgg", "algg"].includes(text.slice(0, 4))) {
    return { what: "a GGML file from before August 2023, which llama.cpp no longer reads", hint: elsewhere };
  }
  if (start.every((byte) => byte === 0))
    return { what: "filled with zeros: an unfinished download", hint: again };
  return { what: "of an unknown format", hint: elsewhere };
}
