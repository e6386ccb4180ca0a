"""From the Markdown of the pages to files of the site: what has changed is made, the rest is taken over."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.corpus.corpus import Corpus
from generator.models import Language
from generator.pipeline.cache import Cache
from generator.pipeline.engine_keys import keys_of
from generator.pipeline.html_files import THEME, KeptHtml, Wanted, html_path
from generator.pipeline.page_file import PageFile
from generator.pipeline.page_files import Generated
from generator.pipeline.progress import Steps
from generator.pipeline.run_mkdocs import clock_of_build, make_html


@dataclass(frozen=True)
class SiteHtml:
    """The files of the site that the engine made."""

    files: Mapping[str, Path]
    """Path from the site's root → the file in the cache."""
    made: tuple[str, ...]
    """The pages that were made now, from the site's root."""


@dataclass(frozen=True)
class ShareHtml:
    """The pages of a share."""

    files: Mapping[str, Path]
    """As above."""
    made: int
    """How many of them were made now."""
    kept: Mapping[str, bytes]
    """What the next build is to be given."""


def html_of(
    root: Path, cache: Cache, generated: Generated, corpus: Corpus, steps: Steps, jobs: int
) -> SiteHtml:
    """What the engine makes of the pages; what has not changed is kept."""
    kept = KeptHtml(cache)
    clock = clock_of_build(corpus)
    keys = {language: keys_of(root, language, pages, clock) for language, pages in generated.pages.items()}
    wanted = [kept.wanted(language, keys[language]) for language in keys]
    if any(wanted):
        made = make_html(root, kept, wanted, corpus, steps, jobs)
        for one in wanted:
            note_made(kept, one, keys[one.language], made[one.language])
    kept.save()
    paths = (html_path(one.language, page) for one in wanted for page in one.pages)
    return SiteHtml(kept.files, tuple(paths))


def html_of_share(
    root: Path,
    cache: Cache,
    pages: Mapping[Language, Sequence[PageFile]],
    corpus: Corpus,
    steps: Steps,
    jobs: int,
) -> ShareHtml:
    """The same for some pages of a site, of which other machines make the others."""
    kept = KeptHtml(cache)
    keys = {language: dict(keys_of(root, language, pages[language], None)) for language in pages}
    for own in keys.values():
        del own[THEME]
    wanted = [replace(kept.wanted(language, keys[language]), elsewhere=True) for language in keys]
    if any(wanted):
        made = make_html(root, kept, wanted, corpus, steps, jobs)
        for one in wanted:
            note_made(kept, one, keys[one.language], made[one.language])
    kept.save_beside_others()
    return ShareHtml(kept.files, sum(len(one.pages) for one in wanted), kept.values)


def note_made(kept: KeptHtml, wanted: Wanted, keys: Mapping[str, str], made: Collection[str]) -> None:
    """Each page has its file; what else was made lies beside the pages."""
    pages = {page: html_path(wanted.language, page) for page in wanted.pages}
    for page, path in pages.items():
        kept.add(f"{wanted.language}/{page}", keys[page], [path])
    if wanted.theme:
        kept.add(f"{wanted.language}/{THEME}", keys[THEME], set(made) - set(pages.values()))
