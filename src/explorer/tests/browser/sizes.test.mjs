// What is sent to a reader stays within its budget.

import assert from "node:assert/strict";
import { test } from "node:test";
import { budget } from "./sizes.mjs";

test("every part of the release stays under its ceiling after Brotli", async () => {
  for (const { name, ceiling, used, files } of await budget()) {
    assert.ok(files > 0, `${name}: no such file in dist/`);
    assert.ok(used <= ceiling, `${name}: ${used} bytes, ${ceiling} allowed`);
  }
});
