"""Records that are published at another address than content/site.yml says."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.corpus.load import load_corpus
from generator.corpus.published_address import published_at, with_texts
from generator.corpus.reader import read_content
from generator.corpus.urls import file_address, page_address
from generator.exports.stable_ids import tag
from generator.models import Prose
from tests.support.paths import RECORDS

ELSEWHERE = "https://owner.github.io/records/"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return Path(shutil.copytree(RECORDS, tmp_path / "content"))


def test_every_address_is_made_of_the_one(content: Path) -> None:
    corpus = load_corpus(content, address=ELSEWHERE)
    assert corpus.site.address == ELSEWHERE
    assert page_address(corpus, "forums/x.md", "en") == f"{ELSEWHERE}en/forums/x/"
    assert file_address(corpus, "feeds/new.atom") == f"{ELSEWHERE}feeds/new.atom"


def test_ids_stay_also_of_an_archive_that_is_known_by_its_address_alone(content: Path) -> None:
    site = content / "site.yml"
    kept = [line for line in site.read_text("utf-8").splitlines() if not line.startswith("known_as")]
    whole = "\n".join(kept).partition("\nrepository:")
    rest = [line for line in whole[2].splitlines() if line and not line.startswith(" ")]
    site.write_text("\n".join([whole[0], *rest]) + "\n", encoding="utf-8")
    here, there = load_corpus(content), load_corpus(content, address=ELSEWHERE)
    assert here.site.repository is None
    assert here.site.known_as is None
    assert tag(here, "forums/x") == tag(there, "forums/x")


def test_addresses_on_the_site_move_along(content: Path) -> None:
    read, _ = read_content(content)
    assert read
    address = read.site.address
    page = next(iter(read.pages))
    page_file = content / "pages" / Path(page.path).name
    with page_file.open("a", encoding="utf-8") as file:
        file.write(f"\n[x]({address}about/) <{address}> https://web.archive.org/web/2026/{address}about/\n")
    read, problems = read_content(content)
    assert read
    assert problems == []
    (moved,) = (one for one in published_at(read, ELSEWHERE).pages if one.path == page.path)
    assert moved.text.endswith(
        f"\n[x]({ELSEWHERE}about/) <{ELSEWHERE}> https://web.archive.org/web/2026/{address}about/\n"
    )


def test_what_has_no_such_address_is_the_same_object() -> None:
    prose = Prose(ko="가", en="a")
    assert with_texts(prose, lambda text: text) is prose
    assert with_texts((prose, prose), lambda text: text)[0] is prose
    changed = with_texts((prose,), lambda text: text.replace("a", "b"))
    assert (changed[0].ko, changed[0].en) == ("가", "b")
