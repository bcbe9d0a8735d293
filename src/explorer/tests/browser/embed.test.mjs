// Two articles in somebody else's page: on a host of its own, and beside the files of Readout, where
// the frames have no origin.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fresh, launch, seed, serve } from "./harness.mjs";

let host;
let other;
let browser;

before(async () => {
  host = await serve();
  other = await serve();
  browser = await launch();
  const page = await hostPage();
  host.pages["/host.html"] = page;
  other.pages["/host.html"] = page;
});

after(async () => {
  await browser?.close();
  host?.close();
  other?.close();
});

/** A plain page, under the policy that the README asks of it. */
async function hostPage() {
  const escape = (words) => words.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const article = async (name) => {
    const paragraphs = (await seed(name)).split(/\n\n+/).map((words) => `<p>${escape(words)}</p>`);
    return `<readout-article start="now" label="${name}"><article><h2>${name}</h2>${paragraphs.join("\n")}</article></readout-article>`;
  };
  const policy = `default-src 'none'; script-src ${host.origin}; frame-src ${host.origin}; style-src 'unsafe-inline'; img-src data:`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title>
<meta http-equiv="Content-Security-Policy" content="${policy}">
<link rel="icon" href="data:,">
<script type="module" src="${host.home}embed.js"></script></head>
<body><h1>Host</h1>${await article("blinken-wang-2024")}${await article("uk-cptpp-2024")}</body></html>`;
}

for (const [where, site] of [["another site", () => other], ["the same site", () => host]]) {
  test(`two articles on a page of ${where} are read in their frames`, async () => {
    const { page, finish } = await fresh(browser, [host.origin, other.origin]);
    await page.goto(`${site().origin}/host.html`);
    const frames = page.locator("readout-article iframe");
    await frames.nth(1).waitFor({ state: "attached" });
    const words = [];
    for (const index of [0, 1]) {
      const inside = frames.nth(index).contentFrame();
      await inside.locator(".reading .sentence-text").first().waitFor();
      words.push((await inside.locator(".reading .text").textContent()).slice(0, 200));
    }
    assert.notEqual(words[0], words[1]);
    assert.match(words[0], /Blinken/);
    // The words of the host step aside once the frame has read them, and the frame fits its reading.
    // A browser draws, and so measures, a frame of another site only near the screen.
    await frames.nth(1).scrollIntoViewIfNeeded();
    await page.waitForFunction(() =>
      [...document.querySelectorAll("readout-article")].every((element) =>
        element.querySelector("article").hidden && element.querySelector("iframe").height > 300));
    await frames.first().contentFrame().locator(".chip", { hasText: "Taiwan" }).first().waitFor({ state: "attached" });
    const sandbox = await frames.first().getAttribute("sandbox");
    assert.equal(sandbox.includes("allow-same-origin"), site() === other, sandbox);
    await finish();
  });
}

test("a narrow embed starts with the view that its page asks for", async () => {
  const words = (await seed("blinken-wang-2024")).split(/\n\n+/).map((words) => `<p>${words}</p>`).join("");
  host.pages["/view.html"] = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title>
<link rel="icon" href="data:,"><script type="module" src="${host.home}embed.js"></script></head>
<body><readout-article start="now" view="tension"><article><h2>Talks</h2>${words}</article></readout-article></body></html>`;
  const { page, finish } = await fresh(browser, [host.origin], { viewport: { width: 520, height: 900 } });
  await page.goto(`${host.origin}/view.html`);
  const inside = page.locator("readout-article iframe").contentFrame();
  await inside.locator(".tab-body .signs li").first().waitFor();
  assert.ok(await inside.getByText("Words and deeds").first().isVisible());
  await finish();
});

test("without its script the article stays as it is", async () => {
  const { page, finish } = await fresh(browser, [other.origin, host.origin], { javaScriptEnabled: false });
  await page.goto(`${other.origin}/host.html`);
  assert.ok(await page.getByText("Diaoyutai").first().isVisible());
  await finish();
});
