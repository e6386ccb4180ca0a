"""The types of records' fields: texts in two languages, days, hours, ids, addresses.

Each type refuses any other value with a message that tells the record's writer what to write.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Literal, TypeVar, get_args

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
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
from generator.parsing.problems import shortened, visible
from generator.parsing.yaml_parser import Unquoted

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


Item = TypeVar("Item")
Several = Annotated[tuple[Item, ...], Field(min_length=1)]
"""A list with at least one entry."""


def wrong(message: str) -> PydanticCustomError:
    """A validation error with our message, in which braces are plain and surrogates, a crash, are escaped."""
    return PydanticCustomError("wrong", "{message}", {"message": visible(shortened(message))})


# YAML 1.1 programs read these as true/false, null, a number (octal, hexadecimal, base 60, .nan) or a date.
_AMBIGUOUS = re.compile(
    r"y|n|yes|no|on|off|true|false|null|~|=|<<|[-+]?\.(inf|nan)|\d{4}-\d\d?-\d\d?([Tt ][\d:.\s+Zz-]*)?"
    r"|[-+]?(0x[\da-f_]+|0b[01_]+|0o[0-7_]+|\d[\d_]*(:[0-5]?\d)*(\.[\d_]*)?(e[-+]?\d+)?|\.\d[\d_]*(e[-+]?\d+)?)",
    re.IGNORECASE | re.ASCII,
)


def as_text(value: object) -> str:
    """A text that some program reads as a number, a date or true/false is quoted."""
    if not isinstance(value, str):
        raise wrong(f"{_kind_of(value)} stands where a text belongs; write one text")
    if isinstance(value, Unquoted) and _AMBIGUOUS.fullmatch(value):
        raise wrong(f'{value} without quotes is not a text to every YAML program; write "{value}" in quotes')
    return str(value)


def as_line(value: object) -> str:
    """A name, title or label is one line with something on it."""
    text = as_text(value)
    if not text.strip():
        raise wrong("the text is empty; write it, or leave the field out")
    if "\n" in text.strip():
        raise wrong("the text goes over several lines; write it on one (or begin it with '>-')")
    return _not_too_long(" ".join(text.split()), LONGEST_LINE)


def as_prose(value: object) -> str:
    """A longer text is Markdown: paragraphs, lists, emphasis and links, and nothing else."""
    text = as_text(value)
    if not text.strip():
        raise wrong("the text is empty; write it, or leave the field out")
    text = _not_too_long(text.strip(), LONGEST_PROSE)
    if message := forbidden_markup(text):
        raise wrong(message)
    return text


def _not_too_long(text: str, limit: int) -> str:
    if len(text) > limit:
        raise wrong(f"the text has {len(text):,} characters, {limit:,} are allowed; shorten it")
    return text


def _kind_of(value: object) -> str:
    return (
        "a list" if isinstance(value, list) else "a map of fields" if isinstance(value, dict) else "nothing"
    )


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
            raise wrong("a list stands where a text belongs; write 'ko:' and 'en:' below the field")
        if isinstance(value, dict) and not value:
            raise wrong("the text is empty; write 'ko:' or 'en:', or leave the field out")
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
        raise wrong(f"{_kind_of(value)} stands where a date belongs; write 2025-07-16")
    try:
        return read_day(value)
    except ValueError as error:
        raise wrong(str(error)) from None


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
        number = int(hours) * 60 + int(minutes)
        quoted = f'"{hours:0>2}:{minutes:0>2}"'
        raise wrong(f"YAML programs read {value} without quotes as the number {number}; write {quoted}")
    text = as_text(value)
    if not re.fullmatch(_CLOCK_PATTERN, text):
        raise wrong(f'\'{text}\' is not a time of day; write "09:30" or "14:00"')
    return text


Clock = Annotated[
    str, BeforeValidator(_as_clock), WithJsonSchema({"type": "string", "pattern": _CLOCK_PATTERN})
]
"""Hours and minutes where the forum is held, `"14:30"`; in quotes, because YAML reads 14:30 as 870."""


def _as_web_address(value: object) -> str:
    text = as_text(value).strip()
    if message := wrong_address(text):
        raise wrong(message)
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
        raise wrong(f"'{text}' is not an e-mail address; write one such as desk@example.org")
    return text


Email = Annotated[str, BeforeValidator(_as_email), WithJsonSchema({"type": "string", "format": "email"})]
"""The desk's address, never a private person's."""


def _as_file_name(value: object) -> str:
    text = as_text(value)
    if any(part.startswith(".") or not part for part in text.split("/")) or "\\" in text:
        raise wrong(f"'{text}' is not a file below content/files/; write its name, such as 2025/slides.pdf")
    if message := wrong_path(text):
        raise wrong(f"'{text}': {message}")
    return composed(text)


FileName = Annotated[str, BeforeValidator(_as_file_name), WithJsonSchema({"type": "string"})]
"""A file below content/files/, named from there with '/'; no part begins with a dot."""


def _as_language_tag(value: object) -> str:
    text = as_text(value)
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?", text):
        raise wrong(f"'{text}' is not a language tag; write ko, en, ja, zh-Hant or the like")
    return text


LanguageTag = Annotated[str, BeforeValidator(_as_language_tag), WithJsonSchema({"type": "string"})]
"""A language of BCP 47: `ko`, `en`, `zh-Hant`."""


def _as_number(value: object) -> Decimal:
    if not isinstance(value, str):
        raise wrong(f"{_kind_of(value)} stands where a number belongs; write digits alone, such as 720")
    if not re.fullmatch(r"-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,9})?", value):
        raise wrong(f"'{value}' is not a number; write digits alone, such as 720 or 1.5")
    return Decimal(value)


Number = Annotated[
    Decimal, BeforeValidator(_as_number), PlainSerializer(str), WithJsonSchema({"type": "number"})
]
"""A decimal number with the places that were written."""


def _as_count(value: object) -> int:
    if not isinstance(value, str):
        raise wrong(f"{_kind_of(value)} stands where a number belongs; write digits alone, such as 12")
    if not re.fullmatch(r"0|[1-9][0-9]{0,8}", value):
        raise wrong(f"'{value}' is not a whole number; write digits alone, such as 12")
    return int(value)


Count = Annotated[int, BeforeValidator(_as_count), WithJsonSchema({"type": "integer", "minimum": 0})]
"""A whole number that is not negative."""


def _as_flag(value: object) -> bool:
    if value not in ("true", "false"):
        raise wrong(f"'{value}' is neither true nor false; write one of the two")
    return value == "true"


Flag = Annotated[bool, BeforeValidator(_as_flag), WithJsonSchema({"type": "boolean"})]
"""`true` or `false`, in these words."""
