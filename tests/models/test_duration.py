"""How long a recording lasts: in quotes, since YAML counts in sixtieths."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError

from generator.models.duration import Duration, iso_duration
from generator.parsing.yaml_parser import Unquoted

DURATION = TypeAdapter[str](Duration)


@pytest.mark.parametrize(
    ("written", "iso"),
    [("1:02:03", "PT1H2M3S"), ("0:07:30", "PT7M30S"), ("12:00:00", "PT12H"), (" 0:00:09 ", "PT9S")],
)
def test_what_is_a_duration(written: str, iso: str) -> None:
    assert iso_duration(DURATION.validate_python(written)) == iso


@pytest.mark.parametrize("written", ["7:30", "01:02:03", "1:60:00", "0:00:00", "62 min", "PT1H", "1:2:3", ""])
def test_what_is_none(written: str) -> None:
    with pytest.raises(ValidationError) as refused:
        DURATION.validate_python(written)
    assert '"1:02:03" or "0:07:30"' in str(refused.value.errors()[0]["ctx"]["reason"])


@pytest.mark.parametrize(
    ("written", "number", "meant"),
    [("1:02:03", "3723", "1:02:03"), ("45:10", "2710", "0:45:10"), ("0:45:10", "2710", "0:45:10")],
)
def test_without_quotes_it_is_told_what_others_read(written: str, number: str, meant: str) -> None:
    with pytest.raises(ValidationError) as refused:
        DURATION.validate_python(Unquoted(written))
    told = str(refused.value.errors()[0]["ctx"]["reason"])
    assert number in told
    assert f'"{meant}"' in told
