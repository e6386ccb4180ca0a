"""The command `proceedings build`: the whole site, unless nothing has changed."""

from __future__ import annotations

import time
from pathlib import Path

import click

from generator.cli.language import say, spoken
from generator.cli.options import quiet_option
from generator.cli.spoken_help import SpokenCommand, spoken_option
from generator.output.host_limits import LIMITS
from generator.parsing.messages import in_words, message
from generator.pipeline.processors import PROCESSORS
from generator.pipeline.unchanged import inputs_of, published_already


@click.command("build", cls=SpokenCommand, about=message("help.build"))
@spoken_option("--strict", is_flag=True, about=message("help.strict"))
@spoken_option("--for", "host", type=click.Choice(sorted(LIMITS)), about=message("help.for_host"))
@spoken_option("--offline", is_flag=True, about=message("help.offline"))
@spoken_option(
    "--jobs", "-j", type=click.IntRange(1), default=PROCESSORS, show_default=True, about=message("help.jobs")
)
@quiet_option
@click.pass_obj
def build_command(
    project: Path, strict: bool, host: str | None, offline: bool, jobs: int, quiet: bool
) -> None:
    started = time.monotonic()
    options = f"strict={strict}"
    if not (host or offline) and (published := published_already(project, options)):
        if not quiet:
            seconds = f"{time.monotonic() - started:.1f}"
            unchanged = message(
                "summary.unchanged", pages=published.pages, seconds=seconds, home=f"{project / 'site'}/index.html"
            )
            click.echo(in_words(unchanged, spoken()))
        return
    # Whoever has changed nothing is told so in half a second; this takes more than one to load.
    from generator.cli.building import build_site  # noqa: PLC0415 - see above

    build_site(project, options, strict=strict, host=host, offline=offline, jobs=jobs, quiet=quiet)
