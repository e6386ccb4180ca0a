"""The tabs and the footer: what there are pages for, and the archive's own links."""

from __future__ import annotations

from generator.engine.fixed_settings import FOOTER, NAVIGATION
from generator.engine.navigation import FrameEntry, footer_of, navigation_of
from generator.models import Site, Text
from generator.models.frame import FrameLink
from tests.support.small_corpus import corpus as small_corpus

SITE = small_corpus().site
OURS = Text(ko="우리", en="We")


def site_with(**fields: object) -> Site:
    return SITE.model_copy(update=fields)


def test_only_pages_that_there_are_stand_in_the_frame() -> None:
    assert [entry.target for entry in navigation_of(SITE, NAVIGATION)] == list(NAVIGATION)
    pages = {"index.md", "forums/index.md", "data.md", "history.md"}
    assert [entry.target for entry in navigation_of(SITE, pages)] == [
        "index.md",
        "forums/index.md",
        "data.md",
    ]
    assert [entry.target for entry in footer_of(SITE, pages)] == ["data.md"]


def test_the_archive_s_own_links_come_last_in_their_order() -> None:
    own = (FrameLink(page="history"), FrameLink(label=OURS, url="https://도서관.example.org/길"))
    host = "도서관".encode("idna").decode()
    entries = (
        FrameEntry("history.md"),
        FrameEntry(f"https://{host}.example.org/%EA%B8%B8", OURS, is_external=True),
    )
    pages = {*NAVIGATION, *FOOTER, "history.md"}
    assert navigation_of(site_with(navigation=own), pages)[len(NAVIGATION) :] == entries
    assert footer_of(site_with(footer=own), pages)[len(FOOTER) :] == entries


def test_an_archive_may_call_a_page_otherwise_but_links_it_once() -> None:
    about = FrameLink(page="about", label=OURS)
    footer = footer_of(site_with(footer=(about, about)), FOOTER)
    assert [entry.target for entry in footer] == list(FOOTER)
    assert [entry.label for entry in footer if entry.target == "about.md"] == [OURS]
