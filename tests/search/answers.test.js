/**
 * The index that Python made of the made-up corpus, in the folder that INDEX names, asked by the engine in
 * JavaScript.
 */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

import { Search } from "../../generator/theme/assets/search/engine.js";
import { fold } from "../../generator/theme/assets/search/folding.js";
import { asLatin, compose, letters } from "../../generator/theme/assets/search/hangul.js";
import { Shards } from "../../generator/theme/assets/search/shards.js";

const BASE = pathToFileURL(`${process.env.INDEX}/search/search_index.json`).href;
const load = async (address) => JSON.parse(await readFile(new URL(address), "utf8"));
const { config } = await load(BASE);
const search = {
  ko: new Search(config.index, BASE, "ko", load),
  en: new Search(config.index, BASE, "en", load),
};
const at = new URL(config.index.at, BASE).href;
const shards = new Shards(config.index, at, load);
const fragments = await Promise.all(
  Array.from({ length: config.index.entries }, (_, number) => shards.fragment(number + 1)),
);

/** Where a path is among the results, from 0; -1 if it is not there. */
const rank = ({ results }, path) => results.findIndex((result) => result.path === path);

for (const language of ["ko", "en"]) {
  test(`every title finds what it is the title of, for readers of ${language}`, async () => {
    for (const { path, title } of fragments) {
      for (const query of Object.values(title)) {
        const found = await search[language].search(query);
        assert.ok(
          [0, 1, 2].includes(rank(found, path)),
          `${query}: ${found.results.map((result) => result.path)}`,
        );
        assert.deepEqual([found.correction, found.missing], [null, false]);
        const { titleMarks, otherMarks } = found.results[rank(found, path)];
        assert.ok(titleMarks.length + otherMarks.length, query);
      }
    }
  });
}

test("every name finds whom it names", async () => {
  for (const { kind, path, title, names = "" } of fragments) {
    if (kind !== "speaker" && kind !== "organization") continue;
    const others =
      kind === "speaker"
        ? names
            .split("\n")
            .filter((name) => name && fold(name).includes(fold(title.ko ?? title.en).slice(0, 1)))
        : [];
    for (const query of [...Object.values(title), ...others])
      assert.ok(rank(await search.ko.search(query), path) >= 0, query);
  }
});

test("a title finds something at every key, as a Korean keyboard composes it", async () => {
  const lost = [];
  for (const { title } of fragments) {
    const keys = letters(title.ko ?? "");
    for (let typed = 4; typed <= keys.length; typed++) {
      const query = compose(keys.slice(0, typed));
      const found = await search.ko.search(query);
      if (!found.total) lost.push(query);
    }
  }
  assert.deepEqual(lost, []);
});

test("a title without its spaces finds the same", async () => {
  for (const { path, title } of fragments) {
    const query = (title.ko ?? "").replace(/[^가-힣]/g, "");
    if (query.length > 1) assert.ok(rank(await search.ko.search(query), path) >= 0, query);
  }
});

test("a Korean title typed with the other keyboard is understood", async () => {
  for (const { path, title } of fragments) {
    const query = [...letters(title.ko ?? "")].map(asLatin).join("");
    if (!/^[a-z ]{6,}$/.test(query)) continue;
    const found = await search.ko.search(query);
    if (found.correction === "layout") assert.ok(rank(found, path) >= 0, query);
    else assert.ok(/[ㄲㄸㅃㅆㅉㅒㅖ]/.test(letters(title.ko)), title.ko); // needs shift, which asLatin does not tell
  }
});

for (const [query, path, correction = null] of [
  ["Koo Reumdal", "speakers/gu-reumdal/"],
  ["Goo Rumdal", "speakers/gu-reumdal/"],
  ["具凜達", "speakers/gu-reumdal/"],
  ["Pak Haneul-bi", "speakers/bak-haneulbi/"],
  ["Suh Neulbom", "speakers/seo-neulbom/"],
  ["Noh Eulchan", "speakers/no-eulchan/"],
  ["hb-2024-1", "proposals/2024-library-robots-1/"],
  ["비영리단체", "proposals/2024-library-robots-10/"],
  ["nonprofit", "proposals/2024-library-robots-10/"],
  ["ㄷㅅㄱㄹㅂ", "topics/robots/"],
  ["도서관 로벗", "topics/robots/", "typo"],
  ["ehtjrhks fhqht", "topics/robots/", "layout"],
  ["neighborhood", "speakers/mo-raenarae/"],
  ["서가에서", "topics/shelves/"],
]) {
  test(`${query} finds ${path}`, async () => {
    const found = await search.ko.search(query);
    assert.ok(rank(found, path) >= 0, found.results.map((result) => result.path).join(" "));
    assert.equal(found.correction, correction);
  });
}
