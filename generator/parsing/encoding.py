"""A file's bytes → text: UTF-8 and nothing else; what is in another encoding is told by name."""

from __future__ import annotations

import codecs
import re

from generator.parsing.problems import Problem, Problems

# The longer marks first: UTF-32's begins as UTF-16's does.
_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_KOREAN = re.compile(r"[\t\r\n\x20-\x7e가-힣ㄱ-ㅣ·‘’“”…、。「」『』（）：]+")
"""What a Korean text consists of; bytes read in a wrong encoding have other characters among them."""


def decoded(raw: bytes, shown: str) -> str:
    """The bytes as text, with or without a byte-order mark, its lines ended by line feeds.

    Problems, with the place in the file `shown`, for bytes that are not UTF-8.
    """
    if wide := _wide_encoding(raw):
        raise Problems([Problem(shown, 1, 1, "", _in_another(wide))])
    try:
        return _with_line_feeds(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        wrong_at, message = error.start, _damage(raw, error)
    before = _with_line_feeds(raw[:wrong_at].decode("utf-8-sig"))
    raise Problems([Problem(shown, before.count("\n") + 1, len(before) - before.rfind("\n"), "", message)])


def _with_line_feeds(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _wide_encoding(raw: bytes) -> str | None:
    """UTF-16 or UTF-32, if the file begins with its mark or, with zero bytes, reads as Korean or English."""
    for mark, name in _MARKS:
        if raw.startswith(mark):
            return name
    for encoding in ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be") if b"\0" in raw else ():
        text = raw.decode(encoding, errors="replace").removesuffix("\ufffd")  # It may be cut at its end.
        if _KOREAN.fullmatch(text):
            return encoding[:6].upper()
    return None


def _damage(raw: bytes, error: UnicodeDecodeError) -> str:
    """What stands at the first byte that is not UTF-8."""
    if _is_cp949(raw):
        return _in_another("CP949", " (EUC-KR)")
    if b"\0" in raw:
        return "this is a picture, a document or the like and no text; write the text itself into this file"
    if error.reason == "unexpected end of data":
        return "the file ends inside a character; it was cut short, so write its end anew"
    if half := re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]").match(raw, error.start):
        return f"U+{ord(half[0].decode(errors='surrogatepass')):04X} is half a character; write the whole one"
    return f"byte 0x{raw[error.start]:02X} is not UTF-8 here; write the character anew and save as UTF-8"


def _in_another(encoding: str, alias: str = "") -> str:
    return (
        f"the file is in {encoding}{alias}, not UTF-8; choose UTF-8 where your editor saves"
        f" (메모장: 다른 이름으로 저장 → 인코딩), or run: iconv -f {encoding} -t UTF-8 OLD > NEW"
    )


def _is_cp949(raw: bytes) -> bool:
    """Whether the bytes are Korean as old Windows programs save it, and not UTF-8 that was damaged."""
    try:
        text = raw.decode("cp949")
    except UnicodeDecodeError:
        return False
    return _hangul_in(text) > _hangul_in(raw.decode("utf-8", errors="replace"))


def _hangul_in(text: str) -> int:
    return len(re.findall("[가-힣]", text))
