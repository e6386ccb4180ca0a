"""A build for a host: it ends where the host would not take the site, or nobody would find it there."""

from __future__ import annotations

from pathlib import Path

from generator.corpus.corpus import Corpus
from generator.corpus.warnings.texts import is_example_address
from generator.output.host_limits import beyond_limits
from generator.parsing.messages import Message, message
from generator.pipeline.address import ADDRESS
from generator.pipeline.refusals import NotPublished


class HostRefuses(NotPublished):
    """The site is not published, since it does not suit the host that it was built for."""


def refuse_example(corpus: Corpus) -> None:
    """What is published has an address of its own; raises HostRefuses for one that stands for any."""
    if is_example_address(corpus.site.address):
        raise HostRefuses([message("host.example", address=corpus.site.address, variable=ADDRESS)])


def refuse_unfit(site: Path, host: str) -> None:
    """Raises HostRefuses for a built site that is beyond the host's limits."""
    if reasons := list(beyond_limits(site, host)):
        raise HostRefuses(reasons)


def told_of_example(address: str) -> Message | None:
    """What a build says at its end while the address is one that stands for any other."""
    return (
        message("build.example", address=address, variable=ADDRESS) if is_example_address(address) else None
    )
