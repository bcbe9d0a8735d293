// What every system under Node has in common: it reads articles when asked, and says how long it took.
//
// First a line with a name; then, for each line on standard input, one pass over the articles of the
// file and a line "tokens seconds", in seconds of this process's CPU, its helper threads included.

import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";

/** The articles of a file: a form feed stands between two. */
export const articles = (path) => readFileSync(path, "utf8").split("\f");

/** Announces a system and times `pass`, which reads all articles and gives the number of tokens. */
export async function measured(name, pass) {
  console.log(name);
  for await (const _ of createInterface({ input: process.stdin })) {
    const start = process.cpuUsage();
    const tokens = pass();
    const { user, system } = process.cpuUsage(start);
    console.log(`${tokens} ${(user + system) / 1e6}`);
  }
}
