import assert from "node:assert/strict";
import { test } from "node:test";

import { parse } from "../../../generator/theme/assets/search/query.js";
import { closeness, resultOf, suggest } from "../../../generator/theme/assets/search/results.js";

const LABELS = {
  kind: { proposal: "제안" },
  status: { done: "완료" },
  topic: { robots: "로봇", shelves: "서가" },
  mark: { withdrawn: "철회됨", cancelled: "취소됨" },
};
const FRAGMENT = {
  kind: "proposal",
  path: "proposals/x/",
  title: { ko: "도서관 로봇", en: "Library robots" },
  text: { ko: "로봇이 책을 나른다.", en: "They carry books." },
  names: "hb-1\n구름달\nGu Reumdal",
  date: { ko: "2024년 6월 12일", en: "12 June 2024" },
  year: "2024",
  status: "done",
  topics: ["robots", "shelves"],
};
const result = (fragment, query, language = "ko") => resultOf(fragment, 1, parse(query), language, LABELS);

test("a result tells all that is shown of a record", () => {
  assert.deepEqual(result(FRAGMENT, "로봇"), {
    kind: "proposal",
    path: "proposals/x/",
    title: "도서관 로봇",
    titleLanguage: "ko",
    titleMarks: [[4, 6]],
    otherTitle: null,
    otherLanguage: "en",
    otherMarks: [],
    excerpt: "로봇이 책을 나른다.",
    excerptLanguage: "ko",
    excerptMarks: [[0, 2]],
    date: "2024년 6월 12일",
    year: "2024",
    status: "done",
    topics: ["robots", "shelves"],
    labels: { kind: "제안", status: "완료", topics: ["로봇", "서가"] },
    terms: ["로봇"],
    score: 1,
  });
});

test("what a record does not have is null", () => {
  const { date, year, status, topics, labels, excerpt } = result(
    { kind: "proposal", path: "x/", title: { ko: "가" }, text: {} },
    "가",
  );
  assert.deepEqual(
    { date, year, status, topics, labels, excerpt },
    {
      date: null,
      year: null,
      status: null,
      topics: [],
      labels: { kind: "제안", status: null, topics: [] },
      excerpt: "",
    },
  );
});

test("what was withdrawn says so beside its day", () => {
  assert.match(result({ ...FRAGMENT, mark: "withdrawn" }, "로봇").date ?? "", /철회됨$/);
});

test("the reader's language comes first, the other's title when only that matched", () => {
  const english = result(FRAGMENT, "로봇", "en");
  assert.deepEqual([english.title, english.titleLanguage, english.titleMarks], ["Library robots", "en", []]);
  assert.deepEqual(
    [english.otherTitle, english.otherLanguage, english.otherMarks],
    ["도서관 로봇", "ko", [[4, 6]]],
  );
  assert.deepEqual([english.excerpt, english.excerptLanguage], ["They carry books.", "en"]);
  assert.equal(english.date, "12 June 2024");
});

test("what is not translated is shown in the language that there is", () => {
  const only = { ...FRAGMENT, title: { ko: "도서관 로봇" }, text: { en: "They carry books." } };
  const english = result(only, "로봇", "en");
  assert.deepEqual(
    [english.title, english.titleLanguage, english.titleMarks, english.otherTitle],
    ["도서관 로봇", "ko", [[4, 6]], null],
  );
  const korean = result(only, "books");
  assert.deepEqual(
    [korean.excerpt, korean.excerptLanguage, korean.excerptMarks],
    ["They carry books.", "en", [[11, 16]]],
  );
});

test("whoever is named is told of if nothing else answers", () => {
  const { excerpt, excerptMarks } = result(FRAGMENT, "구름달");
  assert.equal(excerpt, "구름달 · 로봇이 책을 나른다.");
  assert.deepEqual(excerptMarks, [[0, 3]]);
  assert.equal(result(FRAGMENT, "로봇 구름달").excerpt, "로봇이 책을 나른다.");
});

test("words to be marked on the page are those that stand there, ten at most", () => {
  assert.deepEqual(result(FRAGMENT, "robots BOOK", "en").terms, ["robots", "books"]);
  const many = { ...FRAGMENT, text: { ko: Array.from({ length: 30 }, (_, at) => `a${at}`).join(" ") } };
  assert.equal(result(many, "a1 a2 a3").terms.length, 10);
});

test("markup in a record stays the text that it is", () => {
  const hostile = "</a><img src=x onerror=alert(1)> 로봇 &lt;b&gt;";
  const { title, excerpt, titleMarks } = result(
    { ...FRAGMENT, title: { ko: hostile }, text: { ko: hostile } },
    "로봇",
  );
  assert.deepEqual([title, excerpt], [hostile, hostile]);
  assert.equal(title.slice(...titleMarks[0]), "로봇");
});

for (const [what, query, more] of [
  ["in its title", "도서관로봇", 2],
  ["in its title, in another spelling of English", "LIBRARY ROBOTS", 2],
  ["in its text", "책을 나른", 1.5],
  ["among its names", "Gu Reumdal", 1.5],
  ["nowhere, though all its words are there", "robots library", 1],
  ["nowhere, though its syllables may be", "관책", 0.6],
]) {
  test(`the query word for word ${what}`, () =>
    assert.ok(Math.abs(closeness(FRAGMENT, query, parse(query)) - more) < 1e-9));
}

test("an English word is the same wherever it stands", () => {
  const fragment = {
    ...FRAGMENT,
    title: { en: "The opening hours of the modelling centres" },
    text: {},
    names: "",
  };
  for (const query of ["hours", "opening hours", "modeling", "centers", "the modelling centres"]) {
    assert.equal(closeness(fragment, query, parse(query)), 2, query);
  }
});

const results = ["도서관 로봇과 로봇청소기", "Robotics, robot-like RoboCup"].map((title) => ({
  title,
  otherTitle: null,
  excerpt: "로봇들",
}));
for (const [typed, expected] of [
  ["로봇", ["로봇과", "로봇청소기", "로봇들"]],
  ["도서관 로", ["도서관 로봇과", "도서관 로봇청소기", "도서관 로봇들"]],
  ["ROBO", ["ROBOtics", "ROBOt-like", "ROBOCup"]],
  ["로봇청소기", []],
  ["", []],
  ["로봇 ", []],
  ["(", []],
  [".*", []],
]) {
  test(`${JSON.stringify(typed)} may go on as ${expected}`, () =>
    assert.deepEqual(suggest(typed, results), expected));
}

test("five suggestions are enough", () => {
  const many = Array.from({ length: 9 }, (_, at) => ({ title: `로봇${at}`, otherTitle: null, excerpt: "" }));
  assert.equal(suggest("로", many).length, 5);
});
