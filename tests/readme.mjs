// Runs the README's JavaScript examples as they stand, and checks that their comments are true.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const readme = readFileSync(join(root, "README.md"), "utf8");
const examples = [...readme.matchAll(/^```js\n([^]*?)^```/gm)].map((match) => match[1]);
if (examples.length === 0) throw new Error("the README has no JavaScript example");
const folder = mkdtempSync(join(tmpdir(), "readme-"));
try {
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(join(root, "coprod-wasm/pkg"), join(folder, "node_modules/coprod"));
  for (const example of examples) {
    const file = join(folder, "example.mjs");
    writeFileSync(file, example);
    const printed = execFileSync(process.execPath, ["--preserve-symlinks", file], { encoding: "utf8" }).trimEnd().split("\n");
    const expected = [...example.matchAll(/console\.log\(.*\);\s+\/\/ (.*)$/gm)].map((match) => match[1]);
    if (expected.length === 0 || JSON.stringify(printed) !== JSON.stringify(expected)) {
      throw new Error(`the README says ${JSON.stringify(expected)}, and the example prints ${JSON.stringify(printed)}`);
    }
  }
} finally {
  rmSync(folder, { recursive: true });
}
console.log(`${examples.length} JavaScript example(s) of the README hold`);
