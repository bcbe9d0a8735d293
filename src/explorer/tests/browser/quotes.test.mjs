// Who said what: edges and speakers corrected by keys, citations, filters, and what links keep.

import AxeBuilder from "@axe-core/playwright";
import assert from "node:assert/strict";
import { test } from "node:test";
import { read, reading, stage } from "./harness.mjs";

const SEED = "blinken-wang-2024";
const WORDS = "Nothing could replace meeting in person";
const { host, reader } = stage();

/** The card of the quote with these words, in hand. */
async function choose(page, words) {
  await page.locator(".voice-group .quote", { hasText: words }).first().locator("blockquote").click();
  const quote = page.locator(".voice-group .quote.in-hand");
  await quote.waitFor();
  return quote;
}

const clipboard = (page) => page.evaluate(() => navigator.clipboard.readText());

/** What a button puts on the clipboard. */
async function copied(page, button) {
  await page.evaluate(() => navigator.clipboard.writeText(""));
  await button.click();
  await page.waitForFunction(() => navigator.clipboard.readText().then((text) => text !== ""));
  return clipboard(page);
}

test("keys move an edge word by word; a link keeps it; undo takes it back", async () => {
  let link;
  await reader(async ({ page }) => {
    await read(page, host().home, SEED);
    const quote = await choose(page, WORDS);
    await page.keyboard.press("e");
    const earlier = quote.getByRole("button", { name: "End earlier" });
    await earlier.focus();
    for (const words of ["Nothing could replace meeting in", "Nothing could replace meeting"]) {
      await page.keyboard.press("Enter");
      await page.waitForFunction(
        (words) => document.querySelector(".quote.in-hand blockquote")?.textContent === words,
        words,
      );
    }
    await quote.getByText("Corrected by reader").waitFor();
    const focus = await page.evaluate(() => document.activeElement?.textContent);
    assert.match(focus, /earlier/, "the focus stays on the button");
    const marked = await page.locator(".reading .q.in-hand").allTextContents();
    assert.equal(marked.join(""), "Nothing could replace meeting");
    const { violations } = await new AxeBuilder({ page }).analyze();
    assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].target}`), []);
    await page.getByRole("button", { name: "Share", exact: true }).click();
    link = await copied(page, page.getByRole("button", { name: "Copy link", exact: true }).first());
    await page.keyboard.press("Escape");
    await page.getByRole("tab", { name: "Changes 1" }).click();
    await page.locator(".changes li").getByText("Edges moved").waitFor();
    await page.getByRole("tab", { name: "Changes 1" }).focus();
    await page.keyboard.press("ControlOrMeta+Z");
    await page.getByRole("tab", { name: "Changes", exact: true }).click();
    await page.locator(".changes li").waitFor({ state: "detached" });
    await page.getByRole("tab", { name: "Quotes" }).click();
    await page.locator(".voice-group .quote", { hasText: WORDS }).waitFor();
  });
  await reader(async ({ page }) => {
    await page.goto(link);
    await reading(page);
    const quotes = await page.locator(".voice-group .quote blockquote").allTextContents();
    assert.ok(quotes.includes("Nothing could replace meeting"), quotes.join(" | "));
    assert.ok(!quotes.includes(WORDS));
  });
});

test("the reader names another speaker, from the text or not", () =>
  reader(async ({ page }) => {
    await read(page, host().home, SEED);
    const quote = await choose(page, WORDS);
    await quote.getByRole("button", { name: "Correct" }).click();
    const speaker = quote.getByRole("combobox", { name: "Speaker" });
    await speaker.focus();
    await speaker.selectOption("Wang Yi");
    const group = (name) =>
      page.locator(".voice-group", { has: page.getByRole("heading", { name, exact: true }) });
    await group("Wang Yi").locator(".quote", { hasText: WORDS }).waitFor();
    const told = quote.getByText(/Wang Yi \d+ → \d+/);
    await told.waitFor();
    const words = await told.textContent();
    const moved = (name) => {
      const [, before, now] = words.match(new RegExp(`${name} (\\d+) → (\\d+)`)).map(Number);
      return now - before;
    };
    assert.deepEqual([moved("Wang Yi"), moved("Antony Blinken")], [1, -1], words);
    await page.waitForFunction(() => document.activeElement?.id === "correct-speaker");
    await speaker.selectOption({ label: "Somebody else …" });
    await quote.getByRole("textbox", { name: "Name of the speaker" }).fill("Ana <b>Ruiz</b>");
    await quote.getByRole("button", { name: "Set" }).click();
    await group("Ana <b>Ruiz</b>").locator(".quote", { hasText: WORDS }).waitFor();
  }));

test("a citation has its style, and reported words have no quotation marks", () =>
  reader(async ({ page }) => {
    await read(page, host().home, SEED);
    const reported = await choose(page, WORDS);
    const copy = () => copied(page, reported.getByRole("button", { name: "Copy with citation" }));
    const plain = await copy();
    assert.ok(plain.startsWith(`${WORDS} (Reported), Antony Blinken, sentence 8, ${host().home}`), plain);
    for (const [style, how] of [["Chicago", "paraphrased in"], ["APA", "n.d."], ["MLA", "paraphrased in"]]) {
      await reported.getByRole("combobox", { name: "Citation style" }).selectOption({ label: style });
      const citation = await copy();
      assert.ok(citation.includes(how), citation);
      assert.ok(!citation.includes(`“${WORDS}`), citation);
    }
  }));

test("quotes are filtered by whom they are about, and mentioned speech is folded", () =>
  reader(async ({ page }) => {
    await read(page, host().home, SEED);
    const all = await page.locator(".voice-group > .quote").count();
    assert.ok((await page.locator(".quote:visible").count()) === all, "mentions are folded");
    await page.locator(".more-filters summary").click();
    await page.getByRole("combobox", { name: "About" }).selectOption("Taiwan");
    await page.locator(".matching").first().waitFor();
    const left = await page.locator(".voice-group > .quote blockquote").allTextContents();
    assert.ok(left.length > 0 && left.length < all, `${left.length} of ${all}`);
    assert.ok(left.every((words) => words.includes("Taiwan")), left.join(" | "));
    await page.getByRole("button", { name: "Clear filters" }).first().click();
    await page.waitForFunction(
      (all) => document.querySelectorAll(".voice-group > .quote").length === all,
      all,
    );
  }));
