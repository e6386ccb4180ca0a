"""The types of records' fields that are no texts: days, hours, addresses, files, numbers.

Each type refuses any other value with a message that tells the record's writer what to write.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, PlainSerializer, WithJsonSchema

from generator.models.codes import is_language_tag, is_script, language_meant, script_meant
from generator.models.date import Day, read_day
from generator.models.model import kind_of_value, wrong
from generator.models.texts import as_text
from generator.parsing.addresses import uri_of, wrong_address
from generator.parsing.file_names import composed, wrong_path
from generator.parsing.messages import Refused, message
from generator.parsing.yaml_parser import Unquoted


def as_day(value: object) -> Day:
    """A date as exact as its source, from EDTF text."""
    if isinstance(value, Day):
        return value
    if not isinstance(value, str):
        raise wrong(message("date.kind", kind=kind_of_value(value)))
    try:
        return read_day(value)
    except Refused as refusal:
        raise wrong(refusal.reason) from None


Date = Annotated[
    Day,
    BeforeValidator(as_day),
    PlainSerializer(str),
    WithJsonSchema({"type": "string", "pattern": r"^\s*[12][0-9]{3}(-[0-9]{2}(-[0-9]{2})?)?[?~%]?\s*$"}),
]
"""A date as exact as its source. It needs no quotes, since it is read as written."""

_CLOCK_PATTERN = "^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$"
_START_PATTERN = "^([01][0-9]|2[0-3]):[0-5][0-9]$"


def _as_clock(value: object) -> str:
    # PyYAML reads 9:30 as base 60 but not 09:30; other programs read both so, and both are quoted.
    if isinstance(value, Unquoted) and re.fullmatch(r"[1-9][0-9]?:[0-5]?[0-9]", value):
        hours, minutes = value.split(":")
        number, clock = str(int(hours) * 60 + int(minutes)), f"{hours:0>2}:{minutes:0>2}"
        raise wrong(message("clock.unquoted", text=value, number=number, clock=clock))
    text = as_text(value)
    if late := re.fullmatch("(2[4-9]|3[0-5]):([0-5][0-9])", text):
        if text != "24:00":
            clock = f"{int(late[1]) - 24:02}:{late[2]}"
            raise wrong(message("clock.past_midnight", text=text, clock=clock))
    elif not re.fullmatch(_CLOCK_PATTERN, text):
        raise wrong(message("clock.form", text=text))
    return text


Clock = Annotated[
    str, BeforeValidator(_as_clock), WithJsonSchema({"type": "string", "pattern": _CLOCK_PATTERN})
]
"""Hours and minutes where the forum is held, `"14:30"`; in quotes, because YAML reads 14:30 as 870.

`"24:00"` is the end of the day.
"""


def _as_beginning(clock: str) -> str:
    if clock == "24:00":
        raise wrong(message("clock.begins_at_end"))
    return clock


StartClock = Annotated[
    Clock, AfterValidator(_as_beginning), WithJsonSchema({"type": "string", "pattern": _START_PATTERN})
]
"""The hour at which something begins, which the end of a day is not."""


def _as_web_address(value: object) -> str:
    text = as_text(value).strip()
    if reason := wrong_address(text):
        raise wrong(reason)
    return text


WebAddress = Annotated[
    str,
    BeforeValidator(_as_web_address),
    PlainSerializer(uri_of, when_used="json"),
    WithJsonSchema({"type": "string", "format": "uri"}),
]
"""An http or https address without a user name in it."""


def _as_email(value: object) -> str:
    text = as_text(value).strip()
    if not re.fullmatch(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", text, re.ASCII):
        raise wrong(message("email.form", text=text))
    return text


Email = Annotated[str, BeforeValidator(_as_email), WithJsonSchema({"type": "string", "format": "email"})]
"""The desk's address, never a private person's."""


def _as_file_name(value: object) -> str:
    text = as_text(value)
    if any(part.startswith(".") or not part for part in text.split("/")) or "\\" in text:
        raise wrong(message("file.form", text=text))
    if reason := wrong_path(text):
        raise wrong(message("file.wrong_name", text=text, reason=reason))
    return composed(text)


FileName = Annotated[str, BeforeValidator(_as_file_name), WithJsonSchema({"type": "string"})]
"""A file below content/files/, named from there with '/'; no part begins with a dot."""


def _as_language_tag(value: object) -> str:
    text = as_text(value)
    if not is_language_tag(text):
        meant = language_meant(text)
        remedy = message("remedy.mean", word=meant) if meant else message("language_tag.write")
        raise wrong(message("language_tag.form", text=text, remedy=remedy))
    return text


LanguageTag = Annotated[str, BeforeValidator(_as_language_tag), WithJsonSchema({"type": "string"})]
"""A language of BCP 47: `ko`, `en`, `zh-Hant`."""


def _as_script(value: object) -> str:
    text = as_text(value)
    if not is_script(text):
        meant = script_meant(text)
        remedy = message("remedy.mean", word=meant) if meant else message("script.write")
        raise wrong(message("script.form", text=text, remedy=remedy))
    return text


Script = Annotated[
    str, BeforeValidator(_as_script), WithJsonSchema({"type": "string", "pattern": "^[A-Z][a-z]{3}$"})
]
"""A script of ISO 15924: `Hang`, `Hani`, `Latn`."""


def _as_number(value: object) -> Decimal:
    if not isinstance(value, str):
        raise wrong(message("number.kind", kind=kind_of_value(value), example="720"))
    if not re.fullmatch(r"-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,9})?", value):
        raise wrong(message("number.form", text=value))
    return Decimal(value)


Number = Annotated[
    Decimal, BeforeValidator(_as_number), PlainSerializer(str), WithJsonSchema({"type": "number"})
]
"""A decimal number with the places that were written."""


def _as_count(value: object) -> int:
    if not isinstance(value, str):
        raise wrong(message("number.kind", kind=kind_of_value(value), example="12"))
    if not re.fullmatch(r"0|[1-9][0-9]{0,8}", value):
        raise wrong(message("count.form", text=value))
    return int(value)


Count = Annotated[int, BeforeValidator(_as_count), WithJsonSchema({"type": "integer", "minimum": 0})]
"""A whole number that is not negative."""


def _as_flag(value: object) -> bool:
    if value not in ("true", "false"):
        raise wrong(message("flag.form", text=str(value)))
    return value == "true"


Flag = Annotated[bool, BeforeValidator(_as_flag), WithJsonSchema({"type": "boolean"})]
"""`true` or `false`, in these words."""
