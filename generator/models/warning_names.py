"""The names of the warnings, by which a record silences those that are wrong about it."""

from __future__ import annotations

from typing import Annotated, Literal

from generator.models.lists import Few
from generator.models.texts import Choice

WarningName = Literal[
    "one-language",
    "language-code",
    "private-contact",
    "letter-not-in-pdf",
    "likely-double",
    "name-parts",
    "hidden-name",
    "older-successor",
    "after-its-end",
    "before-its-founding",
    "example-address",
    "unknown-placeholder",
    "no-other-name",
    "not-known-as",
    "unknown-host",
    "step-after-withdrawal",
    "withdrawal-without-source",
    "unasked-answer",
    "long-hours",
    "called-off",
    "online-venue",
    "late-status",
    "earlier-instead",
    "room-taken",
    "brought-along",
    "not-looked-at",
    "still-announced",
    "no-online-address",
    "embargo-passed",
]
"""They stay as they are, since records hold them."""

Silenced = Few[Annotated[WarningName, Choice]]
