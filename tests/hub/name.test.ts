import { describe, expect, test } from "bun:test";
import { formatHubName, isSafePath, parseHubName } from "../../src/hub/name.ts";

describe("a model of the Hub is named by", () => {
  const plain = { repo: "owner/Name-GGUF", revision: undefined, selector: undefined };
  test.each([
    ["owner/Name-GGUF", plain],
    ["hf.co/owner/Name-GGUF", plain],
    ["huggingface.co/owner/Name-GGUF", plain],
    ["https://huggingface.co/owner/Name-GGUF", plain],
    ["https://hf.co/owner/Name-GGUF/", plain],
    ["https://huggingface.co/owner/Name-GGUF?library=gguf#files", plain],
    ["owner/Name-GGUF:Q4_K_M", { ...plain, selector: "Q4_K_M" }],
    ["hf.co/owner/Name-GGUF:Q4_K_M", { ...plain, selector: "Q4_K_M" }],
    ["owner/Name-GGUF@v1.0", { ...plain, revision: "v1.0" }],
    ["owner/Name-GGUF@refs/pr/3:sub/m.gguf", { ...plain, revision: "refs/pr/3", selector: "sub/m.gguf" }],
    ["https://huggingface.co/owner/Name-GGUF/tree/main", { ...plain, revision: "main" }],
    ["https://huggingface.co/owner/Name-GGUF/tree/main/sub", { ...plain, revision: "main" }],
    [
      "https://huggingface.co/owner/Name-GGUF/blob/main/a%20b/m.gguf",
      { ...plain, revision: "main", selector: "a b/m.gguf" },
    ],
    [
      "https://huggingface.co/owner/Name-GGUF/resolve/abc/m.gguf?download=true",
      { ...plain, revision: "abc", selector: "m.gguf" },
    ],
  ])("%s", (text, expected) => {
    expect(parseHubName(text)).toEqual(expected);
  });

  test("a mirror's address, if the mirror is the endpoint", () => {
    expect(parseHubName("https://mirror.local:8080/a/b", ["mirror.local:8080"])).toMatchObject({
      repo: "a/b",
    });
    expect(parseHubName("https://mirror.local:8080/a/b")).toBeUndefined();
  });

  test("the name it is printed with", () => {
    for (const text of ["a/b", "a/b@v1", "a/b:Q8_0", "a/b@v1:sub/m.gguf"]) {
      expect(formatHubName(parseHubName(text)!)).toBe(text);
    }
  });
});

describe("not a model of the Hub is", () => {
  test.each([
    ["", "nothing"],
    ["model", "a single word"],
    ["a/b/c", "a path"],
    ["./a/b", "a path"],
    ["../a", "a path"],
    ["/a/b", "a path"],
    ["a/b.git", "a git address"],
    ["a--b/c", "two hyphens, which separate owner and name in the cache"],
    ["a/..", "a folder above"],
    ["-a/b", "a flag"],
    ["a/b:", "an empty selector"],
    ["a/b@", "an empty revision"],
    ["a/b@../..", "a revision that leaves the folder"],
    ["a/b:../../etc/passwd", "a file path that leaves the repo"],
    ["a/b:/etc/passwd", "a file from the root"],
    ["a/b:C:\\x", "a drive"],
    [`a/${"b".repeat(100)}`, "too long"],
    ["https://example.com/a/b", "another host's address"],
    ["https://huggingface.co/datasets/a/b", "a data set"],
    ["https://huggingface.co/a/b/discussions/1", "a discussion"],
    ["https://huggingface.co/a/b/blob/main/%zz", "a broken address"],
  ])("%p: %s", (text) => {
    expect(parseHubName(text)).toBeUndefined();
  });
});

test("a path from outside is safe only inside its folder", () => {
  for (const path of ["a", "a/b.gguf", "a b/ü.gguf", "..a/b.."]) expect(isSafePath(path)).toBe(true);
  for (const path of ["", "/a", "a//b", "a/", "./a", "a/../b", "..", "a\\b", "C:a", "a\0b", "a\nb"]) {
    expect(isSafePath(path)).toBe(false);
  }
});
