"""Which volumes there are, that each is set once, and what a build does without Typst."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from pypdf import PdfReader

from generator.corpus.corpus import Corpus
from generator.corpus.load import load_corpus
from generator.models import Language
from generator.pages import plan_pages
from generator.pipeline import volumes_and_cards
from generator.rendering.renderer import Renderer
from generator.typesetting import volumes as binding
from generator.typesetting.compiler import NOT_INSTALLED, Form, typeset
from generator.typesetting.volume.volume import forum_volume
from generator.typesetting.volumes import volumes
from tests.support.paths import RECORDS
from tests.support.small_corpus import corpus as small_corpus
from tests.support.small_corpus import forum, organization, proposal, session
from tests.support.small_corpus import site as site_of
from tests.support.telling import Listening
from tests.support.words import WORDS
from tests.typesetting.making import make_typeset
from tests.typesetting.reading import bookmarks, text_of


def bind_all(corpus: Corpus, folder: Path) -> dict[str, bytes]:
    """The volumes alone: path → PDF."""
    made = make_typeset(corpus, folder, without=["cards"])
    assert not made.failures
    return {path: file.read_bytes() for path, file in made.files.items()}


@pytest.fixture
def corpus() -> Corpus:
    return small_corpus(forum("f-2023", start_date="2023", sources=["s"]), proposal())


ALL = {
    "volumes/f.pdf", "volumes/f.ko.pdf", "volumes/f.en.pdf", "volumes/2024.all.pdf",
    "volumes/f-2023.pdf", "volumes/f-2023.ko.pdf", "volumes/f-2023.en.pdf", "volumes/2023.all.pdf",
}  # fmt: skip


def test_each_forum_has_three_volumes_and_each_year_one(corpus: Corpus, tmp_path: Path) -> None:
    made = bind_all(corpus, tmp_path)
    assert set(made) == ALL
    assert all(content.startswith(b"%PDF-") for content in made.values())
    assert len(set(made.values())) == len(ALL)


def test_no_forum_has_the_address_of_a_year() -> None:
    named = small_corpus(forum("2024", start_date="2024-05-05", sources=["s"]))
    paths = [path for path, _ in volumes(named, WORDS)]
    assert len(set(paths)) == len(paths) == 7


def test_what_was_set_before_is_taken_from_the_cache(
    corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = bind_all(corpus, tmp_path)
    (tmp_path / "volumes" / "of-another-build").write_bytes(b"old")
    monkeypatch.setattr(binding, "typeset", None)
    monkeypatch.setattr(binding, "forum_volume", None)
    monkeypatch.setattr(binding, "year_volume", None)
    assert bind_all(corpus, tmp_path) == first
    assert not (tmp_path / "volumes" / "of-another-build").exists()


def test_another_fact_sets_its_own_volumes_anew(
    corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bind_all(corpus, tmp_path)
    bound: list[str] = []

    def counting(template: str, data: object, form: Form) -> list[bytes]:
        bound.append(template)
        return typeset(template, data, form)

    monkeypatch.setattr(binding, "typeset", counting)
    changed = small_corpus(forum("f-2023", start_date="2023", sources=["s"]), proposal(title="낮에도 열자"))
    bind_all(changed, tmp_path)
    assert bound == ["volume.typ"] * 4  # three of its forum, one of its year


def test_without_typst_a_build_says_so_once_and_makes_no_file(
    corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(volumes_and_cards, "can_typeset", lambda: False)
    steps = Listening()
    assert volumes_and_cards.typeset_files(tmp_path, corpus, WORDS, steps).files == {}
    assert len(steps.said) == 1
    assert "volumes" in steps.said[0]
    assert str(NOT_INSTALLED) in steps.said[0]


@pytest.mark.parametrize(("language", "root"), [("ko", "../"), ("en", "../../")])
def test_pages_link_the_volumes_that_a_build_has_made(language: Language, root: str) -> None:
    corpus = load_corpus(RECORDS)
    renderer = Renderer(WORDS[language])
    pages = {page.path: page for page in plan_pages(corpus, language, WORDS)}
    made = [path for path, _ in volumes(corpus, WORDS)]
    for page, linked in {
        "forums/2024-library-robots.md": [
            f"../{root}volumes/2024-library-robots{tongue}.pdf" for tongue in ("", ".ko", ".en")
        ],
        "forums/index.md": [f"{root}volumes/{year}.all.pdf" for year in (2024, 2023)],
    }.items():
        with_volumes = unescape(renderer.render(pages[page], None, made))
        assert re.findall('<a href="([^"]+)" type="application/pdf"', with_volumes) == linked
        assert "\n\n{:" not in with_volumes  # attributes stand right below what they are of
        assert "volumes/" not in unescape(renderer.render(pages[page]))


def test_a_programme_names_all_bodies_that_speak_without_a_person() -> None:
    bodies = organization("o", name="등불부"), organization("q", name="서가부")
    talk = session(contributions=[{"organization": ["o", "q"], "role": "presenter"}])
    made = small_corpus(*bodies, forum(sessions=[talk]))
    volume = str(forum_volume(made, made.forums["f"], [WORDS["ko"]]))
    assert volume.count("등불부") == volume.count("서가부") > 0


def test_a_volume_has_the_archive_s_colour_and_no_chapter_of_what_there_is_not() -> None:
    bare = replace(
        small_corpus(forum(sources=[]), site=site_of(without=["proposals", "sources"], accent="#b3004b")),
        sources={},
    )
    pdf = typeset("volume.typ", forum_volume(bare, bare.forums["f"], [*WORDS.values()]), "pdf")[0]
    assert {entry.title for entry in bookmarks(pdf)}.isdisjoint({"제안 Proposals", "출처 Sources"})
    assert re.search("제안|출처|proposal|source", text_of(pdf), re.IGNORECASE) is None
    contents = [page.get_contents() for page in PdfReader(io.BytesIO(pdf)).pages]
    drawn = b"".join(one.get_data() for one in contents if one is not None)
    assert b"0.7019608 0 0.29411766 " in drawn, "in the sign on its cover"
    usual = typeset(
        "volume.typ", forum_volume(small_corpus(), small_corpus().forums["f"], [*WORDS.values()]), "pdf"
    )
    assert "출처" in text_of(usual[0])
