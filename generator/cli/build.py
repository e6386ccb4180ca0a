"""The command `proceedings build`: the whole site, unless nothing has changed."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import click

from generator.cli.language import spoken
from generator.cli.options import quiet_option
from generator.cli.spoken_help import SpokenCommand, spoken_option
from generator.cli.without import without_option
from generator.output.host_limits import LIMITS
from generator.parsing.messages import in_words, message
from generator.pipeline.options import BuildOptions
from generator.pipeline.processors import PROCESSORS
from generator.pipeline.unchanged import published_already


@click.command("build", cls=SpokenCommand, about=message("help.build"))
@spoken_option("--strict", is_flag=True, about=message("help.strict"))
@spoken_option("--for", "host", type=click.Choice(sorted(LIMITS)), about=message("help.for_host"))
@spoken_option("--offline", is_flag=True, about=message("help.offline"))
@without_option
@spoken_option(
    "--jobs", "-j", type=click.IntRange(1), default=PROCESSORS, show_default=True, about=message("help.jobs")
)
@quiet_option
@click.pass_obj
def build_command(project: Path, /, quiet: bool, **chosen: Any) -> None:  # noqa: ANN401 - the options above
    started = time.monotonic()
    options = BuildOptions(**chosen)
    if not (options.host or options.offline) and (published := published_already(project, options.decide)):
        if not quiet:
            unchanged = message(
                "summary.unchanged",
                pages=published.pages,
                seconds=f"{time.monotonic() - started:.1f}",
                home=f"{project / 'site'}/index.html",
            )
            click.echo(in_words(unchanged, spoken()))
        return
    # Whoever has changed nothing is told so in half a second; this takes more than one to load.
    from generator.cli.building import build_site  # noqa: PLC0415 - see above

    build_site(project, options, quiet)
