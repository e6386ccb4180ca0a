"""The command `proceedings build`: the whole site, unless nothing has changed."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from generator.cli.language import spoken
from generator.cli.options import quiet_option
from generator.cli.spoken_help import SpokenCommand, WrongUsage, spoken_option
from generator.cli.without import without_option
from generator.output.host_limits import LIMITS
from generator.parsing.messages import Refused, in_words, message
from generator.pipeline.options import BuildOptions
from generator.pipeline.processors import PROCESSORS
from generator.pipeline.shard import Shard, shard_written
from generator.pipeline.unchanged import published_already

Called = Callable[..., None]


def with_build_options(called: Called) -> Called:
    """The options of a command that builds a site, which BuildOptions holds."""
    for option in (
        spoken_option(
            "--jobs",
            "-j",
            type=click.IntRange(1),
            default=PROCESSORS,
            show_default=True,
            about=message("help.jobs"),
        ),
        without_option,
        spoken_option("--offline", is_flag=True, about=message("help.offline")),
        spoken_option("--for", "host", type=click.Choice(sorted(LIMITS)), about=message("help.for_host")),
        spoken_option("--strict", is_flag=True, about=message("help.strict")),
    ):
        called = option(called)
    return called


def _shard_in(context: click.Context, option: click.Parameter, written: str | None) -> Shard | None:
    try:
        return shard_written(written) if written is not None else None
    except Refused as refused:
        raise WrongUsage(refused.reason, option.opts[0], context) from None


@click.command("build", cls=SpokenCommand, about=message("help.build"))
@with_build_options
@spoken_option("--shard", metavar="K/N", callback=_shard_in, about=message("help.shard"))
@spoken_option("--into", metavar="DIR", type=click.Path(path_type=Path), about=message("help.into"))
@quiet_option
@click.pass_obj
def build_command(
    project: Path,
    /,
    quiet: bool,
    shard: Shard | None,
    into: Path | None,
    **chosen: Any,  # noqa: ANN401 - the options of with_build_options
) -> None:
    started = time.monotonic()
    options = BuildOptions(**chosen)
    if shard:
        if options.offline:
            raise WrongUsage(message("usage.not_of_shard"), "--offline")
        from generator.cli.building import build_share  # noqa: PLC0415 - see below

        build_share(project, options, shard, into, quiet)
        return
    if into:
        raise WrongUsage(message("usage.into_alone"), "--into")
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
