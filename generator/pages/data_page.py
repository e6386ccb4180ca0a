"""The data page: every file that a reader can download, and the words that records choose from."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from itertools import groupby
from operator import itemgetter

from generator.corpus.corpus import Corpus
from generator.corpus.words import label_of_word
from generator.models import LANGUAGES, Language, Site, Text
from generator.output.site_paths import TWINS_FOLDER
from generator.pages.fields_page import DATA_PAGE, FieldTable, described_models, fields_link, lists_shown
from generator.pages.index import index_page
from generator.pages.page import Page, PageLink, section_link
from generator.pages.subscriptions import subscriptions_of_all
from generator.pages.twins import LLMS_PATH

COUNTED = ("forums", "proposals", "speakers", "organizations", "sources")


@dataclass(frozen=True)
class Use:
    """The purpose of files whose paths match some patterns; the page lists them in one row."""

    group: str
    words: str
    """A key of data.uses in strings/."""
    patterns: tuple[str, ...]
    """Shell patterns of the files' paths from the root of a language, in the order of display."""
    address_pattern: str = ""
    """The form of the files' addresses, where they are too many for links."""


USES = (
    Use("records", "spreadsheet", ("data/proceedings.xlsx",)),
    Use("records", "json", ("data/proceedings.json",)),
    Use("records", "csv", tuple(f"data/{folder}.csv" for folder in COUNTED)),
    Use("records", "tables", ("data/tables/*.csv",)),
    Use("records", "package", ("data/datapackage.json",)),
    Use("records", "sqlite", ("data/proceedings.db",)),
    Use("records", "jsonl", tuple(f"data/{folder}.jsonl" for folder in COUNTED)),
    Use("records", "schemas", ("data/schemas/*.json",)),
    Use("records", "popolo", ("data/popolo.json",)),
    Use("records", "licence", ("data/LICENSE.txt",)),
    Use("records", "sums", ("data/SHA256SUMS",)),
    Use("cite", "bib", ("cite/all.bib",)),
    Use("cite", "biblatex", ("cite/all.biblatex.bib",)),
    Use("cite", "ris", ("cite/all.ris",)),
    Use("cite", "csl", ("cite/all.json",)),
    Use("cite", "cite_forums", ("cite/forums/*",), "cite/forums/ID.bib, .biblatex.bib, .ris, .json"),
    Use("feeds", "new", ("feeds/new.atom",)),
    Use("feeds", "follow_ups", ("feeds/follow-ups.atom",)),
    Use("feeds", "weekly", ("feeds/weekly.atom",)),
    Use("feeds", "feeds_each", ("feeds/*/*.atom",), "feeds/…/ID.atom"),
    Use("calendars", "ics", ("calendars/all.ics",)),
    Use("calendars", "ics_sessions", ("calendars/*.sessions.ics",), "calendars/ID.sessions.ics"),
    Use("calendars", "ics_each", ("calendars/*.ics",), "calendars/ID.ics"),
    Use("volumes", "year", ("volumes/[0-9][0-9][0-9][0-9].*pdf",)),
    Use("volumes", "volumes_each", ("volumes/*.pdf",), "volumes/ID.pdf"),
    Use("api", "api_start", ("api/v1/index.json",)),
    Use("api", "api_list", tuple(f"api/v1/{folder}/index.json" for folder in COUNTED)),
    Use("api", "api_record", ("api/v1/*/*.json",), "api/v1/…/ID.json"),
    Use("api", "llms", (LLMS_PATH,)),
    Use("api", "text", (f"{TWINS_FOLDER}/*.md",), f"{TWINS_FOLDER}/…/ID.md"),
)
"""The first one that matches a file is its use."""

OPTIONAL_GROUP = "volumes"
"""Only `build` makes its files, and only where Typst is installed; all other groups are on every page."""

NO_DOWNLOADS = ("cards/*", "lists/*")
"""Files that pages need and nobody downloads."""

FORMAT_NAMES = {
    "xlsx": "Excel", "json": "JSON", "jsonl": "JSON Lines", "csv": "CSV", "db": "SQLite", "txt": "TXT",
    "bib": "BibTeX", "biblatex.bib": "BibLaTeX", "ris": "RIS", "atom": "Atom", "ics": "iCalendar",
    "pdf": "PDF", "md": "Markdown",
}  # fmt: skip


KEYS_OF_PROPOSALS = ("permanent", "withdrawn")
"""Keys of the API's answers that are there for proposals alone."""


@dataclass(frozen=True)
class File:
    path: str
    """From the site's root."""
    size: int
    """Bytes."""


@dataclass(frozen=True)
class Download:
    """Files with the same use."""

    words: str
    formats: str
    files: tuple[File, ...]
    address_pattern: str = ""
    """The form of their addresses, in place of a link to each of many."""

    @property
    def size(self) -> int:
        return sum(file.size for file in self.files)


@dataclass(frozen=True)
class DataView:
    site: Site
    counts: tuple[tuple[PageLink, int], ...]
    """The lists of records and their numbers."""
    downloads: tuple[tuple[str, tuple[Download, ...]], ...]
    """Group, a key of data.groups in strings/ → its downloads."""
    records: tuple[PageLink, ...]
    """Where the fields of each kind of record are described."""
    parts: tuple[PageLink, ...]
    """The same of the parts of records."""
    words: tuple[tuple[str, tuple[tuple[str, Text], ...]], ...]
    """A list of the vocabulary → the ids in it, each with its label."""
    example: str
    """A query in SQL to the SQLite file."""
    unsaid: tuple[str, ...]
    """Keys of the API's answers that no answer has."""


def data_page(corpus: Corpus, language: Language, sizes: Mapping[str, int]) -> Page[DataView]:
    """`sizes`: path from the site's root → bytes, of all files that are published beside the pages."""
    counts = tuple((section_link(kind), len(corpus.by_kind[kind])) for kind in COUNTED if corpus.has(kind))
    records, parts = map(_links, described_models(corpus.kinds, corpus.site.without))
    example, found = example_question(corpus, language), downloads(language, sizes)
    unsaid = () if corpus.has("proposals") else KEYS_OF_PROPOSALS
    view = DataView(corpus.site, counts, found, records, parts, _words(corpus), example, unsaid)
    return index_page("data", DATA_PAGE, view, corpus, *subscriptions_of_all(corpus))


def _links(tables: Iterable[FieldTable]) -> tuple[PageLink, ...]:
    return tuple(map(fields_link, tables))


def example_question(corpus: Corpus, language: Language) -> str:
    """Of proposals about the first topic, or of forums of a kind where there are none."""
    if corpus.has("proposals"):
        return question(corpus.vocabulary.topics[0].label.best(language)[0], language)
    return question(corpus.vocabulary.forum_kinds[0].label.best(language)[0], language, "forums")


def _words(corpus: Corpus) -> tuple[tuple[str, tuple[tuple[str, Text], ...]], ...]:
    return tuple(
        (name, tuple((key, label_of_word(word)) for key, word in corpus.words_by_list[name].items()))
        for name in lists_shown(corpus)
    )


def sizes_unknown() -> Mapping[str, int]:
    """For a page planned before its files are made: every group that it always has, each file of 0 bytes."""
    always = (use for use in USES if use.group != OPTIONAL_GROUP)
    return dict.fromkeys((pattern for use in always for pattern in use.patterns), 0)


def question(word: str, language: Language, table: str = "proposals") -> str:
    """An SQL query for the records of a table that contain a word."""
    title = "title" if table == "proposals" else "name"
    quoted = word.replace('"', '""').replace("'", "''")
    return (
        f"select id, {title}_{language} from {table} where rowid in "  # noqa: S608 - to be read, not run
        f"(select rowid from {table}_fts where {table}_fts match '\"{quoted}\"')"
    )


def downloads(language: Language, sizes: Mapping[str, int]) -> tuple[tuple[str, tuple[Download, ...]], ...]:
    """Every file in the language or in none, by its use, in the order of `USES`."""
    paths_by_use: dict[Use, dict[str, str]] = {use: {} for use in USES}
    for path, relative in _offered(language, sizes).items():
        if not any(fnmatchcase(relative, pattern) for pattern in NO_DOWNLOADS):
            paths_by_use.setdefault(_use_of(relative), {})[path] = relative
    rows = [(use.group, _download(use, paths, sizes)) for use, paths in paths_by_use.items() if paths]
    return tuple(
        (group, tuple(row for _, row in in_group)) for group, in_group in groupby(rows, key=itemgetter(0))
    )


def _offered(language: Language, sizes: Mapping[str, int]) -> dict[str, str]:
    """Path from the site's root → from the language's; of files that each language has, its own."""
    roots = {other: f"{other}/" for other in LANGUAGES[1:]}
    own = roots.get(language, "")
    return {
        path: path.removeprefix(own)
        for path in sizes
        if (own and path.startswith(own))
        or (not path.startswith(tuple(roots.values())) and not (own and f"{own}{path}" in sizes))
    }


def _use_of(relative: str) -> Use:
    """The use of the file; an unknown file has one of its own, so that it is listed too."""
    folder, ending = posixpath.dirname(relative), posixpath.splitext(relative)[1]
    unknown = f"{folder}/*{ending}" if folder else relative
    other = Use("other", "other", (unknown,), unknown.replace("*", "…"))
    return next((use for use in USES if _pattern_index(use, relative) is not None), other)


def _pattern_index(use: Use, relative: str) -> int | None:
    """The index of the first pattern of the use that the path matches."""
    matches = (index for index, pattern in enumerate(use.patterns) if fnmatchcase(relative, pattern))
    return next(matches, None)


def _download(use: Use, paths: Mapping[str, str], sizes: Mapping[str, int]) -> Download:
    ordered = sorted(paths, key=lambda path: (_pattern_index(use, paths[path]) or 0, path))
    formats = dict.fromkeys(map(_format_of, ordered))
    files = tuple(File(path, sizes[path]) for path in ordered)
    return Download(use.words, ", ".join(formats), files, use.address_pattern)


def _format_of(path: str) -> str:
    ending = posixpath.splitext(path)[1].removeprefix(".")
    name = posixpath.basename(path)
    ending = next((known for known in FORMAT_NAMES if "." in known and name.endswith(f".{known}")), ending)
    return FORMAT_NAMES.get(ending, ending.upper() or "TXT")
