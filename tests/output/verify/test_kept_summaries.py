"""What was found out about a page holds while its bytes are the same, whenever they were written."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.output.verify import look_at_pages, site_of
from generator.output.verify.kept_summaries import KeptSummaries
from generator.output.verify.resolve import BuiltSite
from generator.output.verify.summary import AnyFile, Summary

PAGE = "a/index.html"
SUMMARY = Summary(PAGE, [], frozenset({"top"}), frozenset(), frozenset({"b/index.html"}), frozenset({"c"}))


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "a").mkdir()
    (tmp_path / PAGE).write_text("<p>12", encoding="utf-8")
    return tmp_path


def kept_of(site: Path, settings: str = "one") -> KeptSummaries:
    """What the next build is given."""
    first = KeptSummaries({}, "one")
    first.add(site, [SUMMARY])
    return KeptSummaries(first.values, settings)


def built(*files: str) -> BuiltSite:
    return site_of(frozenset({PAGE, "b/index.html", *files}), {"ko": ""}, "/", None)


def test_another_time_of_the_file_does_not_matter(site: Path) -> None:
    kept = kept_of(site)
    os.utime(site / PAGE, ns=(1, 1))
    assert kept.find(site, built(), [PAGE])[PAGE].anchors == {"top"}
    assert kept.values.keys() == {PAGE}


def test_another_page_other_settings_and_another_site_do(site: Path) -> None:
    assert kept_of(site, "two").find(site, built(), [PAGE]) == {}
    assert kept_of(site).find(site, built("c"), [PAGE]) == {}
    kept = kept_of(site)
    (site / PAGE).write_text("<p>34", encoding="utf-8")
    assert kept.find(site, built(), [PAGE]) == {}


def test_notes_of_an_older_program_count_as_none(site: Path) -> None:
    assert KeptSummaries({PAGE: b'{"file": ["one", 5, 1]}'}, "one").find(site, built(), [PAGE]) == {}


def test_where_other_pages_are_elsewhere_the_page_alone_counts(site: Path) -> None:
    kept = kept_of(site)
    assert kept.still_hold(site, [PAGE, "b/index.html"]) == {PAGE}
    assert kept.values.keys() == {PAGE}


def test_any_file_may_be_there_but_no_index_in_a_file() -> None:
    assert "proposals/x/index.html" in AnyFile()
    assert "data/records.csv" in AnyFile()
    assert "data/records.csv/index.html" not in AnyFile()


def test_a_page_that_may_be_right_is_kept_and_a_faulty_one_is_not(site: Path) -> None:
    (site / PAGE).write_text("<h1>A</h1><h1>B</h1>", encoding="utf-8")
    (site / "text").mkdir()
    (site / "text" / "x.md").write_text("# A\n\n[b](../b/index.html)\n", encoding="utf-8")
    kept = KeptSummaries({}, "one")
    look_at_pages(site, site_of(AnyFile(), {"ko": ""}, "/", None), [PAGE, "text/x.md"], kept)
    assert kept.values.keys() == {"text/x.md"}
