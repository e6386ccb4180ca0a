"""The types of records' fields: texts in two languages, days, hours, ids, addresses.

Each type refuses any other value with a message that tells the record's writer what to write.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Literal, get_args

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    PlainSerializer,
    WithJsonSchema,
    field_validator,
    model_validator,
)
from pydantic_core import PydanticCustomError

from generator.models.date import Day, read_day
from generator.parsing.addresses import uri_of, wrong_address
from generator.parsing.commonmark import forbidden_markup
from generator.parsing.file_names import composed, wrong_path
from generator.parsing.messages import Message, Refused, message
from generator.parsing.yaml_parser import InBrackets, Unquoted

Language = Literal["ko", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
"""Korean first: it is the language at the site's root."""

LONGEST_LINE = 500
"""Characters in a name, a title or a label."""
LONGEST_PROSE = 20_000
"""Characters in a field that holds Markdown, in one language."""


class Model(BaseModel):
    """A part of a record: frozen, and refusing every field that it does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


def wrong(reason: Message) -> PydanticCustomError:
    """A validation error with our message in its context; Pydantic writes no text of it."""
    return PydanticCustomError("wrong", "see the reason", {"reason": reason})


def reason_of(error: PydanticCustomError) -> Message:
    """The message of an error that `wrong` made."""
    reason: Message = (error.context or {})["reason"]
    return reason


# YAML 1.1 programs read these as true/false, null, a number (octal, hexadecimal, base 60, .nan) or a date.
_AMBIGUOUS = re.compile(
    r"y|n|yes|no|on|off|true|false|null|~|=|<<|[-+]?\.(inf|nan)|\d{4}-\d\d?-\d\d?([Tt ][\d:.\s+Zz-]*)?"
    r"|[-+]?(0x[\da-f_]+|0b[01_]+|0o[0-7_]+|\d[\d_]*(:[0-5]?\d)*(\.[\d_]*)?(e[-+]?\d+)?|\.\d[\d_]*(e[-+]?\d+)?)",
    re.IGNORECASE | re.ASCII,
)


def as_text(value: object) -> str:
    """A text that some program reads as a number, a date or true/false is quoted."""
    if not isinstance(value, str):
        in_brackets = isinstance(value, InBrackets)
        no_text = message("value.no_text", kind=_kind_of(value))
        raise wrong(message("value.text_in_brackets") if in_brackets else no_text)
    if isinstance(value, Unquoted) and _AMBIGUOUS.fullmatch(value):
        raise wrong(message("value.unquoted", text=value))
    return str(value)


def as_line(value: object) -> str:
    """A name, title or label is one line with something on it."""
    text = as_text(value)
    if not text.strip():
        raise wrong(message("value.empty"))
    if "\n" in text.strip():
        raise wrong(message("value.several_lines"))
    return _not_too_long(" ".join(text.split()), LONGEST_LINE)


def as_prose(value: object) -> str:
    """A longer text is Markdown: paragraphs, lists, emphasis and links, and nothing else."""
    text = as_text(value)
    if not text.strip():
        raise wrong(message("value.empty"))
    text = _not_too_long(text.strip(), LONGEST_PROSE)
    if forbidden := forbidden_markup(text):
        raise wrong(forbidden)
    return text


def _not_too_long(text: str, limit: int) -> str:
    if len(text) > limit:
        raise wrong(message("value.long", length=len(text), most=limit))
    return text


def _kind_of(value: object) -> Message:
    if isinstance(value, list):
        return message("kind.list")
    return message("kind.map" if isinstance(value, dict) else "kind.nothing")


class Text(Model):
    """A text in both languages, or in the one that is known."""

    ko: str | None = None
    en: str | None = None

    @model_validator(mode="before")
    @classmethod
    def _same_in_both(cls, value: object) -> object:
        """A plain text means the same in both languages; a map names them."""
        if isinstance(value, str):
            text = cls._read(value)
            return dict.fromkeys(LANGUAGES, text)
        if isinstance(value, list):
            in_brackets = message("value.list_for_text_in_brackets")
            raise wrong(in_brackets if isinstance(value, InBrackets) else message("value.list_for_text"))
        if isinstance(value, dict) and not value:
            raise wrong(message("value.empty_map"))
        return value

    @classmethod
    def _read(cls, value: object) -> str:
        return as_line(value)

    @field_validator(*LANGUAGES, mode="before")
    @classmethod
    def _one_language(cls, value: object) -> object:
        return value if value is None else cls._read(value)

    def in_language(self, language: Language) -> str | None:
        return self.ko if language == "ko" else self.en

    def missing_languages(self) -> tuple[Language, ...]:
        return tuple(language for language in LANGUAGES if self.in_language(language) is None)

    def best(self, language: Language) -> tuple[str, Language]:
        """The text in this language, else in the other one, with the language it is in."""
        other: Language = "en" if language == "ko" else "ko"
        text = self.in_language(language)
        return (text, language) if text is not None else (self.in_language(other) or "", other)

    @property
    def is_same_in_both(self) -> bool:
        return self.ko == self.en


class Prose(Text):
    """A longer text that holds Markdown: paragraphs, lists, emphasis and links."""

    @classmethod
    def _read(cls, value: object) -> str:
        return as_prose(value)


def _as_day(value: object) -> Day:
    if isinstance(value, Day):
        return value
    if not isinstance(value, str):
        raise wrong(message("date.kind", kind=_kind_of(value)))
    try:
        return read_day(value)
    except Refused as refusal:
        raise wrong(refusal.reason) from None


Date = Annotated[
    Day,
    BeforeValidator(_as_day),
    PlainSerializer(str),
    WithJsonSchema({"type": "string", "pattern": r"^\s*[12][0-9]{3}(-[0-9]{2}(-[0-9]{2})?)?[?~%]?\s*$"}),
]
"""A date as exact as its source. It needs no quotes, since it is read as written."""


_CLOCK_PATTERN = "^([01][0-9]|2[0-3]):[0-5][0-9]$"


def _as_clock(value: object) -> str:
    # PyYAML reads 9:30 as base 60 but not 09:30; other programs read both so, and both are quoted.
    if isinstance(value, Unquoted) and re.fullmatch(r"[1-9][0-9]?:[0-5]?[0-9]", value):
        hours, minutes = value.split(":")
        number, clock = str(int(hours) * 60 + int(minutes)), f"{hours:0>2}:{minutes:0>2}"
        raise wrong(message("clock.unquoted", text=value, number=number, clock=clock))
    text = as_text(value)
    if not re.fullmatch(_CLOCK_PATTERN, text):
        raise wrong(message("clock.form", text=text))
    return text


Clock = Annotated[
    str, BeforeValidator(_as_clock), WithJsonSchema({"type": "string", "pattern": _CLOCK_PATTERN})
]
"""Hours and minutes where the forum is held, `"14:30"`; in quotes, because YAML reads 14:30 as 870."""


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
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?", text):
        raise wrong(message("language_tag.form", text=text))
    return text


LanguageTag = Annotated[str, BeforeValidator(_as_language_tag), WithJsonSchema({"type": "string"})]
"""A language of BCP 47: `ko`, `en`, `zh-Hant`."""


def _as_number(value: object) -> Decimal:
    if not isinstance(value, str):
        raise wrong(message("number.kind", kind=_kind_of(value), example="720"))
    if not re.fullmatch(r"-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,9})?", value):
        raise wrong(message("number.form", text=value))
    return Decimal(value)


Number = Annotated[
    Decimal, BeforeValidator(_as_number), PlainSerializer(str), WithJsonSchema({"type": "number"})
]
"""A decimal number with the places that were written."""


def _as_count(value: object) -> int:
    if not isinstance(value, str):
        raise wrong(message("number.kind", kind=_kind_of(value), example="12"))
    if not re.fullmatch(r"0|[1-9][0-9]{0,8}", value):
        raise wrong(message("count.form", text=value))
    return int(value)


Count = Annotated[int, BeforeValidator(_as_count), WithJsonSchema({"type": "integer", "minimum": 0})]
"""A whole number that is not negative."""


Choice = BeforeValidator(as_text)
"""Stands before a Literal, so that unquoted `no` and `on` get the message about quotes."""


def _as_flag(value: object) -> bool:
    if value not in ("true", "false"):
        raise wrong(message("flag.form", text=str(value)))
    return value == "true"


Flag = Annotated[bool, BeforeValidator(_as_flag), WithJsonSchema({"type": "boolean"})]
"""`true` or `false`, in these words."""
