// Tension: the gauge's words, the strip, the pairs, whose words, and what a change does.

import AxeBuilder from "@axe-core/playwright";
import assert from "node:assert/strict";
import { test } from "node:test";
import { paste, read, reading, stage } from "./harness.mjs";

const SEED = "blinken-wang-2024";
const { host, reader } = stage();
const tab = (page, name) => page.getByRole("tab", { name }).click();
const number = (words) => Number(words.match(/\d+/)[0]);

async function accessible(page, where) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join("; ")}`);
  assert.deepEqual(found, [], where);
}

test("a sentence says what the gauge shows", () =>
  reader(async ({ page }) => {
    await read(page, host().home, SEED);
    await tab(page, "Tension");
    const words = await page.locator(".tab-body .signs-line").textContent();
    assert.match(
      words,
      /^This text describes relations between United States and China as \w+(, mixed)?: \d+, range \d+–\d+, . \w+\. \d+ signs? of strain, \d+ of easing\.$/,
    );
  }));

test("a sign that is left out says old → new in its own line", () =>
  reader(async ({ page }) => {
    await read(page, host().home, SEED);
    await tab(page, "Tension");
    const line = page.locator(".signs li", { hasText: "shot down" }).first();
    await line.getByRole("checkbox").check();
    await line.getByText(/^tension \d+ → \d+$/).waitFor();
    await line.getByRole("checkbox").uncheck();
    await line.locator(".moved", { hasText: /./ }).waitFor({ state: "detached" });
  }));

test("voices, words and deeds each open their signs", () =>
  reader(async ({ page }) => {
    await read(page, host().home, SEED);
    await tab(page, "Tension");
    const lines = page.locator(".panel-part", { hasText: "Evidence (" }).first().locator(".signs li");
    const all = await lines.count();
    for (const name of [/^Acts \d+/, /^The writer/]) {
      const button = page.getByRole("button", { name, pressed: false });
      await button.click();
      await page.getByText("Only the chosen signs are listed.").waitFor();
      const few = await lines.count();
      assert.ok(few > 0 && few < all, `${name}: ${few} of ${all}`);
      await page.getByRole("button", { name: "Show all signs" }).click();
      await page.getByText("Only the chosen signs are listed.").waitFor({ state: "detached" });
      assert.equal(await lines.count(), all);
    }
    await accessible(page, "tension");
  }));

test("a cell of the pairs lists its sentences, and one of the issues too", () =>
  reader(async ({ page }) => {
    await read(page, host().home, SEED);
    await tab(page, "Pairs");
    const table = page.getByRole("region", { name: "Who towards whom" });
    const heads = await table.locator("thead th").allTextContents();
    assert.ok(heads.length <= 8 && heads.includes("China"), heads.join());
    const cell = table.getByRole("row", { name: /^China/ }).getByRole("button").first();
    await cell.focus();
    await page.keyboard.press("Enter");
    const list = page.getByRole("region", { name: "China → United States" });
    await list.waitFor();
    await page.waitForFunction(() => document.activeElement?.id === "pair-signs");
    const phrases = await list.locator(".phrase").allTextContents();
    assert.ok(phrases.length > 0 && phrases.every((words) => words.length > 30), "whole sentences");
    assert.ok((await list.locator(".phrase b").count()) >= phrases.length);
    const over = page.getByRole("region", { name: "Over what" }).getByRole("button").first();
    const count = (await over.textContent()).match(/\d+/g).map(Number).reduce((sum, n) => sum + n);
    await over.click();
    await page.waitForFunction(
      (count) => document.querySelectorAll("#pair-signs .signs li").length === count,
      count,
    );
    await accessible(page, "pairs");
  }));

test("the strip is one control: arrows speak, Enter goes, and a table says the same", () =>
  reader(async ({ page }) => {
    await read(page, host().home, SEED);
    const strip = page.getByRole("slider", { name: "Tension by sentence" });
    await strip.focus();
    const spoken = [];
    for (let at = 0; at < 4; at += 1) {
      spoken.push(await strip.getAttribute("aria-valuetext"));
      await page.keyboard.press("ArrowDown");
      await page.waitForFunction(
        (at) => document.querySelector("[role=slider]").getAttribute("aria-valuenow") === `${at + 2}`,
        at,
      );
    }
    await page.locator(".strip-view").waitFor({ state: "attached" });
    const shown = () => page.locator(".strip-view").getAttribute("y");
    const before = await shown();
    await page.evaluate(() => window.scrollTo(0, 900));
    await page.waitForFunction((y) => document.querySelector(".strip-view").getAttribute("y") !== y, before);
    assert.match(spoken[3], /^Sentence 4 of \d+, (strain|easing|strain and easing|no sign)/);
    await page.keyboard.press("Enter");
    await page.locator(".sentence-text.here").waitFor();
    await page.getByRole("button", { name: "Table", exact: true }).click();
    const table = page.getByRole("region", { name: "By sentence" });
    await table.waitFor();
    assert.equal(await table.locator("tbody tr").count(), number(spoken[0].split("of ")[1]));
  }));

test("why this reading: strongest signs, what lowered, how, and by which lists", () =>
  reader(async ({ page }) => {
    await read(page, host().home, SEED);
    await page.getByRole("button", { name: "Why this reading?" }).click();
    const sheet = page.getByRole("dialog");
    for (const head of ["Strongest signs of strain", "Strongest signs of easing", "How it was made"]) {
      await sheet.getByRole("heading", { name: head }).waitFor();
    }
    const words = await sheet.textContent();
    assert.match(words, /500 fixed re-samples/);
    assert.match(words, /Engine \d+\.\d+/);
    assert.match(words, /misses irony/);
    await accessible(page, "why");
  }));

test("with too few signs there is no number, and the signs are listed", () =>
  reader(async ({ page }) => {
    await page.goto(host().home);
    await page.locator(".start .index button").first().waitFor();
    const calm = "The museum in the old harbor opens at nine in the morning and closes at six in the evening. ";
    await paste(page, `${calm.repeat(5)}The minister of Norland condemned the plan. ${calm}`);
    await page.locator(".reading article").waitFor();
    await tab(page, "Tension");
    await page.getByText(/^Too few signs to give a reading \(\d found\); they are listed below\./).waitFor();
    assert.equal(await page.locator("[role=meter]").count(), 0);
    assert.ok((await page.locator(".tab-body .signs li").count()) >= 1);
  }));
