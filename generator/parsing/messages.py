"""Messages: a key and values; the words in Korean and English stand in strings/messages/.

    message("reference.unknown", wrong="hosts", remedy=message("remedy.correct"))

`{name}` is a value, `{name:,}` a number with its thousands parted; in Korean `{name:을}` a value with the
particle that fits it, and `{name:'을}` the same with the value in quotation marks. A value may be a message.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, total_ordering
from importlib import resources
from string import Formatter
from typing import Literal, TypeAlias

import yaml

from generator.parsing.particles import with_particle

Speech = Literal["ko", "en"]
"""The language that the command speaks."""

LONGEST_VALUE = 400
"""Characters of a value: a message that quotes a whole file still ends with advice."""

MessageValue: TypeAlias = "str | int | Message"
MessageStrings: TypeAlias = "Mapping[str, str | MessageStrings]"


@total_ordering
@dataclass(frozen=True)
class Message:
    """What somebody is told, in no language yet; `str` of it is English."""

    key: str
    values: tuple[tuple[str, MessageValue], ...] = ()

    def __str__(self) -> str:
        return in_words(self, "en")

    def with_value(self, name: str, value: MessageValue) -> Message:
        """The message with one more value, for programs; its words need not name it."""
        return Message(self.key, tuple(sorted({**dict(self.values), name: value}.items())))

    def __lt__(self, other: Message) -> bool:
        return (self.key, repr(self.values)) < (other.key, repr(other.values))


class Refused(ValueError):
    """A text is not what it has to be; the message tells its writer why."""

    def __init__(self, reason: Message) -> None:
        super().__init__(reason)
        self.reason = reason


class Refusal(Exception):
    """Something cannot be done; the message says why, and what to do."""

    def __init__(self, reason: Message) -> None:
        super().__init__(reason)
        self.reason = reason


def message(key: str, /, **values: MessageValue) -> Message:
    """The message of a key, with the values that its words name."""
    return Message(key, tuple((name, _bounded(value)) for name, value in sorted(values.items())))


def verbatim(text: str) -> Message:
    """The words of another program, in whatever language it speaks."""
    return Message("verbatim", (("text", text),))


def in_words(spoken: Message, language: Speech) -> str:
    """The message in a language; KeyError for a key or a value that the words lack."""
    values = dict(spoken.values)
    return "".join(
        literal + (_said(values[name], spec or "", language) if name else "")
        for literal, name, spec, _ in Formatter().parse(_template(spoken.key, values.get("n"), language))
    )


def as_plain_values(spoken: Message) -> dict[str, object]:
    """The values for JSON, in which a message is `{"key": …, "values": {…}}`."""
    return {
        name: {"key": value.key, "values": as_plain_values(value)} if isinstance(value, Message) else value
        for name, value in spoken.values
    }


LANGUAGE_VARIABLE = "PROCEEDINGS_LANG"
_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")
"""Variables of the system, the strongest first."""


def speech_of(environment: Mapping[str, str]) -> Speech:
    """Of PROCEEDINGS_LANG, else of the locale (`ko_KR.UTF-8`), else English; an empty variable is none."""
    names = (LANGUAGE_VARIABLE, *_LOCALE)
    chosen = next((environment[name] for name in names if environment.get(name)), "")
    return "ko" if chosen.lower().replace("_", "-").partition("-")[0] == "ko" else "en"


@cache
def message_strings(language: Speech) -> MessageStrings:
    """The words of a language by topic, which are part of this program."""
    file = resources.files("generator") / "strings" / "messages" / f"{language}.yml"
    strings: MessageStrings = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return strings


def shortened(text: str, longest: int = LONGEST_VALUE) -> str:
    """A long text without its middle."""
    return text if len(text) <= longest else f"{text[: longest // 2]} … {text[-longest // 2 :]}"


def _bounded(value: MessageValue) -> MessageValue:
    return shortened(value) if isinstance(value, str) else value


def _template(key: str, n: MessageValue | None, language: Speech) -> str:
    """The words of a key; where they have two forms, the value `n` chooses."""
    entry: str | MessageStrings = message_strings(language)
    for step in key.split("."):
        if isinstance(entry, str):
            raise KeyError(key)
        entry = entry[step]
    if isinstance(entry, str):
        return entry
    form = entry["one"] if n == 1 and "one" in entry else entry["other"]
    if not isinstance(form, str):
        raise KeyError(key)
    return form


def _said(value: MessageValue, spec: str, language: Speech) -> str:
    if isinstance(value, int):
        text = format(value, "," if spec.startswith(",") else "")
        spec = spec.removeprefix(",")
    else:
        text = in_words(value, language) if isinstance(value, Message) else value
    if spec.startswith("'"):
        return with_particle(f"'{text}'", spec[1:]) if spec[1:] else f"'{text}'"
    return with_particle(text, spec) if spec else text
