"""What site.yml says of the frame and of the kinds of record agrees with what there is."""

from __future__ import annotations

from collections.abc import Iterator

from generator.corpus.corpus import Corpus
from generator.corpus.rules.finding import Finding
from generator.parsing.messages import message
from generator.parsing.problems import suggestion


def frame_links_lead_to_pages(corpus: Corpus) -> Iterator[Finding]:
    """A page that a link in the navigation or the footer names is one of content/pages/."""
    unread = {name for folder, name in corpus.unread if folder == "pages"}
    known = {page.name for page in corpus.pages} | unread
    for field, links in (("navigation", corpus.site.navigation), ("footer", corpus.site.footer)):
        for number, link in enumerate(links):
            if link.page and link.page not in known:
                files = message("remedy.write_page", page=link.page)
                wrong = message(
                    "frame.no_page", page=link.page, remedy=suggestion(link.page, sorted(known)) or files
                )
                yield Finding(corpus.site.path, (field, number, "page"), wrong)


def records_are_of_kinds_that_there_are(corpus: Corpus) -> Iterator[Finding]:
    """No record is of a kind that site.yml says the archive is without."""
    for kind in dict.fromkeys(corpus.site.without):
        for record in corpus.by_kind[kind].values():
            yield Finding(record.path, (), message("frame.without", kind=kind))
