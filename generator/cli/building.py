"""A build that has something to do, and what is said of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from generator.cli.exit import exit_on_failure
from generator.cli.language import say, spoken
from generator.cli.progress_bars import steps_for
from generator.i18n.formats import format_size
from generator.parsing.messages import Message, in_words, message, verbatim
from generator.pipeline import site
from generator.pipeline.assembly import assemble
from generator.pipeline.hosting import told_of_example
from generator.pipeline.offline import OfflineCopy
from generator.pipeline.options import BuildOptions
from generator.pipeline.shard import Shard
from generator.pipeline.shards import build_shard
from generator.pipeline.site import Built, Changed

NAMES_SAID = 3
"""Names that a line says before it counts."""


def build_site(project: Path, options: BuildOptions, quiet: bool) -> None:
    with exit_on_failure():
        built = site.build(project, steps_for(quiet), options)
    say_built(built, quiet, done(built))


def assemble_site(project: Path, options: BuildOptions, folders: Sequence[Path], quiet: bool) -> None:
    """One site of what several machines made."""
    with exit_on_failure():
        assembled = assemble(project, steps_for(quiet), options, folders)
    changed = assembled.built.changed
    told = message(
        "summary.assembled",
        pages=changed.pages,
        taken=changed.pages - len(changed.paths),
        n=assembled.shards,
        made=len(changed.paths),
        seconds=f"{assembled.built.seconds:.1f}",
        home=f"{assembled.built.site}/index.html",
    )
    say_built(assembled.built, quiet, told)


def build_share(project: Path, options: BuildOptions, shard: Shard, into: Path | None, quiet: bool) -> None:
    """What one machine makes of a site."""
    with exit_on_failure():
        share = build_shard(project, steps_for(quiet), options, shard, into)
    for left_out in share.left_out:
        say(left_out.message)
    if not quiet:
        told = message(
            "summary.shard",
            shard=str(shard),
            pages=share.pages,
            made=share.made,
            seconds=f"{share.seconds:.1f}",
            folder=f"{share.folder}",
        )
        click.echo(in_words(told, spoken()))


def say_built(built: Built, quiet: bool, told: Message) -> None:
    """What is to be known of a site that is published."""
    for left_out in built.left_out:
        say(left_out.message)
    if built.saved:
        say(message("build.found", folder=str(built.saved)))
    if not quiet:
        if example := told_of_example(built.address):
            say(example)
        click.echo(in_words(told, spoken()))
    if built.copy:
        say_copied(built.copy, quiet)


def done(built: Built) -> Message:
    """How many pages a build made and where they are; if not all, which and why."""
    changed, seconds, home = built.changed, f"{built.seconds:.1f}", f"{built.site}/index.html"
    if len(changed.paths) == changed.pages:
        return message("summary.built", pages=changed.pages, seconds=seconds, home=home)
    if not changed.paths:
        why = _reason(changed)
        return message("summary.same_pages", pages=changed.pages, why=why, seconds=seconds, home=home)
    return message(
        "summary.changed",
        n=len(changed.paths),
        pages=changed.pages,
        paths=_few(changed.paths),
        why=_reason(changed),
        seconds=seconds,
        home=home,
    )


def _reason(changed: Changed) -> Message:
    return _few(changed.records) if changed.records else message("summary.no_record")


def _few(names: tuple[str, ...]) -> Message:
    """The first names, and how many more there are."""
    first = ", ".join(names[:NAMES_SAID])
    more = len(names) - NAMES_SAID
    return message("summary.and_more", first=first, more=more) if more > 0 else verbatim(first)


def say_copied(copy: OfflineCopy, quiet: bool) -> None:
    """Where the copy for a folder is and what it weighs."""
    if copy.saved:
        say(message("build.found_there", folder=str(copy.saved)))
    if not quiet:
        copied = message(
            "summary.copied",
            home=f"{copy.folder}/index.html",
            size=format_size(copy.size, spoken()),
            archive=str(copy.archive),
            packed=format_size(copy.packed, spoken()),
        )
        click.echo(in_words(copied, spoken()))
