"""Options that several subcommands have."""

from __future__ import annotations

from generator.cli.spoken_help import spoken_option
from generator.parsing.messages import message

quiet_option = spoken_option("--quiet", "-q", is_flag=True, about=message("help.quiet"))
