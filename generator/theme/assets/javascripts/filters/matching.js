/** Which texts a reader's words find. */

// Korean is written with or without: 데이터 센터, 산·학·연. For Unicode, ㆍ is a letter.
const GAP = "\\p{P}\\p{Z}ㆍ";

/** Capitals, for ß and ς have but one. @param {string} text */
export const fold = (text) => text.toUpperCase().normalize("NFC");

/**
 * Whether a folded text has every word of the query.
 * @param {string} query
 * @returns {(text: string) => boolean}
 */
export function finder(query) {
  const words = fold(query)
    .split(/[\s|]+/)
    .map((word) => ({ word, apart: apart(word) }));
  return (text) => words.every(({ word, apart }) => text.includes(word) || apart?.test(text));
}

/** The word with gaps, but 국민인 재산 has no 인재. @param {string} word */
function apart(word) {
  const letters = word.match(/[^\p{P}ㆍ]/gu) ?? [];
  if (!letters[1] || letters[40]) return;
  const start = letters[2] ? "" : `(?:^|[|${GAP}])`;
  const gap = /\p{Script=Hangul}/u.test(word) ? `[${GAP}]*` : "\\p{Pd}?";
  return RegExp(start + letters.map((letter) => letter.replace(/[$+^]/, "\\$&")).join(gap), "u");
}
