// Starts the page. A file of its own, because the page's policy allows no inline script.
// Reads from its own tag where script and WebAssembly are; if they cannot start, the text stays
// plain and the reason that fits, marked `data-cause`, is shown.
const tag = document.querySelector("script[data-wasm]");

// The smallest module there is: a browser that refuses it refuses all.
const EMPTY = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);

function refused() {
  if (typeof WebAssembly !== "object") return "no-wasm";
  try {
    new WebAssembly.Module(EMPTY);
    return null;
  } catch {
    return "blocked";
  }
}

async function cause() {
  const early = refused();
  if (early) return early;
  try {
    const answer = await fetch(tag.dataset.wasm, { cache: "no-store" });
    if (!answer.ok) return "network";
    const kind = answer.headers.get("content-type") || "";
    return kind.startsWith("application/wasm") ? "old-file" : "wrong-type";
  } catch {
    return "network";
  }
}

function show(reason) {
  document.documentElement.dataset.engine = reason;
  for (const words of document.querySelectorAll("[data-cause]")) {
    words.hidden = words.dataset.cause !== reason;
  }
  if (window.parent !== window) {
    window.parent.postMessage({ de: 1, type: "problem", id: window.name }, "*");
  }
}

try {
  if (refused()) throw new Error("no WebAssembly");
  const page = await import(tag.dataset.js);
  await page.default({ module_or_path: tag.dataset.wasm });
} catch (error) {
  console.error(error);
  show(await cause());
}
