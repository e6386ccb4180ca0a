"""The language in which the command speaks: Korean or English."""

from __future__ import annotations

import os
from collections.abc import Mapping

import click

from generator.parsing.messages import Speech

VARIABLE = "PROCEEDINGS_LANG"
_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")
"""Variables of the system, the strongest first."""


def speech_of(environment: Mapping[str, str]) -> Speech:
    """Of PROCEEDINGS_LANG, else of the locale (`ko_KR.UTF-8`), else English; an empty variable is none."""
    chosen = next((environment[name] for name in (VARIABLE, *_LOCALE) if environment.get(name)), "")
    return "ko" if chosen.lower().replace("_", "-").partition("-")[0] == "ko" else "en"


def spoken() -> Speech:
    """The language of the command that runs, which `--lang` chooses before all others."""
    context = click.get_current_context(silent=True)
    chosen: Speech | None = context.meta.get(VARIABLE) if context else None
    return chosen or speech_of(os.environ)
