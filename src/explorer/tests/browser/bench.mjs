// Writes the first part of BENCHMARKS.md: the size of each file, the budget, and the time of a reading
// in Chromium. Called by `cargo xtask bench` with the path of the file to write.

import { readdir, writeFile } from "node:fs/promises";
import { cpus } from "node:os";
import { join } from "node:path";
import { ROOT, fresh, launch, paste, reading, seed, serve } from "./harness.mjs";
import { budget, sizes } from "./sizes.mjs";

const SEED = "blinken-wang-2024";
/** For the worker by itself: articles of so many words, cut from all starter texts. */
const WORDS = 800;
const RUNS = 7;
/** Each article is read so often: what else runs on the machine counts less in the middle of many. */
const ROUNDS = 3;
const kb = (bytes) => (bytes / 1000).toFixed(1);
const middle = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** Milliseconds from a navigation to the first screen, and from a paste to the gauge. */
async function times() {
  const host = await serve();
  const browser = await launch();
  const start = [];
  const first = [];
  const again = [];
  for (let run = 0; run < RUNS; run += 1) {
    const { page, finish } = await fresh(browser, [host.origin]);
    const opened = performance.now();
    await page.goto(host.home);
    await page.locator(".start .index button").first().waitFor();
    start.push(performance.now() - opened);
    for (const list of [first, again]) {
      const pasted = performance.now();
      await paste(page, await seed(SEED));
      await reading(page);
      list.push(performance.now() - pasted);
      await page.locator("button.brand").click();
      await page.locator("#editor").waitFor();
    }
    await finish();
  }
  await browser.close();
  host.close();
  return { start: middle(start), first: middle(first), again: middle(again) };
}

/** Inside the worker: keeps how long after the last request each answer was sent. */
function watch() {
  const { onmessage, postMessage } = self;
  self.onmessage = (event) => {
    self.asked = performance.now();
    return onmessage.call(self, event);
  };
  self.postMessage = (...answer) => {
    self.answered = performance.now() - self.asked;
    return postMessage.apply(self, answer);
  };
}

/** The starter texts one after the other, cut into articles. */
async function articles() {
  const names = (await readdir(join(ROOT, "seeds"))).filter((name) => name.endsWith(".md")).sort();
  const texts = await Promise.all(names.map((name) => seed(name.slice(0, -".md".length))));
  const words = texts.join("\n\n").split(/(?<=\s)(?=\S)/);
  const count = Math.floor(words.length / WORDS);
  return Array.from({ length: count }, (_, at) => words.slice(at * WORDS, (at + 1) * WORDS).join(""));
}

/**
 * Milliseconds from the first request to a worker that has been ready for a while to its last answer,
 * some for each article, in order of size; each is the first that its worker reads.
 */
async function worker() {
  const host = await serve();
  const browser = await launch();
  const took = [];
  const texts = await articles();
  for (const text of Array.from({ length: ROUNDS }, () => texts).flat()) {
    const { page, finish } = await fresh(browser, [host.origin]);
    const [engine] = await Promise.all([page.waitForEvent("worker"), page.goto(host.home)]);
    await page.locator(".start .index button").first().waitFor();
    await page.waitForTimeout(2_000);
    await engine.evaluate(watch);
    await paste(page, text);
    // Nobody looks at the page while the worker reads: looking takes time of the same cores.
    await page.waitForTimeout(1_000);
    await page.locator(".reading article").waitFor();
    took.push(await engine.evaluate("answered"));
    await finish();
  }
  await browser.close();
  host.close();
  return took.sort((a, b) => a - b);
}

const { start, first, again } = await times();
const warm = await worker();
const words = (await seed(SEED)).split(/\s+/).length;
const files = (await sizes()).map(
  ({ name, raw, gzip, brotli }) =>
    `| ${name.replace(/-[0-9a-f]{16}/, "-…")} | ${kb(raw)} | ${kb(gzip)} | ${kb(brotli)} |`,
);
const parts = (await budget()).map(
  ({ name, goal, ceiling, used }) =>
    `| ${name} | ${kb(used)} | ${kb(goal)} | ${used <= goal ? "yes" : "**no**"} | ${kb(ceiling)} |`,
);
await writeFile(
  process.argv[2],
  `# Benchmarks

Written by \`cargo xtask bench\` on ${new Date().toISOString().slice(0, 10)}; do not edit by hand. Sizes are those of the release in \`dist/\`, in kB of 1,000 bytes.

## Budget, after Brotli

Above a ceiling \`cargo xtask test\` fails.

| Part | kB | Goal | Reached | Ceiling |
| --- | --- | --- | --- | --- |
${parts.join("\n")}

## Files

| File | Raw | gzip | Brotli |
| --- | --- | --- | --- |
${files.join("\n")}

## Time in Chromium

Middle of ${RUNS} fresh profiles, headless, ${cpus().length} cores (${cpus()[0].model.trim()}), files from this machine; text: \`seeds/${SEED}.md\`, ${words} words. Each figure includes the browser driver's own time.

| From | To | ms |
| --- | --- | --- |
| opening the address | the page can be used | ${start.toFixed(0)} |
| the first paste, worker still starting | topics and gauge | ${first.toFixed(0)} |
| the same text again | topics and gauge | ${again.toFixed(0)} |

The worker by itself, two seconds after the page can be used: from the first request to its last answer ${middle(warm).toFixed(1)} ms, the middle of ${warm.length} readings of ${warm.length / ROUNDS} articles of ${WORDS} words cut from all starter texts (${warm[0].toFixed(1)} to ${warm.at(-1).toFixed(1)} ms), each in a fresh profile.
`,
);
