"""The corpus as files below build/: all pages, what lies beside them, and the engine's configuration."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from generator.corpus.corpus import Corpus
from generator.corpus.files import paths_of
from generator.corpus.urls import LANGUAGE_FOLDERS, language_at
from generator.engine.configuration import SiteFacts, configuration_of, configuration_text, root_addresses
from generator.engine.environment import configuration_path
from generator.engine.look import accent_files, signs_of
from generator.exports import export_files
from generator.exports.sitemap import Listed, listed_pages, sitemap_files
from generator.i18n.strings import SiteWords, words_without
from generator.metadata.head import head_of
from generator.models import Language, Site
from generator.output.atomic_write import replace_file
from generator.output.generated_folder import FileContent, Written, has_content, write_files
from generator.pages import plan_pages
from generator.pages.page import label_text
from generator.parsing.messages import message
from generator.pipeline.anchor_links import check_anchors
from generator.pipeline.progress import Steps
from generator.rendering.renderer import Renderer
from generator.search import SEARCH_FOLDER, index_files, index_of, manifest


@dataclass(frozen=True)
class Generated:
    """The result of a generation below build/docs/."""

    pages: int
    """In both languages together."""
    written: Mapping[Language, Written]


def write_pages(
    root: Path,
    corpus: Corpus,
    site_words: SiteWords,
    steps: Steps,
    typeset: Mapping[str, bytes] = MappingProxyType({}),
    preview_at: str | None = None,
) -> Generated:
    """The corpus as files below build/docs/, with those that Typst made; unchanged ones are not touched.

    Beside them lies the engine's configuration of each language; a preview's has the preview's address.

    Both languages are rendered, and links to places within pages checked, before anything is written.
    Raises Problems.
    """
    site_words = words_of(site_words, corpus.site)
    with steps.step(message("steps.search"), sum(1 for _ in corpus.records)):
        index = index_of(corpus)
    beside = {**dict(export_files(corpus, site_words)), **typeset}
    rendered = render_pages(corpus, site_words, steps, beside, typeset)
    check_anchors(corpus, root / "content", {language: one.pages for language, one in rendered.items()})
    address = preview_at or corpus.site.address
    facts = SiteFacts(corpus.site, site_words, address, is_preview=bool(preview_at))
    written: dict[Language, Written] = {}
    for language, words in site_words.items():
        files: dict[str, FileContent] = {**rendered[language].pages, **files_for_language(language, beside)}
        files[f"{SEARCH_FOLDER}/search_index.json"] = manifest(index, corpus, words)
        files |= look_files(root, corpus.site)
        files |= sitemap_files(rendered[language].listed, language, root_addresses(address))
        if not LANGUAGE_FOLDERS[language]:
            files |= {**shared_files(root, corpus), **index_files(index)}
        written[language] = write_files(root / "build" / "docs" / language, files)
        settings = configuration_text(configuration_of(facts, language, rendered[language].titles)).encode()
        if not has_content(root / configuration_path(language), settings):
            replace_file(root / configuration_path(language), settings)
    return Generated(sum(len(one.pages) for one in rendered.values()), written)


@dataclass(frozen=True)
class Rendered:
    """The pages of one language."""

    pages: dict[str, bytes]
    """Path of the Markdown file from the language's root → Markdown."""
    titles: dict[str, str]
    """The same paths → the title, as text."""
    listed: list[Listed]
    """Those that search engines are to know of."""


def render_pages(
    corpus: Corpus,
    site_words: SiteWords,
    steps: Steps,
    beside: Mapping[str, bytes],
    typeset: Mapping[str, bytes],
) -> Mapping[Language, Rendered]:
    """Every page of both languages, rendered.

    `beside` are all files that go out beside the pages, `typeset` those of them that not every build makes.
    """
    sizes = {path: len(content) for path, content in beside.items()}
    every: dict[Language, Rendered] = {}
    for language, words in site_words.items():
        renderer = Renderer(words, corpus.site.repository)
        rendered = every[language] = Rendered({}, {}, [])
        planned = list(plan_pages(corpus, language, site_words, sizes))
        with steps.step(message("steps.pages", language=language), len(planned)) as advance:
            for page in planned:
                head = head_of(corpus, page, words, typeset)
                rendered.pages[page.path] = renderer.render(page, head, typeset).encode()
                rendered.titles[page.path] = label_text(page.title, words)
                rendered.listed.extend(listed_pages([page]))
                advance(len(rendered.pages))
    return every


def files_for_language(language: Language, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files that go out with a language's pages, named from there; its build empties its folder first."""
    own = LANGUAGE_FOLDERS[language]
    return {
        path.removeprefix(own): content for path, content in files.items() if language_at(path) == language
    }


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
