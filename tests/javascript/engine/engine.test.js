import assert from "node:assert/strict";
import { test } from "node:test";

import { RECORDS, TROUBLE, dice, searchOver } from "./made.js";

const paths = ({ results }) => results.map(({ path }) => path).join(" ");

test("what is found is told whole", async () => {
  const { search } = searchOver(RECORDS);
  const { results, ...found } = await search.search("구름달");
  assert.deepEqual(found, {
    query: "구름달",
    answered: "구름달",
    correction: null,
    total: 1,
    facets: null,
    suggestions: [],
    missing: false,
    topics: [],
  });
  assert.equal(results[0].title, "구름달");
});

test("the best come first, in the language of the reader", async () => {
  const korean = await searchOver(RECORDS).search.search("로봇");
  assert.equal(korean.total, 4);
  assert.deepEqual(
    korean.results
      .map(({ path }) => path)
      .slice(0, 2)
      .sort(),
    ["forums/f/", "proposals/a/"],
  );
  assert.ok(korean.results.every(({ score }, at) => !at || score <= korean.results[at - 1].score));
  const english = await searchOver(RECORDS, "en").search.search("로봇");
  assert.equal(paths(english), paths(korean));
  assert.deepEqual([english.results[0].titleLanguage, korean.results[0].titleLanguage], ["en", "ko"]);
});

test("nothing typed, or nothing that says anything, finds nothing", async () => {
  const { search, host } = searchOver(RECORDS);
  for (const query of ["", " ", "\n", ".", "🤖", "ㄱ", "a"]) {
    const { total, results, correction, missing } = await search.search(query, { facets: true });
    assert.deepEqual([query, total, results, correction, missing], [query, 0, [], null, false]);
  }
  assert.ok(host.asked.every((address) => !address.includes("texts/")));
});

test("a query typed on the other keyboard", async () => {
  const { search } = searchOver(RECORDS);
  for (const [typed, answered] of [
    ["fhqht", "로봇"],
    ["epdlxjtpsxj", "데이터센터"],
    ["개ㅠㅐㅅㄴ", "robots"],
    ["FHQHT".toLowerCase(), "로봇"],
  ]) {
    const found = await search.search(typed);
    assert.deepEqual(
      [found.query, found.answered, found.correction, found.total > 0],
      [typed, answered, "layout", true],
    );
    assert.deepEqual(found.suggestions, []);
  }
});

test("a query with a letter wrong", async () => {
  const { search } = searchOver(RECORDS);
  for (const [typed, answered] of [
    ["로벗", "로봇"],
    ["librayr", "library"],
    ["구릉달", "구름달"],
    ["도서관 로벗", "도서관 로봇"],
  ]) {
    const found = await search.search(typed);
    assert.deepEqual(
      [found.query, found.answered, found.correction, found.total > 0],
      [typed, answered, "typo", true],
    );
    const [{ titleMarks, otherMarks }] = found.results;
    assert.equal(titleMarks.length + otherMarks.length, typed.includes(" ") ? 2 : 1);
  }
});

test("a literal query is answered as it is", async () => {
  const { search } = searchOver(RECORDS);
  for (const typed of ["로벗", "fhqht", "librayr"]) {
    const { total, answered, correction } = await search.search(typed, { literal: true });
    assert.deepEqual([total, answered, correction], [0, typed, null]);
  }
});

test("all first consonants count, though the index holds four of them", async () => {
  const { search } = searchOver([
    { path: "a/", title: { ko: "데이터세상" } },
    { path: "b/", title: { ko: "데이터 센터" } },
  ]);
  assert.equal(paths(await search.search("ㄷㅇㅌㅅㅌ")), "b/");
  assert.equal((await search.search("ㄷㅇㅌㅅ")).total, 2);
  assert.equal((await search.search("ㄷㅇㅌㅅㅋ")).total, 0);
});

test("what nothing is like is not corrected", async () => {
  const { search } = searchOver(RECORDS);
  for (const typed of ["고래상어", "zzzzzz", "ㅋㅋㅋㅋ", "xyzzyx 고래상어", "市廳"]) {
    const { total, correction } = await search.search(typed);
    assert.deepEqual([typed, total, correction], [typed, 0, null]);
  }
});

test("topics are offered to whoever finds nothing, and to nobody else", async () => {
  const { search } = searchOver(RECORDS);
  const [nothing, something] = [await search.search("xyzzyx"), await search.search("로봇")];
  assert.deepEqual(nothing.topics, [
    ["robots", "로봇"],
    ["shelves", "서가"],
  ]);
  assert.deepEqual(something.topics, []);
});

test("pages of results follow each other", async () => {
  const { search } = searchOver(RECORDS);
  const all = await search.search("로봇");
  const parts = await Promise.all([0, 1, 3, 9].map((offset) => search.search("로봇", { offset, limit: 2 })));
  assert.deepEqual(
    parts.map(({ total }) => total),
    [4, 4, 4, 4],
  );
  assert.deepEqual(
    parts.map(({ results }) => results.map(({ path }) => path)),
    [all.results.slice(0, 2), all.results.slice(1, 3), all.results.slice(3), []].map((results) =>
      results.map(({ path }) => path),
    ),
  );
});

test("many results, each on one page only", async () => {
  const { search } = searchOver(
    Array.from({ length: 57 }, (_, at) => ({ path: `${at}/`, title: { ko: `로봇 ${at}` } })),
  );
  const seen = [];
  for (let offset = 0; offset < 57; offset += 10)
    seen.push(...(await search.search("로봇", { offset })).results.map(({ path }) => path));
  assert.equal(seen.length, 57);
  assert.equal(new Set(seen).size, 57);
});

test("filters narrow, facets count with the other filters", async () => {
  const { search } = searchOver(RECORDS);
  const found = await search.search("로봇", { facets: true, filters: { kind: "proposal", year: "2024" } });
  assert.equal(paths(found), "proposals/a/");
  assert.equal(found.total, 1);
  assert.deepEqual(found.facets, {
    kind: { forum: 1, proposal: 1 },
    year: { 2023: 1, 2024: 1 },
    status: { done: 1 },
    topic: { robots: 1 },
  });
});

test("filters that are not chosen cost nothing", async () => {
  const { search, host } = searchOver(RECORDS);
  await search.search("로봇", { filters: { kind: "", year: "" } });
  assert.ok(!host.asked.some((address) => address.includes("facets/")));
});

test("the best of each kind, kind by kind", async () => {
  const { search } = searchOver(RECORDS);
  const found = await search.search("로봇", { perKind: 1, facets: true });
  const kinds = found.results.map(({ kind }) => kind);
  assert.deepEqual([...kinds].sort(), ["forum", "proposal", "speaker"]);
  assert.equal(found.total, 4);
  assert.deepEqual(found.facets.kind, { forum: 1, proposal: 2, speaker: 1 });
});

test("what is typed may go on", async () => {
  const { search } = searchOver(RECORDS);
  assert.ok((await search.search("인공지")).suggestions.includes("인공지능"));
  assert.ok(
    (await search.search("on arti")).suggestions.includes("on artificial") ||
      (await searchOver(RECORDS, "en").search.search("on arti")).suggestions.includes("on artificial"),
  );
});

test("whatever is typed, results are plain text and their marks lie in it", async () => {
  const hostile = '</a><img src=x onerror=alert(1)> "로봇" &lt;b&gt; [x](y) {{ z }}';
  const records = [
    ...RECORDS,
    {
      path: "hostile/",
      title: { ko: hostile, en: hostile },
      text: { ko: `${hostile} `.repeat(20) },
      names: hostile,
    },
  ];
  const { search } = searchOver(records);
  const texts = records
    .flatMap(({ title, text = {}, names = "" }) => [
      ...Object.values(title),
      ...Object.values(text),
      ...names.split("\n"),
    ])
    .join("\n");
  const roll = dice(6);
  const words = [
    ...TROUBLE,
    "로봇",
    "로벗",
    "img",
    "onerror",
    "사서",
    "robots",
    "ㄷㅇㅌ",
    "구름ㄷ",
    " ",
    " ",
    " ",
  ];
  for (let run = 0; run < 300; run++) {
    const query = Array.from({ length: 1 + roll(5) }, () => words[roll(words.length)]).join("");
    const { results, suggestions } = await search.search(query);
    assert.ok(suggestions.every((words) => words.startsWith(query)));
    for (const { title, titleMarks, otherTitle, otherMarks, excerpt, excerptMarks } of results) {
      assert.ok(texts.includes(title));
      for (const part of excerpt.replace(/^…|…$/g, "").split(" · ")) assert.ok(texts.includes(part), part);
      for (const [text, marks] of [
        [title, titleMarks],
        [otherTitle ?? "", otherMarks],
        [excerpt, excerptMarks],
      ]) {
        let end = 0;
        for (const [from, to] of marks) {
          assert.ok(end <= from && from < to && to <= text.length);
          end = to;
        }
      }
    }
  }
});

test("a very long query is answered", async () => {
  const { search } = searchOver(RECORDS);
  for (const piece of ["로봇 ", "로봇", "robot-", "ㄱ", "🤖", "(", "a b ", "市", "\u1112\u1161"]) {
    const found = await search.search(piece.repeat(10_000).slice(0, 10_000));
    assert.ok(Array.isArray(found.results), piece);
  }
  assert.equal((await search.search("로봇 ".repeat(3_000))).total, 4);
});

test("a query in any form of Unicode", async () => {
  const { search } = searchOver(RECORDS);
  for (const query of [
    "로봇".normalize("NFD"),
    "　로봇　",
    "ＲＯＢＯＴＳ",
    "ｌｉｂｒａｒｙ",
    "\u1105\u1107",
  ]) {
    assert.ok((await search.search(query)).total > 0, query);
  }
});
