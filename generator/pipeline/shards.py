"""`build --shard K/N`: one machine's share of a large site, as a folder that `assemble` takes over."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

from generator.corpus.corpus import Corpus
from generator.engine.configuration import SiteFacts
from generator.i18n.load import load_words
from generator.models import LANGUAGES, Language
from generator.output.publishing import (
    build_lock,
    check_one_file_system,
    discard,
    is_real_folder,
    previous_of,
    put_in_place,
    recover,
    staging_folder,
)
from generator.output.site_paths import LANGUAGE_FOLDERS
from generator.output.verify import look_at_pages, site_of
from generator.output.verify.summary import AnyFile
from generator.parsing.messages import Refusal, message
from generator.pipeline.anchor_links import refuse_broken_anchors
from generator.pipeline.cache import Cache, cache_of_site
from generator.pipeline.engine_keys import has_own_programs
from generator.pipeline.html_files import HTML
from generator.pipeline.options import BuildOptions
from generator.pipeline.page_file import TEXTS, PageFile
from generator.pipeline.page_files import words_of, write_configuration
from generator.pipeline.page_maker import folders_in
from generator.pipeline.progress import Steps
from generator.pipeline.record_files import sorted_out
from generator.pipeline.shard import Shard
from generator.pipeline.shard_folder import DOCS, HTML_FOLDER, MANIFEST, TYPST, Manifest, fill_shard
from generator.pipeline.shard_inputs import shard_inputs
from generator.pipeline.share_files import Share, make_share
from generator.pipeline.site import RECORDS, VERIFIED, kept_summaries, sound_corpus
from generator.pipeline.site_html import ShareHtml, html_of_share
from generator.pipeline.volumes_and_cards import Finished, finished, typeset_folder, typesetting_beside
from generator.pipeline.workers import Assignment
from generator.typesetting.left_out import LeftOut
from generator.typesetting.running import Running
from generator.typesetting.typesetter import Shelves


class ShardPlaceTaken(Refusal):
    """Something else than a shard lies where one is to be written."""


@dataclass(frozen=True)
class ShardBuilt:
    """The result of a shard's build."""

    shard: Shard
    folder: Path
    pages: int
    """Its pages, in both languages together."""
    made: int
    """Those of them whose HTML was made now."""
    seconds: float
    left_out: tuple[LeftOut, ...]


@dataclass(frozen=True)
class TypesetShare:
    """A shard's volumes and cards."""

    files: Mapping[str, Path]
    """Path in the shard's folder → the file, also that of the reason why one could not be made."""
    left_out: tuple[LeftOut, ...]


def build_shard(
    root: Path, steps: Steps, options: BuildOptions, shard: Shard, into: Path | None = None
) -> ShardBuilt:
    """Reads and checks everything, makes what falls to the shard, and writes it into a folder of its own.

    What an earlier build made of the same things is taken over. site/ stays as it is. Raises as a build does,
    and ShardPlaceTaken.
    """
    started, inputs = time.monotonic(), shard_inputs(root, options)
    into = into or root / "build" / "shards" / shard.folder
    cache = cache_of_site(root / "build")
    with build_lock(root / "build", steps.say):
        check_place(into)
        corpus = sound_corpus(root, steps, options)
        work, share, typeset = files_of_share(root, corpus, steps, options, shard)
        made = sorted_out(share.made.values())
        html = pages_of_share(root, work, share.titles, made.pages, steps, options.jobs)
        verified = look_at_share(root, corpus, html, share, steps)
        kept = {**share.kept, HTML: html.kept, VERIFIED: verified, RECORDS: records_of_share(cache, shard)}
        files = {f"{HTML_FOLDER}/{path}": file for path, file in html.files.items()}
        files |= {**files_below_docs(work, share), **typeset.files}
        pages = sum(map(len, made.pages.values()))
        with staging_folder(root / "build") as stage:
            fill_shard(stage, Manifest(shard, inputs, pages, {}), files, kept)
            put_shard(stage, into)
    return ShardBuilt(shard, into, pages, html.made, time.monotonic() - started, typeset.left_out)


def check_place(into: Path) -> None:
    """Only an older shard and an empty folder are replaced; raises ShardPlaceTaken."""
    recover(into)
    if not os.path.lexists(into):
        return
    if not is_real_folder(into) or (any(into.iterdir()) and not (into / MANIFEST).is_file()):
        raise ShardPlaceTaken(message("shards.taken", folder=str(into)))


def put_shard(stage: Path, into: Path) -> None:
    """The finished folder takes its place in one step, and that of an older shard."""
    into.parent.mkdir(parents=True, exist_ok=True)
    check_one_file_system(stage, into)
    discard(previous_of(into), stage.parent)
    discard(put_in_place(stage, into), stage.parent)


def files_of_share(
    root: Path, corpus: Corpus, steps: Steps, options: BuildOptions, shard: Shard
) -> tuple[Assignment, Share, TypesetShare]:
    """The shard's files below build/docs/, its volumes and its cards."""
    site_words = load_words()
    own_words = words_of(site_words, corpus.site)
    refuse_broken_anchors(corpus, root / "content", own_words)
    cache, jobs = cache_of_site(root / "build"), options.jobs
    with typesetting_beside(
        root, corpus, site_words, steps, options.without, jobs, ours=shard.has
    ) as running:
        work = Assignment(corpus, own_words, root / "build", running.expected)
        share = make_share(work, cache, steps, jobs, shard)
        typeset = finished(running, corpus, steps, strict=options.strict)
    if failed := {one.path for one in typeset.left_out} & running.expected:
        # What failed now is left out: the pages that link to it are made once more.
        work = replace(work, made=running.expected - failed)
        share = make_share(work, cache, steps, jobs, shard)
    return work, share, TypesetShare(dict(files_of_typst(root, running, typeset)), typeset.left_out)


def files_of_typst(root: Path, running: Running, typeset: Finished) -> Iterator[tuple[str, Path]]:
    """What `assemble` is to find: each file that was made, or why it could not be."""
    reasons = Shelves(typeset_folder(root)).failed()
    for one in running.planned:
        file = typeset.files.get(one.path) or reasons.find(one.key)
        if file:
            yield f"{TYPST}/{file.parent.name}/{file.name}", file


def pages_of_share(
    root: Path,
    work: Assignment,
    titles: Mapping[Language, Mapping[str, str]],
    pages: Mapping[Language, Sequence[PageFile]],
    steps: Steps,
    jobs: int,
) -> ShareHtml:
    """The HTML of the shard's pages, unless it depends on what an archive's own program reads."""
    for language in LANGUAGES:
        facts = SiteFacts(work.corpus.site, work.site_words, work.corpus.site.address)
        write_configuration(root, facts, language, titles[language])
    if has_own_programs(root):
        steps.say(message("shards.own_programs"))
        return ShareHtml({}, 0, {})
    return html_of_share(root, cache_of_site(root / "build"), pages, work.corpus, steps, jobs)


def look_at_share(
    root: Path, corpus: Corpus, html: ShareHtml, share: Share, steps: Steps
) -> Mapping[str, bytes]:
    """What verification finds out about the shard's pages by themselves."""
    cache, address = cache_of_site(root / "build"), corpus.site.address
    docs = folders_in(root / "build" / "docs")
    texts = [text.path for files in share.made.values() for text in files.get(TEXTS, ())]
    site = site_of(AnyFile(), dict[str, str](LANGUAGE_FOLDERS.items()), urlsplit(address).path, address)
    summaries = kept_summaries(root, address)
    with steps.step(message("steps.verify"), len(html.files)):
        look_at_pages(cache.html, site, sorted(html.files), summaries)
        look_at_pages(docs[TEXTS], site, texts, summaries)
    cache.kept.add(VERIFIED, summaries.values)
    return summaries.values


def files_below_docs(work: Assignment, share: Share) -> Mapping[str, Path]:
    """Path in the shard's folder → each file below build/docs/ that was made of the share."""
    return {
        f"{DOCS}/{folder.name}/{file.path}": folder / file.path
        for files in share.made.values()
        for name, folder in folders_in(work.docs).items()
        for file in files.get(name, ())
    }


def records_of_share(cache: Cache, shard: Shard) -> Mapping[str, bytes]:
    """The records that fall to it as they were read: `assemble` need not parse them once more."""
    return {key: value for key, value in cache.kept.read(RECORDS).items() if shard.has(key)}
