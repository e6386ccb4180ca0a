"""The option `--without`: parts of a site that a build does not make."""

from __future__ import annotations

import click

from generator.cli.spoken_help import WrongUsage, spoken_option
from generator.parsing.messages import message
from generator.typesetting.parts import PARTS


def _parts_in(context: click.Context, option: click.Parameter, written: str) -> frozenset[str]:
    """The parts named in a list with commas; raises WrongUsage if one of the names is none."""
    names = [name.strip() for name in written.split(",")] if written else []
    for name in names:
        if name not in PARTS:
            wrong = message("usage.choice", value=name, known=", ".join(PARTS))
            raise WrongUsage(wrong, option.opts[0], context)
    return frozenset(names)


without_option = spoken_option(
    "--without", metavar=",".join(PARTS), default="", callback=_parts_in, about=message("help.without")
)
