// The same text gives the same reading on every machine: what the page's worker finds in Chromium is
// to the last digit what the engine finds natively, on our own texts and on what is left of them when
// all is capitals or every paragraph stands backwards.
//
// The report that a reader saves does not show tags and trees, so these are compared by themselves:
// natively and as WebAssembly with the worker's optimization, in the same engine that Chromium has.
// `cargo xtask test` builds what this needs.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { ROOT, fresh, launch, paste, seed, serve } from "./harness.mjs";

const NATIVE = process.env.READOUT_NATIVE ?? join(ROOT, "target/debug");
const ENGINE = process.env.READOUT_BENCH_WASM ?? join(ROOT, "target/bench/wasm/readout_bench.js");
const STORIES = join(ROOT, "src/analysis/tests/stories");

let host;
let browser;
let texts;

before(async () => {
  host = await serve();
  browser = await launch();
  const names = async (folder) =>
    (await readdir(folder)).filter((name) => name.endsWith(".md")).sort();
  texts = new Map();
  for (const name of await names(join(ROOT, "seeds"))) {
    texts.set(name, await seed(name.replace(/\.md$/, "")));
  }
  for (const name of await names(STORIES)) {
    const story = await readFile(join(STORIES, name), "utf8");
    texts.set(name, story.split("\n```reading\n")[0].trim());
  }
  assert.ok(texts.size > 10, `only ${texts.size} texts`);
  const all = [...texts.values()].join("\n\n");
  texts.set("all in capitals", all.toUpperCase());
  const backwards = (words) => words.split(" ").reverse().join(" ");
  texts.set("all backwards", all.split("\n").map(backwards).join("\n"));
});

after(async () => {
  await browser?.close();
  host?.close();
});

/** Fails with the first line that differs. */
function same(found, wanted, name) {
  const [lines, others] = [found.split("\n"), wanted.split("\n")];
  const at = lines.findIndex((line, at) => line !== others[at]);
  assert.equal(lines[at], others[at], `${name}, line ${at + 1}`);
  assert.equal(lines.length, others.length, name);
}

/** What the page saves as JSON after a paste. */
async function saved(page, text) {
  await paste(page, text);
  // What a reader who cannot see is told once all is read.
  await page.locator("p.unseen[role=status]", { hasText: /./ }).waitFor({ state: "attached" });
  await page.getByRole("button", { name: "Export", exact: true }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "JSON", exact: true }).click();
  const json = await readFile(await (await download).path(), "utf8");
  await page.getByRole("button", { name: "Close", exact: true }).click();
  await page.locator("button.brand").click();
  await page.locator("#editor").waitFor();
  return json;
}

test("the page finds what the command line finds", async () => {
  const { page, finish } = await fresh(browser, [host.origin]);
  await page.goto(host.home);
  await page.locator(".start .index button").first().waitFor();
  for (const [name, text] of texts) {
    const found = await saved(page, text);
    const wanted = execFileSync(join(NATIVE, "readout"), ["read", "--format", "json"], {
      input: text,
      encoding: "utf8",
      maxBuffer: 2 ** 28,
    });
    same(found, wanted, name);
  }
  await finish();
});

test("tags and trees are those of the native engine", async () => {
  const folder = await mkdtemp(join(tmpdir(), "readout-"));
  const file = join(folder, "texts");
  await writeFile(file, [...texts.values()].join("\f"));
  const native = execFileSync(join(NATIVE, "examples/native"), ["fingerprint", file], { encoding: "utf8" });
  await rm(folder, { recursive: true });
  const { Engine } = createRequire(import.meta.url)(ENGINE);
  const engine = new Engine();
  const found = [...texts].map(([name, text]) => `${name}: ${engine.fingerprint(text)}`);
  const wanted = [...texts.keys()].map((name, at) => `${name}: ${native.split("\n")[at]}`);
  assert.equal(new Set(wanted).size, texts.size, "each text has a fingerprint");
  assert.deepEqual(found, wanted);
});
