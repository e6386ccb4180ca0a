"""Values in words of strings/: a day with its doubts, an amount with its unit."""

from __future__ import annotations

from generator.i18n.formats import (
    format_day,
    format_scaled,
    format_short_day,
    is_singular,
    ordinal,
)
from generator.i18n.strings import Words
from generator.models.amount import Amount
from generator.models.date import Day
from generator.models.units import PLACE


def day_in_words(day: Day, words: Words, weekday: bool = False, short: bool = False) -> str:
    """A day as exact as it is known, with its doubts in words."""
    text = format_short_day(day, words.language) if short else format_day(day, words.language, weekday)
    if day.uncertain or day.approximate:
        text = words("day.approximate" if day.approximate else "day.uncertain", day=text)
    return text


def amount_in_words(amount: Amount, words: Words) -> str:
    """A number with its unit: `약 720조 원`, `about 720 trillion won`, `6위`, `6th`."""
    figure, unit = amount.figure, amount.unit
    scaled = format_scaled(figure.value, figure.scale, words.language)
    has_place = figure.scale is None and figure.value == int(figure.value) and figure.value > 0
    rank = unit.ordinal and words.language == "en" and has_place
    number = ordinal(int(figure.value)) if rank else scaled
    is_one = figure.scale is None and is_singular(figure.value, words.language)
    pattern = (unit.one if is_one else None) or unit.amount
    written = pattern.best(words.language)[0].replace(PLACE, number)
    return words(f"qualifiers.{figure.qualifier}", amount=written) if figure.qualifier else written
