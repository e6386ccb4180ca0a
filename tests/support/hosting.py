"""A project's site as readers have it: built, and served below a folder of its host."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.support.running import replace
from tests.support.serving import served
from tests.support.sites import build_in


@dataclass(frozen=True)
class HostedSite:
    folder: Path
    address: str


@contextmanager
def hosted(project: Path, **variables: str) -> Iterator[HostedSite]:
    """The site of a copied project; below a folder, since a site need not stand at the root.

    `variables`: environment variables of the build, such as PLAIN_INSTALL.
    """
    host = project.with_name("host")
    with served(host) as root:
        address = f"{root}library/"
        replace(project / "content/site.yml", "https://proceedings.example.org/library/", address)
        build_in(project, **variables)
        host.mkdir()
        (project / "site").rename(host / "library")
        yield HostedSite(host / "library", address)
