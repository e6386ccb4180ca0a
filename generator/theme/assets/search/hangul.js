/** Hangul: syllables taken apart and put together, and what comes of the wrong keyboard. */

export const FIRST = [..."ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"];
const VOWEL = [..."ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"];
const LAST = ["", ..."ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"];

/** Letters that are typed as two. */
const PAIRS = new Map(
  Object.entries({
    ㄳ: "ㄱㅅ",
    ㄵ: "ㄴㅈ",
    ㄶ: "ㄴㅎ",
    ㄺ: "ㄹㄱ",
    ㄻ: "ㄹㅁ",
    ㄼ: "ㄹㅂ",
    ㄽ: "ㄹㅅ",
    ㄾ: "ㄹㅌ",
    ㄿ: "ㄹㅍ",
    ㅀ: "ㄹㅎ",
    ㅄ: "ㅂㅅ",
    ㅘ: "ㅗㅏ",
    ㅙ: "ㅗㅐ",
    ㅚ: "ㅗㅣ",
    ㅝ: "ㅜㅓ",
    ㅞ: "ㅜㅔ",
    ㅟ: "ㅜㅣ",
    ㅢ: "ㅡㅣ",
  }),
);
const JOINED = new Map([...PAIRS].map(([letter, pair]) => [pair, letter]));

/** The standard keyboard (두벌식, KS X 5002): the same key in both layouts. */
const KEYS = new Map(
  [..."rRseEfaqQtTdwWczxvgkoiOjpuPhynbml"].map((key, at) => [
    key,
    "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎㅏㅐㅑㅒㅓㅔㅕㅖㅗㅛㅜㅠㅡㅣ"[at],
  ]),
);
const KEY_OF = new Map([...KEYS].map(([key, letter]) => [letter, key]));

/** @param {string} char */
export const isSyllable = (char) => char >= "가" && char <= "힣";

/** The numbers of a syllable's first consonant, vowel and last consonant. @param {string} char */
export function partsOf(char) {
  const code = char.charCodeAt(0) - 0xac00;
  return [Math.trunc(code / 588), Math.trunc((code % 588) / 28), code % 28];
}

/** @param {number} first @param {number} vowel @param {number} [last] */
export const syllable = (first, vowel, last = 0) =>
  String.fromCharCode(0xac00 + first * 588 + vowel * 28 + last);

/** The first consonant of each syllable; other characters as they are. @param {string} text */
export const firstConsonants = (text) =>
  [...text].map((char) => (isSyllable(char) ? FIRST[partsOf(char)[0]] : char)).join("");

/** The letters as they are typed, one for each key. @param {string} text */
export function letters(text) {
  return [...text]
    .map((char) => {
      if (!isSyllable(char)) return PAIRS.get(char) ?? char;
      const [first, vowel, last] = partsOf(char);
      return FIRST[first] + (PAIRS.get(VOWEL[vowel]) ?? VOWEL[vowel]) + (PAIRS.get(LAST[last]) ?? LAST[last]);
    })
    .join("");
}

/**
 * The ways in which a last syllable may go on while it is typed: 센 may be 세 and a ㄴ of the next one.
 * `stands` is what stays of it, `first` and `vowel` are of the syllable to come, a vowel of -1 being any.
 * @param {string} char
 */
export function opened(char) {
  const [first, vowel, last] = partsOf(char);
  if (!last) return { stands: "", first, vowel };
  const pair = PAIRS.get(LAST[last]) ?? LAST[last];
  const stays = pair.length > 1 ? LAST.indexOf(pair[0]) : 0;
  return { stands: syllable(first, vowel, stays), first: FIRST.indexOf(pair[pair.length - 1]), vowel: -1 };
}

/** Letters put together as a Korean keyboard does it. @param {string} typed */
export function compose(typed) {
  let text = "";
  let first = -1;
  let vowel = -1;
  let last = "";
  const finish = () => {
    if (first >= 0 && vowel >= 0) text += syllable(first, vowel, LAST.indexOf(last));
    else text += FIRST[first] ?? VOWEL[vowel] ?? "";
    first = vowel = -1;
    last = "";
  };
  const addVowel = (/** @type {string} */ letter) => {
    const joined = VOWEL.indexOf(JOINED.get(VOWEL[vowel] + letter) ?? "");
    if (vowel < 0) vowel = VOWEL.indexOf(letter);
    else if (!last && joined >= 0) vowel = joined;
    else if (last) {
      const pair = PAIRS.get(last) ?? last;
      last = pair.length > 1 ? pair[0] : "";
      finish();
      first = FIRST.indexOf(pair[pair.length - 1]);
      vowel = VOWEL.indexOf(letter);
    } else {
      finish();
      vowel = VOWEL.indexOf(letter);
    }
  };
  const addConsonant = (/** @type {string} */ letter) => {
    const whole = first >= 0 && vowel >= 0;
    const joined = JOINED.get(last + letter) ?? "";
    if (whole && !last && LAST.includes(letter)) last = letter;
    else if (whole && joined && LAST.includes(joined)) last = joined;
    else {
      finish();
      first = FIRST.indexOf(letter);
    }
  };
  for (const letter of typed) {
    if (VOWEL.includes(letter)) addVowel(letter);
    else if (FIRST.includes(letter)) addConsonant(letter);
    else {
      finish();
      text += letter;
    }
  }
  finish();
  return text;
}

/**
 * Latin letters that were meant as Hangul, since the keyboard layout was the wrong one.
 * @param {string} text
 */
export const asHangul = (text) =>
  compose([...text].map((char) => KEYS.get(char) ?? KEYS.get(char.toLowerCase()) ?? char).join(""));

/**
 * Hangul that was meant as Latin letters, since the keyboard layout was the wrong one.
 * @param {string} text
 */
export const asLatin = (text) =>
  [...letters(text)]
    .map((letter) => KEY_OF.get(letter) ?? letter)
    .join("")
    .toLowerCase();
