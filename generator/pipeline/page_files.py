"""The corpus as files below build/: all pages, what lies beside them, and the engine's configuration."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.corpus.corpus import Corpus
from generator.corpus.files import paths_of
from generator.engine.configuration import SiteFacts, configuration_of, configuration_text, root_addresses
from generator.engine.environment import configuration_path
from generator.engine.look import accent_files, signs_of
from generator.exports.sitemap import Listed, sitemap_files
from generator.i18n.strings import SiteWords, words_without
from generator.models import LANGUAGES, Language, Site
from generator.output.atomic_write import replace_file
from generator.output.generated_folder import FileContent, has_content, write_files
from generator.output.site_paths import LANGUAGE_FOLDERS, language_at, place_of, place_within
from generator.pipeline.anchor_links import refuse_broken_anchors
from generator.pipeline.cache import Cache, cache_of_preview, cache_of_site
from generator.pipeline.kept_templates import keep_templates, take_templates
from generator.pipeline.page_file import PageFile, titles_of
from generator.pipeline.progress import Steps
from generator.pipeline.record_files import Made, make_files, make_lists
from generator.pipeline.volumes_and_cards import Finished
from generator.pipeline.workers import Assignment
from generator.search import BOX_WORDS, SEARCH_FOLDER, Index, index_files, manifest, words_of_box
from generator.typesetting.left_out import LeftOut


@dataclass(frozen=True)
class Generated:
    """The result of a generation below build/docs/."""

    pages: Mapping[Language, Sequence[PageFile]]
    beside: Mapping[str, Path]
    """The files that go out beside the pages: path from the site's root → the file."""
    left_out: tuple[LeftOut, ...] = ()
    """Volumes and cards that could not be made."""

    @property
    def number(self) -> int:
        """Of pages, in both languages together."""
        return sum(map(len, self.pages.values()))


def no_typeset_files() -> Finished:
    """A preview has no volumes and cards."""
    return Finished({}, ())


@dataclass(frozen=True)
class Typesetting:
    """The volumes and cards that are made meanwhile."""

    expected: frozenset[str] = frozenset()
    """The paths that there will be, as far as is known: pages link to them before they are made."""
    finish: Callable[[], Finished] = no_typeset_files
    """Waits for them."""


NOTHING_TYPESET = Typesetting()


def write_pages(  # noqa: PLR0913 - what a run is given, each by its name
    root: Path,
    corpus: Corpus,
    site_words: SiteWords,
    steps: Steps,
    typesetting: Typesetting = NOTHING_TYPESET,
    *,
    preview_at: str | None = None,
    jobs: int = 1,
) -> Generated:
    """The corpus as files below build/docs/, with those that Typst made; unchanged ones are not touched.

    Beside them lies the engine's configuration of each language; a preview's has the preview's address.
    Links to places within pages are checked before anything is written. Raises Problems.
    """
    cache = cache_to_go_on_with(root / "build", is_preview=bool(preview_at))
    site_words = words_of(site_words, corpus.site)
    refuse_broken_anchors(corpus, root / "content", site_words)
    address = preview_at or corpus.site.address
    work = Assignment(corpus, site_words, root / "build", typesetting.expected)
    made, index = make_files(work, cache, steps, jobs)
    typeset = typesetting.finish()
    if typesetting.expected - typeset.files.keys():
        # What failed now is left out: the pages that link to it are made once more.
        work = replace(work, made=frozenset(typeset.files))
        made, index = make_files(work, cache, steps, jobs)
    made = with_lists(made, work, cache, typeset.files, steps.go_on)
    placed: dict[str, Path] = {}
    for language in site_words:
        files = other_files(root, work, language, typeset.files, index)
        files |= sitemap_of(made, language, address)
        folder = work.docs / language
        there_already = [page.path for page in (*made.pages[language], *made.beside[language])]
        write_files(folder, files, beside=there_already)
        names = (*files, *(file.path for file in made.beside[language]))
        placed |= {place_of(language, path): folder / path for path in names}
        facts = SiteFacts(corpus.site, site_words, address, bool(preview_at))
        write_configuration(root, facts, language, titles_of(made.pages[language]))
    keep_templates(cache.kept)
    return Generated(made.pages, placed, typeset.left_out)


def cache_to_go_on_with(build: Path, *, is_preview: bool) -> Cache:
    """The cache of a site or of a preview; this process has its templates."""
    cache = cache_of_preview(build) if is_preview else cache_of_site(build)
    take_templates(cache.kept)
    return cache


def write_configuration(root: Path, facts: SiteFacts, language: Language, titles: Mapping[str, str]) -> None:
    """The engine's settings for a language; a file that would be the same is not touched."""
    settings = configuration_text(configuration_of(facts, language, titles)).encode()
    if not has_content(root / configuration_path(language), settings):
        replace_file(root / configuration_path(language), settings)


def with_lists(
    made: Made, work: Assignment, cache: Cache, typeset: Mapping[str, Path], go_on: Callable[[], None]
) -> Made:
    """Together with the pages that are made of many records; one of them tells how large files are."""
    sizes = {path: file.stat().st_size for path, file in typeset.items()}
    for language, files in made.beside.items():
        sizes |= {place_of(language, one.path): one.file.state.size for one in files}
    lists = make_lists(replace(work, made=frozenset(typeset)), cache, sizes, go_on)
    return Made(
        {language: (*made.pages[language], *lists.pages[language]) for language in LANGUAGES},
        {language: (*made.beside[language], *lists.beside[language]) for language in LANGUAGES},
    )


def other_files(
    root: Path, work: Assignment, language: Language, typeset: Mapping[str, Path], index: Index
) -> dict[str, FileContent]:
    """What lies below a language's root beside pages and exports."""
    files: dict[str, FileContent] = {
        **files_for_language(language, typeset),
        **look_files(root, work.corpus.site),
        f"{SEARCH_FOLDER}/search_index.json": manifest(index, work.corpus, work.site_words[language]),
        f"{SEARCH_FOLDER}/{BOX_WORDS}": words_of_box(work.corpus, work.site_words[language]),
    }
    if not LANGUAGE_FOLDERS[language]:
        files |= {**shared_files(root, work.corpus), **index_files(index)}
    return files


def sitemap_of(made: Made, language: Language, address: str) -> Mapping[str, bytes]:
    pages = sorted(made.pages[language], key=lambda page: page.path)
    listed = (Listed(page.path, page.updated) for page in pages if page.is_listed)
    return sitemap_files(listed, language, root_addresses(address))


def files_for_language(language: Language, files: Mapping[str, FileContent]) -> dict[str, FileContent]:
    """The files that go out with a language's pages, named from there; its build empties its folder first."""
    return {place_within(path): content for path, content in files.items() if language_at(path) == language}


def shared_files(root: Path, corpus: Corpus) -> dict[str, Path]:
    """The files of content/files/ lie with the Korean pages, at the site's root, for both languages."""
    folder = root / "content" / "files"
    return {f"files/{name}": path for name, path in paths_of(corpus.files, folder)}


def look_files(root: Path, site: Site) -> dict[str, FileContent]:
    """The archive's own colour, logo and favicon, which lie with the style sheets of each language."""
    chosen = {path: str(getattr(site, sign)) for sign, path in signs_of(site).items()}
    spelled = dict(paths_of(chosen.values(), root / "content" / "files"))
    return {**accent_files(site), **{path: spelled[name] for path, name in chosen.items()}}


def words_of(site_words: SiteWords, site: Site) -> SiteWords:
    """The words of an archive: those about a kind of record that it is without are not among them."""
    return {language: words_without(words, site.without) for language, words in site_words.items()}
