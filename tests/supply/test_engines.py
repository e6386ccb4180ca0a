"""What `make engines` finds in two sites, and that it names every difference which it was not told of."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.supply.engines import compared, first_difference

MKDOCS = (
    '<head>\n<meta name="generator" content="mkdocs-1.6.1, mkdocs-material-9.8.1">\n</head>\n<h1>쪽</h1>\n'
)
PROPERDOCS = MKDOCS.replace("mkdocs-1.6.1", "ProperDocs 1.6.7")


@pytest.fixture
def sites(tmp_path: Path) -> tuple[Path, Path]:
    """Two that are equal but for the name of the engine."""
    pair = (tmp_path / "mkdocs" / "site", tmp_path / "properdocs" / "site")
    for site, page in zip(pair, (MKDOCS, PROPERDOCS), strict=True):
        (site / "en").mkdir(parents=True)
        (site / "en" / "index.html").write_text(page, encoding="utf-8")
        (site / "feed.xml").write_text("<feed/>", encoding="utf-8")
    return pair


def test_what_may_differ_is_counted(sites: tuple[Path, Path]) -> None:
    found = compared(*sites)
    assert (found.equal, found.different) == (1, ())
    assert list(found.allowed.values()) == [1]
    assert next(found.lines()) == "1 files are equal"


def test_any_other_difference_is_named_with_its_place(sites: tuple[Path, Path]) -> None:
    _, other = sites
    (other / "en" / "index.html").write_text(PROPERDOCS.replace("쪽", "다른 쪽"), encoding="utf-8")
    (other / "feed.xml").write_text("<feed></feed>", encoding="utf-8")
    assert compared(*sites).different == (
        "en/index.html: -<h1>쪽</h1> | +<h1>다른 쪽</h1>",
        "feed.xml: -<feed/> | +<feed></feed>",
    )


def test_a_file_that_one_lacks_is_a_difference(sites: tuple[Path, Path]) -> None:
    one, other = sites
    (one / "sitemap.xml").write_text("", encoding="utf-8")
    (other / "extra.html").write_text("", encoding="utf-8")
    found = compared(*sites)
    assert found.different == ("extra.html: only in properdocs", "sitemap.xml: only in mkdocs")
    assert found.allowed.total() == 1


def test_the_generator_of_one_alone_is_no_excuse(sites: tuple[Path, Path]) -> None:
    """The element may say another thing, not stand in another place."""
    _, other = sites
    moved = PROPERDOCS.replace("<head>\n", "").replace("</head>", "<head>\n</head>")
    (other / "en" / "index.html").write_text(moved, encoding="utf-8")
    assert len(compared(*sites).different) == 1


def test_line_ends_count() -> None:
    assert first_difference(b"a\n", b"a\r\n") == "line ends"
