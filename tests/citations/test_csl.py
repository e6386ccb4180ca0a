"""Works as CSL-JSON has them: dates as exact as they are, names in their order."""

from __future__ import annotations

import pytest

from generator.citations.csl import Name, days_in, edtf, period, whole_name
from generator.models.date import read_day


@pytest.mark.parametrize(
    ("start", "end", "written"),
    [
        ("2024-06-12", None, "2024-06-12"),
        ("2024-06-12", "2024-06-12", "2024-06-12"),
        ("2024-06-12", "2024-07-01", "2024-06-12/2024-07-01"),
        ("2024-06", None, "2024-06"),
        ("2024", None, "2024"),
        ("2024-06?", None, "2024-06?"),
        ("2024~", None, "2024~"),
        ("2024-06?", "2024-07~", "2024-06%/2024-07%"),
    ],
)
def test_a_period_is_as_exact_as_its_days(start: str, end: str | None, written: str) -> None:
    told = period(read_day(start), read_day(end) if end else None)
    assert edtf(told) == written
    assert "/".join(days_in(told)) == written.translate(dict.fromkeys(map(ord, "?~%")))


@pytest.mark.parametrize(
    ("name", "whole"),
    [
        ({"family": "구", "given": "름달"}, "구름달"),
        ({"family": "Gu", "given": "Reumdal"}, "Reumdal Gu"),
        ({"literal": "한별시청"}, "한별시청"),
    ],
)
def test_a_whole_name_is_in_its_language_s_order(name: Name, whole: str) -> None:
    assert whole_name(name) == whole
