"""The whole build: check the records, generate the pages, build both languages, verify them, publish them."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

from generator import DISTRIBUTION
from generator.corpus.corpus import Corpus
from generator.corpus.load import load_corpus, warnings_in
from generator.corpus.urls import LANGUAGE_FOLDERS
from generator.corpus.waiting import count_waiting, counted_waiting, published, to_preview
from generator.corpus.warnings import WARNINGS_OF_A_DAY
from generator.i18n.load import load_words
from generator.i18n.strings import SiteWords
from generator.models import LANGUAGES, Language
from generator.output.generated_folder import Written
from generator.output.publishing import build_lock, check_replaceable, publish, recover, staging_folder
from generator.output.verify import verify_site
from generator.output.verify.kept_summaries import KeptSummaries
from generator.parsing.messages import message
from generator.parsing.problems import Problem, Problems
from generator.pipeline.address import address_asked_for, written_address
from generator.pipeline.anchor_links import check_all_anchors
from generator.pipeline.cache import cache_of_site
from generator.pipeline.hosting import refuse_example, refuse_unfit
from generator.pipeline.offline import OfflineCopy, check_place_of_copy, make_copy
from generator.pipeline.page_files import write_pages
from generator.pipeline.processors import PROCESSORS
from generator.pipeline.program import program_digest
from generator.pipeline.progress import Silent, Steps, count_calls
from generator.pipeline.refusals import SiteFaulty, SiteIncomplete
from generator.pipeline.site_html import html_of
from generator.pipeline.stage import fill_stage
from generator.pipeline.today import today
from generator.typesetting.card_images import can_draw, draw_cards
from generator.typesetting.compiler import NOT_INSTALLED, TypesettingFailed, can_typeset
from generator.typesetting.left_out import LeaveOut, LeftOut, left_out, refuse
from generator.typesetting.volumes import bind_all, volumes

VERIFIED = "verified"
"""The kind of what is kept of the check of pages."""


@dataclass(frozen=True)
class Built:
    """The result of a build."""

    pages: int
    """In both languages together."""
    seconds: float
    site: Path
    address: str
    """Where it is to be published."""
    left_out: tuple[LeftOut, ...] = ()
    """Volumes and cards that could not be made; the site is published without them."""
    saved: Path | None = None
    """The folder that now holds the files that somebody had put into the published site by hand."""
    copy: OfflineCopy | None = None
    """The copy for a folder, if one was asked for."""


def check(root: Path, site_words: SiteWords, steps: Steps) -> Corpus:
    """The corpus of content/, with links to places within pages checked too; raises Problems."""
    corpus = read_corpus(root, steps)
    check_all_anchors(corpus, root / "content", site_words, today())
    return corpus


def check_and_warn(
    root: Path, site_words: SiteWords, steps: Steps, *, strict: bool = False
) -> tuple[Corpus, tuple[Problem, ...]]:
    """The corpus as `check` has it, and its warnings; raises Problems, which tell of both.

    `strict`: a warning is a problem, unless it depends on the day.
    """
    corpus = read_corpus(root, steps, warn=True)
    warnings = warnings_in(corpus, root / "content", today())
    try:
        check_all_anchors(corpus, root / "content", site_words, today())
    except Problems as broken:
        raise Problems([*broken.problems, *warnings]) from None
    if strict:
        refuse_warnings(warnings)
    return corpus, warnings


def refuse_warnings(warnings: tuple[Problem, ...]) -> None:
    """Raises Problems if there is a warning that does not depend on the day."""
    if any(warning.name not in WARNINGS_OF_A_DAY for warning in warnings):
        raise Problems(
            warning if warning.name in WARNINGS_OF_A_DAY else replace(warning, level="error")
            for warning in warnings
        )


def read_corpus(root: Path, steps: Steps, *, warn: bool = False) -> Corpus:
    """The corpus of content/; raises Problems, but for links to places, which are checked with the pages."""
    files = sum(1 for _ in (root / "content").glob("*/*.yml"))
    with steps.step(message("steps.check"), files) as advance:
        return load_corpus(
            root / "content",
            count_calls(advance),
            today=today(),
            warn=warn,
            address=address_asked_for(os.environ),
        )


def corpus_to_publish(corpus: Corpus, steps: Steps) -> Corpus:
    """The corpus without what waits; says how much that is."""
    waiting = count_waiting(corpus, today())
    if waiting:
        steps.say(message("build.waiting", what=counted_waiting(waiting)))
    return published(corpus, today())


def generate(
    root: Path, steps: Steps | None = None, *, preview_at: str | None = None
) -> Mapping[Language, Written]:
    """Both languages' pages below build/docs/; raises Problems before it writes anything.

    `preview_at`: the address of a preview, in which what waits is shown too.
    """
    steps = steps or Silent()
    with build_lock(root / "build", steps.say):
        corpus = read_corpus(root, steps)
        chosen = to_preview(corpus, today()) if preview_at else corpus_to_publish(corpus, steps)
        return write_pages(root, chosen, load_words(), steps, preview_at=preview_at).written


def typeset_files(
    root: Path, corpus: Corpus, site_words: SiteWords, steps: Steps, leave_out: LeaveOut = refuse
) -> dict[str, bytes]:
    """Volumes and social cards by path from the site's root; a build without Typst says so and goes on."""
    if not can_typeset():
        steps.say(message("build.no_typst", reason=NOT_INSTALLED))
        return {}
    folder = root / "build" / "cache" / "typst"
    with steps.step(message("steps.volumes"), sum(1 for _ in volumes(corpus, site_words))) as advance:
        made = bind_all(corpus, site_words, folder / "volumes", advance, leave_out)
    if not can_draw():
        steps.say(message("build.no_pillow", package=DISTRIBUTION))
        return made
    cards = len(LANGUAGES) * (1 + len(corpus.forums) + len(corpus.proposals))
    with steps.step(message("steps.cards"), cards) as advance:
        return made | draw_cards(corpus, site_words, folder / "cards", advance, leave_out)


def build(
    root: Path,
    steps: Steps,
    *,
    strict: bool = False,
    host: str | None = None,
    offline: bool = False,
    jobs: int = PROCESSORS,
) -> Built:
    """Check → generate → MkDocs in both languages → verify → publish; a failure leaves site/ as it was.

    `offline`: before it is published, the site is copied for a folder, into site-offline/.

    `strict`: a warning that does not depend on the day is a failure too, as is, SiteIncomplete, a volume or
    card that cannot be made. `host`: so is, HostRefuses, what one of the hosts in LIMITS would not take.
    `jobs`: how many processes work at once.
    """
    started = time.monotonic()
    site = root / "site"
    with build_lock(root / "build", steps.say):
        recover(site)
        check_replaceable(site)
        if offline:
            check_place_of_copy(root)
        corpus, site_words = read_corpus(root, steps, warn=strict), load_words()
        if strict:
            refuse_warnings(warnings_in(corpus, root / "content", today()))
        if host:
            refuse_example(corpus)
        corpus = corpus_to_publish(corpus, steps)
        failures: dict[str, TypesettingFailed] = {}
        typeset = typeset_files(root, corpus, site_words, steps, failures.__setitem__)
        missing = left_out(corpus, failures)
        if strict and missing:
            raise SiteIncomplete(missing)
        generated = write_pages(root, corpus, site_words, steps, typeset)
        pages = generated.number
        html = html_of(root, cache_of_site(root / "build"), generated, corpus, steps, jobs)
        with staging_folder(root / "build") as stage:
            fill_stage(stage, {**generated.beside, **html})
            verify(root, stage, corpus, pages, steps)
            if host:
                refuse_unfit(stage, host)
            copy = make_copy(root, stage, corpus, site_words, steps) if offline else None
            saved = publish(stage, site)
    seconds = time.monotonic() - started
    return Built(pages, seconds, site, corpus.site.address, missing, saved, copy)


def verify(root: Path, stage: Path, corpus: Corpus, pages: int, steps: Steps) -> None:
    """Every link, anchor, address and page of the built site is right; raises SiteFaulty."""
    with steps.step(message("steps.verify"), pages):
        address = corpus.site.address
        written = written_address(root) if address_asked_for(os.environ) else address
        kept = cache_of_site(root / "build").kept
        summaries = KeptSummaries(kept.read(VERIFIED), f"{program_digest().hex()} {address}")
        faults = verify_site(
            stage,
            dict[str, str](LANGUAGE_FOLDERS.items()),
            base_path=urlsplit(address).path,
            address=address,
            elsewhere=written if written != address else None,
            kept=summaries,
        )
        kept.write(VERIFIED, summaries.values)
    if faults:
        raise SiteFaulty(faults)
