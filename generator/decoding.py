"""A file's bytes → text: UTF-8 and nothing else; what is in another encoding is told by name."""

from __future__ import annotations

import re

from generator.problems import Problem, Problems


def decoded(raw: bytes, shown: str) -> str:
    """The bytes as text, with or without a byte-order mark, its lines ended by line feeds.

    Problems, with the place in the file `shown`, for bytes that are not UTF-8.
    """
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")) or raw[:4].count(0) >= 2:
        message = "the file is in UTF-16, not UTF-8; save it as UTF-8 in your editor"
        raise Problems([Problem(shown, 1, 1, "", message)])
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        wrong_at, message = error.start, _damage(raw, error)
    before = raw[:wrong_at].decode("utf-8-sig")
    raise Problems([Problem(shown, before.count("\n") + 1, len(before) - before.rfind("\n"), "", message)])


def _damage(raw: bytes, error: UnicodeDecodeError) -> str:
    """What stands at the first byte that is not UTF-8."""
    if _is_cp949(raw):
        return "the file is in CP949 (EUC-KR), not UTF-8; save it as UTF-8 in your editor"
    if error.reason == "unexpected end of data":
        return "the file ends inside a character; it was cut short, so write its end anew"
    if half := re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]").match(raw, error.start):
        return f"U+{ord(half[0].decode(errors='surrogatepass')):04X} is half a character; write the whole one"
    return f"byte 0x{raw[error.start]:02X} is not UTF-8 here; write the character anew and save as UTF-8"


def _is_cp949(raw: bytes) -> bool:
    """Whether the bytes are Korean as old Windows programs save it, and not UTF-8 that was damaged."""
    try:
        text = raw.decode("cp949")
    except UnicodeDecodeError:
        return False
    return _hangul_in(text) > _hangul_in(raw.decode("utf-8", errors="replace"))


def _hangul_in(text: str) -> int:
    return len(re.findall("[가-힣]", text))
