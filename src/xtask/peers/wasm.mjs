// Readout as WebAssembly: `wasm.mjs syntax|reading FILE`, with the package in READOUT_BENCH_WASM.

import { createRequire } from "node:module";
import { articles, measured } from "./measured.mjs";

const { Engine } = createRequire(import.meta.url)(process.env.READOUT_BENCH_WASM);
const [layer, file] = process.argv.slice(2);
const engine = new Engine();
const texts = articles(file);
const sum = (count) => texts.reduce((all, text) => all + count(text), 0);
const tokens = sum((text) => engine.syntax(text));

await measured(`Readout ${engine.version()}`, () => {
  sum((text) => engine[layer](text));
  return tokens;
});
