"""The whole build: records checked, pages generated, both languages built, verified, published at once."""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from urllib.parse import urlsplit

from generator.build.anchor_links import check_anchors
from generator.build.progress import Silent, Steps, _counted
from generator.build.run_mkdocs import run_mkdocs
from generator.corpus.corpus import Corpus
from generator.corpus.load import load_corpus
from generator.engine.environment import ADDRESS
from generator.exports import export_files
from generator.i18n.strings import load_words
from generator.metadata.head import head_of
from generator.models import LANGUAGES, Language
from generator.output.generated_folder import Written, write_files
from generator.output.publishing import build_lock, check_replaceable, publish, recover, staging_folder
from generator.output.verify import Fault, verify_site
from generator.pages import plan_pages
from generator.rendering.renderer import Renderer
from generator.search import SEARCH_FOLDER, index_files, index_of, manifest
from generator.typesetting.card_images import can_draw, draw_cards
from generator.typesetting.compiler import NOT_INSTALLED, can_typeset
from generator.typesetting.volumes import bind_all, volumes

FOLDERS: Mapping[str, str] = {"ko": "", "en": "en/"}
"""Where each language lies in the site: Korean at its root."""


class SiteFaulty(Exception):
    """The built site breaks rules of its own; it was not published. A fault of many pages is told once."""

    def __init__(self, faults: list[Fault]) -> None:
        first = {fault.message: fault for fault in reversed(faults)}
        others = Counter(fault.message for fault in faults)
        lines = []
        for fault in sorted(first.values()):
            more = others[fault.message] - 1
            lines.append(f"{fault} (and on {more} more)\n" if more else f"{fault}\n")
        super().__init__("".join(lines))
        self.faults = faults


@dataclass(frozen=True)
class Generated:
    """What a generation left below build/docs/."""

    pages: int
    """In both languages together."""
    written: Mapping[Language, Written]


@dataclass(frozen=True)
class Built:
    """What a build made."""

    pages: int
    """In both languages together."""
    seconds: float
    site: Path
    saved: Path | None = None
    """Where files went that somebody had put into the published site by hand."""


def check(root: Path, steps: Steps) -> Corpus:
    """The corpus of the project's content/; raises Problems."""
    files = sum(1 for _ in (root / "content").glob("*/*.yml"))
    with steps.step("check", files) as advance:
        corpus = load_corpus(root / "content", _counted(advance))
        check_anchors(corpus, root / "content")
    return corpus


def generate(root: Path, steps: Steps | None = None) -> Mapping[Language, Written]:
    """Both languages' pages below build/docs/, from a checked corpus; Problems come before any writing."""
    steps = steps or Silent()
    with build_lock(root / "build", steps.say):
        return write_pages(root, check(root, steps), steps).written


def typeset_files(root: Path, corpus: Corpus, steps: Steps) -> dict[str, bytes]:
    """What Typst makes, by path from the site's root; a build without it says so once and goes on."""
    if not can_typeset():
        steps.say(f"the site gets no volumes and no social cards: {NOT_INSTALLED}")
        return {}
    folder = root / "build" / "cache" / "typst"
    with steps.step("volumes", sum(1 for _ in volumes(corpus))) as advance:
        made = bind_all(corpus, folder / "volumes", advance)
    if not can_draw():
        steps.say("the site gets no social cards: Pillow is not installed; the extra [pdf] has it")
        return made
    with steps.step("cards", len(LANGUAGES) * (1 + len(corpus.forums) + len(corpus.proposals))) as advance:
        return made | draw_cards(corpus, folder / "cards", advance)


def write_pages(
    root: Path, corpus: Corpus, steps: Steps, made: Mapping[str, bytes] = MappingProxyType({})
) -> Generated:
    """The corpus below build/docs/, with the files that were made already; only what changed is touched."""
    written: dict[Language, Written] = {}
    planned = 0
    with steps.step("search", sum(1 for _ in corpus.records)):
        index = index_of(corpus)
    exported = {**dict(export_files(corpus)), **made}
    sizes = {path: len(content) for path, content in exported.items()}
    for language in LANGUAGES:
        renderer = Renderer(language)
        pages = list(plan_pages(corpus, language, sizes))
        planned += len(pages)
        files = {f"{SEARCH_FOLDER}/search_index.json": manifest(index, corpus, load_words(language))}
        with steps.step(f"pages {language}", len(pages)) as advance:
            for done, page in enumerate(pages, 1):
                files[page.path] = renderer.render(page, head_of(corpus, page, language, made), made).encode()
                advance(done)
        files |= files_for_language(language, exported)
        if language == LANGUAGES[0]:
            files |= {**shared_files(root, corpus), **index_files(index)}
        written[language] = write_files(root / "build" / "docs" / language, files)
    return Generated(planned, written)


def files_for_language(language: Language, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files that go out with a language's pages, named from there; its build empties its folder first."""
    own = FOLDERS[language]
    return {
        path.removeprefix(own): content
        for path, content in files.items()
        if max((folder for folder in FOLDERS.values() if path.startswith(folder)), key=len) == own
    }


def shared_files(root: Path, corpus: Corpus) -> dict[str, bytes]:
    """The files of content/files/ lie with the Korean pages, at the site's root, for both languages."""
    folder = root / "content" / "files"
    return {f"files/{name}": (folder / name).read_bytes() for name in sorted(corpus.files)}


def build(root: Path, steps: Steps) -> Built:
    """Check → generate → MkDocs in both languages → verify → publish; a failure leaves site/ as it was."""
    started = time.monotonic()
    site = root / "site"
    with build_lock(root / "build", steps.say):
        recover(site)
        check_replaceable(site)
        corpus = check(root, steps)
        pages = write_pages(root, corpus, steps, typeset_files(root, corpus, steps)).pages
        with staging_folder(root / "build") as stage:
            run_mkdocs(root, stage, corpus, pages, steps)
            verify(stage, corpus, pages, steps)
            saved = publish(stage, site)
    return Built(pages, time.monotonic() - started, site, saved)


def verify(stage: Path, corpus: Corpus, pages: int, steps: Steps) -> None:
    """Every link, anchor and page of the built site is right; raises SiteFaulty."""
    with steps.step("verify", pages):
        address = os.environ.get(ADDRESS) or corpus.site.address
        faults = verify_site(stage, FOLDERS, base_path=urlsplit(address).path, address=address)
    if faults:
        raise SiteFaulty(faults)
