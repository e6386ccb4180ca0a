"""llms.txt: what the site is and holds, where its files lie, and what nobody may conclude (llmstxt.org).

It stays small whatever the site holds: the newest forums by name, then the addresses of the lists.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from generator.corpus.corpus import Corpus
from generator.corpus.urls import PERMANENT_FOLDER, file_address, page_address, root_address
from generator.i18n.phrases import day_in_words
from generator.i18n.strings import SiteWords, Words
from generator.models import LANGUAGES
from generator.output.site_paths import TWINS_FOLDER
from generator.pages.data_page import USES
from generator.pages.marks import marked_name
from generator.pages.page import Label, Word, label_text
from generator.pages.prose_pages import prose_pages
from generator.pages.twins import LLMS_PATH
from generator.parsing.plain_markdown import as_markdown, link_in_markdown

READING = (
    "what", "text", "references", "statuses", "silence", "titles", "doubt", "marks", "absent", "licence",
)  # fmt: skip
"""What a reader is told first, by its keys below llms in strings/."""
OF_PROPOSALS = ("statuses", "silence", "titles")
"""Those of them that hold where there are proposals."""
FORUMS_NAMED = 10
TOPICS_NAMED = 40
LISTS = {
    "forums": "forums/index.md", "proposals": "proposals/index.md", "follow_ups": "follow-ups.md",
    "responses": "responses.md", "speakers": "speakers/index.md", "organizations": "organizations/index.md",
    "topics": "topics/index.md", "sources": "sources/index.md",
}  # fmt: skip
"""Section of strings/ → the page."""
FURTHER_PAGES = {"search": "search.md", "statistics": "statistics.md", "data": "data.md"}
FILE_GROUPS = ("records", "api", "cite", "feeds", "calendars")
"""The groups of the data page whose files are named, unless there is one for each record."""


def llms_files(corpus: Corpus, site_words: SiteWords) -> Mapping[str, bytes]:
    return {LLMS_PATH: "".join(f"{line}\n" for line in _Guide(corpus, site_words).lines()).encode()}


class _Guide:
    """The lines of the file: what is read comes in one language after the other, names side by side."""

    def __init__(self, corpus: Corpus, site_words: SiteWords) -> None:
        self._corpus, self._words = corpus, site_words

    def lines(self) -> Iterator[str]:
        site = self._corpus.site
        yield f"# {self._both(partial(label_text, site.name))}"
        yield ""
        yield f"> {self._both(partial(label_text, site.description))}"
        for words in self._words.values():
            yield ""
            yield from (f"- {line}" for line in self._told(words))
        yield from self._section("llms.forums", self._forums())
        if self._corpus.has("topics"):
            yield from self._section("topics.title", self._topics())
        yield from self._section("llms.lists", self._pages(LISTS))
        for group in FILE_GROUPS:
            yield from self._section(f"data.groups.{group}", self._files(group))
        yield from ("", "## Optional", "")  # in English: to programs, this heading alone has a meaning
        yield from self._pages(FURTHER_PAGES)
        for page in prose_pages(self._corpus):
            yield f"- {self._page_link(page.title, page.path)}"

    def _told(self, words: Words) -> Iterator[str]:
        corpus, language = self._corpus, words.language
        site, root = corpus.site, root_address(corpus, language)
        kinds = [kind for kind in ("forums", "proposals") if corpus.has(kind)]
        counts = (words(f"{kind}.count", n=len(corpus.by_kind[kind])) for kind in kinds)
        values = {
            "counts": ", ".join(counts),
            "page": f"{root}{kinds[0]}/ID/",
            "text": f"{file_address(corpus, TWINS_FOLDER)}/{kinds[0]}/ID.md",
            "permanent": f"{root}{PERMANENT_FOLDER}/ID/",
            "licence": label_text(site.licence.name, words),
            "terms": site.licence.url or "",
            "name": label_text(site.name, words),
            "publisher": label_text(site.publisher.name, words),
            "root": root,
        }
        for key in READING:
            if key not in OF_PROPOSALS or corpus.has("proposals"):
                yield as_markdown(words(f"llms.{key}", **values))

    def _forums(self) -> Iterator[str]:
        corpus = self._corpus
        for forum in corpus.forums_newest_first[:FORUMS_NAMED]:
            link = link_in_markdown(self._side_by_side(partial(marked_name, forum)), self._text(forum.page))
            day = self._both(partial(day_in_words, forum.start_date))
            number = len(corpus.proposals_at(forum))
            held = f"; {self._said('proposals.count', n=number)}" if corpus.has("proposals") else ""
            yield f"- {link}: {day}{held}"

    def _topics(self) -> Iterator[str]:
        for topic in self._corpus.vocabulary.topics[:TOPICS_NAMED]:
            link = self._text_link(topic.label, f"topics/{topic.id}.md")
            yield f"- {link}: {self._said('proposals.count', n=len(self._corpus.proposals_on(topic)))}"
        link = self._text_link(Word("statuses.title"), "statuses.md")
        yield f"- {link}: {self._said('statuses.description')}"

    def _pages(self, pages: Mapping[str, str]) -> Iterator[str]:
        for section, path in pages.items():
            if not self._corpus.has(section):
                continue
            link = self._page_link(Word(f"{section}.title"), path)
            yield f"- {link}: {self._said(f'{section}.description')}"

    def _files(self, group: str) -> Iterator[str]:
        """The first file of each use; the others are called alike."""
        uses = (use for use in USES if use.group == group and LLMS_PATH not in use.patterns)
        for use in uses:
            first, *others = (*filter(self._is_there, use.patterns), "*")
            if "*" not in first:
                link = link_in_markdown(first, file_address(self._corpus, first))
                named = "".join(f", {as_markdown(other)}" for other in others[:-1])
                yield f"- {link}{named}: {self._said(f'data.uses.{use.words}')}"

    def _is_there(self, pattern: str) -> bool:
        """Whether the archive has the files, as their names tell: `data/proposals.csv`."""
        return all(self._corpus.has(part.replace("-", "_")) for part in re.split(r"[/.]", pattern))

    def _section(self, key: str, lines: Iterable[str]) -> Iterator[str]:
        yield from ("", f"## {self._said(key)}", "", *lines)

    def _page_link(self, label: Label, path: str) -> str:
        return link_in_markdown(
            self._side_by_side(partial(label_text, label)), page_address(self._corpus, path, LANGUAGES[0])
        )

    def _text_link(self, label: Label, path: str) -> str:
        return link_in_markdown(self._side_by_side(partial(label_text, label)), self._text(path))

    def _text(self, path: str) -> str:
        """The address of a page's plain text."""
        return file_address(self._corpus, f"{TWINS_FOLDER}/{path}")

    def _said(self, key: str, **values: int) -> str:
        return self._both(partial(label_text, Word(key, values)))

    def _both(self, said: Callable[[Words], str]) -> str:
        """In Korean and in English, or once what is the same in both."""
        return as_markdown(self._side_by_side(said))

    def _side_by_side(self, said: Callable[[Words], str]) -> str:
        return " / ".join(dict.fromkeys(said(words) for words in self._words.values()))
