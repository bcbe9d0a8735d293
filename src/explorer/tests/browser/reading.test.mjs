// A reader's path: paste, filter by a chip, open a quote, leave out a sign, share and reopen.

import AxeBuilder from "@axe-core/playwright";
import assert from "node:assert/strict";
import { test } from "node:test";
import { read, reading, shown, stage } from "./harness.mjs";

const SEED = "blinken-wang-2024";
const { host, reader } = stage();

/** No violation of the rules that axe can see. */
async function accessible(page, where) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.target.join(" ")).join("; ")}`,
  );
  assert.deepEqual(found, [], where);
}

test("the first screen starts without an error and can be used by all", () =>
  reader(async ({ page }) => {
    await page.goto(host().home);
    await page.locator(".start .index button").first().waitFor();
    await page.locator("#editor").waitFor();
    await accessible(page, "first screen");
  }));

test("a pasted text is read, and nothing is asked of anybody after that", () =>
  reader(async ({ page, requests }) => {
    await read(page, host().home, SEED);
    const { speakers, words } = await shown(page);
    assert.ok(words.length > 15, `only ${words.length} sentences`);
    assert.ok(speakers.some((name) => name.includes("Blinken")), `speakers: ${speakers}`);
    const before = requests.length;
    await page.getByRole("tab", { name: "Tension" }).click();
    await page.locator(".signs li").first().waitFor();
    assert.deepEqual(requests.slice(before), []);
    await accessible(page, "reading");
  }));

test("the reading is accessible in the dark and on a phone", async () => {
  await reader(
    async ({ page }) => {
      await read(page, host().home, SEED);
      await accessible(page, "dark");
    },
    { colorScheme: "dark" },
  );
  await reader(
    async ({ page }) => {
      await read(page, host().home, SEED);
      await accessible(page, "phone");
    },
    { viewport: { width: 390, height: 844 } },
  );
});

test("the chip of Taiwan filters the text", () =>
  reader(async ({ page }) => {
    await read(page, host().home, SEED);
    const chip = page.locator(".filters .chip", { hasText: "Taiwan" }).first();
    await chip.click();
    await page.locator(".matching").waitFor();
    assert.equal(await chip.getAttribute("aria-pressed"), "true");
    const all = await page.locator(".sentence-text").count();
    const dim = await page.locator(".sentence-text.dim").count();
    assert.ok(dim > 0 && dim < all, `${dim} of ${all} sentences are dimmed`);
    const kept = await page.locator(".sentence-text:not(.dim)").allTextContents();
    assert.ok(kept.some((words) => words.includes("Taiwan")));
    await chip.click();
    await page.locator(".sentence-text.dim").first().waitFor({ state: "detached" });
  }));

test("a note opens the sentence's quote", () =>
  reader(async ({ page }) => {
    await read(page, host().home, SEED);
    const sentence = page.locator(".sentence-text", { hasText: "active diplomacy" }).first();
    await sentence.locator("button.note").click();
    const quote = page.locator("section.card .quote").first();
    await quote.waitFor();
    assert.match(await quote.locator("blockquote").textContent(), /active diplomacy/);
    assert.match(await page.locator("section.card").textContent(), /Blinken/);
  }));

test("a card says which day the words of a date mean", () =>
  reader(async ({ page }) => {
    // A starter text brings its own date.
    await page.goto(host().home);
    await page.locator(".start .index button").first().click();
    await reading(page);
    const sentence = page.locator(".sentence-text", { hasText: "A day earlier" }).first();
    await sentence.locator("button.note").click();
    const card = page.locator("section.card");
    await card.getByText("A day earlier: 25 April 2024", { exact: true }).waitFor();
  }));

test("a text without a date gets one from the reader, and its days follow", () =>
  reader(async ({ page }) => {
    await read(page, host().home, SEED);
    const sentence = page.locator(".sentence-text", { hasText: "A day earlier" }).first();
    await sentence.locator("button.note").click();
    const card = page.locator("section.card");
    await card.getByRole("button", { name: "A day earlier: say when the text was written" }).click();
    const sheet = page.getByRole("dialog", { name: "Title, source and date" });
    await sheet.getByLabel("Date").fill("2024-04-26");
    await sheet.getByRole("button", { name: "Save" }).click();
    await card.getByText("A day earlier: 25 April 2024", { exact: true }).waitFor();
  }));

test("a sign that is left out moves the number, and comes back", () =>
  reader(async ({ page }) => {
    await read(page, host().home, SEED);
    await page.getByRole("tab", { name: "Tension" }).click();
    await page.locator(".signs li").first().waitFor();
    const meter = page.locator("[role=meter]").first();
    const value = () => meter.getAttribute("aria-valuenow");
    const before = await value();
    // A heavy sign between the two sides of the gauge: signs between others do not move it.
    const box = page.locator(".signs li", { hasText: "shot down" }).first().getByRole("checkbox");
    await box.check();
    await page.waitForFunction(
      (before) => document.querySelector("[role=meter]")?.getAttribute("aria-valuenow") !== before,
      before,
    );
    await box.uncheck();
    await page.waitForFunction(
      (before) => document.querySelector("[role=meter]")?.getAttribute("aria-valuenow") === before,
      before,
    );
  }));

test("a link opens in a fresh profile with the same reading", async () => {
  let link;
  let said;
  await reader(async ({ page }) => {
    await read(page, host().home, SEED);
    said = await shown(page);
    await page.getByRole("button", { name: "Share", exact: true }).click();
    await page.getByRole("button", { name: "Copy link", exact: true }).first().click();
    await page.waitForFunction(() =>
      navigator.clipboard.readText().then((text) => text.includes("#v1/")));
    link = await page.evaluate(() => navigator.clipboard.readText());
  });
  assert.ok(link.startsWith(`${host().home}#v1/`) || link.startsWith(`${host().home}index.html#v1/`), link);
  await reader(async ({ page }) => {
    await page.goto(link);
    await reading(page);
    assert.deepEqual(await shown(page), said);
  });
});
