// Writes the first part of BENCHMARKS.md: the size of each file, the budget, and the time of a reading
// in Chromium. Called by `cargo xtask bench` with the path of the file to write.

import { writeFile } from "node:fs/promises";
import { cpus } from "node:os";
import { fresh, launch, paste, reading, seed, serve } from "./harness.mjs";
import { budget, sizes } from "./sizes.mjs";

const SEED = "blinken-wang-2024";
/** For the worker by itself: so many words of these. */
const LONG = ["sudan-truce-2023", "eu-tunisia-2023"];
const WORDS = 800;
const RUNS = 7;
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

/** Milliseconds from the first request to a worker that has been ready for a while to its last answer. */
async function worker() {
  const host = await serve();
  const browser = await launch();
  const long = (await Promise.all(LONG.map(seed))).join("\n\n");
  const text = long.split(/(?<=\s)(?=\S)/).slice(0, WORDS).join("");
  const took = [];
  for (let run = 0; run < RUNS; run += 1) {
    const { page, finish } = await fresh(browser, [host.origin]);
    const [engine] = await Promise.all([page.waitForEvent("worker"), page.goto(host.home)]);
    await page.locator(".start .index button").first().waitFor();
    await page.waitForTimeout(2_000);
    await engine.evaluate(watch);
    await paste(page, text);
    await reading(page);
    await page.waitForTimeout(200);
    took.push(await engine.evaluate("answered"));
    await finish();
  }
  await browser.close();
  host.close();
  return middle(took);
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

The worker by itself, two seconds after the page can be used: from the first request, ${WORDS} words of ${LONG.map((name) => `\`seeds/${name}.md\``).join(" and ")}, to its last answer ${warm.toFixed(1)} ms.
`,
);
