import assert from "node:assert/strict";
import { test } from "node:test";

import {
  asHangul,
  asLatin,
  compose,
  firstConsonants,
  isSyllable,
  letters,
  opened,
  partsOf,
  syllable,
} from "../../../generator/theme/assets/search/hangul.js";
import { TROUBLE, dice } from "./made.js";

const SYLLABLES = Array.from({ length: 11172 }, (_, at) => String.fromCharCode(0xac00 + at));

test("every syllable is put together again from its letters", () => {
  assert.deepEqual(
    SYLLABLES.filter((char) => compose(letters(char)) !== char),
    [],
  );
  assert.deepEqual(
    SYLLABLES.filter((char) => syllable(...partsOf(char)) !== char),
    [],
  );
});

test("whatever a syllable ends with and the next begins with, they are told apart", () => {
  const wrong = [];
  for (let last = 0; last < 28; last++) {
    for (let first = 0; first < 19; first++) {
      const text = syllable(5, 8, last) + syllable(first, 0) + syllable(first, 20, last);
      if (compose(letters(text)) !== text) wrong.push(text);
    }
  }
  assert.deepEqual(wrong, []);
});

test("any Hangul is put together again from its letters, whatever stands between", () => {
  const roll = dice(1);
  for (let run = 0; run < 2000; run++) {
    const text = Array.from({ length: roll(12) }, () =>
      roll(8) ? SYLLABLES[roll(11172)] : [" ", "a", "9", "·", "🤖", "\n"][roll(6)],
    ).join("");
    assert.equal(compose(letters(text)), text);
  }
});

for (const [typed, text] of [
  ["", ""],
  ["ㅎㅏㄴㅂㅕㄹ", "한별"],
  ["ㄷㅏㄹㄱ", "닭"],
  ["ㄷㅏㄹㄱㅑㄹ", "달걀"],
  ["ㅇㅓㅂㅅㅇㅓ", "없어"],
  ["ㄱㅗㅏㄱㅗㅓ", "과고ㅓ"],
  ["ㅋㅋㅋ", "ㅋㅋㅋ"],
  ["ㅏㅏ", "ㅏㅏ"],
  ["ㅗㅏ", "ㅘ"],
  ["ㄱㅅ", "ㄱㅅ"],
  ["ㄸㅏㄸㅏ", "따따"],
  ["ㄱㅏㅃ", "가ㅃ"],
  ["ㄱㅏa ㄱㅣ", "가a 기"],
]) {
  test(`keys ${typed} write ${text}`, () => assert.equal(compose(typed), text));
}

for (const [latin, hangul] of [
  ["dlsrhdwlsmd", "인공지능"],
  ["epdlxj tpsxj", "데이터 센터"],
  ["epdlxjtpsx", "데이터센ㅌ"],
  ["RkaWkr", "깜짝"],
  ["DLSGHK", "인화"],
  ["ehtjrhks 24", "도서관 24"],
  ["ekfrdmf", "닭을"],
  ["", ""],
]) {
  test(`${latin} on a Korean keyboard is ${hangul}`, () => assert.equal(asHangul(latin), hangul));
}

for (const [hangul, latin] of [
  ["개ㅠㅐㅅ", "robot"],
  ["ㅁㅑ", "ai"],
  ["먀", "ai"],
  ["ㅣㅑㅠㄱㅁ교", "library"],
  ["깜짝", "rkawkr"],
  ["인공지능 42", "dlsrhdwlsmd 42"],
  ["", ""],
]) {
  test(`${hangul} on a Latin keyboard is ${latin}`, () => assert.equal(asLatin(hangul), latin));
}

test("what was typed on the wrong keyboard is known again, any word of it", () => {
  const roll = dice(2);
  for (let run = 0; run < 2000; run++) {
    const word = Array.from({ length: roll(12) }, () => "abcdefghijklmnopqrstuvwxyz "[roll(27)]).join("");
    assert.equal(asLatin(asHangul(word)), word);
    const hangul = Array.from({ length: roll(6) }, () => SYLLABLES[roll(11172)]).join("");
    assert.equal(asHangul([...letters(hangul)].map((letter) => asKey(letter)).join("")), hangul);
  }
});

/** The key of a letter, with shift for double ones: asLatin folds it away. */
function asKey(letter) {
  const key = asLatin(letter);
  return asHangul(key) === letter ? key : key.toUpperCase();
}

test("only whole syllables are syllables", () => {
  assert.deepEqual(["가", "힣", "ㄱ", "a", "힤", "漢", "", "\u1100"].map(isSyllable), [
    true,
    true,
    false,
    false,
    false,
    false,
    false,
    false,
  ]);
});

test("first consonants; all else stays", () => {
  assert.equal(firstConsonants("데이터 AI센ㅌ!"), "ㄷㅇㅌ AIㅅㅌ!");
});

for (const [char, stands, next] of [
  ["세", "", "세"],
  ["센", "세", "ㄴ"],
  ["닭", "달", "ㄱ"],
  ["없", "업", "ㅅ"],
  ["있", "이", "ㅆ"],
]) {
  test(`${char} may become ${stands || "nothing"} and ${next}`, () => {
    const { stands: stays, first, vowel } = opened(char);
    assert.equal(stays, stands);
    const parts = isSyllable(next)
      ? partsOf(next)
      : [
          ["ㄴ", 2],
          ["ㄱ", 0],
          ["ㅅ", 9],
          ["ㅆ", 10],
        ]
          .find(([letter]) => letter === next)
          .slice(1);
    assert.deepEqual([first, vowel], [parts[0], isSyllable(next) ? parts[1] : -1]);
  });
}

test("nothing typed breaks a keyboard", () => {
  for (const text of [...TROUBLE, TROUBLE.join("")]) {
    for (const turn of [letters, compose, asHangul, asLatin, firstConsonants])
      assert.equal(typeof turn(text), "string");
  }
});
