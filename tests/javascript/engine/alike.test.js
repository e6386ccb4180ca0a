/**
 * The cases of tests/search/alike.json, which Python passes too; or those of another file that ALIKE names.
 */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { RUN, fold, foldSpelling, shardOf, soundOf } from "../../../generator/theme/assets/search/folding.js";
import { firstConsonants } from "../../../generator/theme/assets/search/hangul.js";
import { hashOfName, hiddenWords } from "../../../generator/theme/assets/search/hidden.js";
import { readPostings } from "../../../generator/theme/assets/search/shards.js";

const table = JSON.parse(
  readFileSync(process.env.ALIKE ?? new URL("../../search/alike.json", import.meta.url), "utf8"),
);
const runs = (text) => [...text.matchAll(RUN)].map((match) => match[0]);
const sound = (name) => soundOf(fold(name));

/** A Python that is newer than this Node knows characters that it does not. */
const known = (text) => !/\p{Cn}/u.test(text);

/** Each case is what a function is given and, last, what it has to make of it. */
function alike(name, make) {
  test(name, () => {
    const wrong = table[name]
      .map((given) => ({ given: given.slice(0, -1), expected: given.at(-1) }))
      .filter(
        ({ given, expected }) =>
          known(String(given[0])) && JSON.stringify(make(...given)) !== JSON.stringify(expected),
      )
      .map(({ given, expected }) => ({ given, expected, made: make(...given) }));
    assert.deepEqual(wrong.slice(0, 5), []);
  });
}

alike("fold", fold);
alike("runs", runs);
alike("foldSpelling", foldSpelling);
alike("soundOf", soundOf);
alike("firstConsonants", firstConsonants);
alike("shardOf", shardOf);
alike("hiddenWords", hiddenWords);

test("hashOfName", async () => {
  for (const [salt, key, expected] of table.hashOfName ?? [])
    assert.deepEqual(await hashOfName(salt, key), expected);
});

test("one name", () => {
  const different = table.names["one name"].filter((names) => new Set(names.map(sound)).size > 1);
  assert.deepEqual(different, []);
});

test("two names", () => {
  const same = table.names["two names"].filter(([one, other]) => sound(one) === sound(other));
  assert.deepEqual(same, []);
});

test("one shard", () => {
  const apart = table["one shard"].filter(
    (terms) => new Set(terms.map((term) => shardOf(term, 4096))).size > 1,
  );
  assert.deepEqual(apart, []);
});

test("postings", () => {
  for (const { written, levels } of table.postings) {
    assert.deepEqual(
      [...readPostings(written)],
      levels.map(([entry, level]) => [entry, level / 15]),
    );
  }
});
