"""Every address leads to one page, every named file exists, and every internal link leads to a page."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from generator.corpus.corpus import Corpus
from generator.corpus.links import linkable_pages, links_in_texts, may_be_unread_talk
from generator.corpus.own_site import INDEX_PAGES, index_pages, section_of
from generator.corpus.rules.finding import Finding
from generator.corpus.withdrawals import withdrawn_pages
from generator.models import Attachment, Record, Site
from generator.models.frame import HANGS_ON
from generator.models.traverse import values_of
from generator.parsing.file_names import ancestors, folded
from generator.parsing.messages import Message, message
from generator.parsing.problems import Field, suggestion

SITE_FOLDERS = (
    "en", "assets", "files", "search", "p", "cards", "volumes", "cite", "feeds", "calendars", "api",
    "text",
)  # fmt: skip
"""Folders at the site's root: the other language, the theme's assets, content/files/, the search index,
permanent addresses, social cards, volumes, citations, feeds, calendars, the static API, records as
plain text."""

FILE_KINDS = (
    "pdf", "hwp", "hwpx", "doc", "docx", "odt", "ppt", "pptx", "odp", "xls", "xlsx", "ods", "csv", "txt",
    "jpg", "jpeg", "png", "webp", "avif", "gif", "mp3", "mp4", "webm", "zip",
)  # fmt: skip
"""Papers, slides, tables, pictures and recordings; HTML and SVG can hold scripts, Markdown becomes a page."""


def redirects_collide_with_nothing(corpus: Corpus) -> Iterator[Finding]:
    """A former id is no record's id and no other record's former id."""
    owners = {(record.folder, record.id): record.path for record in corpus.records}
    for record in corpus.records:
        for number, former in enumerate(corpus.former_ids(record)):
            first = owners.setdefault((record.folder, former), f"{record.path}#{number}")
            if first != f"{record.path}#{number}":
                wrong = message("paths.taken", former=former, owner=first.partition("#")[0])
                yield Finding(record.path, ("redirect_from", number), wrong)


def named_files_exist(corpus: Corpus) -> Iterator[Finding]:
    """A file that a record names lies below content/files/."""
    for forum in corpus.forums.values():
        for field, document in values_of(forum, Attachment):
            yield from _missing_file(corpus, forum, (*field, "file"), document.file)
    for speaker in corpus.speakers.values():
        yield from _missing_file(corpus, speaker, ("image",), speaker.image)
    yield from _missing_file(corpus, corpus.site, ("logo",), corpus.site.logo)
    yield from _missing_file(corpus, corpus.site, ("favicon",), corpus.site.favicon)


def _missing_file(corpus: Corpus, record: Record | Site, field: Field, name: str | None) -> Iterator[Finding]:
    if name and name not in corpus.files:
        remedy = suggestion(name, corpus.files) or message("remedy.put_or_correct")
        yield Finding(record.path, field, message("paths.no_file", name=name, remedy=remedy))


def files_carry_no_script(corpus: Corpus) -> Iterator[Finding]:
    """A file in content/files/ is of a kind that a browser shows or saves without running scripts.

    A logo or favicon may be an SVG file, since it was looked into when it was read.
    """
    for name in sorted(corpus.files - {corpus.site.logo, corpus.site.favicon}):
        kind = posixpath.splitext(name)[1].lower().removeprefix(".")
        if kind not in FILE_KINDS:
            wrong = message("paths.kind", kind=kind, known=", ".join(FILE_KINDS))
            yield Finding(f"content/files/{name}", (), wrong)


def file_names_differ_in_more_than_case(corpus: Corpus) -> Iterator[Finding]:
    """No two files or folders differ by case alone, which Windows, macOS and some hosts ignore."""
    first: dict[str, str] = {}
    told: set[str] = set()
    for file in sorted(corpus.files):
        for name in (*ancestors(file), file):
            other = first.setdefault(folded(name), name)
            if other != name and name not in told:
                told.add(name)
                yield Finding(f"content/files/{name}", (), message("paths.case", other=other))
            if other != name:
                break  # what lies in such a folder differs from the other's by the folder alone


def page_names_collide_with_nothing(corpus: Corpus) -> Iterator[Finding]:
    """A prose page has an address of its own: `forums.md` would share one with `forums/index.md`."""
    taken = {name.partition("/")[0] for name in INDEX_PAGES} | set(SITE_FOLDERS)
    for page in corpus.pages:
        if page.name in taken:
            yield Finding(page.path, (), message("paths.own_address", name=page.name))


def links_lead_to_pages(corpus: Corpus) -> Iterator[Finding]:
    """A link in a text to a page of this site leads to one that exists."""
    pages = linkable_pages(corpus, index_pages(corpus))
    known = pages | withdrawn_pages(corpus)  # of the latter a rule of its own tells
    moved = {
        f"{one.folder}/{former}.md": one.page for one in corpus.records for former in corpus.former_ids(one)
    }
    for link in links_in_texts(corpus):
        if link.page not in known and not may_be_unread_talk(corpus, link.page):
            now = moved.get(link.page)
            meant = message("remedy.mean", word=now) if now else suggestion(link.page, pages)
            remedy = _of_what_is_lacking(link.page) or meant or message("remedy.correct_link")
            wrong = message("paths.no_page", page=link.page, remedy=remedy)
            yield Finding(link.path, link.field, wrong, link.address)


def _of_what_is_lacking(page: str) -> Message | None:
    """What to do about a link to one of the generator's own pages, which only `without` keeps away."""
    name = page.removesuffix(".md")
    section = section_of(name)
    lacking = HANGS_ON.get(section, section)
    return message("remedy.without", kind=lacking) if name in INDEX_PAGES else None
