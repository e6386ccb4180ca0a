from __future__ import annotations

import html
import logging
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup
from markupsafe import escape as escape_for_html
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, get_files
from mkdocs.structure.pages import Page

from generator.engine import environment
from generator.engine.page import edit_address, prepare_page, text_only
from generator.engine.settings import configure, marked
from generator.engine.templates import SCRIPTS, equip_templates, strip_tags
from generator.engine.watching import watch_sources
from generator.models import LANGUAGES, Language, Text
from generator.models.site import Repository
from generator.output.generated_folder import LinkedFolder
from generator.parsing.escape import escape
from generator.parsing.problems import Problem, Problems
from tests.support.small_site import SITE, make_project
from tests.support.words import WORDS

WRONG = Problem("content/forums/x.yml", 3, 1, "name", "the text is empty; write it")


@pytest.fixture(autouse=True)
def _untouched(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for variable in (environment.PAGES_READY, environment.ADDRESS, environment.PROBLEMS, environment.PREVIEW):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    level = logging.getLogger("mkdocs").level
    yield
    logging.getLogger("mkdocs").setLevel(level)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_project(tmp_path_factory.mktemp("engine") / "project")


def settings(project: Path, language: str = "ko", *, strict: bool = False) -> MkDocsConfig:
    name = "mkdocs.yml" if language == "ko" else f"mkdocs.{language}.yml"
    return load_config(str(project / name), strict=strict)


def nothing(root: Path) -> None:
    """Generates no pages."""


def refuse(root: Path) -> None:
    del root
    raise Problems([WRONG])


# Settings


@pytest.mark.parametrize(
    ("language", "name", "address", "other_home"),
    [
        ("ko", "작은 자료집", "https://forum.example.org/", "/en/"),
        ("en", "Small Proceedings", "https://forum.example.org/en/", "/"),
    ],
)
def test_settings_come_from_the_site_file(
    project: Path, language: str, name: str, address: str, other_home: str
) -> None:
    config = settings(project, language)
    configure(config, nothing)
    assert (config.site_name, config.site_url) == (name, address)
    assert config.extra["other_home"] == other_home
    assert config.extra["scope"] == "/"


def test_texts_of_the_site_file_are_escaped_once(project: Path) -> None:
    config = settings(project, "en")
    configure(config, nothing)
    assert config.site_description == "Proceedings for &#34;tests&#34;."
    assert Markup("{}").format(config.site_description) == config.site_description


def test_text_in_the_other_language_says_so(project: Path) -> None:
    config = settings(project, "en")
    configure(config, nothing)
    assert config.extra["publisher"] == '<span lang="ko">사무국</span>'
    assert config.site_author == "사무국"


def test_marked_text_is_escaped() -> None:
    assert marked(Text(ko="<b>"), "en") == '<span lang="ko">&lt;b&gt;</span>'


@pytest.mark.parametrize("address", ["https://x.example.org/base", "https://x.example.org/base/"])
def test_address_of_a_preview_is_taken_from_the_environment(
    project: Path, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setenv(environment.ADDRESS, address)
    config = settings(project, "en")
    configure(config, nothing)
    assert config.site_url == "https://x.example.org/base/en/"
    assert config.extra["other_home"] == config.extra["scope"] == "/base/"


def test_address_of_mkdocs_serve_goes_before_all_others(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(environment.ADDRESS, "https://x.example.org/")
    config = settings(project)
    config.site_url = "http://127.0.0.1:8000/"
    configure(config, nothing)
    assert config.extra["addresses"] == {"ko": "http://127.0.0.1:8000/", "en": "http://127.0.0.1:8000/en/"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_palette_is_named_in_the_language(project: Path, language: Language) -> None:
    config = settings(project, language)
    configure(config, nothing)
    names = [switch["toggle"]["name"] for switch in config.theme["palette"]]
    words = WORDS[language]
    assert names == [
        escape_for_html(words(f"theme.palette.{name}")) for name in ("to_light", "to_dark", "to_system")
    ]


def test_quiet_keeps_no_warning_from_a_strict_build(project: Path) -> None:
    logging.getLogger("mkdocs").setLevel(logging.ERROR)  # as --quiet does
    configure(settings(project), nothing)
    assert logging.getLogger("mkdocs").level == logging.ERROR
    configure(settings(project, strict=True), nothing)
    assert logging.getLogger("mkdocs").level == logging.WARNING


# Pages are generated


def test_pages_are_generated_first(project: Path) -> None:
    roots: list[Path] = []
    configure(settings(project), roots.append)
    assert roots == [project]


def test_pages_that_are_ready_are_left_alone(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(environment.PAGES_READY, "1")
    configure(settings(project), refuse)


def test_problems_stop_a_build(project: Path) -> None:
    with pytest.raises(Abort) as stopped:
        configure(settings(project), refuse)
    assert stopped.value.format_message() == f"{WRONG}\n"


def test_linked_folder_stops_a_build(project: Path) -> None:
    def meet_a_link(root: Path) -> None:
        raise LinkedFolder(root / "docs")

    with pytest.raises(Abort, match="docs: is a link"):
        configure(settings(project), meet_a_link)


def test_wrong_site_file_stops_a_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(environment.PAGES_READY, "1")
    make_project(tmp_path / "project")
    (tmp_path / "project" / "content" / "site.yml").write_text(SITE.replace("address", "adress"), "utf-8")
    with pytest.raises(Abort, match=r"content/site\.yml:6:1: adress"):
        configure(settings(tmp_path / "project"), nothing)


def test_preview_goes_on_with_the_pages_there_are(project: Path) -> None:
    config = settings(project)
    config.site_url = "http://127.0.0.1:8000/"
    configure(config, refuse)
    assert config.extra["problems"] == f"{WRONG}\n"


def test_preview_without_pages_stops(tmp_path: Path) -> None:
    make_project(tmp_path / "project")
    (tmp_path / "project" / "build" / "docs" / "ko" / "index.md").unlink()
    config = settings(tmp_path / "project")
    config.site_url = "http://127.0.0.1:8000/"
    with pytest.raises(Abort):
        configure(config, refuse)


# Pages


@given(st.text())
def test_text_only_is_the_text_whatever_it_is(text: str) -> None:
    shown = text_only(escape(text))
    assert not set("<>\"'") & set(shown)
    assert html.unescape(shown) == " ".join(text.split())


@given(st.text())
def test_text_that_came_unescaped_is_no_markup_either(text: str) -> None:
    assert not set("<>\"'") & set(text_only(text))


@given(st.text())
def test_stripping_tags_makes_none(text: str) -> None:
    assert not set("<>\"'") & set(strip_tags(escape(text)))


def test_stripping_tags_leaves_the_text() -> None:
    assert strip_tags("<em>a</em> &#60;b&#62;") == "a &lt;b&gt;"


def test_templates_get_the_safe_filter_and_the_pages_of_the_footer(project: Path) -> None:
    config = settings(project)
    configure(config, nothing)
    config.extra["footer"] = ["about.md", "gone.md"]
    files = get_files(config)
    about = files.get_file_from_path("about.md")
    assert about
    page = Page(None, about, config)
    environment = config.theme.get_env()
    equip_templates(environment, config, files)
    assert environment.from_string("{{ title | striptags }}").render(title="&#60;b&#62;") == "&lt;b&gt;"
    assert config.extra["footer"] == [page]


def equipped(project: Path, language: str = "ko") -> MkDocsConfig:
    config = settings(project, language)
    configure(config, nothing)
    equip_templates(config.theme.get_env(), config, get_files(config))
    return config


def hashes_in(policy: str) -> list[str]:
    return re.findall(r"'sha256-\S+'", policy)


def test_policy_names_the_scripts_of_the_theme_in_both_languages(project: Path) -> None:
    korean, english = (equipped(project, language).extra for language in ("ko", "en"))
    assert korean["policy"] == english["policy"]
    assert len(hashes_in(korean["policy"])) == len(SCRIPTS)
    assert all(name in korean["headers"]["Content-Security-Policy"] for name in hashes_in(korean["policy"]))


def test_preview_has_no_policy_since_its_server_writes_a_script_into_every_page(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(environment.PREVIEW, "1")
    assert equipped(project).extra.keys().isdisjoint({"policy", "headers"})


@pytest.fixture
def page(project: Path) -> tuple[Page, MkDocsConfig]:
    config = settings(project)
    configure(config, nothing)
    page = Page(None, File("forums/one.md", config.docs_dir, config.site_dir, True), config)
    page.read_source(config)
    return page, config


def test_breadcrumbs_are_taken_from_the_content(page: tuple[Page, MkDocsConfig]) -> None:
    settled, config = page
    assert prepare_page("<p>Home</p>\n<h1 id=a>A</h1>B", settled, config) == "<h1 id=a>A</h1>B"
    assert settled.meta["crumbs"] == "<p>Home</p>\n"


def test_titles_are_text_even_if_they_come_as_markup(page: tuple[Page, MkDocsConfig]) -> None:
    settled, config = page
    settled.meta.update(title="<b>{{ 1 }}", description='"><b>')
    prepare_page("<h1>A</h1>", settled, config)
    assert settled.meta["title"] == settled.title == "&lt;b&gt;{{ 1 }}"
    assert settled.meta["description"] == "&#34;&gt;&lt;b&gt;"


def test_content_without_a_title_stays_whole(page: tuple[Page, MkDocsConfig]) -> None:
    settled, config = page
    assert prepare_page("<p>Home</p>", settled, config) == "<p>Home</p>"


def test_newest_fact_is_written_in_words(page: tuple[Page, MkDocsConfig]) -> None:
    settled, config = page
    settled.meta["updated"] = "2025-07~"
    prepare_page("<h1>A</h1>", settled, config)
    assert (settled.meta["updated"], settled.meta["updated_in_words"]) == ("2025-07", "2025년 7월")


def test_redirect_has_a_whole_address(page: tuple[Page, MkDocsConfig]) -> None:
    settled, config = page
    settled.meta["redirect"] = "../../forums/two/"
    prepare_page("<h1>A</h1>", settled, config)
    assert settled.meta["new_address"] == "https://forum.example.org/forums/two/"


@pytest.mark.parametrize(
    ("repository", "expected"),
    [
        ("https://github.com/a/b", "https://github.com/a/b/edit/main/content/%22.yml"),
        ("https://gitlab.example.org/a/b/", "https://gitlab.example.org/a/b/-/edit/main/content/%22.yml"),
        (None, None),
    ],
)
def test_record_is_edited_where_the_repository_is(
    page: tuple[Page, MkDocsConfig], repository: str | None, expected: str | None
) -> None:
    _, config = page
    config.extra["repository"] = Repository(url=repository) if repository else None
    assert edit_address('content/".yml', config) == expected


# Preview


class Watching(LiveReloadServer):
    """Only the list of what is watched, without a server."""

    def __init__(self, *paths: str) -> None:
        self.watched = set(paths)

    def watch(self, path: str, func: None = None, *, recursive: bool = True) -> None:
        del func, recursive
        self.watched.add(path)

    def unwatch(self, path: str) -> None:
        self.watched.remove(path)


def test_preview_watches_the_sources_and_not_the_pages_made_of_them(project: Path) -> None:
    config = settings(project)
    server = Watching(config.docs_dir)
    watch_sources(server, config)
    names = {Path(path).name for path in server.watched}
    assert names == {"mkdocs.en.yml", "templates", "strings", "theme", "content"}


def test_preview_watches_pages_that_another_program_makes(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(environment.PAGES_READY, "1")
    config = settings(project)
    server = Watching(config.docs_dir)
    watch_sources(server, config)
    assert config.docs_dir in server.watched
    assert str(project / "content") not in server.watched
