"""A file's bytes → text: UTF-8 alone; a message names the other encoding that a file is in."""

from __future__ import annotations

import codecs
import re

from generator.parsing.messages import Message, message
from generator.parsing.problems import Problem, Problems

# The longer byte-order marks first: UTF-32's begins with UTF-16's.
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_KOREAN = re.compile(r"[\t\r\n\x20-\x7e가-힣ㄱ-ㅣ·‘’“”…、。「」『』（）：]+")
"""A text of Korean and ASCII alone; bytes decoded with a wrong encoding give other characters too."""


def decoded(raw: bytes, path: str) -> str:
    """The bytes as text, with or without a byte-order mark, its lines ended by line feeds.

    Raises Problems, with the place in `path`, for bytes that are not UTF-8.
    """
    if wide := _wide_encoding(raw):
        raise Problems([Problem(path, 1, 1, "", _wrong_encoding(wide))])
    try:
        return _with_line_feeds(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        wrong_at, damage = error.start, _damage_message(raw, error)
    before = _with_line_feeds(raw[:wrong_at].decode("utf-8-sig"))
    raise Problems([Problem(path, before.count("\n") + 1, len(before) - before.rfind("\n"), "", damage)])


def _with_line_feeds(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _wide_encoding(raw: bytes) -> str | None:
    """UTF-16 or UTF-32, by its byte-order mark or because bytes with zeros decode to Korean or English."""
    for mark, name in _BYTE_ORDER_MARKS:
        if raw.startswith(mark):
            return name
    for encoding in ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be") if b"\0" in raw else ():
        text = raw.decode(encoding, errors="replace").removesuffix("\ufffd")  # It may be cut at its end.
        if _KOREAN.fullmatch(text):
            return encoding[:6].upper()
    return None


def _damage_message(raw: bytes, error: UnicodeDecodeError) -> Message:
    """The message for the first byte that is not UTF-8."""
    if _is_cp949(raw):
        return _wrong_encoding("CP949", " (EUC-KR)")
    if b"\0" in raw:
        return message("encoding.no_text")
    if error.reason == "unexpected end of data":
        return message("encoding.cut")
    if half := re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]").match(raw, error.start):
        return message("encoding.half", code=f"U+{ord(half[0].decode(errors='surrogatepass')):04X}")
    return message("encoding.byte", byte=f"0x{raw[error.start]:02X}")


def _wrong_encoding(encoding: str, alias: str = "") -> Message:
    return message("encoding.other", encoding=encoding, name=f"{encoding}{alias}")


def _is_cp949(raw: bytes) -> bool:
    """Whether the bytes are CP949, as old Windows programs save Korean, and not damaged UTF-8."""
    try:
        text = raw.decode("cp949")
    except UnicodeDecodeError:
        return False
    return _count_hangul(text) > _count_hangul(raw.decode("utf-8", errors="replace"))


def _count_hangul(text: str) -> int:
    return len(re.findall("[가-힣]", text))
