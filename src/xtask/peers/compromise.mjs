// compromise: `compromise.mjs FILE`. People, places, organizations, topics and quotations of each
// article, which is what a reader of Readout would want of it. It counts words.

import nlp from "compromise";
import { articles, measured } from "./measured.mjs";

const texts = articles(process.argv[2]);

/** One article: how many words. */
function read(text) {
  const doc = nlp(text);
  for (const find of ["people", "places", "organizations", "topics", "quotations"]) {
    doc[find]().out("array");
  }
  return doc.wordCount();
}

await measured(`compromise ${nlp.version}`, () => texts.reduce((all, text) => all + read(text), 0));
