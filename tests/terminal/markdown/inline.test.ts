import { expect, test } from "bun:test";
import { linked, rendered, withoutColor } from "../../fixtures/markdown.ts";

const shown = (text: string): string => rendered(text, 200).join("\n");

test.each([
  "2*3*4 and a * b * c",
  "x**2 + y**2, f(x)**a + g(y)**b and (a)*(b)*(c)",
  "def f(*args, **kwargs): g(*args, **kwargs)",
  "snake_case_name, __init__, __FILE__, _a_b_ and /_next/_data/",
  "*.md, **/*.ts, src/**/x and lib/**/y",
  '"*.ts" and "*.js", (*a) and (*b)',
  "~5 to ~10, a ~b~ c",
  "**unclosed, `unclosed and [unclosed](",
  "C:\\Users\\me\\new, C:\\*.*, C:\\_dir and \\\\server\\share\\*.txt",
  "\\( a^2_i * b^2_i \\) and \\[ x*y*z \\]",
  "$x_1 * y_2 * z_3$ and $$a*b*c$$",
  "$5 to $10, $HOME and $PATH",
  "\\{ a \\\\ b \\} and \\d+ \\[x\\]",
  'H<sub>2</sub>O, Vec<String>, a < b > c, <br>, <a href="x_y_z">',
  "&copy; &#65; &#27;[31m &nosuch;",
  "f[i](x), [text](docs/page.md), [text][1] and [^1]",
  "[1]: ftp://example.org and ![alt text](image.png)",
  "curl -x \\\n  -H y",
  "me@example.org and <me@example.org>",
  "fn<'a> and it's 'quoted'",
  "*foo*bar*, *foo/*bar*, *2*3 is six* and *f*/*g*",
  "_private, a_b and _other x_1_",
  "foo(*a, *b); int* x",
  "f(a[*i, *j])* and {*p, *q}*",
  "¯\\_(ツ)_/¯ and (*_*), >_< ^_^ -_- ;_; T_T",
  "del *.* and copy *.* to b",
])("%s is shown as it was written", (text) => {
  expect(shown(text)).toBe(text);
});

test.each([
  ["**bold**, *it*, _it_, ~~x~~", "<b>bold</b>, <i>it</i>, <i>it</i>, <s>x</s>"],
  ["_see a_b here_, *see (a) and b* and *1) x*", "<i>see a_b here</i>, <i>see (a) and b</i> and <i>1) x</i>"],
  ["*a **b*** and _i __b j___", "<i>a </i><b><i>b</i></b> and <i>i </i><b><i>b j</i></b>"],
  ["*see `*.ts`*", "<i>see </i><i><code>*.ts</code></i>"],
  ["***both***", "<b><i>both</i></b>"],
  ["**bold *it***", "<b>bold </b><b><i>it</i></b>"],
  ["**bold `code`**", "<b>bold </b><b><code>code</code></b>"],
  ["__two words__", "<b>two words</b>"],
  ['(*it*), "**b**", **A**/**B**', '(<i>it</i>), "<b>b</b>", <b>A</b>/<b>B</b>'],
  ["**API**s", "<b>API</b>s"],
  ["这是**重点：**内容，和*斜体*。", "这是<b>重点：</b>内容，和<i>斜体</i>。"],
  ["⚠️**Note:** text", "⚠️<b>Note:</b> text"],
  ["**over\nlines**", "<b>over</b>\n<b>lines</b>"],
])("%s is emphasis", (text, expected) => {
  expect(shown(text)).toBe(expected);
});

test("code keeps everything as it is", () => {
  expect(shown("`a*b*c` `` `x` `` `\\*` `&lt;`")).toBe(
    "<code>a*b*c</code> <code>`x`</code> <code>\\*</code> <code>&lt;</code>",
  );
  expect(shown("a lone ` here\nand `code` there")).toBe("a lone ` here\nand <code>code</code> there");
});

test("without colours, code keeps its backticks", () => {
  const rows = rendered("**b** `a*b*c`", 80, { colors: withoutColor, hyperlinks: false });
  expect(rows).toEqual([`${withoutColor.bold("b")} \`a*b*c\``]);
});

test("escapes of markdown are resolved", () => {
  expect(shown("\\*a\\* \\_b\\_ \\# \\`c\\` \\~ \\$5")).toBe("*a* _b_ # `c` ~ $5");
  expect(shown("1\\. no list\n\\- no list\n\\> no quote")).toBe("1. no list\n- no list\n> no quote");
});

test("five named references and an apostrophe are decoded outside code", () => {
  expect(shown("&lt;b&gt; &amp; &quot;x&quot; &#39;y&#39; a&nbsp;b &amp;lt;")).toBe(
    "<b> & \"x\" 'y' a\u00A0b &lt;",
  );
});

test("two spaces or a backslash at the end of a line are a line break, and are not shown", () => {
  expect(shown("one  \ntwo\\\nthree")).toBe("one\ntwo\nthree");
});

test("without hyperlinks, an address is shown once, behind its text", () => {
  expect(
    shown("[a](http://b.c), http://d.e. <http://f.g> (see http://h.i/j_(k)) [http://l.m](http://l.m)"),
  ).toBe(
    "a (<u>http://b.c</u>), <u>http://d.e</u>. <u>http://f.g</u> (see <u>http://h.i/j_(k)</u>) <u>http://l.m</u>",
  );
  expect(shown("![an image](https://a.b/i.png)")).toBe("![an image](<u>https://a.b/i.png</u>)");
});

/** OSC 8 as [text]{target}. */
const links = (text: string): string =>
  rendered(text, 200, linked)
    .join("\n")
    .replace(/\x1b\]8;id=\w+;([!-~]+)\x1b\\(.*?)\x1b\]8;;\x1b\\/g, "[$2]{$1}");

test("with hyperlinks, a link is its text", () => {
  expect(links("[**a** b](https://c.d/e_f) and https://g.h")).toBe(
    "[<b><u>a</u></b>]{https://c.d/e_f}[<u> b</u>]{https://c.d/e_f} and [<u>https://g.h</u>]{https://g.h}",
  );
});

test("a text that looks like another address does not hide the target", () => {
  expect(links("[bank.com](https://evil.org)")).toBe(
    "[bank.com]{https://evil.org} ([<u>https://evil.org</u>]{https://evil.org})",
  );
  expect(links("[bun.sh](https://bun.sh/)")).toBe("[<u>bun.sh</u>]{https://bun.sh/}");
});

test("no terminal opens anything but web pages and mail", () => {
  for (const address of ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "vbscript:x"]) {
    expect(links(`[x](${address})`)).toBe(`[x](${address})`);
  }
  expect(links("[mail](mailto:a@b.c)")).toBe("[<u>mail</u>]{mailto:a@b.c}");
});

test("a target is printable ASCII, and not longer than terminals take", () => {
  expect(links("[x](https://a.b/é\x1b]8)")).toBe("[<u>x</u>]{https://a.b/%C3%A9%E2%90%9B]8}");
  const long = `https://a.b/${"c".repeat(3000)}`;
  expect(rendered(`[x](${long})`, 200, linked)).toEqual(["x", `(<u>${long}</u>)`]);
});
