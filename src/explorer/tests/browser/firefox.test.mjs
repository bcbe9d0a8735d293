// The page in the system's Firefox: the same reading as in Chromium, and nothing goes wrong or leaves
// the machine. Through Puppeteer, which drives a Firefox as it comes; Playwright needs one of its own.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import puppeteer from "puppeteer-core";
import { fresh, launch, reading, seed, serve, shown } from "./harness.mjs";

const PATH = process.env.FIREFOX_PATH ?? "/usr/bin/firefox-esr";
const WAIT = { timeout: 60_000 };
const FIRST = ".start .index button";

let host;
let firefox;

before(async () => {
  host = await serve();
  firefox = await puppeteer.launch({
    browser: "firefox",
    executablePath: PATH,
    defaultViewport: null,
    args: ["--width=1440", "--height=900"],
    ...WAIT,
  });
});

after(async () => {
  await firefox?.close();
  host?.close();
});

/** Gives a fresh page of Firefox, and fails on whatever was seen to go wrong on it. */
async function reader(work) {
  const context = await firefox.createBrowserContext();
  const page = await context.newPage();
  const wrong = [];
  let requests = 0;
  page.on("request", (request) => {
    const url = new URL(request.url());
    requests += 1;
    const inside = ["data:", "blob:"].includes(url.protocol) || url.origin === host.origin;
    if (!inside) wrong.push(`request to ${url.href}`);
  });
  page.on("requestfailed", (request) => wrong.push(`failed: ${request.url()}`));
  page.on("pageerror", (error) => wrong.push(`exception: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") wrong.push(`console: ${message.text()}`);
  });
  await page.goto(host.home, WAIT);
  await page.waitForSelector(FIRST, WAIT);
  await work(page);
  await context.close();
  assert.deepEqual(wrong, [], "console errors, exceptions and requests to others");
  assert.ok(requests > 0, "the witness saw no request at all");
}

/** What Chromium shows of the first starter text. */
async function inChromium() {
  const browser = await launch();
  const { page, finish } = await fresh(browser, [host.origin]);
  await page.goto(host.home);
  await page.locator(FIRST).first().click();
  await reading(page);
  const found = await shown(page);
  await finish();
  await browser.close();
  return found;
}

test("Firefox shows the same reading as Chromium", async () => {
  const wanted = await inChromium();
  await reader(async (page) => {
    await page.click(FIRST);
    await page.waitForSelector("[role=meter]", WAIT);
    await page.waitForSelector(".reading article", WAIT);
    assert.deepEqual(await shown(page), wanted);
  });
});

test("Firefox reads what is typed, and a note opens the card of its sentence", () =>
  reader(async (page) => {
    const text = (await seed("lebanon-ceasefire-2024")).split("\n\n").slice(0, 3).join("\n\n");
    await page.type("#editor", text);
    const show = await page.waitForSelector("::-p-text(Show the reading)", WAIT);
    await show.click();
    await page.waitForSelector("[role=meter]", WAIT);
    const words = await page.$$eval(".reading .sentence-text", (all) => all.length);
    assert.ok(words >= 5, `${words} sentences`);
    await (await page.waitForSelector(".sentence-text button.note", WAIT)).click();
    await page.waitForSelector("section.card h2", WAIT);
  }));
