"""The days of a work in words."""

from __future__ import annotations

import pytest

from generator.citations.csl import Period
from generator.citations.days import doubted, when_in_words


@pytest.mark.parametrize(
    ("parts", "korean", "english"),
    [
        ([[2024]], "2024년", "2024"),
        ([[2024, 6]], "2024년 6월", "June 2024"),
        ([[2024, 6, 12]], "2024년 6월 12일", "12 June 2024"),
        ([[2024, 6, 12], [2024, 6, 13]], "2024년 6월 12일–13일", "12–13 June 2024"),
        ([[2024, 6, 30], [2024, 7, 1]], "2024년 6월 30일–7월 1일", "30 June–1 July 2024"),
        (
            [[2024, 12, 31], [2025, 1, 1]],
            "2024년 12월 31일–2025년 1월 1일",
            "31 December 2024–1 January 2025",
        ),
        ([[2024, 6], [2024, 7, 1]], "2024년 6월–2024년 7월 1일", "June 2024–1 July 2024"),
        ([[2023], [2024]], "2023년–2024년", "2023–2024"),
    ],
)
def test_what_both_days_share_stands_once(parts: list[list[int]], korean: str, english: str) -> None:
    assert when_in_words({"date-parts": parts}, "ko") == korean
    assert when_in_words({"date-parts": parts}, "en") == english


@pytest.mark.parametrize(("sign", "written"), [("?", "x?"), ("~", "ca. x"), ("%", "ca. x?"), (None, "x")])
def test_a_doubt_is_said(sign: str | None, written: str) -> None:
    period: Period = {"date-parts": [[2024]]}
    assert doubted("x", {**period, "circa": sign} if sign else period) == written
