"""The languages that every site is in."""

from __future__ import annotations

from typing import Literal, get_args

Language = Literal["ko", "en"]

LANGUAGES: tuple[Language, ...] = get_args(Language)
"""Korean first: it is the language at the site's root."""
