"""How long a recording lasts."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema

from generator.models.model import wrong
from generator.models.texts import as_text
from generator.parsing.messages import message
from generator.parsing.yaml_parser import Unquoted

DURATION_PATTERN = "^(0|[1-9][0-9]?):[0-5][0-9]:[0-5][0-9]$"


def _as_duration(value: object) -> str:
    # YAML 1.1 reads 1:02:03 without quotes as the number 3723, in base 60.
    if isinstance(value, Unquoted) and re.fullmatch(r"[0-9]{1,2}(:[0-5]?[0-9]){1,2}", value):
        parts = [int(part) for part in value.split(":")]
        hours, minutes, seconds = parts if len(parts) == 3 else (0, *parts)
        number = 0
        for part in parts:
            number = number * 60 + part
        meant = f"{hours}:{minutes:02}:{seconds:02}"
        raise wrong(message("duration.unquoted", text=value, number=str(number), meant=meant))
    if isinstance(value, Unquoted) and re.fullmatch("[0-9_.]+", value):
        raise wrong(message("duration.form", text=value))
    text = as_text(value).strip()
    if not re.fullmatch(DURATION_PATTERN, text, re.ASCII) or text == "0:00:00":
        raise wrong(message("duration.form", text=text))
    return text


Duration = Annotated[
    str, BeforeValidator(_as_duration), WithJsonSchema({"type": "string", "pattern": DURATION_PATTERN})
]
"""Hours, minutes and seconds, `"1:02:03"`; in quotes, because YAML reads 1:02:03 as 3723."""


def iso_duration(duration: str) -> str:
    """`PT1H2M3S`, as ISO 8601 has it: without the parts that are 0."""
    parts = zip(duration.split(":"), "HMS", strict=True)
    return "PT" + "".join(f"{int(number)}{unit}" for number, unit in parts if int(number))
