"""One page of each type, since pages of a type differ in what they say and not in how they are made."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from generator.models import LANGUAGES, Language
from tests.support.paths import ROOT

FOLDERS: dict[Language, str] = {"ko": "", "en": "en/"}
"""Where each language begins, as seen from the site's root."""

NOT_EVERYWHERE = {"list", "talk", "taken_out"}
"""Types of which the records of a site need not have one; the further page of a long list is one."""

TEMPLATES = ROOT / "generator" / "rendering" / "templates"

_KIND = re.compile(r'<article data-kind="([^"]+)"')


@dataclass(frozen=True)
class SamplePage:
    """A page that stands for all of its type in its language."""

    type: str
    language: Language
    path: str
    """From the site's root; '' is the Korean home page."""

    def __str__(self) -> str:
        return f"{self.type}-{self.language}"


def sample_pages(site: Path) -> list[SamplePage]:
    """Of each type the page with the most in it, in each language, and the page for what is not there."""
    largest: dict[str, Path] = {}
    for page in sorted((site / "en").rglob("*.html")):
        if kind := _KIND.search(page.read_text("utf-8")):
            best = largest.get(kind[1])
            if best is None or page.stat().st_size > best.stat().st_size:
                largest[kind[1]] = page
    kinds = {template.name.partition(".")[0] for template in TEMPLATES.glob("[!_]*.jinja")}
    # A redirect has no content, and the missing page's template is the theme's.
    assert largest.keys() | NOT_EVERYWHERE == kinds - {"redirect"} | {"404"}, f"page types in {site}"
    inside = {kind: path_of(page, site / "en") for kind, page in sorted(largest.items())}
    return [
        SamplePage(kind, each, FOLDERS[each] + path) for kind, path in inside.items() for each in LANGUAGES
    ]


def path_of(page: Path, root: Path) -> str:
    """The address of a page's file as seen from a root: without the name that hosts add."""
    return page.relative_to(root).as_posix().removesuffix("index.html")
