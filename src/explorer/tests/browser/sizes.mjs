// What a reader downloads: each file of dist/ by size, and the budget that it must stay within.

import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { DIST } from "./harness.mjs";

const KB = 1000;

/**
 * Bytes after Brotli: what we aim at, and the ceiling that stops a release. A ceiling above its goal
 * is a debt: it keeps the part from growing until the goal is reached.
 */
export const BUDGET = [
  ["First screen: page, styles, start-up script", ["html", "css", "boot"], 60 * KB, 60 * KB],
  ["The page's WebAssembly", ["page wasm"], 130 * KB, 235 * KB],
  ["The worker's WebAssembly, word lists and models included", ["worker wasm"], 570 * KB, 590 * KB],
  [
    "All to a first reading",
    ["html", "css", "boot", "page wasm", "page js", "worker wasm", "worker js"],
    700 * KB,
    850 * KB,
  ],
  ["embed.js", ["embed"], 6 * KB, 6 * KB],
];

function kind(name) {
  if (name === "index.html") return "html";
  if (name === "embed.js") return "embed";
  if (name === "boot.js") return "boot";
  if (name.endsWith(".css")) return "css";
  const worker = name.includes("worker") ? "worker" : "page";
  if (name.endsWith(".wasm")) return `${worker} wasm`;
  if (name.endsWith(".js")) return `${worker} js`;
  return "other";
}

/** Every file that the page runs or draws with, by name. */
export async function sizes() {
  const names = await readdir(DIST, { recursive: true });
  const shipped = names.filter((name) => /\.(wasm|js|css|html|woff2)$/.test(name)).sort();
  return Promise.all(
    shipped.map(async (name) => {
      const bytes = await readFile(join(DIST, name));
      const params = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
      return {
        name,
        kind: kind(name),
        raw: bytes.length,
        gzip: gzipSync(bytes, { level: 9 }).length,
        brotli: brotliCompressSync(bytes, { params }).length,
      };
    }),
  );
}

/** The lines of the budget with what is used of them. */
export async function budget() {
  const files = await sizes();
  return BUDGET.map(([name, kinds, goal, ceiling]) => {
    const counted = files.filter((file) => kinds.includes(file.kind));
    const used = counted.reduce((sum, file) => sum + file.brotli, 0);
    return { name, goal, ceiling, used, files: counted.length };
  });
}
