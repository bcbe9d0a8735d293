// wink-nlp with its English lite web model: `wink.mjs whole|tags FILE`.
//
// `whole` is its default: sentences, negation, sentiment, parts of speech, entities. `tags` is what
// Readout's language layer has a counterpart for: sentences and parts of speech.

import { createRequire } from "node:module";
import { articles, measured } from "./measured.mjs";

const require = createRequire(import.meta.url);
const winkNlp = require("wink-nlp");
const model = require("wink-eng-lite-web-model");
const [layer, file] = process.argv.slice(2);
const nlp = layer === "tags" ? winkNlp(model, ["sbd", "pos"]) : winkNlp(model);
const texts = articles(file);
const version = require("wink-nlp/package.json").version;
const lite = require("wink-eng-lite-web-model/package.json").version;

await measured(`wink-nlp ${version} with wink-eng-lite-web-model ${lite}`, () =>
  texts.reduce((all, text) => all + nlp.readDoc(text).tokens().length(), 0),
);
