// Topic chips: what they say, what they keep, and how the reader corrects them.

import AxeBuilder from "@axe-core/playwright";
import assert from "node:assert/strict";
import { test } from "node:test";
import { read, reading, stage } from "./harness.mjs";

const SEED = "blinken-wang-2024";
const { host, reader } = stage();

const chip = (page, name) => page.getByRole("button", { name: new RegExp(`^${name}, [a-z]+, `) });
const card = (page) => page.locator("section.topic-card");

/** Opens the card of a topic. */
async function open(page, name) {
  await page.getByRole("button", { name: `${name}: more`, exact: true }).click();
  await card(page).getByRole("heading", { name, exact: true }).waitFor();
}

async function accessible(page, where) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join("; ")}`);
  assert.deepEqual(found, [], where);
}

test("counts follow the filter, and both counts of Any and All stand there before use", () =>
  reader(async ({ page }) => {
    await read(page, host().home, SEED);
    const name = await chip(page, "Taiwan").getAttribute("aria-label");
    assert.match(name, /^Taiwan, place, 2 sentences, off\. Leans to /);
    const before = await page.locator(".filters .chip").count();
    await chip(page, "Taiwan").click();
    await page.locator(".matching").waitFor();
    assert.equal(await page.locator(".filters .chip").count(), before, "no chip is removed");
    assert.match(await chip(page, "Russia").textContent(), /0 of \d/);
    await chip(page, "China").click();
    const rules = page.getByRole("group", { name: "Sentences with" }).getByRole("button");
    const [any, all] = await rules.allTextContents();
    assert.match(any, /^Any \d+$/);
    assert.match(all, /^All \d+$/);
    await rules.nth(1).click();
    const kept = await page.locator(".matching p").textContent();
    assert.equal(parseInt(kept, 10), parseInt(all.slice(4), 10));
  }));

test("the card of a topic says why, shows the words, and gives the focus back", () =>
  reader(async ({ page }) => {
    await read(page, host().home, SEED);
    await chip(page, "Taiwan").click({ button: "right" });
    await card(page).getByRole("heading", { name: "Taiwan", exact: true }).waitFor();
    await page.waitForFunction(() => document.activeElement?.id === "card-title");
    assert.equal(await chip(page, "Taiwan").getAttribute("aria-pressed"), "false");
    assert.deepEqual(await card(page).locator("li b").allTextContents(), ["Taiwan", "Taiwan"]);
    await card(page).getByText("It is named: Taiwan").waitFor();
    await accessible(page, "card of a topic");
    await card(page).getByRole("button", { name: "Without this" }).click();
    await page.locator(".chip.without", { hasText: "Taiwan" }).waitFor();
    await card(page).getByRole("button", { name: "Only this" }).click();
    await page.locator(".matching", { hasText: "2 sentences match" }).waitFor();
    await page.locator("#card-title").focus();
    await page.keyboard.press("Escape");
    await card(page).waitFor({ state: "detached" });
    const focus = await page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
    assert.equal(focus, "Taiwan: more");
  }));

test("a topic is renamed, takes words, is merged and hidden; a link keeps it and it comes back", async () => {
  let link;
  await reader(async ({ page }) => {
    await read(page, host().home, SEED);
    await open(page, "Taiwan");
    await card(page).getByRole("textbox", { name: "Rename" }).fill("The island");
    await page.keyboard.press("Enter");
    await chip(page, "The island").waitFor();
    await card(page).getByRole("heading", { name: "The island" }).waitFor();
    await card(page).getByRole("textbox", { name: "Add a word or alias" }).fill("balloon*, fentanyl");
    await card(page).getByRole("button", { name: "Add", exact: true }).click();
    await card(page).getByText(/By your own words: .*fentanyl/).waitFor();
    await card(page).getByRole("combobox", { name: "Merge with…" }).selectOption("Russia");
    await card(page).getByRole("button", { name: "Merge", exact: true }).click();
    await chip(page, "Russia").waitFor({ state: "detached" });
    await open(page, "Ukraine");
    await card(page).getByRole("button", { name: "Hide" }).click();
    await chip(page, "Ukraine").waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Add an issue of your own" }).click();
    await card(page).getByRole("textbox", { name: "Its name" }).fill("Dinner <b>&</b> lunch");
    await card(page).getByRole("textbox", { name: "Words that show it" }).fill("lunch");
    await page.keyboard.press("Enter");
    await page.locator(".filters .chip", { hasText: "Dinner <b>&</b> lunch" }).waitFor();
    await page.getByRole("tab", { name: "Changes 5" }).waitFor();
    await page.getByRole("button", { name: "Share", exact: true }).click();
    await page.getByRole("button", { name: "Copy link", exact: true }).first().click();
    await page.waitForFunction(() => navigator.clipboard.readText().then((text) => text.includes("#v1/")));
    link = await page.evaluate(() => navigator.clipboard.readText());
    await page.keyboard.press("Escape");
    const places = page.locator(".filters .group", { has: page.getByRole("heading", { name: "Places" }) });
    await places.getByText("Hidden (1)").click();
    await places.getByRole("button", { name: "Bring back “Ukraine”" }).click();
    await chip(page, "Ukraine").waitFor();
    await page.getByRole("tab", { name: "Changes 4" }).click();
    await page.locator(".changes li", { hasText: "Renamed to The island" }).getByRole("button").click();
    await chip(page, "Taiwan").waitFor();
  });
  await reader(async ({ page }) => {
    await page.goto(link);
    await reading(page);
    await chip(page, "The island").waitFor();
    assert.equal(await chip(page, "Russia").count(), 0);
    assert.equal(await chip(page, "Ukraine").count(), 0);
    await page.locator(".filters .chip", { hasText: "Dinner <b>&</b> lunch" }).waitFor();
    await page.getByText("Hidden (1)").waitFor();
  });
});

test("on a phone the card is a sheet, and a tap shows the count of signs", () =>
  reader(
    async ({ page }) => {
      await read(page, host().home, SEED);
      await page.locator(".dock button", { hasText: "Topics" }).tap();
      await chip(page, "Taiwan").tap();
      await page.locator(".chip-box", { hasText: "Taiwan" }).first().locator(".tip").waitFor();
      await page.getByRole("button", { name: "Taiwan: more" }).tap();
      await card(page).waitFor();
      const box = await card(page).boundingBox();
      assert.ok(box.height <= 844 * 0.61, `${box.height}`);
      await accessible(page, "phone");
      await card(page).getByRole("button", { name: "Close the card" }).tap();
      await card(page).waitFor({ state: "detached" });
    },
    { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  ));
