"""The address at which a site is published, if the environment says another than content/site.yml."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator.corpus.reader import read_model
from generator.models import Site
from generator.parsing.addresses import uri_of, wrong_address, wrong_folder_address
from generator.parsing.problems import Problem, Problems

ADDRESS = "PROCEEDINGS_ADDRESS"
"""The variable that says where a site is published, if that is not `address` in content/site.yml."""


def address_asked_for(environment: Mapping[str, str]) -> str | None:
    """The value of the variable ADDRESS, by the rules of `address` in site.yml; an empty one is none.

    Raises Problems.
    """
    text = environment.get(ADDRESS, "").strip()
    if not text:
        return None
    if wrong := wrong_address(text) or wrong_folder_address(text):
        raise Problems([Problem(ADDRESS, 1, 1, "", wrong)])
    return uri_of(text)


def written_address(root: Path) -> str:
    """The address in content/site.yml, whatever the environment says."""
    return read_model(root / Site.path, Site.path, Site).address
