"""The theme over real builds, read as files, in both languages."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import urljoin
from xml.etree import ElementTree

import pytest

from generator.output.verify import verify_site
from tests.support.small_site import PAGES
from tests.theme.attacked import Built, build, make_attacked_project, one

pytestmark = pytest.mark.xdist_group("theme")


@pytest.mark.parametrize(("folder", "language"), [("", "ko"), ("en", "en")])
@pytest.mark.parametrize("path", ["", "forums/one", "404.html"])
def test_page_says_its_language(built: Built, folder: str, language: str, path: str) -> None:
    found = one(built.page(f"{folder}/{path}".strip("/")), "html")
    assert found.attributes["lang"] == language


@pytest.mark.parametrize("path", ["", "forums/one/"])
@pytest.mark.parametrize("folder", ["", "en/"])
def test_page_names_itself_in_both_languages(built: Built, folder: str, path: str) -> None:
    links = built.page(folder + path).css('head link[rel="alternate"]')
    assert {link.attributes["hreflang"]: link.attributes["href"] for link in links} == {
        "ko": built.address + path,
        "en": f"{built.address}en/{path}",
        "x-default": built.address + path,
    }
    canonical = one(built.page(folder + path), 'link[rel="canonical"]')
    assert canonical.attributes["href"] == built.address + folder + path


@pytest.mark.parametrize(
    ("page", "target", "said"),
    [
        ("", "./en/", "English"),
        ("forums/one", "../../en/forums/one/", "English"),
        ("en", "./../", "한국어"),
        ("en/forums/one", "../../../forums/one/", "한국어"),
        ("404.html", "/base/en/", "English"),
        ("en/404.html", "/base/", "한국어"),
    ],
)
def test_language_switch_leads_to_the_same_page(built: Built, page: str, target: str, said: str) -> None:
    switch = one(built.page(page), ".language-switch")
    assert switch.attributes["href"] == target
    assert switch.text() == said
    assert switch.attributes["lang"] == switch.attributes["hreflang"] == ("ko" if said == "한국어" else "en")


@pytest.mark.parametrize(
    ("page", "title", "other", "other_title", "home"),
    [
        ("404.html", "페이지를 찾을 수 없습니다", "en", "Page not found", "/base/en/"),
        ("en/404.html", "Page not found", "ko", "페이지를 찾을 수 없습니다", "/base/"),
    ],
)
def test_missing_page_speaks_both_languages(
    built: Built, page: str, title: str, other: str, other_title: str, home: str
) -> None:
    missing = built.page(page)
    assert [heading.text() for heading in missing.css("h1")] == [title]
    line = one(missing, f'article [lang="{other}"]')
    assert other_title in line.text()
    assert one(line, "a").attributes["href"] == home
    links = [link.attributes["href"] for link in missing.css("article li a")]
    assert links[1] == f"/base/{'en/' if other == 'ko' else ''}forums/"
    assert len(links) == len(missing.css(".sections li"))
    assert one(missing, 'meta[name="robots"]').attributes["content"] == "noindex"


@pytest.mark.parametrize("folder", ["", "en/"])
def test_browsers_are_told_how_to_search(built: Built, folder: str) -> None:
    for path in ("", "forums/one/", "404.html"):
        link = one(built.page(folder + path), 'link[rel="search"]')
        assert urljoin(f"{built.address}{folder}{path}", link.attributes["href"]) == (
            f"{built.address}{folder}opensearch.xml"
        )
    root = ElementTree.parse(built.folder / folder / "opensearch.xml").getroot()  # noqa: S314 - our own file
    name = "{http://a9.com/-/spec/opensearch/1.1/}"
    short = root.findtext(f"{name}ShortName") or ""
    assert short == ("Small Proceedin…" if folder else "작은 자료집")
    assert {url.get("type"): url.get("template") for url in root.findall(f"{name}Url")} == {
        "text/html": f"{built.address}{folder}search/?q={{searchTerms}}",
        "application/opensearchdescription+xml": f"{built.address}{folder}opensearch.xml",
    }


def test_header_has_a_search_that_leads_to_the_page_of_results(built: Built) -> None:
    for page, target in (
        ("", "search/"),
        ("en/forums/one", "../../search/"),
        ("en/404.html", "/base/en/search/"),
    ):
        assert one(built.page(page), ".search-box form").attributes["action"] == target
        assert one(built.page(page), ".search-open").attributes["form"] == "__find"
        parts = [part.tag for part in one(built.page(page), ".search-box form").iter()]
        assert parts == ["span", "input", "kbd"], "its script adds what has no use without one"


def test_of_the_theme_that_is_extended_there_is_the_style_sheet_alone(built: Built) -> None:
    """Its script would ask for sitemap.xml on every page, and is six times as long as ours."""
    published = {str(file.relative_to(built.folder)) for file in built.folder.rglob("assets/*/*")}
    sheet = one(built.page(""), "link[href*='.min.']").attributes["href"]
    assert {name for name in published if ".min." in name} == {sheet, f"en/{sheet}"}
    assert not {name for name in published if "lunr" in name or "workers" in name or "images" in name}
    for page in ("", "en/forums/one", "404.html"):
        assert not built.page(page).css("[data-md-component], #__config")


def test_a_page_loads_the_scripts_that_it_needs(built: Built) -> None:
    for page in ("", "en/forums/one", "404.html"):
        sources = [script.attributes["src"] or "" for script in built.page(page).css("script[src]")]
        names = [source.rpartition("javascripts/")[2] for source in sources]
        assert names == ["first-paint.js", "frame.js", "search/box.js"]


def test_browsers_may_fetch_pages_of_the_site_before_they_are_opened(built: Built) -> None:
    page = built.page("forums/one")
    (rule,) = json.loads(one(page, "script[type=speculationrules]").text())["prefetch"]
    links = [link.attributes["href"] or "" for link in page.css(rule["where"]["selector_matches"])]
    assert {"../..", "../", "../../proposals/", "../../en/forums/one/"} <= set(links)
    assert [link for link in links if ":" in link or "search/" in link] == []
    others = {link.attributes["href"] for link in page.css("a[href]")} - set(links)
    assert {"mailto:desk@example.org", "#section"} <= others


@pytest.mark.parametrize("folder", ["", "en/"])
def test_sitemaps_are_those_of_the_generator_and_not_of_the_engine(built: Built, folder: str) -> None:
    written = (built.folder / folder / "sitemap.xml").read_text("utf-8")
    assert f"<url><loc>{built.address}{folder}forums/one/</loc></url>" in written
    assert not (built.folder / folder / "sitemap.xml.gz").exists()


def test_robots_are_shown_both_sitemaps(built: Built) -> None:
    lines = (built.folder / "robots.txt").read_text("utf-8").splitlines()
    assert f"Sitemap: {built.address}sitemap.xml" in lines
    assert f"Sitemap: {built.address}en/sitemap.xml" in lines
    assert not (built.folder / "en" / "robots.txt").exists()


def test_moved_page_leads_to_the_new_one(built: Built) -> None:
    moved = built.page("en/forums/moved")
    refresh = one(moved, 'meta[http-equiv="refresh"]')
    assert refresh.attributes["content"] == "0; url=../../forums/one/"
    assert one(moved, "a").attributes["href"] == "../../forums/one/"
    canonical = one(moved, 'link[rel="canonical"]')
    assert canonical.attributes["href"] == f"{built.address}en/forums/one/"


def test_page_of_a_record_marks_its_section(built: Built) -> None:
    for path, current in (("forums/one", "true"), ("forums", "page")):
        marked = built.page(path).css(".sections a[aria-current]")
        assert [(tab.text(), tab.attributes["aria-current"]) for tab in marked] == [("포럼 Forums", current)]
    assert [tab.text() for tab in built.page("").css(".sections a[aria-current]")] == ["홈"]


def test_foot_of_a_page(built: Built) -> None:
    dated = one(built.page("en/forums/dated"), ".page-foot")
    assert dated.text(strip=True) == "Newest fact: 16 July 2025"
    edit = one(built.page("forums/close"), ".page-foot a.edit-record")
    assert edit.attributes["href"] == "https://github.com/example/records/edit/main/content/forums/one.yml"
    assert edit.text() == "이 기록 고치기"
    assert not built.page("forums/one").css(".page-foot")


def test_imprint_names_who_answers_for_the_site(built: Built) -> None:
    imprint = one(built.page("en/forums/one"), ".imprint")
    links = {link.text(): link.attributes["href"] for link in imprint.css("a")}
    assert links["사무국"] == "https://desk.example.org/"
    assert links["desk@example.org"] == "mailto:desk@example.org"
    assert links["상태 Statuses"] == "../../statuses/"
    assert one(imprint, 'span[lang="ko"]').text() == "사무국"


def test_home_is_called_home_where_it_is_linked(built: Built) -> None:
    home = built.page("en")
    assert one(home, "title").text() == "Small Proceedings"
    assert one(home, "h1").text() == PAGES["index"]
    assert one(home, ".sections a").text() == "Home"


def test_nothing_but_links_leads_out_of_the_site(built: Built) -> None:
    for path in ("", "en/forums/one", "404.html", "forums/moved"):
        page = built.page(path)
        loaded = page.css("[src], link:not([rel=canonical], [rel=alternate]), [srcset], [poster], [data]")
        addresses = [node.attributes.get("src") or node.attributes.get("href") or "" for node in loaded]
        assert loaded or path == "forums/moved"
        assert not [address for address in addresses if "//" in address]


def test_verifying_finds_no_fault(built: Built) -> None:
    folders: dict[str, str] = {"ko": "", "en": "en/"}
    assert verify_site(built.folder, folders, base_path="/base/", address=built.address) == []


def test_same_pages_give_the_same_bytes(
    built: Built, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    project = make_attacked_project(tmp_path_factory.mktemp("elsewhere") / "copy")
    variables = {"PYTHONHASHSEED": "7", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"}
    build(project, tmp_path / "again", built.address, **variables)
    first, second = contents(built.folder), contents(tmp_path / "again")
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []


def contents(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}
