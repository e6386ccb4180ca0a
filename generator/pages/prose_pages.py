"""Pages that people wrote as Markdown, in content/pages/."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.corpus.corpus import Corpus
from generator.models import Prose, Text
from generator.models.content import ProsePage
from generator.pages.page import HOME, Page


@dataclass(frozen=True)
class ProseView:
    text: Prose


def prose_pages(corpus: Corpus) -> Iterator[Page[ProseView]]:
    """A page for each name; a language that lacks it shows the other's text."""
    names = dict.fromkeys(page.name for page in corpus.pages)
    for name in names:
        versions = {page.language: page for page in corpus.pages if page.name == name}
        ko, en = versions.get("ko"), versions.get("en")
        yield Page(
            f"{name}.md",
            "prose",
            title=Text.model_construct(ko=_title(ko), en=_title(en)),
            view=ProseView(Prose.model_construct(ko=_text(ko), en=_text(en))),
            crumbs=(HOME,),
            description=Prose.model_construct(ko=_text(ko), en=_text(en)),
            source_file=(ko or next(iter(versions.values()))).path,
        )


def _title(page: ProsePage | None) -> str | None:
    return page.title if page else None


def _text(page: ProsePage | None) -> str | None:
    return page.text if page else None
