// What the browser tests share: a server for the built folder, the system's Chromium, and a witness
// that fails a test on any console error, any exception and any request to another origin.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { after, before } from "node:test";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const HERE = fileURLToPath(new URL(".", import.meta.url));
export const ROOT = join(HERE, "../../../..");
export const DIST = process.env.READOUT_DIST ?? join(ROOT, "dist");
// Not at the top of the host: the folder must work under any path.
const UNDER = "/any/path/";

const TYPES = {
  ".css": "text/css",
  ".ftl": "text/plain; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".md": "text/markdown; charset=utf-8",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
};

/** Serves `dist/` as a plain static host does; `pages` are further pages, by path. */
export async function serve(pages = {}) {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    // A frame with an origin of its own loads these files from elsewhere.
    const headers = { "access-control-allow-origin": "*", "cache-control": "no-store" };
    if (path in pages) {
      response.writeHead(200, { ...headers, "content-type": TYPES[".html"] }).end(pages[path]);
      return;
    }
    const inside = normalize(path.slice(UNDER.length) || "index.html");
    try {
      if (!path.startsWith(UNDER) || inside.startsWith("..")) throw new Error("outside");
      const body = await readFile(join(DIST, inside));
      const type = TYPES[extname(inside)] ?? "application/octet-stream";
      response.writeHead(200, { ...headers, "content-type": type }).end(body);
    } catch {
      response.writeHead(404, headers).end("not found");
    }
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return { origin, home: origin + UNDER, pages, close: () => server.close(() => {}) };
}

/** Chromium, as a machine without a screen and a user without a sandbox need it. */
export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROME_PATH ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-dev-shm-usage",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
    ],
  });
}

/** A fresh profile with one page. `finish` closes it and fails on whatever was seen to go wrong. */
export async function fresh(browser, origins, options = {}) {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    permissions: ["clipboard-read", "clipboard-write"],
    reducedMotion: "reduce",
    ...options,
  });
  context.setDefaultTimeout(20_000);
  const wrong = [];
  const requests = [];
  context.on("request", (request) => {
    const url = new URL(request.url());
    requests.push(url.href);
    if (["data:", "blob:"].includes(url.protocol)) return;
    if (!origins.includes(url.origin)) wrong.push(`request to ${url.href}`);
  });
  context.on("requestfailed", (request) => {
    wrong.push(`failed: ${request.url()} ${request.failure()?.errorText}`);
  });
  context.on("response", (response) => {
    if (response.status() >= 400) wrong.push(`${response.status()}: ${response.url()}`);
  });
  context.on("console", (message) => {
    if (message.type() === "error") wrong.push(`console: ${message.text()}`);
  });
  context.on("weberror", (error) => wrong.push(`exception: ${error.error()}`));
  const page = await context.newPage();
  const finish = async () => {
    await context.close();
    assert.deepEqual(wrong, [], "console errors, exceptions and requests to others");
    assert.ok(requests.length > 0, "the witness saw no request at all");
  };
  return { page, context, requests, finish };
}

/**
 * For the tests of a file: one server and one browser, started before and stopped after them.
 * `reader` gives each test a fresh profile and the witness's word at its end.
 */
export function stage() {
  let host;
  let browser;
  before(async () => {
    host = await serve();
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    host?.close();
  });
  return {
    host: () => host,
    async reader(work, options) {
      const { page, context, requests, finish } = await fresh(browser, [host.origin], options);
      await work({ page, context, requests });
      await finish();
    },
  };
}

/** The text of a starter text, without its front block. */
export async function seed(name) {
  const file = await readFile(join(ROOT, "seeds", `${name}.md`), "utf8");
  return file.split(/^---$/m).slice(2).join("---").trim();
}

/** Pastes as a reader does: through the clipboard, into the field of the first screen. */
export async function paste(page, text) {
  await page.evaluate((text) => navigator.clipboard.writeText(text), text);
  await page.locator("#editor").focus();
  await page.keyboard.press("ControlOrMeta+V");
}

/** The page with the text of a seed pasted and read. */
export async function read(page, home, name) {
  await page.goto(home);
  // The page has taken the place of the first screen's plain markup.
  await page.locator(".start .index button").first().waitFor();
  await paste(page, await seed(name));
  await reading(page);
}

/** Waits for a finished reading; on a small screen parts of it wait in other views. */
export async function reading(page) {
  await page.locator(".reading article").waitFor();
  await page.locator("[role=meter]").first().waitFor({ state: "attached" });
}

/** What the page says of the text: gauge, chips, speakers, words. */
export function shown(page) {
  return page.evaluate(() => {
    const all = (selector) => [...document.querySelectorAll(selector)].map((found) => found.textContent);
    return {
      gauge: document.querySelector("[role=meter]").getAttribute("aria-valuetext"),
      chips: all(".filters .chip"),
      speakers: all(".speakers li b"),
      words: all(".reading .sentence-text"),
    };
  });
}
