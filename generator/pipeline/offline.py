"""The copy of a built site for a folder, in site-offline/ and as site-offline.zip."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from html import escape
from pathlib import Path
from urllib.parse import urlsplit

from generator.corpus.corpus import Corpus
from generator.exports.list_tables import LISTS_FOLDER
from generator.i18n.formats import format_day
from generator.i18n.strings import SiteWords
from generator.models.date import Day
from generator.output.atomic_write import replace_file
from generator.output.offline import CopyPlan, pages_to_copy, write_copy
from generator.output.offline.archive import zip_folder
from generator.output.publishing import check_replaceable, discard, publish, recover
from generator.output.site_paths import LANGUAGE_FOLDERS, place_within
from generator.output.verify import files_of, verify_site
from generator.output.verify.copy_rules import COPY_RULES
from generator.output.verify.resolve import BuiltSite
from generator.pages.citation_box import CITATIONS_FOLDER
from generator.parsing.messages import message
from generator.parsing.time_zone import KOREA
from generator.pipeline.progress import Steps
from generator.pipeline.refusals import SiteFaulty
from generator.pipeline.run_mkdocs import clock_of_build
from generator.pipeline.today import today
from generator.search import SEARCH_FOLDER

COPY = "site-offline"
"""The folder of the copy beside site/, and the name of its zip file."""


@dataclass(frozen=True)
class OfflineCopy:
    """A copy that was made, with what it and its zip file weigh in bytes."""

    folder: Path
    size: int
    archive: Path
    packed: int
    saved: Path | None = None
    """The folder that now holds the files that somebody had put into the copy's folder by hand."""


def check_place_of_copy(root: Path) -> None:
    """Raises CannotPublish if something else is where the copy is to be."""
    recover(root / COPY)
    check_replaceable(root / COPY)


def make_copy(root: Path, stage: Path, corpus: Corpus, site_words: SiteWords, steps: Steps) -> OfflineCopy:
    """Copies the verified site in the stage; raises SiteFaulty, and leaves an older copy as it was."""
    day, address = day_of_copy(corpus), corpus.site.address
    site = site_in_stage(stage, address)
    plan = plan_of_copy(site, notes_of_copy(site_words, day, address))
    pages = pages_to_copy(site)
    with stage_beside(stage) as copy, steps.step(message("steps.copy"), len(pages)) as advance:
        write_copy(stage, copy, plan, advance)
        verify_copy(copy, site)
        packed = stage.with_name(f"{copy.name}.zip")
        try:
            zip_folder(copy, packed, COPY, day)
            sizes = (
                sum(path.stat().st_size for path in copy.rglob("*") if path.is_file()),
                packed.stat().st_size,
            )
            replace_file(root / f"{COPY}.zip", packed)
        finally:
            packed.unlink(missing_ok=True)
        saved = publish(copy, root / COPY)
    return OfflineCopy(root / COPY, sizes[0], root / f"{COPY}.zip", sizes[1], saved)


@contextmanager
def stage_beside(stage: Path) -> Iterator[Path]:
    """An empty folder for the copy; what a kill leaves of it goes with other stages."""
    copy = stage.with_name(f"{stage.name}-copy")
    copy.mkdir()
    try:
        yield copy
    finally:
        discard(copy, stage.parent)


def verify_copy(copy: Path, site: BuiltSite) -> None:
    """Every page of the copy is right and every link in it names a file that is there; raises SiteFaulty."""
    faults = verify_site(copy, site.languages, site.base_path, site.address, COPY_RULES)
    if faults:
        raise SiteFaulty(faults)


def site_in_stage(stage: Path, address: str) -> BuiltSite:
    """The site that stands in the stage and is to have the address."""
    files, _ = files_of(stage)
    whole = f"{address.rstrip('/')}/"
    folders = dict[str, str](LANGUAGE_FOLDERS.items())
    return BuiltSite(frozenset(files), folders, urlsplit(whole).path, whole)


def plan_of_copy(site: BuiltSite, notes: Mapping[str, str]) -> CopyPlan:
    """Scripts read what is made for the search and for lists, and take citations out of files for many."""
    within = {file: place_within(file) for file in site.files}
    of_search = frozenset(
        file
        for file, path in within.items()
        if path.startswith(f"{SEARCH_FOLDER}/") and path.endswith(".json")
    )
    of_lists = frozenset(file for file, path in within.items() if path.startswith(f"{LISTS_FOLDER}/"))
    of_works = frozenset(
        file
        for file, path in within.items()
        if path.startswith(f"{CITATIONS_FOLDER}/") and path.endswith((".bib", ".ris", ".json"))
    )
    return CopyPlan(site, notes, of_search | of_lists | of_works, of_search | of_lists)


def notes_of_copy(site_words: SiteWords, day: date, address: str) -> dict[str, str]:
    """The line that says in each language of which day the copy is and where the archive is on the web."""
    shown = escape(address.partition("://")[2].rstrip("/"))
    link = f'<a href="{{address}}">{shown}</a>'
    return {
        language: escape(words("offline.note", day="\0", archive="\1"))
        .replace("\0", escape(format_day(Day(day.year, day.month, day.day), language)))
        .replace("\1", link)
        for language, words in site_words.items()
    }


def day_of_copy(corpus: Corpus) -> date:
    """The day of the build's clock, so that the same records make the same bytes."""
    seconds = clock_of_build(corpus)
    return today() if seconds is None else datetime.fromtimestamp(seconds, KOREA).date()
