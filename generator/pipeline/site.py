"""The whole build: check the records, generate the pages, build both languages, verify them, publish them."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from generator.corpus.corpus import Corpus
from generator.corpus.kept_records import KeptRecords, recorded_digests
from generator.corpus.load import load_corpus, warnings_in
from generator.corpus.waiting import count_waiting, counted_waiting, published, to_preview
from generator.corpus.warnings import WARNINGS_OF_A_DAY
from generator.i18n.load import load_words
from generator.i18n.strings import SiteWords
from generator.models import LANGUAGES, Language
from generator.output.generated_folder import Written
from generator.output.program_digest import whole_program_digest
from generator.output.publishing import build_lock, check_replaceable, publish, recover, staging_folder
from generator.output.site_paths import LANGUAGE_FOLDERS
from generator.output.verify import verify_site
from generator.output.verify.kept_summaries import KeptSummaries
from generator.parsing.messages import message
from generator.parsing.problems import Problem, Problems
from generator.pipeline.address import address_asked_for, written_address
from generator.pipeline.anchor_links import check_all_anchors
from generator.pipeline.cache import cache_of_site
from generator.pipeline.hosting import refuse_example, refuse_unfit
from generator.pipeline.offline import OfflineCopy, check_place_of_copy, make_copy
from generator.pipeline.options import BuildOptions
from generator.pipeline.page_files import Typesetting, write_pages
from generator.pipeline.processors import PROCESSORS
from generator.pipeline.progress import Silent, Steps, count_calls
from generator.pipeline.refusals import SiteFaulty
from generator.pipeline.site_html import html_of
from generator.pipeline.stage import fill_stage
from generator.pipeline.today import today
from generator.pipeline.unchanged import Published, inputs_of, note_published, states_in
from generator.pipeline.volumes_and_cards import finished, typesetting_beside
from generator.typesetting.left_out import LeftOut

VERIFIED = "verified"
"""The kind of what is kept of the check of pages."""

RECORDS = "records"
"""The kind of what is kept of the records."""

DEFAULTS = BuildOptions()


@dataclass(frozen=True)
class Changed:
    """How much of a site a build made anew."""

    paths: tuple[str, ...]
    """The pages that were made, from the site's root; the others are an earlier build's."""
    pages: int
    """All of them, in both languages together."""
    records: tuple[str, ...]
    """The files of records that are new, changed or gone since the build before."""


@dataclass(frozen=True)
class Built:
    """The result of a build."""

    changed: Changed
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
    whole_program_digest.cache_clear()  # a preview reads again after somebody changed a template
    store = cache_of_site(root / "build").kept
    kept = KeptRecords(store.read(RECORDS), whole_program_digest())
    with steps.step(message("steps.check"), files) as advance:
        corpus = load_corpus(
            root / "content",
            count_calls(lambda done: advance(min(done, files))),  # rules count too
            today=today(),
            warn=warn,
            address=address_asked_for(os.environ),
            kept=kept,
        )
    if (root / "build").is_dir():
        store.write(RECORDS, kept.values)
    return corpus


def corpus_to_publish(corpus: Corpus, steps: Steps) -> Corpus:
    """The corpus without what waits; says how much that is."""
    waiting = count_waiting(corpus, today())
    if waiting:
        steps.say(message("build.waiting", what=counted_waiting(waiting)))
    return published(corpus, today())


def sound_corpus(root: Path, steps: Steps, options: BuildOptions) -> Corpus:
    """The corpus without what waits, if nothing keeps it from being published."""
    corpus = read_corpus(root, steps, warn=options.strict)
    if options.strict:
        refuse_warnings(warnings_in(corpus, root / "content", today()))
    if options.host:
        refuse_example(corpus)
    return corpus_to_publish(corpus, steps)


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
        docs = root / "build" / "docs"
        before = {language: states_in(docs / language) for language in LANGUAGES}
        write_pages(root, chosen, load_words(), steps, preview_at=preview_at, jobs=PROCESSORS)
        return {language: written_since(before[language], docs / language) for language in LANGUAGES}


def written_since(before: Mapping[str, object], folder: Path) -> Written:
    """How many files of a folder are other ones than before."""
    after = states_in(folder)
    unchanged = sum(after[name] == state for name, state in before.items() if name in after)
    return Written(len(after) - unchanged, unchanged, len(before.keys() - after.keys()))


def build(root: Path, steps: Steps, options: BuildOptions = DEFAULTS) -> Built:
    """Check → generate → MkDocs in both languages → verify → publish; a failure leaves site/ as it was.

    What an earlier build made of the same things is taken over. Raises SiteIncomplete in a strict build, and
    HostRefuses for a host.
    """
    started, inputs = time.monotonic(), inputs_of(root, options.decide)
    with build_lock(root / "build", steps.say):
        return build_under_lock(root, steps, options, inputs, started)


def nothing_else(_corpus: Corpus) -> None:
    """A build takes over what earlier ones left in its own cache, and nothing else."""


def build_under_lock(
    root: Path,
    steps: Steps,
    options: BuildOptions,
    inputs: str,
    started: float,
    take_over: Callable[[Corpus], None] = nothing_else,
) -> Built:
    """The same for whoever holds the build's lock.

    `inputs`, `started`: what it goes by, and when it began. `take_over`: puts into the cache what other
    machines made; raises what keeps the site from being put together.
    """
    site, jobs = root / "site", options.jobs
    recover(site)
    check_replaceable(site)
    if options.offline:
        check_place_of_copy(root)
    before = recorded_digests(cache_of_site(root / "build").kept.read(RECORDS))
    corpus, site_words = sound_corpus(root, steps, options), load_words()
    take_over(corpus)
    with typesetting_beside(root, corpus, site_words, steps, options.without, jobs) as running:
        typeset = partial(finished, running, corpus, steps, strict=options.strict)
        made = write_pages(root, corpus, site_words, steps, Typesetting(running.expected, typeset), jobs=jobs)
    html = html_of(root, cache_of_site(root / "build"), made, corpus, steps, jobs)
    with staging_folder(root / "build") as stage:
        fill_stage(stage, {**made.beside, **html.files})
        verify(root, stage, corpus, made.number, steps)
        if options.host:
            refuse_unfit(stage, options.host)
        copy = make_copy(root, stage, corpus, site_words, steps) if options.offline else None
        saved = publish(stage, site)
    if not made.left_out:
        note_published(root, inputs, Published(made.number, corpus.site.address))
    seconds = time.monotonic() - started
    changed = Changed(html.made, made.number, changed_records(before, corpus))
    return Built(changed, seconds, site, corpus.site.address, made.left_out, saved, copy)


def changed_records(before: Mapping[str, bytes], corpus: Corpus) -> tuple[str, ...]:
    """The files of records that are not as they were."""
    now = {f"{folder}/{key}": digest for (folder, key), digest in corpus.digests.items()}
    names = sorted(key for key in before.keys() | now.keys() if before.get(key) != now.get(key))
    return tuple(f"content/{key}.yml" for key in names)


def kept_summaries(root: Path, address: str) -> KeptSummaries:
    """What earlier builds found out about the pages of the site that is going to lie there."""
    kept = cache_of_site(root / "build").kept.read(VERIFIED)
    return KeptSummaries(kept, f"{whole_program_digest()} {address}")


def verify(root: Path, stage: Path, corpus: Corpus, pages: int, steps: Steps) -> None:
    """Every link, anchor, address and page of the built site is right; raises SiteFaulty."""
    with steps.step(message("steps.verify"), pages):
        address = corpus.site.address
        written = written_address(root) if address_asked_for(os.environ) else address
        kept = cache_of_site(root / "build").kept
        summaries = kept_summaries(root, address)
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
