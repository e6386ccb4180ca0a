"""Texts in one language or both: names, titles and labels on one line, and longer ones in Markdown."""

from __future__ import annotations

import re

from pydantic import BeforeValidator, field_validator, model_validator

from generator.models.model import Model, kind_of_value, wrong
from generator.parsing.commonmark import forbidden_markup
from generator.parsing.languages import LANGUAGES, Language
from generator.parsing.messages import message
from generator.parsing.yaml_parser import InBrackets, Unquoted

LONGEST_LINE = 500
"""Characters in a name, a title or a label."""

LONGEST_PROSE = 20_000
"""Characters in a field that holds Markdown, in one language."""

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
        no_text = message("value.no_text", kind=kind_of_value(value))
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


def with_capital(text: Text) -> Text:
    """The text with a capital letter in front, as it stands by itself."""
    said = {language: text.in_language(language) for language in LANGUAGES}
    return text.model_copy(update={name: one and one[:1].upper() + one[1:] for name, one in said.items()})


Choice = BeforeValidator(as_text)
"""Stands before a Literal, so that unquoted `no` and `on` get the message about quotes."""
